"""Donation as the surface sees it: consent, offers, what was given, and taking it back."""
# ruff: noqa: ARG002 - only the signatures are there; nothing reaches them yet

from collections.abc import Sequence
from datetime import datetime

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant

from ..donation.choices import Choices
from ..donation.consent import ConsentRequest
from ..donation.purposes import Purpose
from ..errors.donating import DonationsUnreadableError
from .told import DonationState, Given, OfferView, Preview, Which


class Donations:
    """Everything of this home's donating. Off until a person consents."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass

    async def state(self) -> DonationState:
        """Tell how donation stands."""
        raise DonationsUnreadableError

    async def look_at(self, address: str) -> bytes:
        """Fetch what a desk says of itself; the signed statement as `SignedStatement.to_bytes` has it.

        Nothing is consented to by looking. Raises what the courier raises.
        """
        raise DonationsUnreadableError

    async def give_consent(self, request: ConsentRequest, user: User) -> None:
        """Consent, for each of the purposes and each of the satellites.

        Whoever calls has made sure that the person has logged in, and not a token that was handed out.

        Raises ConsentRefusedError for what is missing, StatementChangedError if the desk's statement is not the one
        that was shown, LedgerUnavailableError if it could not be entered, Unauthorized for all but administrators.
        """
        raise DonationsUnreadableError

    async def off(self, by: str) -> None:
        """Withdraw every consent, now and whatever is ill: nothing is offered any more, and nothing leaves.

        What waits is dropped, and an upload under way is broken off and taken back. What was given stays given.
        """
        raise DonationsUnreadableError

    async def set_choices(self, choices: Choices) -> None:
        """Set how offers are made and how they leave. Switches nothing on."""
        raise DonationsUnreadableError

    async def consent_receipt(self, consent_id: str) -> bytes:
        """Return the receipt of a consent: canonical JSON, whose SHA-256 the ledger has. Raises ConsentUnknownError."""
        raise DonationsUnreadableError

    async def offers(self) -> tuple[OfferView, ...]:
        """Return the offers that have not left and are not over: the one that leaves next first, then the oldest."""
        raise DonationsUnreadableError

    async def offer(self, offer_id: str) -> OfferView:
        """Return one offer, whatever became of it. Raises OfferUnknownError."""
        raise DonationsUnreadableError

    async def preview(self, offer_id: str, reader: User) -> Preview:
        """Open an offer as it would leave, after it was entered that somebody reads it.

        Raises OfferUnknownError, OfferDecidedError; NotYoursError, UtteranceUnknownError, Unauthorized and
        LedgerUnavailableError as for any reading.
        """
        raise DonationsUnreadableError

    async def listen(self, offer_id: str, reader: User) -> None:
        """Enter that somebody listens to an offer, before `sound` is asked for. Raises as `preview` does."""
        raise DonationsUnreadableError

    async def sound(self, offer_id: str, which: Which) -> bytes:
        """Return the sound of an offer as a FLAC file: as it was, or as it would leave.

        Whoever calls has had it entered by `listen`. Raises OfferUnknownError, OfferDecidedError, ContentGoneError.
        """
        raise DonationsUnreadableError

    async def adjust(
        self, offer_id: str, *, strength: float | None = None, hide: Sequence[int] | None = None
    ) -> OfferView:
        """Prepare an offer anew: with another strength of masking, or with these words hidden, counted from 0.

        None leaves it as it is. The hash of the payload is another one then. Raises OfferUnknownError,
        OfferDecidedError, ChoiceError, OfferRefusedError if it could not be prepared.
        """
        raise DonationsUnreadableError

    async def send_now(self, offer_id: str, sha256: str, by: str) -> OfferView:
        """Let exactly the payload leave that was shown: the one of this hash.

        Raises PreviewChangedError for another one, OfferUnknownError, OfferDecidedError.
        """
        raise DonationsUnreadableError

    async def never(self, offer_id: str, by: str) -> None:
        """Let an offer never leave, and destroy what was prepared. Raises OfferUnknownError, OfferDecidedError."""
        raise DonationsUnreadableError

    async def offer_by_hand(self, utterance_id: str, purpose: Purpose, user: User) -> OfferView:
        """Offer something whose sound is kept. It never leaves by itself.

        Raises OfferRefusedError with the refusal, NotYoursError, UtteranceUnknownError, LedgerUnavailableError.
        """
        raise DonationsUnreadableError

    async def given(self, *, utterance_id: str | None = None) -> tuple[Given, ...]:
        """Return what was given, the newest first, without what reviewers wrote; of one utterance, if it is named."""
        raise DonationsUnreadableError

    async def given_one(self, donation_id: str, reader: User | None = None) -> Given:
        """Return one donation, for a reader with what the reviewers wrote. Raises OfferUnknownError.

        For a reader it is entered that they read it. Raises NotYoursError and others as `preview` does then.
        """
        raise DonationsUnreadableError

    async def withdraw(
        self,
        by: str,
        *,
        donation_ids: Sequence[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        everything: bool = False,
    ) -> tuple[Given, ...]:
        """Take back what was given: by name, in a time (until is exclusive), or everything.

        The desk is told until it has answered, also after a restart.

        Raises OfferUnknownError for a name of nothing, SelectionUnclearError unless exactly one of these is named.
        """
        raise DonationsUnreadableError

    async def fetch_receipts(self) -> None:
        """Ask now for the receipts of everything that was given and is not over."""
        raise DonationsUnreadableError
