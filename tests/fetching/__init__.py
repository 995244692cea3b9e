"""``python -m ingest fetch``, ``update`` and ``remove --keep-out`` from end to end over HTTP, as a person runs them."""
