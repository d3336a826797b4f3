from collections.abc import Iterator
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path

from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.donation.bundle import (
    MAX_AGE,
    MAX_AHEAD,
    MAX_BUNDLE,
    DeskKey,
    DonationSecrets,
    new_secrets,
    seal_bundle,
)
from custom_components.earshot.donation.clip import encode_clip
from custom_components.earshot.donation.desk.answers import RETRY_BUSY, RETRY_CLOSED, RETRY_FULL, NotTaken
from custom_components.earshot.donation.desk.quotas import FROM_ONE_OF_ALL, Capacity, Rate
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.errors import VaultError
from custom_components.earshot.vault.vault import Vault
from tests.crash.disks import SmallDisk
from tests.review_desk.parts import SECRET, DeskHome, choices, clip, sound


def resealed(home: DeskHome, secrets: DonationSecrets, payload: bytes, purpose: Purpose = Purpose.SPEECH) -> bytes:
    return seal_bundle(
        payload,
        statement=home.desk.signed_statement(),
        purpose=purpose,
        secrets=secrets,
        made_on=dt_util.utcnow().date(),
    )


async def test_a_bundle_is_taken_sealed_and_waits(home: DeskHome) -> None:
    given = home.give()
    answer = await home.accept(given)
    assert (answer.status, answer.code, answer.retry_after) == (HTTPStatus.ACCEPTED, None, None)
    assert home.desk._desk.chest.payload(given.secrets.donation_id) == given.payload
    assert home.row(given).state == "waiting"
    assert not home.files_with(SECRET.encode(), sound(), given.secrets.token)


async def test_the_same_bundle_is_taken_once(home: DeskHome) -> None:
    given = await home.take()
    assert (await home.accept(given)).taken
    assert (await home.desk.statistics()).states == {"waiting": 1}


async def test_a_bundle_that_was_withdrawn_is_not_taken_again(home: DeskHome) -> None:
    given = await home.take()
    await home.desk.withdraw(given.secrets.donation_id, given.secrets.token)
    assert (await home.accept(given)).taken
    assert home.row(given).state == "gone"
    assert list(home.desk._desk.chest.names()) == []


async def test_another_bundle_of_the_same_identifier_is_refused(home: DeskHome) -> None:
    given = await home.take()
    answer = await home.desk.accept(resealed(home, given.secrets, given.payload))
    assert (answer.status, answer.code) == (HTTPStatus.CONFLICT, NotTaken.ANOTHER)


async def test_a_bundle_that_was_announced_as_another_is_refused(home: DeskHome) -> None:
    answer = await home.desk.accept(home.give().body, "ab" * 16)
    assert answer.code is NotTaken.MALFORMED


async def test_what_is_too_large_need_not_even_be_read(home: DeskHome) -> None:
    answer = home.desk.turn_away(MAX_BUNDLE + 1)
    assert answer is not None
    assert answer.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert home.desk.turn_away(MAX_BUNDLE) is None
    assert (await home.desk.accept(bytes(MAX_BUNDLE + 1))).code is NotTaken.TOO_LARGE


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (-MAX_AGE, None),
        (-MAX_AGE - timedelta(days=1), NotTaken.MADE_ON),
        (MAX_AHEAD, None),
        (MAX_AHEAD + timedelta(days=1), NotTaken.MADE_ON),
    ],
)
async def test_a_bundle_is_neither_too_old_nor_ahead(home: DeskHome, days: timedelta, code: NotTaken | None) -> None:
    given = home.give(made_on=dt_util.utcnow().date() + days)
    assert (await home.accept(given)).code is code


async def test_a_bundle_under_an_outdated_statement_is_refused_with_a_code_of_its_own(home: DeskHome) -> None:
    given = home.give()
    await home.close()
    home.choices = choices(retention_days=60)
    await home.open()
    answer = await home.accept(given)
    assert (answer.status, answer.code) == (HTTPStatus.BAD_REQUEST, NotTaken.STATEMENT_OUTDATED)
    assert (await home.accept(home.give())).taken


async def test_a_restart_keeps_the_statement_to_the_byte(home: DeskHome) -> None:
    before = home.desk.signed_statement()
    await home.close()
    await home.open()
    assert home.desk.signed_statement().to_bytes() == before.to_bytes()


async def test_a_purpose_that_the_statement_does_not_name_is_refused(hass: HomeAssistant, home: DeskHome) -> None:
    await home.close()
    home.choices = choices(purposes=[Purpose.WAKE_WORDS.value])
    await home.open()
    assert (await home.accept(home.give())).code is NotTaken.PURPOSE


def malformed(home: DeskHome) -> Iterator[bytes]:
    body = home.give().body
    yield b""
    yield b"?" * len(body)
    yield body[:-1]
    changed = bytearray(body)
    changed[-1] ^= 1
    yield bytes(changed)
    payload = encode_clip(clip())
    yield resealed(home, new_secrets(), b"no clip at all")
    yield resealed(home, new_secrets(), payload[:-40] + bytes(40))
    yield resealed(home, new_secrets(), payload, Purpose.WAKE_WORDS)


async def test_what_is_no_bundle_or_holds_no_clip_is_refused(home: DeskHome) -> None:
    for number, body in enumerate(malformed(home), 1):
        answer = await home.desk.accept(body)
        assert (answer.status, answer.code) == (HTTPStatus.BAD_REQUEST, NotTaken.MALFORMED), number
    assert (await home.desk.statistics()).refused == {"malformed": 7}
    assert not list(home.desk._desk.chest.names())


