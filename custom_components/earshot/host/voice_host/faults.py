"""Saying what went wrong without saying what was said: an exception's message may quote it."""

from pathlib import Path
import traceback

from wyoming.error import Error
from wyoming.event import Event

from .contract import ERROR_MALFORMED


class RefusedError(Exception):
    """A request that cannot be done. `code` is one of the contract's, the message holds no spoken words.

    With `closes`, the connection is closed after the error was sent: its peer does not keep to the protocol, so
    nothing that follows can be trusted to mean what it seems to.
    """

    def __init__(self, message: str, /, *, code: str = ERROR_MALFORMED, closes: bool = True) -> None:
        """Keep code and message for the `error` event."""
        super().__init__(message)
        self.code = code
        self.closes = closes


def error_event(refused: RefusedError) -> Event:
    """Make the event that tells the peer."""
    return Error(text=str(refused), code=refused.code).event()


def describe_fault(fault: BaseException) -> str:
    """Name the kind of `fault` and the line that raised it, never its message: `KeyError at decoder.py:88`."""
    frames = traceback.extract_tb(fault.__traceback__)
    if not frames:
        return type(fault).__name__
    return f"{type(fault).__name__} at {Path(frames[-1].filename).name}:{frames[-1].lineno}"
