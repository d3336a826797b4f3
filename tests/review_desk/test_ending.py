"""The ends of a clip: by its donor, by its time, by what is found of it. Nothing of it is left anywhere on the disk."""

from datetime import timedelta

from freezegun.api import FrozenDateTimeFactory
from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.donation.desk.layouts import Layout
from custom_components.earshot.donation.flac_blocks import bare_flac
from custom_components.earshot.donation.receipts import ReceiptAction, verify_receipt
from custom_components.earshot.donation.tombstones import parse_tombstones
from custom_components.earshot.errors import VaultError
from custom_components.earshot.errors.desk import ClipOverError
from custom_components.earshot.review_desk.keeping import to_enter
from custom_components.earshot.review_desk.open_desk import forget_desk
from custom_components.earshot.review_desk.shown import Asking
from custom_components.earshot.vault.vault import Vault
from tests.review_desk.parts import SECRET, DeskHome, Given, clip, sound


async def withdraw(home: DeskHome, given: Given) -> None:
    assert await home.desk.withdraw(given.secrets.donation_id, given.secrets.token) is not None


async def test_a_withdrawal_is_done_when_it_is_answered(home: DeskHome, people: list[User]) -> None:
    given = await home.take()
    await home.label(people[0])
    signed = await home.desk.withdraw(given.secrets.donation_id, given.secrets.token)
    assert signed is not None
    receipt = verify_receipt(signed, home.desk.signed_statement().statement.signing_key, given.secrets.donation_id)
    assert (receipt.action, receipt.reason, receipt.reviewer) == (ReceiptAction.DELETED, "withdrawn", None)
    assert (receipt.sequence, receipt.published) == (3, ())
    assert home.row(given).state == "gone"
    assert not list(home.desk._desk.chest.vault.names())
    assert await home.desk.next_clip(people[1]) is None


async def test_a_withdrawal_leaves_nothing_on_the_disk(home: DeskHome, people: list[User]) -> None:
    given, other = await home.take(), await home.take(clip(words="stays", sound=sound(5)))
    await home.label(people[0])
    await home.label(people[0])
    vault = home.desk._desk.chest.vault
    sealed = {path.name: path.read_bytes() for path in home.paths.contents.iterdir()}
    mine = [data for name, data in sealed.items() if name.startswith(given.secrets.donation_id)]
    assert len(mine) == 2
    assert all(home.files_with(data) for data in mine)
    keys = [path.read_bytes()[-60:] for path in (home.paths.keys / "vault").rglob(f"{given.secrets.donation_id}*.key")]
    assert len(keys) == 2
    await withdraw(home, given)
    await home.close()
    assert not home.files_with(*mine, *keys, SECRET.encode(), bare_flac(sound()), given.secrets.token)
    await home.open()
    assert list(home.desk._desk.chest.names()) == [other.secrets.donation_id]
    assert vault is not home.desk._desk.chest.vault


async def test_a_second_withdrawal_brings_the_same_receipt(home: DeskHome) -> None:
    given = await home.take()
    first = await home.desk.withdraw(given.secrets.donation_id, given.secrets.token)
    assert first == await home.desk.withdraw(given.secrets.donation_id, given.secrets.token)
    assert first is not None


async def test_who_is_not_the_donor_gets_nothing_and_changes_nothing(home: DeskHome) -> None:
    given, other = await home.take(), home.give()
    for donation_id, token in (
        (given.secrets.donation_id, other.secrets.token),
        (other.secrets.donation_id, other.secrets.token),
    ):
        assert await home.desk.withdraw(donation_id, token) is None
        assert await home.desk.receipts(donation_id, token) == []
    assert home.row(given).state == "waiting"


async def test_a_withdrawal_takes_the_clip_out_of_a_reviewers_hands(home: DeskHome, people: list[User]) -> None:
    given = await home.take()
    shown = await home.desk.next_clip(people[0])
    assert shown is not None
    ticket = await home.desk.sound_ticket(shown.ticket, people[0])
    await withdraw(home, given)
    with pytest.raises(ClipOverError):
        await home.desk.sound(ticket.ticket, people[0])
    with pytest.raises(ClipOverError):
        await home.desk.skip(shown.ticket, people[0])


async def test_a_clip_is_erased_when_its_time_is_over(
    hass: HomeAssistant, home: DeskHome, people: list[User], freezer: FrozenDateTimeFactory
) -> None:
    await home.close()
    await home.open()
    given = await home.take()
    await home.label(people[0])
    await home.label(people[1])
    await home.close()
    freezer.tick(timedelta(days=30) - timedelta(minutes=1))
    await home.open()
    await home.desk.look()
    assert home.row(given).state == "accepted"
    freezer.tick(timedelta(minutes=2))
    await home.desk.look()
    last = (await home.receipts(given))[-1]
    assert (last.action, last.reason) == (ReceiptAction.DELETED, "retention")
    assert not list(home.desk._desk.chest.vault.names())
    await home.desk.look()
    assert to_enter(home.desk._desk) == []


async def test_an_erasure_that_was_broken_off_is_finished(
    home: DeskHome, people: list[User], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = await home.take()

    def refuse(*_: object, **__: object) -> None:
        raise VaultError("the disk does not answer")

    monkeypatch.setattr(Vault, "erase", refuse)
    with pytest.raises(VaultError):
        await home.desk.withdraw(given.secrets.donation_id, given.secrets.token)
    assert await home.desk.next_clip(people[0]) is None
    assert [one.action for one in await home.receipts(given)] == []
    monkeypatch.undo()
    await home.desk.look()
    assert home.row(given).state == "gone"
    assert [one.reason for one in await home.receipts(given)] == ["withdrawn"]


async def test_the_list_of_tombstones_has_what_copies_are_to_be_taken_back_of(
    home: DeskHome, people: list[User]
) -> None:
    public = home.desk.signed_statement().statement.signing_key
    given, unpublished = await home.take(), await home.take()
    for user in people[:2]:
        await home.label(user)
        await home.label(user)
    await withdraw(home, unpublished)
    assert parse_tombstones(await home.desk.tombstones(), public).entries == ()
    await home.desk.export("one", Layout.COMMON_VOICE, people[3])
    await withdraw(home, given)
    (entry,) = parse_tombstones(await home.desk.tombstones(), public).entries
    assert (entry.donation_id, entry.reason) == (given.secrets.donation_id, "withdrawn")


async def test_who_asks_for_the_list_all_the_time_keeps_nobody_from_withdrawing(home: DeskHome) -> None:
    while home.desk.may_ask(Asking.TOMBSTONES):
        pass
    assert home.desk.may_ask(Asking.WITHDRAWALS)
    assert home.desk.may_ask(Asking.RECEIPTS)


async def test_a_desk_that_was_removed_leaves_nothing(home: DeskHome) -> None:
    await home.take()
    await home.close()
    forget_desk(home.paths)
    assert not home.paths.folder.exists()
    assert not home.paths.keys.exists()
    forget_desk(home.paths)
    await home.open()
