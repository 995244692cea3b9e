"""A template's draft and its evidence to a draft in a chat model's words; what the model may say is decided here.

``gather`` makes the material: opaque keys for all that may be said. ``write_request`` and ``repair_request`` make the
messages, ``read_reply`` reads what came back, ``word_statement`` turns keys into names, sums and citations and refuses
what is not made of the evidence, ``join_drafts`` puts what held in the place of the template's statements. Nothing
here calls a model or proves a claim: the one is ``assistant.llm``, the other ``assistant.citations``.
"""

from assistant.writing.asking import PROMPT, REPLY_SCHEMA, Request, repair_request, write_request
from assistant.writing.joining import join_drafts
from assistant.writing.material import CaseWording, Material, gather
from assistant.writing.notes import note_on_writing
from assistant.writing.reply import WrittenStatement, read_reply
from assistant.writing.wording import Worded, rewrite_statement, word_statement

__all__ = [
    "PROMPT",
    "REPLY_SCHEMA",
    "CaseWording",
    "Material",
    "Request",
    "Worded",
    "WrittenStatement",
    "gather",
    "join_drafts",
    "note_on_writing",
    "read_reply",
    "repair_request",
    "rewrite_statement",
    "word_statement",
    "write_request",
]
