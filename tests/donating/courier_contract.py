"""What every courier with a desk behind it does: the stand-in of the tests, and the real ones over HTTP.

Inherit from `CourierContract` and give `courier` and `desk` fixtures: a `Courier`, the address of its desk, and what
lets a reviewer of that desk listen to what came last.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from custom_components.earshot.donation.bundle import DonationSecrets, new_secrets, seal_bundle
from custom_components.earshot.donation.clip import Clip, encode_clip
from custom_components.earshot.donation.ports import Courier
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.receipts import ReceiptAction, missing, verify_receipt
from custom_components.earshot.errors import DeskRefusedError


@dataclass
class AtDesk:
    """A desk as the suite needs it."""

    address: str
    let_listen: Callable[[str], Awaitable[None]]
    """Lets a reviewer listen to a donation, by its id, as far as the desk goes."""


PAYLOAD = encode_clip(Clip(purpose=Purpose.SPEECH, week="2026-W48", language="en", words="turn on the light"))


async def give(courier: Courier, desk: AtDesk) -> tuple[DonationSecrets, bytes]:
    """Bring a bundle, and return what shows whose it is, and the bundle."""
    statement = await courier.fetch_statement(desk.address)
    secrets = new_secrets()
    bundle = seal_bundle(
        PAYLOAD, statement=statement, purpose=Purpose.SPEECH, secrets=secrets, made_on=datetime.now(UTC).date()
    )
    await courier.deliver(desk.address, bundle, secrets.donation_id)
    return secrets, bundle


class CourierContract:
    """The suite."""

    async def test_a_statement_is_of_that_address_and_signed(self, courier: Courier, desk: AtDesk) -> None:
        statement = await courier.fetch_statement(desk.address)
        assert statement.statement.address == desk.address
        assert statement.sha256 == (await courier.fetch_statement(desk.address)).sha256

    async def test_the_same_bundle_may_be_brought_again_and_another_of_its_name_may_not(
        self, courier: Courier, desk: AtDesk
    ) -> None:
        secrets, bundle = await give(courier, desk)
        await courier.deliver(desk.address, bundle, secrets.donation_id)
        statement = await courier.fetch_statement(desk.address)
        other = seal_bundle(
            PAYLOAD, statement=statement, purpose=Purpose.SPEECH, secrets=secrets, made_on=datetime.now(UTC).date()
        )
        with pytest.raises(DeskRefusedError):
            await courier.deliver(desk.address, other, secrets.donation_id)

    async def test_who_listens_is_told_to_the_donor_and_to_nobody_else(self, courier: Courier, desk: AtDesk) -> None:
        secrets, _ = await give(courier, desk)
        await desk.let_listen(secrets.donation_id)
        key = (await courier.fetch_statement(desk.address)).statement.signing_key
        received = await courier.fetch_receipts(desk.address, secrets)
        receipts = [verify_receipt(one.signed, key, secrets.donation_id) for one in received]
        assert ReceiptAction.LISTENED in {receipt.action for receipt in receipts}
        assert not missing(receipts)
        stranger = DonationSecrets(donation_id=secrets.donation_id, token=bytes(32), key=secrets.key)
        assert not await courier.fetch_receipts(desk.address, stranger)

    async def test_what_is_taken_back_is_deleted_with_a_receipt(self, courier: Courier, desk: AtDesk) -> None:
        secrets, _ = await give(courier, desk)
        key = (await courier.fetch_statement(desk.address)).statement.signing_key
        signed = None
        while signed is None:
            signed = await courier.withdraw(desk.address, secrets)
        receipt = verify_receipt(signed, key, secrets.donation_id)
        assert (receipt.action, receipt.reason) == (ReceiptAction.DELETED, "withdrawn")

    async def test_a_stranger_takes_nothing_back(self, courier: Courier, desk: AtDesk) -> None:
        secrets, _ = await give(courier, desk)
        stranger = DonationSecrets(donation_id=secrets.donation_id, token=bytes(32), key=secrets.key)
        assert await courier.withdraw(desk.address, stranger) is None
        received = await courier.fetch_receipts(desk.address, secrets)
        key = (await courier.fetch_statement(desk.address)).statement.signing_key
        actions = {verify_receipt(one.signed, key, secrets.donation_id).action for one in received}
        assert ReceiptAction.DELETED not in actions
