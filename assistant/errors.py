"""The errors of Redress, each speaking to the person who can act on it.

    RedressError
    ├── SettingsError           a flag or REDRESS_ variable that cannot be used
    ├── InvalidReference        a text that is not a case reference
    ├── CasebookError           the book of decisions cannot be opened, read or written
    │   ├── CasebookBusy        another process is writing it
    │   ├── CasebookDamaged     its file cannot be read, or not all of it
    │   └── EncoderMismatch     it was encoded by another encoder
    ├── EncoderError            the encoder's files are missing or not the ones we know
    ├── VectorIndexError        the vector index cannot be built or searched
    ├── InputError              a file given to ingest, or a letter to check, cannot be used
    │   ├── DigestError         a line of a digest file breaks the form
    │   └── IntakeBusy          files are being added already; one intake at a time
    ├── FetchError              the Ombudsman's site was not fetched, or not all that was asked for
    │   ├── FetchBusy           another fetch is under way
    │   ├── FetchCeiling        the run has made as many requests as it may
    │   ├── SiteRefused         the site does not serve this program: robots.txt, 403, a challenge, an empty shell
    │   └── SiteUnreachable     nobody answers, or the site asks to come back later
    ├── OutputError             a file that was to be written cannot be
    ├── ModelError              the chat model gave no usable reply; the answer is then in our own words
    │   ├── ModelNotInstalled   its provider's package is missing
    │   ├── ModelKeyMissing     no key, or one that the provider does not take
    │   ├── ModelUnreachable    nobody answers at its address
    │   ├── ModelTimeout        it took too long
    │   ├── ModelBusy           it has too many requests to take ours
    │   ├── ModelRefused        it would not write
    │   └── ModelReplyUnusable  what it wrote is cut short, endless or not in the form
    └── QuestionError           a question that cannot be asked (empty, too long)

An expected "no" (nothing comparable, reference not held, out of scope) is not
here: it is an answer with a status.
"""

from collections.abc import Sequence


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


class CasebookDamaged(CasebookError):
    """The casebook's file is damaged, or is none; the message says how it is mended."""


class EncoderMismatch(CasebookError):
    """The casebook's vectors were made by another encoder than the one in use."""


class EncoderError(RedressError):
    """The encoder cannot be loaded, or its files are not the published ones."""

    exit_code = 4


class VectorIndexError(RedressError):
    """The vector index cannot be opened, rebuilt or searched."""

    exit_code = 4


class InputError(RedressError):
    """A file or folder given to ingest, or a letter to check, cannot be used; nothing of it was stored.

    ``items`` are more lines, one for each thing that could not be used.
    """

    exit_code = 5

    def __init__(self, message: str = "", *, items: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.items = tuple(items)


class DigestError(InputError):
    """A line of a digest file breaks the form; nothing of the file was stored."""


class IntakeBusy(InputError):
    """Files are being added already: one intake at a time. Nothing of what was given now was stored."""


class FetchError(RedressError):
    """The Ombudsman's site was not fetched, or not all that was asked for; what was fetched is kept."""

    exit_code = 7


class FetchBusy(FetchError):
    """Another fetch is under way: one at a time. Nothing was asked of the site."""


class FetchCeiling(FetchError):
    """The run has made as many requests as it may; the same command goes on from there."""


class SiteRefused(FetchError):
    """The site does not serve this program: by its robots.txt, by refusing, by a challenge, or by empty pages."""


class SiteUnreachable(FetchError):
    """Nobody answers at the site's address, the connection breaks again and again, or it asks to come back later."""


class OutputError(RedressError):
    """A file that was to be written is there already, or cannot be written."""

    exit_code = 5


class ModelError(RedressError):
    """The chat model gave no usable reply. ``reason`` is a clause for the answer: "the model did not reply in time"."""

    exit_code = 4
    reason = "the model reported an error"


class ModelNotInstalled(ModelError):
    """The package of the model's provider is not installed; the message says which extra brings it."""

    exit_code = 2
    reason = "its package is not installed"


class ModelKeyMissing(ModelError):
    """The provider wants a key that is not set, or does not take the one that is."""

    exit_code = 2
    reason = "the model’s provider did not accept the key"


class ModelUnreachable(ModelError):
    """Nobody answers at the model's address, or the connection broke."""

    reason = "the model could not be reached"


class ModelTimeout(ModelError):
    """The reply was not complete within the time set."""

    reason = "the model did not reply in time"


class ModelBusy(ModelError):
    """The provider has too many requests, or we have too many under way."""

    reason = "the model is taking no more requests now"


class ModelRefused(ModelError):
    """The model or its provider would not write this."""

    reason = "the model refused to write"


class ModelReplyUnusable(ModelError):
    """The reply is cut short, endless, or not in the form that was asked for; ``reason`` says which."""

    reason = "the model’s reply was not in the form asked for"

    def __init__(self, message: str, *, reason: str | None = None) -> None:
        super().__init__(message)
        self.reason = reason or self.reason


class QuestionError(RedressError):
    """A question that cannot be asked as it stands: empty, or longer than the limit."""

    exit_code = 6
