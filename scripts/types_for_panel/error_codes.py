"""The codes that an answer of the websocket may have instead of a result."""

from collections.abc import Iterator
import json
from typing import Final

from homeassistant.components.websocket_api import const

from custom_components.earshot import errors
from custom_components.earshot.errors import (
    BundleError,
    ClipError,
    DonationRequestError,
    EarshotError,
    EngineError,
    GrammarError,
    HostError,
    ModelError,
    SatelliteError,
    TombstonesError,
)
from custom_components.earshot.websocket_api.answering import ERR_NOT_LOADED

from .declarations import comment
from .docstrings import doc_of

ELSEWHERE: Final[tuple[type[EarshotError], ...]] = (
    EngineError,
    GrammarError,
    HostError,
    ModelError,
    SatelliteError,
    BundleError,
    ClipError,
    DonationRequestError,
    TombstonesError,
)
"""What is told in dialogs of the setup, in actions, or aloud: no command has to do with engines, models or pairing.
And what one machine says of the bytes of another: a person is told what follows from it."""

OF_HOME_ASSISTANT: Final = {
    const.ERR_HOME_ASSISTANT_ERROR: "Home Assistant could not do it.",
    const.ERR_INVALID_FORMAT: "The command does not take such arguments.",
    const.ERR_TIMEOUT: "It took too long.",
    const.ERR_UNAUTHORIZED: "This person is not answered.",
    const.ERR_UNKNOWN_COMMAND: "Earshot was never loaded, or is another version than the page.",
    const.ERR_UNKNOWN_ERROR: "Something went wrong that nobody thought of.",
    ERR_NOT_LOADED: "Earshot is not loaded now.",
}


def codes() -> dict[str, str]:
    """Return every code with what it means, by name."""
    return dict(sorted({**OF_HOME_ASSISTANT, **{kind.code: doc_of(kind) for kind in _below(EarshotError)}}.items()))


def error_codes() -> str:
    """Return the module."""
    lines = [comment([meaning], "  ") + f"  {json.dumps(code)},\n" for code, meaning in codes().items()]
    head = comment(["Every code that an answer may have instead of a result, or an event of work that failed."])
    return "".join([head, "export const ERROR_CODES = [\n", *lines, "] as const;\n\n"]) + (
        "export type ErrorCode = (typeof ERROR_CODES)[number];\n"
    )


def _below(kind: type[EarshotError]) -> Iterator[type[EarshotError]]:
    """Yield what the package of errors declares; what its users derive for themselves never leaves them."""
    for child in kind.__subclasses__():
        if child not in ELSEWHERE and child.__module__.startswith(errors.__name__):
            yield child
            yield from _below(child)
