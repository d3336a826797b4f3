from contextlib import suppress
from io import BytesIO
from unittest.mock import patch
from zipfile import ZipFile

from homeassistant.auth.models import User
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.donation.desk.desk_store import Connection, receipts
from custom_components.earshot.donation.desk.layouts import Layout
from custom_components.earshot.donation.label import Label
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.receipts import MAX_PUBLISHED, ReceiptAction
from custom_components.earshot.errors.desk import (
    DataSetEmptyError,
    DataSetNameError,
    DataSetUnknownError,
    DeskStoreError,
)
from custom_components.earshot.ledger.giving import Reviewed
from custom_components.earshot.ledger.record import SettingChanged
from custom_components.earshot.models import Place
from custom_components.earshot.review_desk import announcing
from custom_components.earshot.review_desk.entering import DATA_SET
from custom_components.earshot.review_desk.receipting import LAST_BUT_ENDING, Receipts
from tests.review_desk.parts import GOOD, DeskHome, Given, clip


async def accepted(home: DeskHome, people: list[User], label: Label = GOOD, **changed: object) -> Given:
    given = await home.take(clip(**changed))
    for user in people[:2]:
        await home.label(user, label)
    assert home.row(given).state == "accepted"
    return given


async def fetched(home: DeskHome, name: str, layout: Layout, user: User) -> ZipFile:
    file = await home.desk.export(name, layout, user)
    assert file.filename == f"{name}.zip"
    parts = [part async for part in await home.desk.data_set(file.ticket, user)]
    assert sum(map(len, parts)) == file.size
    with pytest.raises(DataSetUnknownError):
        await home.desk.data_set(file.ticket, user)
    assert not list(home.paths.data_sets.iterdir())
    return ZipFile(BytesIO(b"".join(parts)))


async def test_only_what_was_accepted_and_given_for_it_is_published(home: DeskHome, people: list[User]) -> None:
    given = await accepted(home, people)
    right = await accepted(
        home, people, Label(wake_word="right", quality="good"), purpose=Purpose.WAKE_WORDS, wake_word="okay_nabu"
    )
    false = await accepted(
        home, people, Label(wake_word="wrong", quality="good"), purpose=Purpose.FALSE_WAKES, wake_word="okay_nabu"
    )
    await home.take()
    speech = await fetched(home, "speech-1", Layout.COMMON_VOICE, people[3])
    clips = [name for name in speech.namelist() if name.startswith("clips/")]
    assert clips == [f"clips/{given.secrets.donation_id}.flac"]
    words = await fetched(home, "words-1", Layout.OPEN_WAKE_WORD, people[3])
    sounds = [name for name in words.namelist() if name.endswith(".wav")]
    assert sorted(sounds) == [
        f"okay_nabu/negative/{false.secrets.donation_id}.wav",
        f"okay_nabu/positive/{right.secrets.donation_id}.wav",
    ]
    changed = [record for record in home.entries() if isinstance(record, SettingChanged)]
    assert [(record.setting, record.after, record.by) for record in changed] == [
        (DATA_SET, "speech-1", "Dag"),
        (DATA_SET, "words-1", "Dag"),
    ]


async def test_the_receipt_of_a_withdrawal_names_the_data_sets_that_have_it(home: DeskHome, people: list[User]) -> None:
    given, _ = await accepted(home, people), await accepted(home, people)
    for name in ("first", "second"):
        await fetched(home, name, Layout.COMMON_VOICE, people[3])
    await home.desk.withdraw(given.secrets.donation_id, given.secrets.token)
    assert (await home.receipts(given))[-1].published == ("first", "second")
    third = await fetched(home, "third", Layout.COMMON_VOICE, people[3])
    assert f"clips/{given.secrets.donation_id}.flac" not in third.namelist()
    assert given.secrets.donation_id in third.read("tombstones.tsv").decode()
    assert [(one.name, one.clips, one.removed) for one in await home.desk.data_sets()] == [
        ("first", 2, 1),
        ("second", 2, 1),
        ("third", 1, 0),
    ]


