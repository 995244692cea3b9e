/* What the page does by itself: a citation opens its source, an answer is copied, news is said once.
   Everything is delegated from the document, so that it also holds for answers that come later. */
(() => {
  "use strict";
  if (window.redress) return;

  document.documentElement.lang = "en-GB";
  let opener = null; // the button that opened the source, to go back to

  // One polite live region, there before anything changes in it, outside of what is redrawn.
  const region = document.createElement("div");
  region.id = "announcements";
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  const place = () => document.body.append(region);
  if (document.body) place();
  else document.addEventListener("DOMContentLoaded", place);

  const say = (text) => {
    region.textContent = "";
    // Emptied first: the same words twice are then two announcements.
    setTimeout(() => { region.textContent = text; }, 50);
  };

  const isBeside = () => window.matchMedia("(min-width: 960px)").matches;

  // Beside the conversation the panel scrolls, and only as far as it must, so that the decision's name stays in
  // sight where it can; below the conversation the page does.
  const bring = (target, panel) => {
    if (!isBeside()) {
      target.scrollIntoView({ block: "center" });
      return;
    }
    panel.scrollTop = 0;
    const below = target.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    const room = panel.clientHeight - target.offsetHeight - 48;
    if (below > room) panel.scrollTop = below - Math.max(48, room / 2);
  };

  const openSource = (button) => {
    const source = document.getElementById(button.dataset.open);
    const panel = document.getElementById("evidence-panel");
    if (!source || !panel) return;
    for (const other of panel.querySelectorAll("article.source")) other.hidden = other !== source;
    for (const earlier of panel.querySelectorAll("[data-earlier]")) earlier.hidden = !earlier.contains(source);
    for (const hint of panel.querySelectorAll("[data-hint]")) hint.hidden = true;
    for (const mark of panel.querySelectorAll("mark.active")) mark.classList.remove("active");
    for (const other of document.querySelectorAll("[data-open][aria-current]")) other.removeAttribute("aria-current");
    button.setAttribute("aria-current", "true");
    opener = button;
    // From a citation its own passage; from the table every passage that the answer cites.
    const which = button.dataset.cite ? `mark[data-cites~="${button.dataset.cite}"]` : "mark";
    const marks = source.querySelectorAll(which);
    for (const mark of marks) mark.classList.add("active");
    const title = source.querySelector("h3");
    title.focus({ preventScroll: true });
    bring((button.dataset.cite && marks[0]) || title, panel);
  };

  const goBack = () => {
    if (!opener || !opener.isConnected) return;
    opener.focus({ preventScroll: true });
    opener.scrollIntoView({ block: isBeside() ? "nearest" : "center" });
  };

  const copyPlain = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };

  const copy = async (button) => {
    const text = button.dataset.copy;
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      done = copyPlain(text); // browsers offer the clipboard only to addresses they hold for safe
      button.focus({ preventScroll: true });
    }
    const before = button.dataset.label || button.textContent;
    button.dataset.label = before;
    button.textContent = done ? "Copied" : "Could not copy";
    say(done ? "Copied with references." : "The browser did not allow copying.");
    setTimeout(() => { button.textContent = before; }, 2500);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.open) openSource(button);
    else if (button.dataset.copy) copy(button);
    else if ("back" in button.dataset) goBack();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest && event.target.closest("#evidence-panel")) goBack();
  });

  let shown = "";
  window.redress = {
    conversationChanged() {
      const turns = document.querySelectorAll("#conversation .turn");
      const last = turns[turns.length - 1];
      if (!last) { shown = ""; say("New conversation."); return; }
      if (last.id === shown) return;
      shown = last.id;
      opener = null;
      say(last.dataset.announce);
      last.scrollIntoView({ block: "start" });
      const mark = document.querySelector("#evidence-panel article.source:not([hidden]) mark.active");
      if (mark && isBeside()) bring(mark, mark.closest("#evidence-panel"));
    },
    progressChanged(element) {
      const shown = element.querySelector(".pending, .notice");
      if (!shown) return;
      shown.scrollIntoView({ block: "nearest" });
      if (shown.dataset.announce) say(shown.dataset.announce);
    },
  };
})();
