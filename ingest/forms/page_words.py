"""The words around a decision as tables: where its text opens and closes, and what sites and browsers put about it.

Every pattern is matched against text that ``assistant.text.unify_characters`` made plain.
"""

from __future__ import annotations

import re

# The line that opens the text proper on most pages, and the one that closes it.
OPENING_LINE = re.compile(r"the ombudsm[ae]n'?s?'? final decision\s*:?", re.IGNORECASE)
CLOSING_LINE = re.compile(
    r"(?:investigator|ombudsman|assistant ombudsman|intake assessor|assessor|investigators)'?s?'? (?:final )?decision"
    r"(?: on behalf of the ombudsm[ae]n)?\s*\.?",
    re.IGNORECASE,
)
SUMMARY_LABEL = re.compile(r"(?:decision |case )?summary\s*(?::|\s-\s)\s*", re.IGNORECASE)

_LINK = "a link of the page"
_PRINT = "a line that the browser printed"

# Lines of the page around the text, wherever they stand; the reason is what is reported as dropped.
CHROME_LINES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\^?\s*back to top", re.I), _LINK),
    (
        re.compile(
            r"print this page|share this page|download(?: as)? pdf|lgo logogram|skip to (?:main )?content"
            r"|printable version|full (?:decision|text)|(?:next|previous) (?:chapter|page|section)"
            r"|view (?:this |the )?(?:decision |original )?on (?:the )?(?:lgsco|lgo)(?: web ?site)?"
            r"|view .{2,80} scorecard",
            re.I,
        ),
        _LINK,
    ),
    (re.compile(r"[-*\u2022\u00b7\u25aa\u25cf\u25e6\u2023\uf0b7]|\d{1,3}[.)]", re.I), "a list mark without its text"),
    (re.compile(r"(?:on this page|contents|in this decision|jump to)\s*:?", re.I), "the title of a contents list"),
    # "08/11/2021, 16:27  <title of the page>" above, "https://… 1/4" below: what a browser adds to a print.
    (re.compile(r"\d{1,2}/\d{1,2}/\d{2,4},? +\d{1,2}:\d{2}(?: ?[ap]m)?\b.{0,200}", re.I), _PRINT),
    (re.compile(r"(?:https?://|www\.)\S{4,200}(?:\s+(?:page )?\d{1,3} ?(?:/|of) ?\d{1,3})?", re.I), "an address"),
)
# From one of these on, a page speaks of itself until the decision begins again or the file ends.
PRIVACY_LINES = re.compile(
    r"review your privacy settings|privacy settings|required cookies|analytical cookies|cookies? (?:policy|settings)"
    r"|(?:we|this (?:web)?site|our (?:web)?site) uses? .{0,30}cookies.*|these cookies enable .*"
    r"|view (?:required|analytical) cookies"
    r"|cookies on .*|accept (?:all )?cookies|.*google analytics.*",
    re.IGNORECASE,
)
