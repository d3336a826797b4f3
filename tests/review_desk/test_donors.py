"""What donors get of what reviewers wrote: sealed to the donation's own key, whoever asks with the token."""

from homeassistant.auth.models import User
import pytest

from custom_components.earshot.donation.answers import write_receipts
from custom_components.earshot.donation.desk.desk_store import clips
from custom_components.earshot.donation.receipts import verify_label
from custom_components.earshot.donation.reply import ReplyKey
from tests.review_desk.parts import GOOD, SECRET, DeskHome, Given


async def asked(home: DeskHome, given: Given) -> bytes:
    """Return what the desk answers to whoever has the token."""
    return write_receipts(await home.desk.receipts(given.secrets.donation_id, given.secrets.token))


@pytest.mark.promise(9)
async def test_who_has_only_the_token_does_not_read_what_reviewers_wrote(home: DeskHome, people: list[User]) -> None:
    key = ReplyKey.new()
    given = home.give(reply_key=key.public)
    assert (await home.accept(given)).taken
    await home.label(people[0])
    assert SECRET.encode() not in await asked(home, given)
    name = given.secrets.donation_id
    (labelled,) = [one for one in await home.desk.receipts(name, given.secrets.token) if one.sealed is not None]
    receipt = (await home.receipts(given))[-1]
    opened = key.open(labelled.sealed or b"", name, receipt.sequence)
    assert opened.label == GOOD
    assert verify_label(receipt, opened)


async def test_a_bundle_without_such_a_key_is_answered_as_before(home: DeskHome, people: list[User]) -> None:
    given = await home.take()
    await home.label(people[0])
    assert SECRET.encode() in await asked(home, given)


async def test_to_what_is_no_key_nothing_is_told(home: DeskHome, people: list[User]) -> None:
    given = home.give(reply_key=bytes(32))
    assert (await home.accept(given)).taken
    await home.label(people[0])
    found = await home.desk.receipts(given.secrets.donation_id, given.secrets.token)
    assert [(one.label, one.sealed) for one in found] == [(None, None)] * len(found)
    assert len(found) > 0


async def test_the_key_goes_with_the_clip(home: DeskHome) -> None:
    given = home.give(reply_key=ReplyKey.new().public)
    assert (await home.accept(given)).taken
    await home.desk.withdraw(given.secrets.donation_id, given.secrets.token)
    with home.desk._desk.store.read() as connection:
        assert clips.reply_key(connection, given.secrets.donation_id) is None
