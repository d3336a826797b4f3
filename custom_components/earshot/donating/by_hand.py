"""Offers by hand: of something whose sound is kept, also of a false wake. They never leave by themselves."""

from homeassistant.auth.models import User

from ..donation.eligibility import Candidate, Circumstances, Refusal, decide_by_hand
from ..donation.offer_store import Offer
from ..donation.purposes import Purpose
from ..errors import ContentGoneError, ContentWithheldError, UtteranceUnknownError
from ..errors.donating import OfferRefusedError
from ..gate.reading import Rights
from ..ledger.view import UtteranceView
from ..models import ContentKind, Outcome
from ..vault import flac
from .home import Home
from .offering import Material, Offering


class ByHand:
    """Makes an offer of what is in the vault."""

    def __init__(self, home: Home, rights: Rights, offering: Offering) -> None:
        self._home = home
        self._rights = rights
        self._offering = offering

    async def offer(self, utterance_id: str, purpose: Purpose, user: User) -> Offer:
        """Put it up. Raises as `Donations.offer_by_hand`, and ContentWithheldError for what is erased in a moment."""
        home = self._home
        await self._rights.require_read(utterance_id, user)
        if await home.stock.run(home.withheld, utterance_id):
            raise ContentWithheldError
        view = await home.stock.run(home.storage.ledger.utterance, utterance_id)
        if view is None:
            raise UtteranceUnknownError
        pcm, words = await home.stock.run(self._kept, utterance_id)
        candidate = self._candidate(view, pcm, words if purpose is Purpose.SPEECH else None)
        consent = home.consents.covering(purpose, candidate.satellite_key)
        now = Circumstances(
            consent=consent,
            suspended=home.consents.was_suspended(purpose, candidate.satellite_key),
            drawn=True,
            offers_today=0,
            daily_cap=0,
        )
        refusal = decide_by_hand(candidate, purpose, now)
        if refusal is not None or consent is None:
            raise OfferRefusedError(refusal=(refusal or Refusal.NO_CONSENT).value)
        return await self._offering.offer(
            Material(candidate=candidate, purpose=purpose, pcm=pcm, by_hand=True), consent
        )

    def _candidate(self, view: UtteranceView, pcm: bytes, words: str | None) -> Candidate:
        settings = self._home.settings
        entity_id = view.satellite.entity_id if view.satellite else None
        place = settings.place_of(entity_id)
        there = ((ContentKind.SOUND, bool(pcm)), (ContentKind.WORDS, words is not None))
        if view.satellite is None:
            raise OfferRefusedError(refusal=Refusal.NO_CONSENT.value)
        return Candidate(
            utterance_id=view.utterance_id,
            said=view.at,
            satellite=view.satellite,
            satellite_key=place,
            outcome=view.outcome or Outcome.CANCELLED,
            discreet=False,  # of what was off the record nothing is kept
            guests=settings.guests_speak(place),
            contents=tuple(kind for kind, has in there if has),
            language=self._home.hass.config.language,
            words=words,
            wake_word=view.wake_word,
        )

    def _kept(self, utterance_id: str) -> tuple[bytes, str | None]:
        """Open what is kept of it. Blocks."""
        vault = self._home.storage.vault
        try:
            sound = flac.decode(vault.read(utterance_id, ContentKind.SOUND))
        except ContentGoneError:
            return b"", None
        try:
            return sound, vault.read(utterance_id, ContentKind.WORDS).decode()
        except ContentGoneError:
            return sound, None
