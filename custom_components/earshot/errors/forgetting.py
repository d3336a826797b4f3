"""What can go wrong when something is forgotten."""

from .tree import EarshotError


class ForgettingError(EarshotError):
    """Something cannot be forgotten as it was asked."""

    code = "forgetting_failed"


class StillSpeakingError(ForgettingError):
    """The utterance is not over yet. It can be forgotten when it is."""

    code = "still_speaking"


class ConfirmationMissingError(ForgettingError):
    """Nothing brings back what would be taken away, so it has to be confirmed."""

    code = "confirmation_missing"


class NothingSaidError(ForgettingError):
    """There is no utterance that could be meant."""

    code = "nothing_said"


class OutcomeUnknownError(ForgettingError):
    """Nobody knows how it ended, so nobody can say that it was a false wake."""

    code = "outcome_unknown"


class TicketUnknownError(ForgettingError):
    """Nothing waits under this ticket: it is done, taken back, or never was."""

    code = "ticket_unknown"
