"""What can go wrong where clips are given away on purpose."""

from .tree import EarshotError


class DonatingError(EarshotError):
    """Something about a consent, an offer or a donation cannot be done as it was asked."""

    code = "donating_failed"


class ConsentRefusedError(DonatingError):
    """A consent was not given: something that it needs is missing."""

    code = "consent_refused"


class StatementChangedError(DonatingError):
    """What was shown is not what the desk says now. It has to be shown anew."""

    code = "statement_changed"


class ConsentUnknownError(DonatingError):
    """There is no such consent."""

    code = "consent_unknown"


class ChoiceError(DonatingError):
    """Such a choice is out of bounds."""

    code = "choice_out_of_bounds"


class OfferUnknownError(DonatingError):
    """There is no such offer or donation."""

    code = "offer_unknown"


class OfferDecidedError(DonatingError):
    """The offer is decided already, or is not that far yet."""

    code = "offer_decided"


class OfferRefusedError(DonatingError):
    """What is to be offered may not be, or cannot."""

    code = "offer_refused"


class PreviewChangedError(DonatingError):
    """What was shown is not what would leave now. It has to be looked at anew."""

    code = "preview_changed"


class DonationsUnreadableError(DonatingError):
    """The store of offers and donations cannot be read or written. Nothing is offered and nothing leaves."""

    code = "donations_unreadable"
