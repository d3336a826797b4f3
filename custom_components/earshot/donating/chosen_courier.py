"""The courier of this moment: each errand goes the way that is chosen now, by a proxy or without."""

from collections.abc import Callable, Sequence
from typing import override

from ..donation.answers import ReceivedReceipt
from ..donation.bundle import DonationSecrets
from ..donation.choices import Choices
from ..donation.clip import Clip
from ..donation.ports import Courier
from ..donation.receipts import SignedReceipt
from ..donation.statement import SignedStatement

type MakeCourier = Callable[[Choices], Courier]


class ChosenCourier(Courier):
    """Makes a courier for each errand."""

    def __init__(self, make: MakeCourier, choices: Callable[[], Choices]) -> None:
        self._make = make
        self._choices = choices

    @override
    async def fetch_statement(self, address: str) -> SignedStatement:
        return await self._make(self._choices()).fetch_statement(address)

    @override
    async def deliver(self, address: str, bundle: bytes, donation_id: str) -> None:
        await self._make(self._choices()).deliver(address, bundle, donation_id)

    @override
    async def fetch_receipts(self, address: str, secrets: DonationSecrets) -> Sequence[ReceivedReceipt]:
        return await self._make(self._choices()).fetch_receipts(address, secrets)

    @override
    async def withdraw(self, address: str, secrets: DonationSecrets) -> SignedReceipt | None:
        return await self._make(self._choices()).withdraw(address, secrets)

    @override
    async def write_to_folder(self, folder: str, clip: Clip) -> object:
        return await self._make(self._choices()).write_to_folder(folder, clip)
