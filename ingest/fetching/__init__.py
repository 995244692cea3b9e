"""The Ombudsman's site → pages kept as fetched → the casebook.

Ways in: ``fetch_period``, ``fetch_update``, ``fetch_category``, ``fetch_references``, each with a ``Fetch`` (a polite
``SiteClient`` and a ``PageStore``); then ``StoreIntake``. ``docs/whole-record.md`` tells it from a user's side.
"""

from ingest.fetching.client import Clock, SiteClient
from ingest.fetching.filing import FilingSummary, StoreIntake
from ingest.fetching.manners import Manners, read_manners
from ingest.fetching.running import (
    Fetch,
    FetchReport,
    fetch_category,
    fetch_period,
    fetch_references,
    fetch_update,
)
from ingest.fetching.store import PageStore, StoreStatus
from ingest.fetching.telling import tell_fetched, tell_filed, tell_manners, tell_status, tell_troubles
from ingest.fetching.wanted import read_wanted
from ingest.fetching.windows import Window

__all__ = [
    "Clock",
    "Fetch",
    "FetchReport",
    "FilingSummary",
    "Manners",
    "PageStore",
    "SiteClient",
    "StoreIntake",
    "StoreStatus",
    "Window",
    "fetch_category",
    "fetch_period",
    "fetch_references",
    "fetch_update",
    "read_manners",
    "read_wanted",
    "tell_fetched",
    "tell_filed",
    "tell_manners",
    "tell_status",
    "tell_troubles",
]
