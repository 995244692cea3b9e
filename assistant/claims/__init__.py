"""What a text claims: references, sums, dates, quotations, outcomes and remedies, each with its place in the text.

``find_claims(text)`` is the door; it knows no casebook.
"""

from assistant.claims.claim import Bound, Claim, ClaimKind, SaidDate, Value
from assistant.claims.finding import find_claims
from assistant.claims.seen import SeenText, read_as_seen

__all__ = ["Bound", "Claim", "ClaimKind", "SaidDate", "SeenText", "Value", "find_claims", "read_as_seen"]