async def test_a_name_is_given_once_and_is_a_plain_one(home: DeskHome, people: list[User]) -> None:
    await accepted(home, people)
    await home.desk.export("one", Layout.COMMON_VOICE, people[3])
    for name in ("one", "../two"):
        with pytest.raises(DataSetNameError):
            await home.desk.export(name, Layout.COMMON_VOICE, people[3])


async def test_where_nothing_is_accepted_there_is_no_data_set(home: DeskHome, people: list[User]) -> None:
    await home.take()
    with pytest.raises(DataSetEmptyError):
        await home.desk.export("one", Layout.COMMON_VOICE, people[3])
    assert await home.desk.data_sets() == ()
    assert not list(home.paths.data_sets.glob("*.zip"))


async def test_a_data_set_is_handed_to_nobody_else_and_does_not_outlive_the_desk(
    home: DeskHome, people: list[User]
) -> None:
    await accepted(home, people)
    file = await home.desk.export("one", Layout.COMMON_VOICE, people[3])
    with pytest.raises(DataSetUnknownError):
        await home.desk.data_set(file.ticket, people[0])
    await home.close()
    await home.open()
    assert not list(home.paths.data_sets.glob("*.zip"))


async def published(home: DeskHome, given: Given) -> list[tuple[str, ...]]:
    """Return what the receipts of a donation say that it went into, in their order."""
    signed = await home.receipts(given)
    assert [one.sequence for one in signed] == list(range(1, len(signed) + 1))
    return [one.published for one in signed if one.action is ReceiptAction.PUBLISHED]


async def test_whoever_gave_a_clip_gets_a_receipt_for_each_data_set_that_it_goes_into(
    home: DeskHome, people: list[User]
) -> None:
    given, waiting = await accepted(home, people), await home.take()
    await home.desk.export("first", Layout.COMMON_VOICE, people[3])
    assert await published(home, given) == [("first",)]
    await home.desk.export("second", Layout.COMMON_VOICE, people[3])
    await home.desk.look()
    assert await published(home, given) == [("first",), ("second",)]
    assert await published(home, waiting) == []
    entered = [one for one in home.entries() if isinstance(one, Reviewed) and one.action == "published"]
    assert [one.donation_id for one in entered] == [given.secrets.donation_id] * 2
    assert {(one.ear.label, one.ear.place) for one in entered} == {("Bergen desk", Place.THIS_MACHINE)}


async def test_receipts_of_more_than_are_made_at_once_are_all_made(
    home: DeskHome, people: list[User], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announcing, "TOGETHER", 2)
    all_of_them = [await accepted(home, people) for _ in range(5)]
    await home.desk.export("first", Layout.COMMON_VOICE, people[3])
    assert [await published(home, given) for given in all_of_them] == [[("first",)]] * 5


async def test_what_broke_off_between_the_data_set_and_its_receipts_is_gone_on_with_at_the_next_start(
    home: DeskHome, people: list[User]
) -> None:
    given = await accepted(home, people)
    with patch("custom_components.earshot.review_desk.desk.announce", side_effect=DeskStoreError):
        await home.desk.export("first", Layout.COMMON_VOICE, people[3])
    assert await published(home, given) == []
    await home.close()
    await home.open()
    await home.desk.look()
    assert await published(home, given) == [("first",)]
    await home.desk.look()
    assert await published(home, given) == [("first",)]


async def test_the_last_receipts_are_kept_for_all_data_sets_and_the_end(home: DeskHome, people: list[User]) -> None:
    given = await accepted(home, people)
    at = dt_util.utcnow()

    def fill(connection: Connection) -> None:
        writing = Receipts(home.desk._desk.keys.signing)
        name = given.secrets.donation_id
        while receipts.next_sequence(connection, name) <= LAST_BUT_ENDING:
            writing.write(connection, name, ReceiptAction.LISTENED, at, reviewer=1, heard_ms=1)

    home.desk._desk.store.write(fill)
    for number in range(MAX_PUBLISHED + 1):
        with suppress(DataSetEmptyError):
            await home.desk.export(f"set-{number}", Layout.COMMON_VOICE, people[3])
    await home.desk.withdraw(given.secrets.donation_id, given.secrets.token)
    last = (await home.receipts(given))[-1]
    assert (last.action, len(last.published)) == (ReceiptAction.DELETED, MAX_PUBLISHED)
