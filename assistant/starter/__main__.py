"""``python -m assistant.starter``: make the shipped vectors anew, after a change of the digests or the passages."""

from __future__ import annotations

import sys

from assistant.encoders import open_encoder
from assistant.progress import show_progress
from assistant.settings import read_settings
from assistant.starter import write_vectors


def main() -> int:
    """Encode every text of the starter and write the file that is shipped."""
    with show_progress("encoding the starter") as show:
        number = write_vectors(open_encoder(read_settings()), on_progress=show)
    print(f"{number} vectors written.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
