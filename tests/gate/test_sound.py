"""Sound is measured and let go, unless a person set that it is kept."""

from collections.abc import AsyncIterator
from datetime import timedelta

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.common import MockUser

from custom_components.earshot.const import NO_SATELLITE
from custom_components.earshot.errors import ContentGoneError, LedgerUnavailableError
from custom_components.earshot.gate.sound import LONGEST_KEPT_SECONDS, SoundBuffer
from custom_components.earshot.host.voice_host.contract import MAX_UTTERANCE_SECONDS
from custom_components.earshot.host_link.answers import Transcribed
from custom_components.earshot.ledger import Accessed, Stored, UtteranceView
from custom_components.earshot.models import ContentKind, EarKind, Keeping, Outcome
from custom_components.earshot.vault.flac import decode
from tests.gate.house import SECOND, House, add_satellite, refused

PCM = b"".join((i * 7919 % 65_536).to_bytes(2, "little") for i in range(32_000))
"""Two seconds of sound like no other."""


async def keep_sound(house: House, period: timedelta | None = timedelta(days=1), at: str | None = None) -> None:
    await house.runtime.settings.set_retention(at, ContentKind.SOUND, period, "somebody")


def stored(house: House, utterance: UtteranceView) -> list[Stored]:
    entries = house.runtime.ledger.entries(utterance.utterance_id)
    return [entry.record for entry in entries if isinstance(entry.record, Stored)]


def kept(house: House, utterance: UtteranceView) -> bytes:
    return decode(house.runtime.vault.read(utterance.utterance_id, ContentKind.SOUND))


async def listen(house: House, utterance: UtteranceView, person: User) -> bytes:
    listening = house.runtime.listening
    address = await listening.address(utterance.utterance_id, person)
    return await listening.open(utterance.utterance_id, address.ticket, person)


@pytest.mark.promise(1)
async def test_on_a_fresh_install_no_sound_is_held_or_written(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_buffer: SoundBuffer) -> None:
        raise AssertionError

    monkeypatch.setattr(SoundBuffer, "__init__", refuse)
    await house.say(pcm=PCM)
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    assert {content.kind for content in utterance.contents} == {ContentKind.WORDS, ContentKind.RESPONSE}


async def test_sound_that_is_to_be_kept_is_sealed_whole_and_entered(house: House) -> None:
    await keep_sound(house)
    await house.say(pcm=PCM)
    utterance = await house.utterance()
    assert kept(house, utterance) == PCM
    record = next(record for record in stored(house, utterance) if record.content is ContentKind.SOUND)
    assert (record.ear.kind, record.ear.keeps) == (EarKind.STORAGE, Keeping.UNTIL)
    assert (record.ear.got.sound_ms, record.ear.got.sound_bytes, record.ear.got.words) == (2000, len(PCM), None)
    assert record.ear.until is not None
    assert abs(record.ear.until - record.at - timedelta(days=1)) < timedelta(seconds=5)
    assert record.size == len(house.runtime.vault.read(utterance.utterance_id, ContentKind.SOUND))


async def test_the_end_of_the_utterance_comes_after_its_sound(house: House) -> None:
    await keep_sound(house)
    await house.say()
    entries = house.runtime.ledger.entries((await house.utterance()).utterance_id)
    assert entries[-1].record.kind == "finished"


@pytest.mark.parametrize("hears", [refused("silence"), refused("rejected")], ids=str)
async def test_the_sound_of_what_was_no_command_follows_the_same_setting(house: House, hears: Transcribed) -> None:
    await keep_sound(house)
    house.host.hears = hears
    await house.say(pcm=PCM)
    utterance = await house.utterance()
    assert [content.kind for content in utterance.contents] == [ContentKind.SOUND]


