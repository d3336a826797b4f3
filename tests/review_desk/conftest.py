"""A desk that is open, and people who review at it."""

from collections.abc import AsyncIterator
from pathlib import Path

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
import pytest

from tests.review_desk.parts import DeskHome, person


@pytest.fixture
async def home(hass: HomeAssistant, tmp_path: Path) -> AsyncIterator[DeskHome]:
    home = DeskHome(hass, tmp_path)
    await home.open()
    yield home
    await home.close()
    await home.storage.close()


@pytest.fixture
async def people(hass: HomeAssistant) -> list[User]:
    """Four people who review."""
    return [await person(hass, name) for name in ("Ada", "Berit", "Carl", "Dag")]
