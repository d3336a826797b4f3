"""What the donor's side needs of others: somebody who speaks with a desk, and opens nothing that it carries."""

from collections.abc import Sequence
from typing import Protocol

from .answers import ReceivedReceipt
from .bundle import DonationSecrets
from .clip import Clip
from .receipts import SignedReceipt
from .statement import SignedStatement


class Courier(Protocol):
    """Speaks with review desks. Every method raises a DeskError where that fails; the same may be tried again then."""

    async def fetch_statement(self, address: str) -> SignedStatement:
        """Return what a desk says of itself, if it signed that. Raises StatementError, too."""

    async def deliver(self, address: str, bundle: bytes, donation_id: str) -> None:
        """Bring a bundle, and return when the desk has it. The same bytes may be brought again."""

    async def fetch_receipts(self, address: str, secrets: DonationSecrets) -> Sequence[ReceivedReceipt]:
        """Return what the desk did with a donation, in any order, not verified. Raises ReceiptError, too."""

    async def withdraw(self, address: str, secrets: DonationSecrets) -> SignedReceipt | None:
        """Tell the desk to delete a donation. Return its receipt of that, not verified; None: not yet, or not there."""

    async def write_to_folder(self, folder: str, clip: Clip) -> object:
        """Put a clip into a folder of this machine. Raises another EarshotError where that fails."""
