"""The one place where Earshot's errors become Home Assistant's: with a translation key, and no English in code."""

from collections.abc import Iterator
from contextlib import contextmanager

from homeassistant.exceptions import HomeAssistantError, ServiceValidationError

from .const import DOMAIN
from .errors import (
    ConfirmationMissingError,
    EarshotError,
    ModelUnknownError,
    NothingSaidError,
    SelectionUnclearError,
    StillSpeakingError,
    TracePlaceUnknownError,
    UtteranceUnknownError,
)

_MISTAKES = (
    ConfirmationMissingError,
    ModelUnknownError,
    NothingSaidError,
    SelectionUnclearError,
    StillSpeakingError,
    TracePlaceUnknownError,
    UtteranceUnknownError,
)
"""What whoever asks can put right by asking otherwise. Home Assistant tells them, and shows no trace of the code."""


@contextmanager
def translated_errors() -> Iterator[None]:
    """Raise every EarshotError from the block as a HomeAssistantError that the person's language can say."""
    try:
        yield
    except EarshotError as err:
        kind = ServiceValidationError if isinstance(err, _MISTAKES) else HomeAssistantError
        raise kind(
            str(err),
            translation_domain=DOMAIN,
            translation_key=err.code,
            translation_placeholders=dict(err.placeholders),
        ) from err
