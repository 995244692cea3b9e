"""What a provider's package raised, as one of our errors.

The packages share no errors, but all of them tell the status of the reply, and name their classes by what happened.
So they are told apart by status and name, and no package need be imported for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.errors import (
    ModelBusy,
    ModelError,
    ModelKeyMissing,
    ModelRefused,
    ModelReplyUnusable,
    ModelTimeout,
    ModelUnreachable,
)

_BY_NAME: tuple[tuple[str, type[ModelError]], ...] = (
    ("timeout", ModelTimeout),
    ("contentfilter", ModelRefused),
    ("connect", ModelUnreachable),
    ("remoteprotocol", ModelUnreachable),
    ("readerror", ModelUnreachable),
)
# A form that was refused: older servers answer 400 to a schema, stricter ones 422, some 501.
_REFUSED_FORM = (400, 404, 422, 501)
_WORDS_FOR_FORM = ("response_format", "json_schema", "schema", "tool", "format")


def translate(error: Exception, identity: str, destination: str) -> ModelError:
    """Our error for what a package raised; its message names the model and says what to do, never the question."""
    if isinstance(error, ModelError):
        return error
    status = _status(error)
    if status in (401, 403):
        return ModelKeyMissing(f"{identity} did not accept the key (status {status}): look at your key.")
    if status in (408, 504):
        return ModelTimeout(f"{identity} did not reply in time (status {status}).")
    if status in (429, 503, 529):
        return ModelBusy(f"{identity} takes no more requests now (status {status}): try again later.")
    if status == 404:
        return ModelError(f"{identity} is not known there (status 404): look at the name and the address.")
    if status is not None and status >= 500:
        return ModelUnreachable(f"{identity} failed (status {status}).")
    for name in _names(error):
        for word, ours in _BY_NAME:
            if word in name:
                return _by_name(ours, identity, destination)
    if status is not None:
        return ModelError(f"{identity} refused the request (status {status}).")
    return ModelReplyUnusable(f"{identity} sent a reply that could not be read ({type(error).__name__}).")


def is_about_the_form(error: BaseException | None) -> bool:
    """True where a server refused the request for a form, and may take it without."""
    if error is None:
        return False
    if isinstance(error, NotImplementedError):
        return True
    return _status(error) in _REFUSED_FORM and any(word in str(error).lower() for word in _WORDS_FOR_FORM)


def is_about_the_temperature(error: BaseException | None) -> bool:
    """True where a server refused the request because of its temperature."""
    return error is not None and _status(error) in _REFUSED_FORM and "temperature" in str(error).lower()


def _by_name(ours: type[ModelError], identity: str, destination: str) -> ModelError:
    if ours is ModelTimeout:
        return ours(f"{identity} did not reply in time: see REDRESS_MODEL_TIMEOUT.")
    if ours is ModelUnreachable:
        return ours(f"{identity} could not be reached: the request went {destination}. Is it running?")
    return ours(f"{identity} refused to write this answer.")


def _status(error: BaseException) -> int | None:
    """The status of the reply, under any of the names that the packages give it."""
    response = getattr(error, "response", None)
    for holder, name in ((error, "status_code"), (response, "status_code"), (error, "code"), (error, "http_status")):
        value = getattr(holder, name, None)
        if isinstance(value, int) and 100 <= value < 600:
            return value
    return None


def _names(error: BaseException) -> Iterator[str]:
    """The names of the error's classes, and of those it came from."""
    seen: BaseException | None = error
    while seen is not None:
        yield from (kind.__name__.lower() for kind in type(seen).__mro__)
        seen = seen.__cause__ or seen.__context__
