"""A host that somebody else runs, on a port of this machine: met, lost, met again; it is never called enforced."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import asdict
import logging
import os
from pathlib import Path
import signal
import socket

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.errors import (
    HostError,
    HostIdentityError,
    HostProtocolError,
    HostUnavailableError,
)
from custom_components.earshot.gate.engine import host_engine
from custom_components.earshot.host_link import backoff
from custom_components.earshot.host_link.remote import RemoteHost
from custom_components.earshot.host_link.ways import HostAddress
from custom_components.earshot.models import Evidence, Keeping, Place, Stage
from tests.host_link.guarded_hosts import GuardedHost, guarded_host, open_host
from tests.host_link.sounds import said, silence, stream
from tests.host_link.test_host import GRAMMAR, until_available
from tests.voice_host.processes import running
from voice_host.pairing import code_of, make_secret

pytestmark = pytest.mark.usefixtures("socket_enabled")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait long for the next try."""
    monkeypatch.setattr(backoff, "FIRST_SECONDS", 0.01)
    monkeypatch.setattr(backoff, "LIMIT_SECONDS", 0.02)


@pytest.fixture
async def there() -> AsyncIterator[GuardedHost]:
    async with guarded_host() as host:
        yield host


@pytest.fixture
async def met(hass: HomeAssistant, there: GuardedHost) -> AsyncIterator[RemoteHost]:
    """Return a host in the attic that has been met."""
    remote = RemoteHost(hass, there.address, "attic")
    await remote.start()
    yield remote
    await remote.stop()


async def test_it_answers_like_one_of_our_own(met: RemoteHost) -> None:
    assert met.available
    assert {word.name for word in met.wake_words()} == {"first", "second"}
    built = await met.set_home(GRAMMAR)
    assert built.revision == GRAMMAR.revision
    heard = await met.transcribe(stream(b"\1\0" * 1600), language="en", satellite="kitchen")
    assert heard.text == "3200 bytes"
    sounds = [sound async for sound in met.synthesize(said("Hello."), voice=None, speaker=None, language="en")]
    assert sounds


async def test_its_word_is_declared_and_never_enforced_also_on_this_machine(met: RemoteHost) -> None:
    assert met.report is not None
    assert met.report.enforced
    engine = host_engine(met, Stage.SPEECH_TO_TEXT)
    assert engine.label.endswith(" on attic")
    standing = engine.standing
    assert (standing.place, standing.evidence) == (Place.THIS_MACHINE, Evidence.DECLARED)
    assert standing.keeps is Keeping.NOTHING, "as surely as its word is"


@pytest.mark.parametrize(
    ("host", "place", "evidence"),
    [
        ("attic.local", Place.UNKNOWN, Evidence.UNKNOWN),
        ("192.168.1.7", Place.HOME_NETWORK, Evidence.DECLARED),
        ("8.8.8.8", Place.INTERNET, Evidence.DECLARED),
    ],
)
async def test_before_it_was_met_only_an_address_in_figures_tells_where_it_is(
    hass: HomeAssistant, host: str, place: Place, evidence: Evidence
) -> None:
    remote = RemoteHost(hass, HostAddress(host, 1, make_secret()), "attic")
    standing = host_engine(remote, Stage.WAKE_WORD).standing
    assert (standing.place, standing.evidence) == (place, evidence)


async def test_one_that_goes_is_missed_at_once_and_met_again_with_the_homes_sentences(
    hass: HomeAssistant, there: GuardedHost, met: RemoteHost
) -> None:
    await met.set_home(GRAMMAR)
    await there.close()
    await until_available(met, available=False)
    with pytest.raises(HostUnavailableError):
        await met.transcribe(stream(silence(1)), language="en", satellite="kitchen")
    again = await open_host(port=there.address.port, secret=there.address.secret)
    try:
        await until_available(met)
        assert [asdict(home) for home in again.speech.homes] == [asdict(GRAMMAR)]
    finally:
        await again.close()


@pytest.mark.parametrize("what", ["code", "protocol", "away"])
async def test_one_that_cannot_be_met_says_why(hass: HomeAssistant, what: str, there: GuardedHost) -> None:
    address = there.address
    if what == "code":
        address = HostAddress(address.host, address.port, make_secret())
    elif what == "protocol":
        there.protocol += 1
    else:
        await there.close()
    remote = RemoteHost(hass, address, "attic")
    with pytest.raises(HostError) as failed:
        await remote.begin()
    assert (
        type(failed.value)
        is {
            "code": HostIdentityError,
            "protocol": HostProtocolError,
            "away": HostUnavailableError,
        }[what]
    )
    assert not remote.available
    assert remote.refused is (what == "code")
    await remote.stop()


async def test_one_that_stays_away_is_told_of_once_and_again_when_it_is_there(
    hass: HomeAssistant, there: GuardedHost, met: RemoteHost, caplog: pytest.LogCaptureFixture
) -> None:
    several = asyncio.Event()
    met.add_listener(lambda: several.set() if met.failures >= 5 else None)
    await there.close()
    await several.wait()
    again = await open_host(port=there.address.port, secret=there.address.secret)
    try:
        await until_available(met)
    finally:
        await again.close()
    told = [record.getMessage() for record in caplog.records if record.levelno > logging.DEBUG]
    told = [line for line in told if "voice host" in line]
    assert [line for line in told if "did not start" in line] == told[2:3]
    assert len([line for line in told if "started again" in line]) == 1
    assert told[3].startswith("The voice host answers")


async def test_one_that_was_met_before_is_not_waited_for(hass: HomeAssistant, there: GuardedHost) -> None:
    before = RemoteHost(hass, there.address, "attic")
    await before.start()
    await before.stop()
    await there.close()
    remote = RemoteHost(hass, there.address, "attic")
    await remote.begin()
    assert not remote.available
    assert {word.name for word in remote.wake_words()} == {"first", "second"}
    await remote.stop()


@pytest.mark.promise(9)
async def test_no_log_line_holds_the_code(
    hass: HomeAssistant, there: GuardedHost, met: RemoteHost, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    await there.close()
    await until_available(met, available=False)
    code = code_of(there.address.secret)
    assert not any(text in caplog.text for text in (code, code.replace("-", ""), there.address.secret.hex()))


async def test_a_real_host_on_a_port_that_is_killed_is_missed_at_once(hass: HomeAssistant, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (tmp_path / "code").write_text(code_of(secret := make_secret()))
    with running("--uri", f"tcp://127.0.0.1:{port}", "--code-file", str(tmp_path / "code")) as real:
        remote = RemoteHost(hass, HostAddress("127.0.0.1", port, secret), "real")
        await remote.start()
        await remote.set_home(GRAMMAR)
        gone = asyncio.create_task(until_available(remote, available=False))
        await asyncio.sleep(0)
        heard = await remote.transcribe(stream(silence(1)), language="en", satellite="kitchen")
        assert heard.text == ""
        os.kill(real.process.pid, signal.SIGKILL)
        async with asyncio.timeout(5):
            await gone
        await remote.stop()
