/* An answer has come, or progress was made: say it once, and bring it into view. */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.conversationChanged) return;

  // The name under which the server holds this tab's conversation, so that a reload finds it again. It says nothing
  // itself, and ends with the tab.
  const KEY = "redress-conversation";
  const draw = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
  redress.conversationName = () => {
    const drawn = draw();
    try {
      const name = sessionStorage.getItem(KEY) || drawn;
      sessionStorage.setItem(KEY, name);
      return name;
    } catch {
      return drawn; // a browser that keeps nothing: the conversation then ends with the page
    }
  };

  // Fulfilled once the page has its conversation back, or after some seconds: a question must not wait for ever.
  const PATIENCE = 10000;
  redress.recalled = new Promise((fulfil) => {
    redress.endRecall = fulfil;
    setTimeout(fulfil, PATIENCE);
  });

  let shown = "";
  let takenOut = 0; // answers that are no longer shown, because a decision was taken out
  redress.conversationChanged = () => {
    const gone = document.querySelectorAll("#conversation .turn:has(.taken-out)");
    if (gone.length > takenOut && shown) redress.say(gone[gone.length - 1].dataset.announce);
    takenOut = gone.length;
    const turns = document.querySelectorAll("#conversation .turn");
    const last = turns[turns.length - 1];
    if (!last) {
      if (shown) redress.say("New conversation.");
      shown = "";
      return;
    }
    if (last.id === shown) return;
    const isRestored = !shown && turns.length > 1;
    shown = last.id;
    redress.forgetOpener();
    redress.say(isRestored ? "Your conversation is still here." : last.dataset.announce);
    last.scrollIntoView({ block: "start" });
    redress.bringActive();
  };

  redress.progressChanged = (element) => {
    const news = element.querySelector(".pending, .notice");
    if (!news) return;
    news.scrollIntoView({ block: "nearest" });
    if (news.dataset.announce) redress.say(news.dataset.announce);
  };
})();
