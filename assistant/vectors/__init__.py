"""The vector index, derived from the casebook and rebuilt from it at will: Chroma, or exact search over a large record.

One process owns the index directory, because two are silently wrong in Chroma 1.5: a reader never sees what another
process added, and still returns what it deleted. A process that is not the owner searches exactly over the
table of passages, with the same results. The only home of chromadb.
"""

from assistant.vectors.chroma import ChromaIndex
from assistant.vectors.exact import ExactIndex, rank_exactly
from assistant.vectors.index import IndexState, VectorIndex, table_folder
from assistant.vectors.opening import CHROMA_UP_TO, find_index_problems, open_index

__all__ = [
    "CHROMA_UP_TO",
    "ChromaIndex",
    "ExactIndex",
    "IndexState",
    "VectorIndex",
    "find_index_problems",
    "open_index",
    "rank_exactly",
    "table_folder",
]