async def test_each_satellite_keeps_what_is_set_for_it(hass: HomeAssistant, house: House) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await keep_sound(house, at=kitchen)
    for satellite in (kitchen, hall, None):
        await house.say(satellite_id=satellite)
    without, in_hall, in_kitchen = await house.utterances()
    assert [len(stored(house, utterance)) for utterance in (without, in_hall, in_kitchen)] == [2, 2, 3]
    await keep_sound(house, at=NO_SATELLITE)
    await keep_sound(house, timedelta(0), at=kitchen)
    for satellite in (kitchen, hall, None):
        await house.say(satellite_id=satellite)
    without, in_hall, in_kitchen, *_ = await house.utterances()
    assert [len(stored(house, utterance)) for utterance in (without, in_hall, in_kitchen)] == [3, 2, 2]


async def test_sound_that_began_before_it_was_to_be_kept_is_not_kept(house: House) -> None:
    house.host.gets_stuck = True
    run = house.speak_to()
    await house.host.stuck.wait()
    await keep_sound(house)
    house.host.stopped.set()
    await run
    assert not (await house.utterance()).contents


async def test_sound_is_let_go_when_it_is_set_meanwhile_that_none_is_kept(house: House) -> None:
    await keep_sound(house)
    house.host.gets_stuck = True
    run = house.speak_to()
    await house.host.stuck.wait()
    (flight,) = house.runtime.gate._flights
    assert flight._sound is not None
    assert flight._sound.pcm
    await keep_sound(house, timedelta(0))
    assert not flight._sound.pcm
    house.host.stopped.set()
    await run
    assert not (await house.utterance()).contents


async def test_memory_holds_no_sound_after_the_utterance(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    buffers: list[tuple[SoundBuffer, bytearray]] = []
    let_go = SoundBuffer.let_go

    def seen(buffer: SoundBuffer) -> None:
        buffers.append((buffer, buffer.pcm))
        let_go(buffer)

    monkeypatch.setattr(SoundBuffer, "let_go", seen)
    await keep_sound(house)
    await house.say(pcm=PCM)
    await house.over()
    ((buffer, pcm),) = buffers
    assert not buffer.pcm
    assert bytes(pcm) == bytes(len(PCM))


async def test_a_microphone_that_goes_on_and_on_does_not_fill_the_memory() -> None:
    async def stream() -> AsyncIterator[bytes]:
        for _ in range(LONGEST_KEPT_SECONDS + 5):
            yield SECOND

    buffer = SoundBuffer()
    passed = [pcm async for pcm in buffer.through(stream())]
    assert len(passed) == LONGEST_KEPT_SECONDS + 5
    assert len(buffer.pcm) == LONGEST_KEPT_SECONDS * len(SECOND)


def test_as_much_is_held_as_the_voice_host_hears() -> None:
    assert LONGEST_KEPT_SECONDS == MAX_UTTERANCE_SECONDS


@pytest.mark.promise(7)
async def test_listening_is_entered_before_the_sound_is_opened(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await keep_sound(house)
    await house.say(pcm=PCM)
    utterance, ada = await house.utterance(), MockUser(name="Ada", is_owner=True)
    assert decode(await listen(house, utterance, ada)) == PCM
    (*_, last) = house.runtime.ledger.entries(utterance.utterance_id)
    assert isinstance(last.record, Accessed)
    assert (last.record.who, last.record.how, last.record.contents) == ("Ada", "sound", (ContentKind.SOUND,))

    async def nowhere(_records: object) -> bool:
        return False

    monkeypatch.setattr(house.runtime.storage, "write", nowhere)
    with pytest.raises(LedgerUnavailableError):
        await listen(house, utterance, ada)


async def test_sound_that_was_not_kept_cannot_be_listened_to(house: House) -> None:
    await house.say()
    with pytest.raises(ContentGoneError):
        await listen(house, await house.utterance(), MockUser(name="Ada", is_owner=True))


async def test_sound_that_cannot_be_encoded_is_not_kept_and_voice_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.vault.flac.SAMPLE_RATE", -1)
    await keep_sound(house)
    await house.say()
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    assert len(utterance.contents) == 2
