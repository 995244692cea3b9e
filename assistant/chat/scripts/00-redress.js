/* What every part of the page uses: the one live region, and what is at hand under window.redress.
   Each script is a function of its own; clicks are delegated from the document, so that they hold for answers that
   come later. */
(() => {
  "use strict";
  if (window.redress) return;

  document.documentElement.lang = "en-GB";

  // One polite live region, there before anything changes in it, outside of what is redrawn.
  const region = document.createElement("div");
  region.id = "announcements";
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  const place = () => document.body.append(region);
  if (document.body) place();
  else document.addEventListener("DOMContentLoaded", place);

  window.redress = {
    /* Have a screen reader say this once. */
    say(text) {
      region.textContent = "";
      // Emptied first: the same words twice are then two announcements.
      setTimeout(() => { region.textContent = text; }, 50);
    },
    /* Whether the evidence stands beside the conversation and not below it. */
    isBeside: () => window.matchMedia("(min-width: 960px)").matches,
    /* Show a tab by its id ("ask", "drafts", "decisions", "casebook"). */
    showTab(id) {
      const button = document.getElementById(`${id}-tab-button`);
      if (button && button.getAttribute("aria-selected") !== "true") button.click();
    },
  };

  // A tab is drawn some moments after it was chosen; what stands in it cannot have the focus before.
  const reach = (field, tries) => {
    field.focus();
    if (document.activeElement !== field && tries) setTimeout(() => reach(field, tries - 1), 25);
  };
  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest("[data-skip]")) return;
    window.redress.showTab("ask");
    reach(document.querySelector("#question textarea"), 40);
  });
})();