async def test_a_clip_that_holds_hours_where_it_says_seconds_is_refused(home: DeskHome) -> None:
    long, short = sound(1, 3000), sound(1, 1000)
    # The description of the short one, and the frames of the long one.
    lying = short[:42] + long[42:]
    made = clip(sound=lying, sound_ms=1000)
    assert (await home.accept(home.give(made))).code is NotTaken.MALFORMED


async def test_what_does_not_open_with_the_desks_key_is_refused(home: DeskHome) -> None:
    given = home.give()
    object.__setattr__(home.desk._desk.keys, "encryption", DeskKey.new())
    assert (await home.accept(given)).code is NotTaken.MALFORMED


async def test_a_burst_is_told_when_to_come_again_and_loses_nothing(home: DeskHome) -> None:
    await home.close()
    home.rate = Rate(lambda: 0.0, burst=2)
    await home.open()
    given = [home.give() for _ in range(4)]
    answers = [await home.accept(one) for one in given]
    assert [answer.code for answer in answers] == [None, None, NotTaken.BUSY, NotTaken.BUSY]
    assert (answers[-1].status, answers[-1].retry_after) == (HTTPStatus.TOO_MANY_REQUESTS, RETRY_BUSY)
    assert (await home.desk.statistics()).states == {"waiting": 2}


async def test_a_desk_that_holds_as_much_as_it_may_says_that_it_is_full(home: DeskHome) -> None:
    await home.close()
    home.capacity = Capacity(most_clips=1, free_bytes=0)
    await home.open()
    given = await home.take()
    answer = await home.accept(home.give())
    assert (answer.status, answer.code, answer.retry_after) == (
        HTTPStatus.SERVICE_UNAVAILABLE,
        NotTaken.FULL,
        RETRY_FULL,
    )
    await home.desk.withdraw(given.secrets.donation_id, given.secrets.token)
    assert (await home.accept(home.give())).taken


async def test_a_flood_costs_a_day_also_over_a_restart(home: DeskHome, freezer: FrozenDateTimeFactory) -> None:
    await home.close()
    home.capacity = Capacity(most_a_day=2, free_bytes=0)
    await home.open()
    for _ in range(2):
        await home.take()
    assert (await home.accept(home.give())).code is NotTaken.FULL
    await home.close()
    await home.open()
    assert (await home.accept(home.give())).code is NotTaken.FULL
    freezer.tick(timedelta(days=1))
    await home.take()


async def test_what_the_disk_does_not_settle_at_once_is_taken_and_settled_later(
    home: DeskHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise VaultError("the disk does not answer")

    monkeypatch.setattr(Vault, "commit", refuse)
    given = await home.take()
    monkeypatch.undo()
    await home.desk.look()
    assert home.desk._desk.chest.payload(given.secrets.donation_id) == given.payload


async def test_a_full_disk_refuses_cleanly_and_loses_nothing(hass: HomeAssistant, tmp_path: Path) -> None:
    disk = SmallDisk(tmp_path / "small")
    if not disk.mount():
        pytest.skip("this process may not mount a disk")
    try:
        home = DeskHome(hass, tmp_path / "small")
        await home.open()
        before = [await home.take(clip(sound=sound(number), words=None)) for number in range(3)]
        disk.fill(room=20_000)
        refused = [home.give(clip(sound=sound(number, 2000), sound_ms=2000)) for number in range(3)]
        for given in refused:
            answer = await home.accept(given)
            assert (answer.status, answer.code) == (HTTPStatus.SERVICE_UNAVAILABLE, NotTaken.FULL)
        disk.clear()
        await home.close()
        await home.open()
        assert sorted(home.desk._desk.chest.names()) == sorted(given.secrets.donation_id for given in before)
        assert [(await home.accept(given)).taken for given in refused] == [True] * 3
        await home.close()
        await home.storage.close()
    finally:
        disk.unmount()


async def test_a_closed_desk_turns_bundles_away(home: DeskHome) -> None:
    given = home.give()
    await home.close()
    for answer in (await home.accept(given), home.desk.turn_away(100)):
        assert answer is not None
        assert (answer.code, answer.retry_after) == (NotTaken.CLOSED, RETRY_CLOSED)


async def test_what_is_in_hand_is_finished_when_the_desk_is_closed(hass: HomeAssistant, home: DeskHome) -> None:
    given = [home.give() for _ in range(20)]
    taking = [hass.async_create_task(home.accept(one)) for one in given]
    await home.close()
    answers = [await task for task in taking]
    await home.open()
    taken = [one for one, answer in zip(given, answers, strict=True) if answer.taken]
    assert sorted(home.desk._desk.chest.names()) == sorted(one.secrets.donation_id for one in taken)


async def test_one_origin_cannot_use_up_what_others_may_give(home: DeskHome) -> None:
    await home.close()
    home.capacity = Capacity(most_bytes=FROM_ONE_OF_ALL * 1000, free_bytes=0)
    await home.open()
    one, other = "192.0.2.1", "192.0.2.2"
    given, late = home.give(), home.give()
    assert (await home.desk.accept(given.body, sharer=one)).taken
    answer = await home.desk.accept(late.body, sharer=one)
    assert (answer.status, answer.code) == (HTTPStatus.SERVICE_UNAVAILABLE, NotTaken.FULL)
    # What is there already is acknowledged, whoever brings it once more.
    assert (await home.desk.accept(given.body, sharer=one)).taken
    assert (await home.desk.accept(late.body, sharer=other)).taken
    assert (await home.desk.accept(home.give().body)).taken
