"""A letter as a file (.docx, .pdf, .txt, .md) → its text with a line for each paragraph, in the order it is read.

``read_paper(data, name)`` is the door. The file is told by what it holds and only then by its name; nothing of it is
kept, run or fetched. ``ENDINGS`` are the endings that a chooser of files may offer.
"""

from assistant.papers.reading import ENDINGS, LARGEST_FILE, read_paper

__all__ = ["ENDINGS", "LARGEST_FILE", "read_paper"]
