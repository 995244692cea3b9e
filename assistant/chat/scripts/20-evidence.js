/* A citation opens its source with the passage lit; from there to the next, and back to the answer. */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.forgetOpener) return;
  let opener = null; // the button that opened the source, to go back to

  // Beside the conversation the panel scrolls, and only as far as it must, so that the decision's name stays in
  // sight where it can; below the conversation the page does.
  const bring = (target, panel) => {
    if (!redress.isBeside()) {
      target.scrollIntoView({ block: "center" });
      return;
    }
    panel.scrollTop = 0;
    const below = target.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    const room = panel.clientHeight - target.offsetHeight - 48;
    if (below > room) panel.scrollTop = below - Math.max(48, room / 2);
  };

  const light = (panel, marks) => {
    for (const mark of panel.querySelectorAll("mark.active")) mark.classList.remove("active");
    for (const mark of marks) mark.classList.add("active");
  };

  const openSource = (button) => {
    const source = document.getElementById(button.dataset.open);
    const panel = document.getElementById("evidence-panel");
    if (!source || !panel) return;
    for (const other of panel.querySelectorAll("article.source")) other.hidden = other !== source;
    for (const group of panel.querySelectorAll("[data-sources]")) group.hidden = !group.contains(source);
    for (const hint of panel.querySelectorAll("[data-hint]")) hint.hidden = true;
    for (const other of document.querySelectorAll("[data-open][aria-current]")) other.removeAttribute("aria-current");
    button.setAttribute("aria-current", "true");
    opener = button;
    // From a citation its own passage; from the table every passage that the answer cites.
    const which = button.dataset.cite ? `mark[data-cites~="${button.dataset.cite}"]` : "mark";
    const marks = source.querySelectorAll(which);
    light(panel, marks);
    const title = source.querySelector("h3");
    title.focus({ preventScroll: true });
    bring((button.dataset.cite && marks[0]) || title, panel);
  };

  // The passages of a source by the numbers of their citations, each once, in the order of the text.
  const numbersIn = (source) => [
    ...new Set([...source.querySelectorAll("mark[data-cites]")].flatMap((mark) => mark.dataset.cites.split(" "))),
  ];

  const goToPassage = (button) => {
    const source = button.closest("article.source");
    const panel = button.closest("#evidence-panel");
    const numbers = numbersIn(source);
    const lit = source.querySelectorAll("mark.active");
    const isOne = new Set([...lit].flatMap((mark) => mark.dataset.cites.split(" "))).size < numbers.length;
    const now = lit.length && isOne ? numbers.indexOf(lit[0].dataset.cites.split(" ")[0]) : -1;
    const step = Number(button.dataset.step);
    const next = now < 0 ? (step > 0 ? 0 : numbers.length - 1) : (now + step + numbers.length) % numbers.length;
    const marks = source.querySelectorAll(`mark[data-cites~="${numbers[next]}"]`);
    light(panel, marks);
    bring(marks[0], panel);
    redress.say(`Passage ${next + 1} of ${numbers.length}: ${[...marks].map((mark) => mark.textContent).join(" ")}`);
  };

  const goBack = () => {
    if (!opener || !opener.isConnected) return;
    opener.focus({ preventScroll: true });
    opener.scrollIntoView({ block: redress.isBeside() ? "nearest" : "center" });
  };

  document.addEventListener("click", (event) => {
    // Anything that names a source may open it: a button, a row, a dot of a plot.
    const opens = event.target.closest("[data-open]");
    if (opens) openSource(opens);
    const button = event.target.closest("button");
    if (!button) return;
    if ("step" in button.dataset) goToPassage(button);
    else if ("back" in button.dataset) goBack();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest && event.target.closest("#evidence-panel")) goBack();
  });

  redress.openSource = openSource;
  redress.forgetOpener = () => { opener = null; };
  redress.bringActive = () => {
    const mark = document.querySelector("#evidence-panel article.source:not([hidden]) mark.active");
    if (mark && redress.isBeside()) bring(mark, mark.closest("#evidence-panel"));
  };
})();
