"""An address → whether it is a page of the Ombudsman's site: the only addresses that are ever made links."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# The Ombudsman's site under both its names.
_OMBUDSMANS_HOSTS = frozenset({"www.lgo.org.uk", "lgo.org.uk"})

# What may stand in an address as it is: no blank, no bracket, no quotation mark and no line break, all of which
# ``urlsplit`` lets pass or drops, and with which an address ends early in HTML, Markdown or a plain text.
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9:/?#@!$&*+,;=%._~-]+")


def ombudsmans_page(url: str | None) -> str | None:
    """The address itself where it is a decision's page on the Ombudsman's site, over https; None for any other."""
    return url if url is not None and _PLAIN_ADDRESS.fullmatch(url) and _is_ombudsmans(url) else None


def _is_ombudsmans(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return (
            parts.scheme == "https"
            and parts.netloc.lower() in _OMBUDSMANS_HOSTS  # no user, no password, no port
            and parts.path.lower().startswith("/decisions/")
        )
    except ValueError:
        return False
