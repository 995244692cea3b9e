/* Check a draft: the form, the marks in the text, and the findings beside it (below the line of a mark on a phone). */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.startDrafts) return;

  let isReading = false; // a file is on its way into the box
  let isWaited = false; // and Check was pressed meanwhile
  let send = null;

  const box = () => document.getElementById("draft-text");
  const result = () => document.querySelector("#draft-result .draft-result");

  /* The form is there: send = { read(files), check(text), refuse(message) }. */
  redress.startDrafts = (element, events) => {
    send = events;
    redress.takeFiles(
      element,
      (files) => {
        if (files.length > 1) {
          events.refuse("These are several files. Choose one at a time.");
          return;
        }
        isReading = true;
        redress.say(`Reading ${files[0].name}`);
        events.read(files);
      },
      events.refuse,
    );
    element.addEventListener("click", (event) => {
      if (event.target.closest("[data-check]")) {
        if (isReading) isWaited = true;
        else events.check(box().value);
      } else if (event.target.closest("[data-clear]")) {
        box().value = "";
        events.refuse("");
        box().focus();
      }
    });
    element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target === box()) events.check(box().value);
    });
  };

  /* What the server said of a file or a text has come. */
  redress.draftChanged = (element) => {
    isReading = false;
    const text = element.querySelector("[data-read]");
    if (text) {
      box().value = text.textContent;
      text.remove();
    }
    const news = element.querySelector("[data-announce]");
    if (news && news.dataset.announce) redress.say(news.dataset.announce);
    if (text && isWaited) send.check(box().value);
    isWaited = false;
    const whole = result();
    if (!whole) return;
    whole.scrollIntoView({ block: "start" });
    whole.querySelector("h2").focus({ preventScroll: true });
    tellWhere(-1);
  };

  // ---------------------------------------------------------------- a mark and its finding

  const findingOf = (mark) => document.getElementById(`finding-${mark.dataset.place}`);
  const markOf = (number) => document.getElementById(`claim-${number}`);

  const closeNote = () => {
    for (const note of result().querySelectorAll(".draft-note")) note.remove();
  };

  // Beside the text the list of findings scrolls to it; below the text it would be far away, so that a copy of it is
  // put below the mark's line.
  const show = (mark) => {
    const finding = findingOf(mark);
    closeNote();
    for (const other of result().querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
    mark.setAttribute("aria-current", "true");
    if (!finding) return null;
    finding.setAttribute("aria-current", "true");
    if (redress.isBeside()) {
      const panel = finding.closest(".draft-side");
      // The panel's top may be above the window, where the text is short.
      const top = Math.max(panel.getBoundingClientRect().top, 66);
      panel.scrollTop += finding.getBoundingClientRect().top - top - 12;
      return finding;
    }
    const note = document.createElement("div");
    note.className = `draft-note ${finding.className}`;
    for (const part of finding.cloneNode(true).children) {
      note.append(part.cloneNode(true));
    }
    for (const named of note.querySelectorAll("[id]")) named.removeAttribute("id");
    mark.closest(".draft-line").after(note);
    return note;
  };

  const open = (mark) => {
    const shown = show(mark);
    if (shown) shown.querySelector("h4").focus({ preventScroll: redress.isBeside() });
  };

  const back = (number) => {
    const mark = markOf(number);
    if (!mark) return;
    closeNote();
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
  };

  // ---------------------------------------------------------------- from error to error

  const errors = () => [...result().querySelectorAll(".claim[data-error]")];

  const tellWhere = (at) => {
    const where = result().querySelector("[data-where]");
    if (!where) return;
    const number = Number(where.dataset.where);
    where.textContent = at < 0 ? `${number} ${number === 1 ? "place" : "places"}` : `${at + 1} of ${number}`;
  };

  const stepBy = (step) => {
    const all = errors();
    const now = all.findIndex((mark) => mark.hasAttribute("aria-current"));
    let next = now + step;
    if (now < 0) next = step > 0 ? 0 : all.length - 1;
    next = (next + all.length) % all.length;
    closeNote();
    all[next].scrollIntoView({ block: redress.isBeside() ? "center" : "start" });
    show(all[next]);
    all[next].focus({ preventScroll: true });
    tellWhere(next);
  };

  const onlyErrors = (button) => {
    const isOn = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(isOn));
    result().classList.toggle("errors-only", isOn);
    for (const mark of result().querySelectorAll(".claim[role]:not([data-error])")) mark.tabIndex = isOn ? -1 : 0;
    redress.say(isOn ? "Only the errors are shown." : "Everything that was found is shown.");
  };

  document.addEventListener("click", (event) => {
    const { target } = event;
    if (!target.closest("#draft-result")) return;
    const mark = target.closest(".claim");
    const button = target.closest("button");
    if (mark) open(markOf(mark.dataset.place) || mark);
    else if (!button) return;
    else if (button.dataset.errorStep) stepBy(Number(button.dataset.errorStep));
    else if ("errorsOnly" in button.dataset) onlyErrors(button);
    else if (button.dataset.toPlace) back(button.dataset.toPlace);
  });

  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (!target.closest || !target.closest("#draft-result")) return;
    const mark = target.closest(".claim[role]");
    if (mark && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      open(mark);
    } else if (event.key === "Escape") {
      const from = target.closest(".finding");
      const way = from && from.querySelector("[data-to-place]");
      if (way) back(way.dataset.toPlace);
      else closeNote();
    }
  });
})();
