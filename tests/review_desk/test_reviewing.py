from datetime import timedelta

from freezegun.api import FrozenDateTimeFactory
from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.donation.flac_blocks import bare_flac
from custom_components.earshot.donation.label import Label
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.receipts import ReceiptAction, verify_label
from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.errors.desk import ClipOverError, LabelRefusedError, ReviewLimitError
from custom_components.earshot.ledger.giving import Reviewed
from custom_components.earshot.review_desk.leases import LEASE_SECONDS, SOUND_SECONDS
from custom_components.earshot.review_desk.reviewing import PLAYS
from tests.review_desk.parts import GOOD, SECRET, DeskHome, choices, clip, sound

OTHER = Label(words="something else", quality="good")
UNUSABLE = Label(quality="unusable")
WAKE_WORD = clip(purpose=Purpose.WAKE_WORDS, words=None, wake_word="okay_nabu")


class Elapsed:
    """Time that goes by when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
async def elapsed(home: DeskHome, monkeypatch: pytest.MonkeyPatch) -> Elapsed:
    made = Elapsed()
    monkeypatch.setattr("custom_components.earshot.review_desk.open_desk.elapsed_seconds", made)
    await home.close()
    await home.open()
    return made


async def test_a_reviewer_gets_a_clip_and_neither_donor_nor_donation(home: DeskHome, people: list[User]) -> None:
    given = await home.take()
    shown = await home.desk.next_clip(people[0])
    assert shown is not None
    assert (shown.words, shown.language, shown.sound_ms, shown.purpose) == (SECRET, "en", 1000, Purpose.SPEECH)
    assert given.secrets.donation_id not in repr(shown)
    assert SECRET not in repr(shown)


async def test_where_nothing_waits_there_is_no_clip(home: DeskHome, people: list[User]) -> None:
    assert await home.desk.next_clip(people[0]) is None


async def test_who_asks_again_keeps_the_clip_that_they_have(home: DeskHome, people: list[User]) -> None:
    for number in range(5):
        await home.take(clip(words=f"number {number}"))
    first = await home.desk.next_clip(people[0])
    again = await home.desk.next_clip(people[0])
    assert first is not None
    assert again is not None
    assert (again.ticket, again.words) == (first.ticket, first.words)
    assert (await home.desk.progress(people[0])).today == 1


async def test_no_two_people_have_the_same_clip_at_once(home: DeskHome, people: list[User]) -> None:
    given = await home.take()
    assert await home.desk.next_clip(people[0]) is not None
    assert await home.desk.next_clip(people[1]) is None
    assert len(await home.receipts(given)) == 1


async def test_a_clip_goes_back_when_its_time_is_over(home: DeskHome, people: list[User], elapsed: Elapsed) -> None:
    await home.take()
    first = await home.desk.next_clip(people[0])
    assert first is not None
    elapsed.seconds += LEASE_SECONDS
    assert await home.desk.next_clip(people[1]) is not None
    with pytest.raises(ClipOverError):
        await home.desk.label(first.ticket, GOOD, people[0])


async def test_clips_are_drawn_in_a_random_order(home: DeskHome, people: list[User]) -> None:
    given = {(await home.take(clip(words=f"number {number}"))).secrets.donation_id: number for number in range(12)}
    drawn = []
    for _ in given:
        shown = await home.desk.next_clip(people[0])
        assert shown is not None
        assert shown.words is not None
        drawn.append(shown.words)
        await home.desk.skip(shown.ticket, people[0])
    assert sorted(drawn) == sorted(f"number {number}" for number in range(12))
    assert drawn != [f"number {number}" for number in range(12)]


async def test_nobody_is_given_a_clip_twice_that_they_labelled_or_skipped(home: DeskHome, people: list[User]) -> None:
    await home.take()
    await home.label(people[0])
    assert await home.desk.next_clip(people[0]) is None
    shown = await home.desk.next_clip(people[1])
    assert shown is not None
    await home.desk.skip(shown.ticket, people[1])
    assert await home.desk.next_clip(people[1]) is None
    assert await home.desk.next_clip(people[2]) is not None


async def test_the_sound_is_handed_out_once_for_a_ticket_and_to_nobody_else(home: DeskHome, people: list[User]) -> None:
    await home.take()
    shown = await home.desk.next_clip(people[0])
    assert shown is not None
    with pytest.raises(ClipOverError):
        await home.desk.sound_ticket(shown.ticket, people[1])
    ticket = await home.desk.sound_ticket(shown.ticket, people[0])
    with pytest.raises(ClipOverError):
        await home.desk.sound(ticket.ticket, people[1])
    assert await home.desk.sound(ticket.ticket, people[0]) == bare_flac(sound())
    with pytest.raises(ClipOverError):
        await home.desk.sound(ticket.ticket, people[0])


async def test_a_ticket_for_a_sound_is_of_use_for_a_minute(
    home: DeskHome, people: list[User], elapsed: Elapsed
) -> None:
    await home.take()
    shown = await home.desk.next_clip(people[0])
    assert shown is not None
    ticket = await home.desk.sound_ticket(shown.ticket, people[0])
    elapsed.seconds += SOUND_SECONDS
    with pytest.raises(ClipOverError):
        await home.desk.sound(ticket.ticket, people[0])


async def test_nobody_plays_a_clip_without_end(home: DeskHome, people: list[User]) -> None:
    await home.take()
    shown = await home.desk.next_clip(people[0])
    assert shown is not None
    for _ in range(PLAYS):
        await home.desk.sound_ticket(shown.ticket, people[0])
    with pytest.raises(ClipOverError):
        await home.desk.sound_ticket(shown.ticket, people[0])


async def test_every_step_is_a_receipt_in_order_and_an_entry(home: DeskHome, people: list[User]) -> None:
    given = await home.take()
    shown = await home.desk.next_clip(people[0])
    assert shown is not None
    for _ in range(2):
        await home.desk.sound((await home.desk.sound_ticket(shown.ticket, people[0])).ticket, people[0])
    await home.desk.label(shown.ticket, GOOD, people[0])
    other = await home.desk.next_clip(people[1])
    assert other is not None
    await home.desk.skip(other.ticket, people[1])
    found = await home.receipts(given)
    assert [(one.sequence, one.action, one.reviewer, one.heard_ms) for one in found] == [
        (1, ReceiptAction.LISTENED, "1", 0),
        (2, ReceiptAction.LISTENED, "1", 1000),
        (3, ReceiptAction.LISTENED, "1", 1000),
        (4, ReceiptAction.LABELLED, "1", None),
        (5, ReceiptAction.LISTENED, "2", 0),
        (6, ReceiptAction.SKIPPED, "2", None),
    ]
    entries = [record for record in home.entries() if isinstance(record, Reviewed)]
    assert [record.action for record in entries] == [one.action.value for one in found]
    assert [record.ear.got.sound_ms for record in entries] == [None, 1000, 1000, None, None, None]
    assert {record.utterance_id for record in entries} == {None}
    signed = await home.desk.receipts(given.secrets.donation_id, given.secrets.token)
    assert [record.receipt_sha256 for record in entries] == [one.signed.sha256 for one in signed]


async def test_the_label_comes_with_the_receipt_that_commits_to_it(home: DeskHome, people: list[User]) -> None:
    given = await home.take()
    await home.label(people[0])
    signed = await home.desk.receipts(given.secrets.donation_id, given.secrets.token)
    (receipt,) = [one for one in await home.receipts(given) if one.action is ReceiptAction.LABELLED]
    (opened,) = [one.label for one in signed if one.label is not None]
    assert opened.label == GOOD
    assert verify_label(receipt, opened)
    assert not home.files_with(SECRET.encode())


async def test_two_who_agree_accept_a_clip(home: DeskHome, people: list[User]) -> None:
    given = await home.take()
    await home.label(people[0], Label(words=SECRET.upper() + "!", quality="good"))
    assert home.row(given).state == "waiting"
    await home.label(people[1])
    assert home.row(given).state == "accepted"
    assert await home.desk.next_clip(people[2]) is None


@pytest.mark.parametrize(("third", "state"), [(GOOD, "accepted"), (OTHER, "accepted"), (UNUSABLE, "gone")])
async def test_a_third_settles_where_two_differ(home: DeskHome, people: list[User], third: Label, state: str) -> None:
    given = await home.take()
    for user, label in zip(people, (GOOD, OTHER, third), strict=False):
        await home.label(user, label)
    assert home.row(given).state == state
    assert await home.desk.next_clip(people[3]) is None


async def test_what_two_cannot_use_is_erased(home: DeskHome, people: list[User]) -> None:
    given = await home.take()
    await home.label(people[0], UNUSABLE)
    await home.label(people[1], UNUSABLE)
    last = (await home.receipts(given))[-1]
    assert (last.action, last.reason, last.reviewer) == (ReceiptAction.DELETED, "rejected", None)
    assert not list(home.desk._desk.chest.vault.names())


async def test_a_wake_word_clip_needs_the_word_and_no_words(home: DeskHome, people: list[User]) -> None:
    given = await home.take(WAKE_WORD)
    shown = await home.desk.next_clip(people[0])
    assert shown is not None
    assert (shown.words, shown.wake_word) == (None, "okay_nabu")
    assert await home.receipts(given) == []
    with pytest.raises(LabelRefusedError):
        await home.desk.label(shown.ticket, GOOD, people[0])
    await home.desk.label(shown.ticket, Label(wake_word="right", quality="good"), people[0])
    await home.label(people[1], Label(wake_word="right", quality="noisy"))
    assert home.row(given).state == "accepted"


@pytest.mark.parametrize("words", ["", "   ", "...", "two\nlines", "hidden\u202e", "x" * 5000])
async def test_a_label_that_says_nothing_is_refused_and_the_clip_stays(
    home: DeskHome, people: list[User], words: str
) -> None:
    await home.take()
    shown = await home.desk.next_clip(people[0])
    assert shown is not None
    with pytest.raises(LabelRefusedError):
        await home.desk.label(shown.ticket, Label(words=words, quality="good"), people[0])
    await home.desk.label(shown.ticket, GOOD, people[0])


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        (Label(quality="good", accident=True), "accident"),
        (Label(quality="good", personal_data=True), "personal_data"),
        (Label(quality="unusable", accident=True, personal_data=True, words=SECRET), "accident"),
    ],
)
async def test_what_should_not_be_here_is_shredded_at_once_and_the_receipt_says_why(
    home: DeskHome, people: list[User], label: Label, reason: str
) -> None:
    given = await home.take()
    await home.label(people[0], label)
    assert home.row(given).state == "gone"
    assert not list(home.desk._desk.chest.vault.names())
    *_, labelled, deleted = await home.receipts(given)
    assert labelled.action is ReceiptAction.LABELLED
    assert (deleted.action, deleted.reason, deleted.reviewer) == (ReceiptAction.DELETED, reason, "1")
    assert all(one.label is None for one in await home.desk.receipts(given.secrets.donation_id, given.secrets.token))


async def test_a_day_has_a_limit_for_each(home: DeskHome, people: list[User], freezer: FrozenDateTimeFactory) -> None:
    await home.close()
    home.choices = choices(daily_limit=2)
    await home.open()
    for _ in range(4):
        await home.take()
    await home.label(people[0])
    await home.label(people[0])
    with pytest.raises(ReviewLimitError) as raised:
        await home.desk.next_clip(people[0])
    assert raised.value.placeholders == {"limit": "2"}
    assert await home.desk.next_clip(people[1]) is not None
    freezer.tick(timedelta(days=1))
    assert await home.desk.next_clip(people[0]) is not None


async def test_the_limit_outlives_a_restart_and_the_clips(home: DeskHome, people: list[User]) -> None:
    await home.close()
    home.choices = choices(daily_limit=1)
    await home.open()
    await home.take()
    await home.label(people[0], Label(quality="good", accident=True))
    await home.take()
    await home.close()
    await home.open()
    with pytest.raises(ReviewLimitError):
        await home.desk.next_clip(people[0])


async def test_progress_says_how_far_somebody_is(home: DeskHome, people: list[User]) -> None:
    for _ in range(3):
        await home.take()
    before = await home.desk.progress(people[0])
    assert (before.today, before.limit, before.labels, before.waiting) == (0, 100, 0, 3)
    await home.label(people[0])
    after = await home.desk.progress(people[0])
    assert (after.today, after.limit, after.labels, after.waiting) == (1, 100, 1, 2)


async def test_nothing_is_heard_or_read_that_cannot_be_entered(
    home: DeskHome, people: list[User], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = await home.take()

    async def refuse(_records: object) -> bool:
        return False

    monkeypatch.setattr(home.storage, "write", refuse)
    for _ in range(2):
        with pytest.raises(LedgerUnavailableError):
            await home.desk.next_clip(people[0])
    monkeypatch.undo()
    await home.desk.look()
    entries = [record for record in home.entries() if isinstance(record, Reviewed)]
    assert len(entries) == len(await home.receipts(given)) == 2


async def test_a_clip_whose_file_is_lost_is_passed_over(
    home: DeskHome, people: list[User], hass: HomeAssistant
) -> None:
    lost, there = await home.take(), await home.take(clip(words="there"))
    home.paths.contents.joinpath(f"{lost.secrets.donation_id}.sound.sealed").unlink()
    shown = await home.desk.next_clip(people[0])
    assert shown is not None
    assert shown.words == "there"
    assert there.secrets.donation_id in home.desk._desk.leases.in_hands()
