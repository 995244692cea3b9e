"""The words of the tab: what a verdict is called, by which sign it is known, and what is said before and behind."""

from __future__ import annotations

from assistant.checking import Verdict

WORDS = {
    Verdict.CONTRADICTED: "Contradicted",
    Verdict.NOT_HELD: "Not held",
    Verdict.SUPPORTED: "Supported",
    Verdict.NOT_CHECKABLE: "Not checkable",
}
# Told apart by their shape, in greyscale as well.
SIGNS = {
    Verdict.CONTRADICTED: "✗",
    Verdict.NOT_HELD: "?",
    Verdict.SUPPORTED: "✓",
    Verdict.NOT_CHECKABLE: "○",
}
MEANINGS = {
    Verdict.CONTRADICTED: "the decision says otherwise",
    Verdict.NOT_HELD: "no such decision is in the casebook",
    Verdict.SUPPORTED: "a decision held says so",
    Verdict.NOT_CHECKABLE: "not tied to one decision, or what is held of it does not say",
}

INTRODUCTION = (
    "A complaint, a council’s reply, or another chatbot’s answer: everything it says of the Ombudsman’s decisions "
    "(references, councils, dates, sums, quotations, outcomes) is compared with the decisions held."
)
PRIVACY = (
    "The text stays on this computer: it is not stored, not written to a log, and never sent to a model, even where "
    "one is set up for questions. Names and addresses in it do no harm here."
)
NOT_LOOKED_AT = (
    "Whether a case is like yours, whether a sentence sums a decision up fairly, and everything said in words other "
    "than references, bodies, dates, sums, quotations, outcomes, findings and remedies was not checked. No letter is "
    "called right here."
)
NOTHING_GIVEN = "There is nothing to check yet. Paste a text, or choose a file."
BROKEN = "The text could not be checked. Nothing of it was stored. Please try again with a part of it."
