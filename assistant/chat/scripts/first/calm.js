/* Before any script of Gradio: what would draw for ever is slowed down.
   Gradio counts the seconds of every wait in loops of animation frames, one for each part of the page that is waited
   for, shown or not. The loading screen loses hold of its loop when it goes, which then runs in the open page for ever. So a callback that asks for itself again in every frame, for
   longer than anything here moves, gets five frames a second from then on: enough to see that something goes on. */
(() => {
  "use strict";
  const MOVES = 250; // milliseconds that a movement may take
  const PAUSE = 200; // milliseconds from frame to frame after that
  const draw = window.requestAnimationFrame.bind(window);
  const cancel = window.cancelAnimationFrame.bind(window);
  const paused = new Map(); // timers by the number that was given for them
  let running = null; // the callback that runs now: its text, and since when it has followed itself
  let given = 0;

  window.requestAnimationFrame = (callback) => {
    // Known by its text: it is made anew for each frame.
    const text = String(callback);
    const since = running && running.text === text ? running.since : performance.now();
    const run = (at) => {
      const outer = running;
      running = { text, since };
      try {
        callback(at);
      } finally {
        running = outer;
      }
    };
    if (performance.now() - since < MOVES) return draw(run);
    given -= 1; // below zero, where the browser gives no numbers
    const number = given;
    paused.set(number, setTimeout(() => { paused.delete(number); draw(run); }, PAUSE));
    return number;
  };

  window.cancelAnimationFrame = (number) => {
    clearTimeout(paused.get(number));
    if (!paused.delete(number)) cancel(number);
  };
})();
