"""Each receipt is entered in the house's ledger once, whoever enters it and whatever breaks off in between."""

import asyncio
from unittest.mock import patch

from homeassistant.auth.models import User
import pytest

from custom_components.earshot.donation.desk.desk_store import receipts
from custom_components.earshot.ledger.giving import Reviewed
from custom_components.earshot.review_desk import entering
from custom_components.earshot.review_desk.entering import Entering
from tests.review_desk.parts import DeskHome


def reviewed(home: DeskHome) -> list[str]:
    return [record.receipt_sha256 for record in home.entries() if isinstance(record, Reviewed)]


async def test_what_was_entered_before_a_kill_and_not_noted_is_not_entered_again(
    home: DeskHome, people: list[User], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        await home.take()
    with patch.object(receipts, "note_entered"):
        for user in people[:3]:
            await home.desk.next_clip(user)
    before = reviewed(home)
    assert len(set(before)) == 3
    await home.close()
    monkeypatch.setattr(entering, "MAX_PAGE", 2)
    await home.open()
    await home.desk.look()
    assert reviewed(home) == before
    with home.desk._desk.store.read() as connection:
        assert receipts.to_enter(connection, 10) == []


async def test_what_was_not_entered_before_a_kill_is_entered_by_the_next_run(
    home: DeskHome, people: list[User]
) -> None:
    given = await home.take()
    with patch.object(Entering, "enter", return_value=False):
        await home.desk.withdraw(given.secrets.donation_id, given.secrets.token)
    assert reviewed(home) == []
    await home.close()
    await home.open()
    await home.desk.look()
    assert len(reviewed(home)) == 1


async def test_a_look_enters_nothing_that_somebody_else_is_entering(home: DeskHome, people: list[User]) -> None:
    given = [await home.take() for _ in range(4)]
    withdrawals = [home.desk.withdraw(one.secrets.donation_id, one.secrets.token) for one in given]
    await asyncio.gather(*withdrawals, *(home.desk.enter_what_is_missing() for _ in range(8)))
    assert len(reviewed(home)) == len(set(reviewed(home))) == 4
