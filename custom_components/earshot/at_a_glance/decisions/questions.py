"""Somebody was asked aloud, or in a chat, whether something may go to an engine, and has not answered yet."""

from datetime import timedelta

from homeassistant.util import dt as dt_util

from ...gate.questions import PATIENCE_SECONDS
from ..answers import Decision, DecisionKind
from .source import AtHand, decision


async def find(at_hand: AtHand) -> list[Decision]:
    """Return what waits. The answer is given where it was asked: said, or typed."""
    found = []
    for number, (question, left) in enumerate(at_hand.questions.all()):
        until = dt_util.utcnow() + timedelta(seconds=left)
        standing = question.engine.standing
        found.append(
            decision(
                DecisionKind.QUESTION,
                question.flight.utterance_id if question.flight else f"typed_{number}",
                "warning",
                who=question.engine.label,
                place=standing.place,
                evidence=standing.evidence,
                since=until - timedelta(seconds=PATIENCE_SECONDS),
                until=until,
            )
        )
    return found
