"""A real desk does what the stand-in of the donors' tests does, by the same suite. `desk_http` adds the network."""

from http import HTTPStatus

from homeassistant.auth.models import User
import pytest

from custom_components.earshot.donation.answers import ReceivedReceipt
from custom_components.earshot.donation.bundle import DonationSecrets
from custom_components.earshot.donation.clip import Clip
from custom_components.earshot.donation.receipts import SignedReceipt
from custom_components.earshot.donation.statement import SignedStatement
from custom_components.earshot.errors import DeskBusyError, DeskRefusedError
from tests.donating.courier_contract import AtDesk, CourierContract
from tests.review_desk.parts import DeskHome

LATER = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}


class CourierInThisProcess:
    """Brings everything to a desk without a network in between."""

    def __init__(self, home: DeskHome) -> None:
        self._home = home

    async def fetch_statement(self, _address: str) -> SignedStatement:
        return self._home.desk.signed_statement()

    async def deliver(self, _address: str, bundle: bytes, donation_id: str) -> None:
        answer = await self._home.desk.accept(bundle, donation_id)
        if answer.status in LATER:
            raise DeskBusyError(retry_after=answer.retry_after)
        if not answer.taken:
            raise DeskRefusedError(status=answer.status)

    async def fetch_receipts(self, _address: str, secrets: DonationSecrets) -> list[ReceivedReceipt]:
        return await self._home.desk.receipts(secrets.donation_id, secrets.token)

    async def withdraw(self, _address: str, secrets: DonationSecrets) -> SignedReceipt | None:
        return await self._home.desk.withdraw(secrets.donation_id, secrets.token)

    async def write_to_folder(self, folder: str, clip: Clip) -> object:
        raise NotImplementedError


class TestDesk(CourierContract):
    """The suite, for a real desk."""

    @pytest.fixture
    def courier(self, home: DeskHome) -> CourierInThisProcess:
        return CourierInThisProcess(home)

    @pytest.fixture
    def desk(self, home: DeskHome, people: list[User]) -> AtDesk:
        async def listen(_donation_id: str) -> None:
            assert await home.desk.next_clip(people[0]) is not None

        return AtDesk("https://desk.example", listen)
