/* The Casebook tab: files given, progress told once a stage, the report shown and said. */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.takeDecisions) return;

  const tell = (text) => {
    const line = document.querySelector("#adding [data-sending]");
    if (line) line.textContent = text;
    if (text) redress.say(text);
  };

  redress.takeDecisions = (element, give) => {
    if (!element.querySelector("[data-files]")) return;
    redress.takeFiles(element, (files) => {
      const most = Number(element.querySelector("[data-files]").dataset.most);
      if (files.length > most) {
        tell(`${files.length} files are more than the ${most} that can be added at once. Add them in parts.`);
        return;
      }
      tell(files.length === 1 ? `Sending ${files[0].name} …` : `Sending ${files.length} files …`);
      give(files);
    }, tell);
  };

  // What an element says of itself is said when it changes, not at every update of the same stage.
  const said = new WeakMap();
  redress.announceIn = (element) => {
    const news = element.querySelector("[data-announce]");
    const text = news ? news.dataset.announce : "";
    const isNew = text && said.get(element) !== text;
    said.set(element, text);
    if (isNew) redress.say(text);
    return isNew;
  };

  redress.intakeChanged = (element) => {
    if (element.querySelector("[data-announce]")) tell("");
    const isSeen = redress.announceIn(element);
    // Below the fold of a phone nobody would see that something began.
    if (isSeen && element.checkVisibility()) element.scrollIntoView({ block: "nearest" });
  };

  redress.checking = (button) => {
    button.disabled = true;
    button.textContent = "Checking …";
    redress.say("Checking the casebook.");
  };
})();
