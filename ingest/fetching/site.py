"""What a link or a person names → a decision's one address; and the addresses that are asked for at the site.

The addresses under which a decision is kept are always the Ombudsman's own (``https://www.lgo.org.uk/…``). They are
asked for at the site of the settings, which is the same but in tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode, urljoin, urlsplit

from assistant.domain import CaseReference
from ingest.fetching.manners import SITE
from ingest.forms.addresses import read_address

_OWN_HOSTS = frozenset(("www.lgo.org.uk", "lgo.org.uk"))


@dataclass(frozen=True)
class DecisionAddress:
    """A decision and its address in the one written form, without chapter. ``chapter`` is the one a link named.

    ``is_guess`` where the address was made from a category, and no page or list has told it.
    """

    reference: CaseReference
    url: str
    chapter: int | None = None
    is_guess: bool = False


class Site:
    """The addresses of one site."""

    def __init__(self, base: str = SITE) -> None:
        self.base = base
        self._home = urlsplit(base)

    def holds(self, address: str) -> bool:
        """True where an address lies within this site: ``www`` and http or https make no difference at the real one."""
        try:
            parts = urlsplit(address)
            host, port = (parts.hostname or "").lower(), parts.port
        except ValueError:
            return False
        if parts.scheme not in ("http", "https"):
            return False
        if (self._home.hostname or "") in _OWN_HOSTS:
            return host in _OWN_HOSTS and port in (None, 80, 443)
        return (host, port) == (self._home.hostname, self._home.port)

    def read_link(self, link: str, *, on: str = "") -> DecisionAddress | None:
        """The decision that a link leads to, as it stands on the page ``on``; None for any other link."""
        try:
            whole = urljoin(on or self.base + "/", link.strip())
            parts = urlsplit(whole)
        except ValueError:
            return None
        if not self.holds(whole) and (parts.hostname or "").lower() not in _OWN_HOSTS:
            return None
        found = read_address(f"{SITE}{parts.path}?{parts.query}")
        if found is None or found.url is None:
            return None
        return DecisionAddress(found.reference, found.url, found.chapter)

    def decision(self, url: str, chapter: int | None = None) -> str:
        """Where a decision, or a chapter of it, is asked for."""
        query = f"?chapter={chapter}" if chapter else ""
        return f"{self.base}{urlsplit(url).path}{query}"

    def results(self, first: date, last: date, page: int) -> str:
        """A page of the results for decisions dated from ``first`` to ``last``, both included; pages count from 1."""
        query = urlencode({"fd": first.isoformat(), "td": last.isoformat(), "page": page})
        return f"{self.base}/Decisions/SearchResults?{query}"

    def category(self, path: str) -> str:
        """The list of a category, or of a subcategory (``housing/homelessness``)."""
        return f"{self.base}/decisions/{quote(path)}"

    def search(self, reference: CaseReference) -> str:
        """The site's search for a reference."""
        return f"{self.base}/search?{urlencode({'k': reference.value})}"

    @property
    def entrance(self) -> str:
        """The page from which a person goes on to the results."""
        return f"{self.base}/decisions"
