"""Utterances with several voice hosts: the ledger names the one that heard, and both where one failed."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import ExitStack, asynccontextmanager
import os
from pathlib import Path
import signal
import socket
from typing import Any, override

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.const import CONF_HOSTS, CONF_OWN_HOST
from custom_components.earshot.errors import HostUnavailableError
from custom_components.earshot.gate.runs import speaker_key
from custom_components.earshot.host_link.answers import Transcribed
from custom_components.earshot.host_link.chosen import ChosenHost
from custom_components.earshot.host_link.pool import HostPool
from custom_components.earshot.host_link.ways import HostAddress
from custom_components.earshot.ledger import UtteranceView
from custom_components.earshot.models import Ear, EarKind, Evidence, Outcome, Place, Rule, RuleContent, Stage, Zone
from tests.gate.house import COMMAND, SECOND, FakeHost, House, accepted, add_satellite, earshot_entry, make_home
from tests.gate.test_real_host import spoken, until
from tests.voice_host.processes import running
from voice_host.pairing import code_of, make_secret


class Elsewhere(FakeHost):
    """A host on another machine of the home."""

    def __init__(self, hass: HomeAssistant, _address: HostAddress, title: str) -> None:
        super().__init__(hass, None, None)  # type: ignore[arg-type]  # it asks for neither
        self.title: Any = title
        self.place: Any = Place.HOME_NETWORK
        self.heard: bytes = b""
        self.dies_after: float | None = None

    @override
    async def transcribe(
        self, stream: AsyncIterable[bytes], *, language: str, satellite: str, answer: bool = False, times: bool = False
    ) -> Transcribed:
        self.heard = b""
        async for pcm in stream:
            self.heard += pcm
            if self.dies_after is not None and len(self.heard) >= self.dies_after * len(SECOND):
                self.turn(available=False)
                raise HostUnavailableError("killed")
        return self.hears if isinstance(self.hears, Transcribed) else accepted("")


def chosen(*titles: str) -> dict[str, Any]:
    hosts = [ChosenHost(title, HostAddress("192.168.1.2", 10700, make_secret())).to_data() for title in titles]
    return {CONF_OWN_HOST: False, CONF_HOSTS: hosts}


@asynccontextmanager
async def house_with(hass: HomeAssistant, data: dict[str, Any]) -> AsyncIterator[House]:
    await make_home(hass)
    entry = earshot_entry()
    entry.add_to_hass(hass)
    hass.config_entries.async_update_entry(entry, data=data)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    yield House(hass, entry)
    await hass.config_entries.async_unload(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)


@pytest.fixture
async def two(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """Give a home whose hosts are an attic's and a cellar's."""
    monkeypatch.setattr("custom_components.earshot.runtime.RemoteHost", Elsewhere)
    async with house_with(hass, chosen("attic", "cellar")) as house:
        yield house


def hosts(house: House) -> tuple[Any, Any]:
    """Return the host that serves who has no satellite, and the other one."""
    pool = house.runtime.host
    assert isinstance(pool, HostPool)
    first = pool.nearest("", Stage.SPEECH_TO_TEXT)
    (second,) = set(pool.members) - {first}
    return first, second


def ears_of(utterance: UtteranceView, kind: EarKind) -> list[Ear]:
    return [ear for ear in utterance.ears if ear.kind is kind]


async def test_the_ledger_names_the_host_and_that_its_place_is_its_own_word(two: House) -> None:
    first, _ = hosts(two)
    await two.say()
    utterance = await two.utterance()
    (ear,) = ears_of(utterance, EarKind.SPEECH_TO_TEXT)
    assert ear.label == f"grammar (en-us) on {first.title}"
    assert (ear.place, ear.evidence) == (Place.HOME_NETWORK, Evidence.DECLARED)
    assert not utterance.left_house
    assert {ear.evidence for ear in utterance.ears if "attic" in ear.label or "cellar" in ear.label} == {
        Evidence.DECLARED
    }


async def test_a_host_that_dies_in_the_middle_is_replaced_and_both_are_entered(two: House) -> None:
    first, second = hosts(two)
    first.dies_after = 1.0
    await two.say(seconds=2.0)
    utterance = await two.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    broken, whole = ears_of(utterance, EarKind.SPEECH_TO_TEXT)
    assert (broken.label, broken.got.sound_ms) == (f"grammar (en-us) on {first.title}", 1000)
    assert (whole.label, whole.got.sound_ms) == (f"grammar (en-us) on {second.title}", 2000)
    assert second.heard == SECOND * 2, "it heard all of it, from the beginning"
    assert [stage.status for stage in utterance.stages][:2] == ["error:host_unavailable", "ok"]
    (microphone,) = ears_of(utterance, EarKind.MICROPHONE)
    assert microphone.got.sound_ms == 2000, "the room was heard once"


async def test_when_all_fail_the_utterance_fails_and_each_is_entered(two: House) -> None:
    for host in hosts(two):
        host.dies_after = 0.5
    await two.say()
    utterance = await two.utterance()
    assert (utterance.outcome, utterance.code) == (Outcome.FAILED, "host_unavailable")
    assert [ear.got.sound_ms for ear in ears_of(utterance, EarKind.SPEECH_TO_TEXT)] == [500, 500]


async def test_one_that_may_not_have_the_sound_does_not_step_in(two: House) -> None:
    first, second = hosts(two)
    first.dies_after, second.place = 1.0, Place.INTERNET
    await two.runtime.settings.set_rule(None, RuleContent.SOUND, Zone.INTERNET, Rule.LOCAL_ONLY, "Ada")
    await two.say()
    assert not second.heard
    utterance = await two.utterance()
    assert (utterance.outcome, utterance.code, utterance.left_house) == (Outcome.FAILED, "host_unavailable", False)
    assert len(ears_of(utterance, EarKind.SPEECH_TO_TEXT)) == 1


async def test_satellites_have_hosts_of_their_own(hass: HomeAssistant, two: House) -> None:
    satellites = [add_satellite(hass, name) for name in ("Kitchen", "Bedroom", "Hall")]
    for satellite in satellites * 2:
        await two.say(satellite_id=satellite)
    used: dict[str, list[str]] = {satellite: [] for satellite in satellites}
    for utterance in await two.utterances():
        (ear,) = ears_of(utterance, EarKind.SPEECH_TO_TEXT)
        assert utterance.satellite is not None
        used[utterance.satellite.entity_id or ""].append(ear.label.rpartition(" ")[2])
    pool: Any = two.runtime.host
    own = {
        satellite: pool.nearest(speaker_key(hass, satellite), Stage.SPEECH_TO_TEXT).title for satellite in satellites
    }
    assert used == {satellite: [title, title] for satellite, title in own.items()}


async def test_a_home_without_any_host_is_set_up_and_waits_for_none(hass: HomeAssistant) -> None:
    await make_home(hass)
    entry = earshot_entry()
    entry.add_to_hass(hass)
    hass.config_entries.async_update_entry(entry, data={CONF_OWN_HOST: False})
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    assert not House(hass, entry).runtime.host.available
    assert await hass.config_entries.async_unload(entry.entry_id)


@pytest.mark.usefixtures("socket_enabled")
async def test_of_two_real_hosts_one_is_killed_in_the_middle_and_the_other_answers(
    hass: HomeAssistant, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        data, processes = [], {}
        for title in ("attic", "cellar"):
            with socket.create_server(("127.0.0.1", 0)) as free:
                port = free.getsockname()[1]
            address = HostAddress("127.0.0.1", port, make_secret())
            (tmp_path / title).write_text(code_of(address.secret))
            arguments = ("--uri", f"tcp://127.0.0.1:{port}", "--code-file", str(tmp_path / title))
            processes[title] = stack.enter_context(running(*arguments)).process
            data.append(ChosenHost(title, address).to_data())
        async with house_with(hass, {CONF_OWN_HOST: False, CONF_HOSTS: data}) as house:
            first, second = hosts(house)
            await until(lambda: all(host.grammar_built is not None for host in (first, second)))
            pcm = await spoken(house, COMMAND)
            run = house.speak_to(pcm=pcm, pace=0.01)
            await asyncio.sleep(0.3)
            os.kill(processes[first.title].pid, signal.SIGKILL)
            await run
            utterance = await house.utterance()
            assert utterance.outcome is Outcome.ANSWERED
            broken, whole = ears_of(utterance, EarKind.SPEECH_TO_TEXT)
            assert broken.label.endswith(f" on {first.title}")
            assert whole.label.endswith(f" on {second.title}")
            (microphone,) = ears_of(utterance, EarKind.MICROPHONE)
            assert whole.got == microphone.got, "it heard all of it"
            assert (whole.place, whole.evidence) == (Place.THIS_MACHINE, Evidence.DECLARED)
            assert not first.available
