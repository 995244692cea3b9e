/* The form under an answer: what is filled in goes to the server once, and the form folds. */
(() => {
  "use strict";
  const { redress } = window;
  if (redress.readJudgement) return;

  /* What the form around this button says, or null where it says nothing yet. */
  redress.readJudgement = (button) => {
    const form = button.closest(".judge");
    const chosen = form.querySelector("[data-verdict]:checked");
    const refused = form.querySelector("[data-refused]");
    if (!chosen) {
      refused.textContent = "Choose first whether it was useful.";
      redress.say(refused.textContent);
      form.querySelector("[data-verdict]").focus();
      return null;
    }
    refused.textContent = "";
    const judgement = {
      turn: button.dataset.judge,
      verdict: chosen.value,
      complaints: [...form.querySelectorAll("[data-complaint]:checked")].map((each) => each.value),
      comment: form.querySelector("[data-comment]").value,
      agreed: form.querySelector("[data-agreed]").checked,
    };
    form.open = false;
    return judgement;
  };
})();
