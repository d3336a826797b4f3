"""The one place where Earshot's errors become Home Assistant's: with a translation key, and no English in code."""

from collections.abc import Iterator
from contextlib import contextmanager

from homeassistant.exceptions import HomeAssistantError

from .const import DOMAIN
from .errors import EarshotError


@contextmanager
def translated_errors() -> Iterator[None]:
    """Raise every EarshotError from the block as a HomeAssistantError that the person's language can say."""
    try:
        yield
    except EarshotError as err:
        raise HomeAssistantError(
            str(err),
            translation_domain=DOMAIN,
            translation_key=err.code,
            translation_placeholders=dict(err.placeholders),
        ) from err
