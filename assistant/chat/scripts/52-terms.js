/* A word of the field shows its meaning: while the pointer or the focus is on it, or after a tap until the next one. */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.closeTerm) return;

  let note = null; // the one note, made when it is first needed
  let shown = null; // the word whose meaning it shows
  let leaving = 0;

  const place = () => {
    const word = shown.getClientRects()[0];
    if (!word) return;
    const { offsetWidth: width, offsetHeight: height } = note;
    const left = Math.max(12, Math.min(word.left, window.innerWidth - width - 12));
    const below = word.bottom + 6;
    const top = below + height > window.innerHeight - 8 ? Math.max(8, word.top - height - 6) : below;
    note.style.left = `${left}px`;
    note.style.top = `${top}px`;
  };

  const close = () => {
    clearTimeout(leaving);
    if (shown) shown.removeAttribute("aria-expanded");
    shown = null;
    if (note) note.hidden = true;
  };

  const open = (term) => {
    clearTimeout(leaving);
    if (term === shown) return;
    close();
    const meaning = document.getElementById(term.getAttribute("aria-describedby"));
    if (!meaning) return;
    if (!note) {
      note = document.createElement("div");
      note.id = "term-note";
      note.setAttribute("role", "tooltip");
      document.querySelector(".gradio-container").append(note);
      note.addEventListener("pointerenter", () => clearTimeout(leaving));
      note.addEventListener("pointerleave", () => leave());
    }
    const copy = meaning.cloneNode(true);
    copy.removeAttribute("id");
    note.replaceChildren(copy);
    note.hidden = false;
    shown = term;
    term.setAttribute("aria-expanded", "true");
    place();
  };

  const leave = () => {
    clearTimeout(leaving);
    // Time to reach the note, which may be pointed at too.
    leaving = setTimeout(() => { if (shown !== document.activeElement) close(); }, 250);
  };

  const termOf = (event) => event.target.closest && event.target.closest(".term");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse" && termOf(event)) open(termOf(event));
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && termOf(event)) leave();
  });
  document.addEventListener("focusin", (event) => {
    if (termOf(event)) open(termOf(event));
    else if (shown && !(note && note.contains(event.target))) close();
  });
  document.addEventListener("click", (event) => {
    if (termOf(event)) open(termOf(event));
    else if (shown && !note.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) {
      event.stopPropagation(); // the note only, and not what lies below it
      close();
    } else if ((event.key === "Enter" || event.key === " ") && termOf(event)) {
      event.preventDefault();
      if (shown) close();
      else open(termOf(event));
    }
  }, true);
  window.addEventListener("scroll", () => { if (shown) place(); }, true);
  window.addEventListener("resize", close);

  redress.closeTerm = close;
})();
