"""The stand-in desk does what a courier with a real one behind it does."""

import pytest

from custom_components.earshot.donation.ports import Courier
from tests.donating.courier_contract import AtDesk, CourierContract
from tests.donating.stand_in_desk import ADDRESS, StandInDesk


class TestStandInDesk(CourierContract):
    """The suite, for the stand-in."""

    @pytest.fixture
    def courier(self) -> StandInDesk:
        return StandInDesk()

    @pytest.fixture
    def desk(self, courier: Courier) -> AtDesk:
        async def listen(donation_id: str) -> None:
            assert isinstance(courier, StandInDesk)
            courier.listen(donation_id)

        return AtDesk(ADDRESS, listen)
