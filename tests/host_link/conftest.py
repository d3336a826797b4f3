"""A voice host to ask: the stand-in, or the real one."""

from collections.abc import AsyncIterator
from pathlib import Path

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.host_link.environment import HOST_ROOT, HostEnvironment
from custom_components.earshot.host_link.host import VoiceHost
from tests.host_link.facts import left_in


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """Return an empty folder of models."""
    folder = tmp_path / "models"
    folder.mkdir()
    return folder


@pytest.fixture
async def fake(
    hass: HomeAssistant, prepared_environment: HostEnvironment, models: Path, sockets: Path, fake_host_root: Path
) -> AsyncIterator[VoiceHost]:
    """Return a host that is the stand-in: not started, stopped at the end, and leaving nothing behind then."""
    voice_host = VoiceHost(hass, prepared_environment, models, root=fake_host_root)
    yield voice_host
    await voice_host.stop()
    assert not left_in(sockets)


@pytest.fixture(params=["fake", "real"])
async def host(  # noqa: PLR0913, PLR0917 - they are fixtures
    request: pytest.FixtureRequest,
    hass: HomeAssistant,
    prepared_environment: HostEnvironment,
    models: Path,
    sockets: Path,
    fake_host_root: Path,
) -> AsyncIterator[VoiceHost]:
    """Return a started host, the stand-in and the real one in turn."""
    root = fake_host_root if request.param == "fake" else HOST_ROOT
    voice_host = VoiceHost(hass, prepared_environment, models, root=root)
    await voice_host.start()
    yield voice_host
    await voice_host.stop()
    assert not left_in(sockets)
