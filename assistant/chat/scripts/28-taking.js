/* Printing: one answer by its button, or the whole conversation by the browser's own command. What is folded is opened
   for paper and folded again afterwards, but for the background, which no answer rests on. */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.print) return;
  let opened = [];

  redress.print = (id) => {
    const turn = document.getElementById(id);
    if (!turn) return;
    turn.classList.add("to-print");
    document.body.classList.add("prints-one");
    window.print();
  };

  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".turn details:not(.judge, .background, [open])")];
    for (const folded of opened) folded.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const folded of opened) folded.open = false;
    opened = [];
    document.body.classList.remove("prints-one");
    for (const turn of document.querySelectorAll(".turn.to-print")) turn.classList.remove("to-print");
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-print]");
    if (button) redress.print(button.dataset.print);
  });
})();
