"""The voice host's environment, made by the real uv from packages that lie in a folder: no index is asked."""

import asyncio
from collections.abc import Callable
from pathlib import Path
import subprocess
import sys
import zipfile

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.errors import (
    HostInstallCompilerError,
    HostInstallError,
    HostInstallNetworkError,
    HostInstallPackageError,
    HostInstallSpaceError,
    HostUnsupportedError,
)
from custom_components.earshot.host_link import installer
from custom_components.earshot.host_link.environment import HostEnvironment
from tests.host_link.facts import left_in

type Require = Callable[..., HostEnvironment]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the folder that the environment is made in; what fails must leave it empty."""
    return tmp_path / "cache"


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """Return a folder with one wheel and one source package that cannot be built."""
    folder = tmp_path / "packages"
    folder.mkdir()
    with zipfile.ZipFile(folder / "tiny-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tiny.py", "SIZE = 1\n")
        wheel.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        wheel.writestr("tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("tiny-1.0.dist-info/RECORD", "")
    with zipfile.ZipFile(folder / "native-1.0.zip", "w") as source:
        backend = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
        source.writestr("native-1.0/pyproject.toml", backend + '[project]\nname = "native"\nversion = "1.0"\n')
        source.writestr("native-1.0/backend.py", "raise SystemExit('error: no compiler')\n")
    return folder


@pytest.fixture
def require(tmp_path: Path, place: Path, packages: Path) -> Require:
    """Return how to make an environment of given requirements, which come from the folder of packages."""

    def environment(*lines: str, index: str = "--no-index") -> HostEnvironment:
        requirements = tmp_path / "requirements.txt"
        requirements.write_text("\n".join([index, f"--find-links {packages}", *lines, ""]))
        return HostEnvironment(place / "host-env", requirements)

    return environment


def ignore(_: float) -> None:
    """Care for no progress."""


FIND_COMPILED = "import sys; sys.dont_write_bytecode = True; import os, tiny; print(os.path.exists(tiny.__cached__))"


def output(python: Path, code: str) -> str:
    return subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


async def test_an_environment_is_incomplete_until_it_is_installed_and_then_runs_its_packages(
    hass: HomeAssistant, require: Require, place: Path
) -> None:
    environment = require("tiny==1.0")
    assert environment.find() is None
    told: list[float] = []
    await environment.install(hass, told.append)
    python = environment.find()
    assert python is not None
    found = output(python, "import tiny, sys; print(tiny.SIZE, *sys.version_info[:3])")
    assert found == f"1 {' '.join(map(str, sys.version_info[:3]))}"
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert left_in(place) == ["host-env"]


async def test_the_packages_are_compiled_because_the_sandboxed_host_can_write_nothing(
    hass: HomeAssistant, require: Require
) -> None:
    environment = require("tiny==1.0")
    await environment.install(hass, ignore)
    assert output(environment.python, FIND_COMPILED) == "True"


async def test_an_installation_is_noted_until_it_is_entered(
    hass: HomeAssistant, require: Require, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("UV_INDEX_URL", raising=False)
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://somebody:secret@index.example/simple")
    environment = require("tiny==1.0")
    assert environment.contact() is None
    await environment.install(hass, ignore)
    contact = environment.contact()
    assert contact is not None
    assert contact.host == "index.example"
    environment.contact_entered()
    assert environment.contact() is None
    monkeypatch.delenv("UV_DEFAULT_INDEX")
    await environment.install(hass, ignore)
    contact = environment.contact()
    assert contact is not None
    assert contact.host is None, "not known"


async def test_other_requirements_make_it_incomplete_and_it_is_replaced_as_a_whole(
    hass: HomeAssistant, require: Require, place: Path
) -> None:
    await require("tiny==1.0").install(hass, ignore)
    (place / "host-env" / "left-over").touch()
    environment = require("tiny==1.0", "# a later version")
    assert environment.find() is None
    await environment.install(hass, ignore)
    assert environment.find() is not None
    assert "left-over" not in left_in(place / "host-env")


async def test_a_prepared_environment_behind_a_symlink_is_used_and_never_removed(
    hass: HomeAssistant, require: Require, place: Path, tmp_path: Path
) -> None:
    await require("tiny==1.0").install(hass, ignore)
    prepared = tmp_path / "prepared"
    (place / "host-env").rename(prepared)
    (place / "host-env").symlink_to(prepared)
    assert require("tiny==1.0").find() is not None
    await require("tiny==1.0", "# a later version").install(hass, ignore)
    assert not (place / "host-env").is_symlink()
    assert (prepared / "bin" / "python").exists()


async def test_an_environment_whose_python_is_gone_is_incomplete(
    hass: HomeAssistant, require: Require, place: Path
) -> None:
    environment = require("tiny==1.0")
    await environment.install(hass, ignore)
    python = place / "host-env" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nonexistent/python3.13")
    assert environment.find() is None


@pytest.mark.parametrize(
    ("requirement", "index", "error"),
    [
        ("tiny==2.0", "--no-index", HostInstallPackageError),
        ("native==1.0", "--no-index", HostInstallCompilerError),
        ("absent==1.0", "--index-url http://127.0.0.1:9/simple", HostInstallNetworkError),
        ("this is no requirement", "--no-index", HostInstallError),
    ],
)
async def test_a_failed_installation_says_what_stood_in_the_way_and_leaves_nothing(  # noqa: PLR0913, PLR0917 - its cases
    hass: HomeAssistant,
    require: Require,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    requirement: str,
    index: str,
    error: type[HostInstallError],
) -> None:
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    with pytest.raises(HostInstallError) as caught:
        await require(requirement, index=index).install(hass, ignore)
    assert type(caught.value) is error
    assert left_in(place) == []


async def test_a_failed_update_keeps_the_environment_that_was_there(
    hass: HomeAssistant, require: Require, place: Path
) -> None:
    await require("tiny==1.0").install(hass, ignore)
    with pytest.raises(HostInstallPackageError):
        await require("tiny==2.0").install(hass, ignore)
    assert left_in(place) == ["host-env"]
    assert require("tiny==1.0").find() is not None


@pytest.mark.usefixtures("socket_enabled")  # for a server on loopback, which the test plugin forbids
async def test_a_cancelled_installation_ends_uv_and_leaves_nothing(
    hass: HomeAssistant, require: Require, place: Path
) -> None:
    asked = asyncio.Event()
    gone = asyncio.Event()

    async def never_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        asked.set()
        await reader.read()
        gone.set()
        writer.close()

    async with await asyncio.start_server(never_answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        environment = require("absent==1.0", index=f"--index-url http://127.0.0.1:{port}/simple")
        work = asyncio.create_task(environment.install(hass, ignore))
        await asked.wait()
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        await gone.wait()
    assert left_in(place) == []


async def test_an_installation_that_takes_too_long_is_given_up(
    hass: HomeAssistant, require: Require, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installer, "TIMEOUT_SECONDS", 0)
    with pytest.raises(HostInstallNetworkError):
        await require("tiny==1.0").install(hass, ignore)
    assert left_in(place) == []


async def test_a_place_that_cannot_be_written_is_an_error_of_its_own(
    hass: HomeAssistant, require: Require, place: Path
) -> None:
    await hass.async_add_executor_job(place.write_text, "not a folder")
    with pytest.raises(HostInstallError):
        await require("tiny==1.0").install(hass, ignore)


async def test_nothing_is_installed_where_the_engines_cannot_run(
    hass: HomeAssistant, require: Require, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    with pytest.raises(HostUnsupportedError) as caught:
        await require("tiny==1.0").install(hass, ignore)
    assert caught.value.placeholders == {"reason": "architecture"}
    assert not await hass.async_add_executor_job(place.exists)


def test_a_full_disk_is_told_from_a_failed_build() -> None:
    follower = installer._Follower(None)
    for line in ("error: Failed to build `native==1.0`", "cc1: fatal error: No space left on device"):
        follower._take(line)
    assert follower.cause() is HostInstallSpaceError


def test_progress_never_goes_back_when_more_work_turns_up() -> None:
    told: list[float] = []
    follower = installer._Follower(told.append)
    for line in (
        "Resolved 3 packages",
        "Downloading a (1MiB)",
        " Downloaded a",
        "Downloading b (1MiB)",
        " Downloaded b",
    ):
        follower._take(line)
    assert told == sorted(set(told))
    assert told[-1] <= 0.9


async def test_the_environment_lies_in_the_cache_which_no_backup_carries(hass: HomeAssistant) -> None:
    assert HostEnvironment.of(hass).python == Path(hass.config.config_dir, ".cache/earshot/host-env/bin/python")


def test_this_system_is_supported_so_that_the_other_tests_mean_something(place: Path) -> None:
    assert HostEnvironment(place).why_unsupported() is None
