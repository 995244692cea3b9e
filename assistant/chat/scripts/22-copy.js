/* A button with data-copy puts that text on the clipboard, and says so. data-said is what a screen reader hears. */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.copy) return;

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

  redress.copy = async (button) => {
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
    redress.say(done ? button.dataset.said || "Copied with references." : "The browser did not allow copying.");
    setTimeout(() => { button.textContent = before; }, 2500);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-copy]");
    if (button) redress.copy(button);
  });
})();
