/* A letter has come: the whole conversation anew, or one turn more. What the page shows already stays as it is. */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.openLetter) return;

  const numberOf = (turn) => Number(turn.id.slice("turn-".length));
  const turns = () => [...document.querySelectorAll("[data-turns] > .turn")];

  const showWhole = (letter) => {
    document.querySelector("[data-turns]").replaceWith(letter.querySelector("[data-turns]"));
    document.getElementById("evidence-panel").replaceWith(letter.querySelector("#evidence-panel"));
  };

  const addNewest = (letter) => {
    const panel = document.getElementById("evidence-panel");
    const first = Number(letter.dataset.first);
    const groups = [...panel.querySelectorAll("[data-sources]")];
    for (const turn of turns()) if (numberOf(turn) < first) turn.remove();
    for (const group of groups) {
      if (Number(group.dataset.sources) < first) group.remove();
      else group.hidden = true;
    }
    for (const old of document.querySelectorAll("[data-turns] > .take-all")) old.remove();
    panel.querySelector("h2").after(letter.querySelector("[data-sources]"));
    document.querySelector("[data-turns]").append(...letter.children);
  };

  redress.openLetter = (text) => {
    const parsed = document.createElement("template");
    parsed.innerHTML = text;
    const letter = parsed.content.firstElementChild;
    if (!letter) return;
    if (letter.dataset.letter === "newest") addNewest(letter);
    else showWhole(letter);
    redress.conversationChanged();
  };

  /* The numbers of the turns that the page shows. */
  redress.turnsShown = () => turns().map(numberOf);
})();
