"""Making what the page Sharing is told of what the donor's side says."""

from ..donating.told import DonationState, Given, OfferView, Preview, ReceiptView
from .donation_told import (
    ChoicesTold,
    ConsentTold,
    DonationStanding,
    DonationTold,
    GivenTold,
    HiddenPart,
    OfferTold,
    PlaceToConsent,
    PreviewTold,
    ReceiptOfDesk,
)
from .statement_telling import tell_statement


def tell_donation(state: DonationState, *, choices: bool) -> DonationTold:
    """Tell how donation stands; what is chosen of it only where `choices` says so."""
    return DonationTold(
        standing=_standing(state),
        statement=None if state.statement is None else tell_statement(state.statement),
        consents=tuple(
            ConsentTold(
                consent_id=one.consent_id,
                purpose=one.purpose,
                satellite=one.satellite_key,
                satellite_id=one.satellite.entity_id,
                satellite_label=one.satellite.label,
                desk=one.desk,
                address=one.address,
                given=one.given,
                until=one.until,
                by=one.by,
                suspended=None if one.suspended is None else one.suspended.value,
            )
            for one in state.consents
        ),
        choices=_choices(state) if choices else None,
        places=tuple(
            PlaceToConsent(
                satellite=place.satellite_key,
                label=place.satellite.label,
                area=place.satellite.area,
                guests_or_children=place.guests_or_children,
            )
            for place in state.places
        ),
        waiting=state.waiting,
        failing_since=state.failing_since,
        failure=state.failure,
        readable=state.readable,
    )


def tell_offer(offer: OfferView, *, may_read: bool) -> OfferTold:
    """Tell the facts of an offer."""
    return OfferTold(
        offer_id=offer.offer_id,
        utterance_id=offer.utterance_id,
        said=offer.said,
        satellite_label=offer.satellite.label,
        state=offer.state.value,
        purpose=offer.purpose,
        desk=offer.desk,
        contents=offer.contents,
        sound_ms=offer.sound_ms,
        size=offer.size,
        sha256=offer.sha256,
        until=offer.until,
        drop_at=offer.drop_at,
        by_hand=offer.by_hand,
        times_unknown=offer.times_unknown,
        strength=round(offer.strength * 100),
        failure=offer.failure,
        may_read=may_read,
    )


def tell_preview(preview: Preview) -> PreviewTold:
    """Tell an offer as it would leave."""
    return PreviewTold(
        offer=tell_offer(preview.offer, may_read=True),
        words_before=preview.words_before,
        words=preview.words,
        hidden=tuple(
            HiddenPart(kind=part.kind, begin=part.begin, end=part.end, words=part.words) for part in preview.hidden
        ),
        hide=preview.hide,
        masked=preview.masked,
        trimmed_ms=preview.trimmed_ms,
        beeps=preview.beeps,
        week=preview.week,
        language=preview.language,
        wake_word=preview.wake_word,
    )


def tell_given(given: Given, *, may_withdraw: bool) -> GivenTold:
    """Tell of one donation."""
    offer = given.offer
    return GivenTold(
        donation_id=given.donation_id,
        utterance_id=offer.utterance_id,
        at=given.at,
        desk=offer.desk,
        address=offer.address,
        purpose=offer.purpose,
        contents=offer.contents,
        state=offer.state.value,
        size=given.size,
        sha256=offer.sha256,
        by=given.by,
        until=given.until,
        receipts=tuple(_receipt(receipt) for receipt in given.receipts),
        missing=given.missing,
        withdraw_asked=given.withdraw_asked,
        published=given.published,
        failure=offer.failure,
        may_withdraw=may_withdraw,
    )


def _standing(state: DonationState) -> DonationStanding:
    if state.on:
        return DonationStanding.ON
    return DonationStanding.OFF if state.suspended is None else DonationStanding.SUSPENDED


def _choices(state: DonationState) -> ChoicesTold:
    choices = state.choices
    return ChoicesTold(
        mode=choices.mode.value,
        wait=round(choices.wait.total_seconds()),
        sampling=round(choices.sampling * 100),
        daily_cap=choices.daily_cap,
        strength=round(choices.strength * 100),
        proxy=choices.proxy,
        folder=choices.folder,
    )


def _receipt(receipt: ReceiptView) -> ReceiptOfDesk:
    return ReceiptOfDesk(
        receipt_id=receipt.receipt_id,
        action=receipt.action,
        at=receipt.at,
        reviewer=receipt.reviewer,
        heard_ms=receipt.heard_ms,
        reason=receipt.reason,
        published=receipt.published,
        words=receipt.words,
        unopened=receipt.unopened,
    )
