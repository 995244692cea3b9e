"""The errors of Redress, each speaking to the person who can act on it.

    RedressError
    ├── SettingsError          a flag or REDRESS_ variable that cannot be used
    ├── InvalidReference       a text that is not a case reference
    ├── CasebookError          the book of decisions cannot be opened, read or written
    │   ├── CasebookBusy       another process is writing it
    │   └── EncoderMismatch    it was encoded by another encoder
    ├── EncoderError           the encoder's files are missing or not the ones we know
    ├── VectorIndexError       the vector index cannot be built or searched
    ├── InputError             a file given to ingest cannot be used
    │   └── DigestError        a line of a digest file breaks the form
    └── QuestionError          a question that cannot be asked (empty, too long)

An expected "no" (nothing comparable, reference not held, out of scope) is not
here: it is an answer with a status.
"""


class RedressError(Exception):
    """Base of all errors that a user may see; the message says what to do."""

    exit_code = 1


class SettingsError(RedressError):
    """A setting has a value that cannot be used."""

    exit_code = 2


class InvalidReference(RedressError, ValueError):
    """A text that was given as a case reference is none."""

    exit_code = 2


class CasebookError(RedressError):
    """The casebook cannot be opened, read or written."""

    exit_code = 3


class CasebookBusy(CasebookError):
    """Another process is writing the casebook at this moment."""


class EncoderMismatch(CasebookError):
    """The casebook's vectors were made by another encoder than the one in use."""


class EncoderError(RedressError):
    """The encoder cannot be loaded, or its files are not the published ones."""

    exit_code = 4


class VectorIndexError(RedressError):
    """The vector index cannot be opened, rebuilt or searched."""

    exit_code = 4


class InputError(RedressError):
    """A file or folder given to ingest cannot be used; nothing of it was stored."""

    exit_code = 5


class DigestError(InputError):
    """A line of a digest file breaks the form; nothing of the file was stored."""


class QuestionError(RedressError):
    """A question that cannot be asked as it stands: empty, or longer than the limit."""

    exit_code = 6
