"""What can go wrong on the way of a donation, at either end.

None of the messages holds what was said, nor what a stranger sent.
"""

from .tree import EarshotError


class DonationError(EarshotError):
    """Something about a donation did not work."""

    code = "donation_failed"


class StatementError(DonationError):
    """This is no statement of a review desk, or it is not as it was signed."""

    code = "statement_unreadable"


class ClipError(DonationError):
    """These bytes are no clip, or what is given cannot be made one."""

    code = "clip_unreadable"


class BundleError(DonationError):
    """These bytes are no bundle."""

    code = "bundle_unreadable"


class BundleSizeError(BundleError):
    """A bundle is of no known size class, or what should go into one is larger than the largest."""

    code = "bundle_size"


class BundleSignatureError(BundleError):
    """A bundle is not as its donor signed it."""

    code = "bundle_signature"


class BundleForeignError(BundleError):
    """A bundle is for the key of another desk, or for one that this desk has no more."""

    code = "bundle_foreign"


class BundleSealError(BundleError):
    """A bundle does not open with the desk's key, or its inside is not as the format says."""

    code = "bundle_seal"


class ReceiptError(DonationError):
    """This is no receipt of that desk, or it is not as it was signed."""

    code = "review_receipt_unreadable"


class TombstonesError(DonationError):
    """This is no list of withdrawn donations of that desk, or it is not as it was signed."""

    code = "tombstones_unreadable"


class DonationRequestError(DonationError):
    """This is not how a donor asks for receipts or withdraws."""

    code = "donation_request"


class DeskError(DonationError):
    """Speaking with a review desk did not work."""

    code = "desk_failed"


class DeskUnreachableError(DeskError):
    """Nothing answers at the desk's address, the connection broke, or it took too long."""

    code = "desk_unreachable"


class DeskInsecureError(DeskError):
    """The address is not one that a donation may go to: plain HTTP, a wrong certificate, or a redirect."""

    code = "desk_insecure"


class DeskAnswerError(DeskError):
    """Something answers at the address, and not as a review desk does."""

    code = "desk_answer"


class DeskBusyError(DeskError):
    """The desk turns donors away for now."""

    code = "desk_busy"

    def __init__(self, message: str = "", /, *, retry_after: float | None = None) -> None:
        """`retry_after`: seconds that the desk asks to wait; None if it does not say."""
        super().__init__(message)
        self.retry_after = retry_after


class DeskRefusedError(DeskError):
    """The desk will never take this bundle."""

    code = "desk_refused"

    def __init__(self, message: str = "", /, *, status: int, refusal: str | None = None) -> None:
        """`status`: the HTTP status: 400, 409 or 413. `refusal`: the desk's code for it, if it gave one."""
        super().__init__(message, status=str(status))
        self.status = status
        self.refusal = refusal


class FolderError(DonationError):
    """A clip could not be written to the folder that was chosen for it."""

    code = "folder_unwritable"
