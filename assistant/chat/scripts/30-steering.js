/* The panel of limits: its fields are read here and go with every question; the server says what they set, and what is
   wrong with which field. */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.statedLimits) return;

  const fields = () => [...document.querySelectorAll("#limits [data-limit]")];
  const isOn = (field) => (field.type === "checkbox" ? field.checked : field.value.trim() !== "");

  /* What stands in the fields, as JSON; empty where nothing does. */
  redress.statedLimits = () => {
    const filled = fields().filter(isOn);
    if (!filled.length) return "";
    const value = (field) => (field.type === "checkbox" ? field.checked : field.value);
    return JSON.stringify(Object.fromEntries(filled.map((field) => [field.dataset.limit, value(field)])));
  };

  const empty = (names) => {
    const cleared = fields().filter((field) => names.includes(field.dataset.limit) && isOn(field));
    for (const field of cleared) {
      if (field.type === "checkbox") field.checked = false;
      else field.value = "";
    }
    return cleared;
  };

  /* Take limits out of their fields; the panel then tells the server. */
  redress.unsetLimits = (names) => {
    const [cleared] = empty(names);
    if (cleared) cleared.dispatchEvent(new Event("change", { bubbles: true }));
    return Boolean(cleared);
  };

  const names = () => fields().map((field) => field.dataset.limit);
  redress.clearLimits = () => redress.unsetLimits(names());

  /* A new conversation begins without limits; the server knows. */
  redress.forgetLimits = () => {
    empty(names());
    for (const panel of document.querySelectorAll("#limits details")) panel.open = false;
  };

  const showProblems = (problems) => {
    for (const place of document.querySelectorAll("#limits [data-problem]")) {
      const text = problems[place.dataset.problem] || "";
      place.textContent = text;
      const field = document.getElementById(`limit-${place.dataset.problem}`);
      if (text) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  };

  /* The server has read the fields: show what is wrong, and how many limits are in force. */
  redress.limitsRead = (element) => {
    const state = element.querySelector("[data-in-force]");
    if (!state) return;
    const { stated } = state.dataset;
    if (stated !== undefined && stated !== redress.statedLimits()) {
      // The fields were changed again before this came.
      document.querySelector("#limits [data-limit]").dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    const problems = JSON.parse(state.dataset.problems);
    const number = Number(state.dataset.inForce);
    showProblems(problems);
    for (const count of document.querySelectorAll("#limits [data-limits-count]")) {
      count.textContent = number ? ` · ${number} in force` : "";
    }
    const [first] = Object.values(problems);
    if (first) {
      document.querySelector("#limits details").open = true;
      redress.say(first);
    } else {
      const words = number === 1 ? "1 limit is in force." : `${number || "No"} limits are in force.`;
      if (stated !== undefined) redress.say(words);
    }
  };

  /* A question was not asked because of a limit that cannot be read: bring its field into view. */
  redress.showLimitProblem = () => {
    const field = document.querySelector("#limits [aria-invalid]");
    if (!field) return;
    document.querySelector("#limits details").open = true;
    field.focus();
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-unset], button[data-clear-limits]");
    if (!button) return;
    if ("clearLimits" in button.dataset) redress.clearLimits();
    else redress.unsetLimits(JSON.parse(button.dataset.unset));
    // The chip is gone with its limit: the question box is where one goes on.
    if (button.closest(".in-force")) document.querySelector("#question textarea").focus();
  });

  // A panel that opens below the window's end would look as if nothing had happened.
  document.addEventListener("toggle", (event) => {
    if (event.target.open && event.target.matches("details.limits")) event.target.scrollIntoView({ block: "nearest" });
  }, true);
})();
