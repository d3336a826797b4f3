"""What the tests with a `hass` share. Tests without one are not touched: nothing here is autouse."""

from collections.abc import AsyncIterator
import hashlib
from pathlib import Path
import shutil
import sys

from homeassistant import loader
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant
from hypothesis import settings
import pytest
import pytest_socket

# Imported before any `hass` exists: its configuration folder has a `custom_components` of its own, and the
# first one to be imported is the one that Home Assistant finds.
import custom_components.earshot  # noqa: F401
from custom_components.earshot.host_link.environment import HOST_ROOT, REQUIREMENTS, STAMP, HostEnvironment
from tests.donating.stand_in import Donations, put_in
from tests.gate.house import FakeHost, House, earshot_entry, make_home
from tests.servers import mariadb, postgresql

__all__ = ["mariadb", "postgresql"]

# How long an example takes says something of the machine only; and what passed once for a commit passes again.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile("same")

FAKE_HOST = Path(__file__).parent / "host_link" / "fake_host.py"


@pytest.fixture
def hass_config_dir(hass_tmp_config_dir: str) -> str:
    """Give each `hass` a configuration folder of its own; the default one lies in the test plugin's package."""
    return hass_tmp_config_dir


@pytest.fixture
def hass(hass: HomeAssistant) -> HomeAssistant:
    """Let each `hass` find custom integrations, which the test plugin hides by default."""
    hass.data.pop(loader.DATA_CUSTOM_COMPONENTS)
    return hass


@pytest.fixture
def prepared_environment(hass: HomeAssistant) -> HostEnvironment:
    """Let the voice host's environment be complete: its interpreter is the one of the tests, which has all packages.

    The host lives behind a unix socket, which the test plugin lets a test make but not connect to.
    """
    pytest_socket.socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    environment = HostEnvironment.of(hass)
    environment.python.parent.mkdir(parents=True)
    # Not a symlink: through one, Python would not find the packages beside the interpreter that it points to.
    environment.python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    environment.python.chmod(0o755)
    stamp = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    environment.python.parent.parent.joinpath(STAMP).write_text(stamp)
    return environment


@pytest.fixture
def fake_host_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a source root whose `voice_host` is the stand-in, with the real contract."""
    root = tmp_path_factory.mktemp("root")
    package = root / "voice_host"
    package.mkdir()
    package.joinpath("__init__.py").touch()
    shutil.copy(FAKE_HOST, package / "__main__.py")
    for shared in ("contract.py", "pairing.py"):
        shutil.copy(HOST_ROOT / "voice_host" / shared, package)
    return root


@pytest.fixture
async def house(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """Give a home with Earshot, whose voice host is a stand-in; unloaded afterwards."""
    monkeypatch.setattr("custom_components.earshot.runtime.VoiceHost", FakeHost)
    await make_home(hass)
    entry = earshot_entry()
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    yield House(hass, entry)
    if entry.state is ConfigEntryState.LOADED:
        await hass.config_entries.async_unload(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)


@pytest.fixture
def donations(hass: HomeAssistant, house: House) -> Donations:
    """Let a stand-in be the donor's side of the house."""
    stand_in = Donations(hass, house.runtime)
    put_in(hass, house.runtime, stand_in)
    return stand_in


@pytest.fixture
def sockets(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the temporary folders of hosts be made here, so that a test sees what is left of them."""
    folder = tmp_path_factory.mktemp("s")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder
