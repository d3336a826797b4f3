"""What is said of the last utterance of a satellite. No answer repeats its words."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from math import ceil
from typing import Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..errors import EarshotError
from ..ledger import Query, UtteranceView
from ..models import ContentKind, Ear, EarKind, Evidence, Keeping, Outcome, Place
from ..runtime import RuntimeData
from .sentences import Answer
from .spoken import Spoken, clock

LOOKED_BACK: Final = 20
"""How far "that" looks behind false wakes, as when it is forgotten."""

MOST_NAMES: Final = 5
"""Things that are named as changed: more than these nobody listens to. It is said that there were others."""

DAY: Final = timedelta(days=1)

type _Telling = Callable[[Spoken, UtteranceView], Iterable[str]]
"""Yields the sentences of an answer."""

_KINDS: Final = {
    ContentKind.SOUND: Answer.KIND_SOUND,
    ContentKind.WORDS: Answer.KIND_WORDS,
    ContentKind.RESPONSE: Answer.KIND_RESPONSE,
}


class Last:
    """Tells of what was said to a satellite last, before the sentence that asks."""

    def __init__(self, hass: HomeAssistant, runtime: RuntimeData) -> None:
        self._hass = hass
        self._runtime = runtime

    async def who_heard(self, spoken: Spoken) -> str:
        """Name everything that had it, and say whether it left the house."""
        return await self._tell(spoken, self._who_heard)

    async def heard(self, spoken: Spoken) -> str:
        """Say how much was heard."""
        return await self._tell(spoken, self._how_much)

    async def kept(self, spoken: Spoken) -> str:
        """Say what is kept of it, until when, and who else may keep some."""
        return await self._tell(spoken, self._what_is_kept)

    async def sent(self, spoken: Spoken) -> str:
        """Say whether it left the house, to whom it went there, and whom a rule kept it from."""
        return await self._tell(spoken, self._where_it_went)

    async def why(self, spoken: Spoken) -> str:
        """Say who decided, and what was done. A false wake is meant here, too."""
        return await self._tell(spoken, self._what_was_done, false_wakes=True)

    async def _tell(self, spoken: Spoken, told: _Telling, *, false_wakes: bool = False) -> str:
        try:
            view = await self._before(spoken.satellite, false_wakes=false_wakes)
        except EarshotError:
            return spoken.say(Answer.UNAVAILABLE)
        if view is None:
            return spoken.say(Answer.NOTHING_SAID)
        return " ".join(told(spoken, view))

    async def _before(self, satellite: str, *, false_wakes: bool) -> UtteranceView | None:
        """Return what was said to a satellite last, before what is being said now."""
        query = Query(limit=LOOKED_BACK, satellite=satellite)
        page = await self._hass.async_add_executor_job(self._runtime.ledger.utterances, query)
        in_flight = self._runtime.gate.in_flight
        said = (view for view in page.items if view.utterance_id not in in_flight and view.outside != "capture")
        return next((view for view in said if false_wakes or view.outcome is not Outcome.FALSE_WAKE), None)

    def _who_heard(self, spoken: Spoken, view: UtteranceView) -> Iterator[str]:
        if view.ears:
            yield spoken.say(Answer.HEARD_BY, ears=_names(view.ears))
        yield spoken.say(_whether_it_left(view))
        if any(ear.evidence is Evidence.DECLARED for ear in view.ears):
            yield spoken.say(Answer.WORD_ONLY)

    def _how_much(self, spoken: Spoken, view: UtteranceView) -> Iterator[str]:
        """Tell what the recognizer got, which is the most that any engine heard, and how many words came of it."""
        yield spoken.say(Answer.LAST_AT, at=clock(view.at))
        sounds = [ear.got.sound_ms for ear in view.ears if ear.kind is EarKind.SPEECH_TO_TEXT and ear.got.sound_ms]
        if sounds:
            yield spoken.say(Answer.HEARD_SOUND, seconds=ceil(max(sounds) / 1000))
        words = [ear.got.words for ear in view.ears if ear.kind is EarKind.AGENT and ear.got.words]
        if words:
            yield spoken.say(Answer.HEARD_WORDS, words=max(words))
        elif view.outcome is Outcome.NOT_UNDERSTOOD:
            yield spoken.say(Answer.NOT_UNDERSTOOD)
        if not (sounds and (words or view.outcome is Outcome.NOT_UNDERSTOOD)):
            yield spoken.say(Answer.NO_MORE_KNOWN)

    def _what_is_kept(self, spoken: Spoken, view: UtteranceView) -> Iterator[str]:
        kept = [content for content in view.contents if content.erased_at is None]
        if kept:
            kinds = ", ".join(spoken.say(_KINDS[content.kind]) for content in kept)
            yield spoken.say(Answer.KEPT, kinds=kinds)
            ends = [content.until for content in kept]
            known = [until for until in ends if until is not None]
            if len(known) < len(ends):
                yield spoken.say(Answer.KEPT_WITHOUT_END)
            else:
                yield spoken.say(Answer.KEPT_DAYS, days=max(1, ceil((max(known) - dt_util.utcnow()) / DAY)))
        else:
            yield spoken.say(Answer.KEPT_ERASED if view.contents else Answer.KEPT_NOTHING)
        if others := [ear for ear in view.ears if _may_keep(ear)]:
            yield spoken.say(Answer.KEPT_BY_OTHERS, ears=_names(others))

    def _where_it_went(self, spoken: Spoken, view: UtteranceView) -> Iterator[str]:
        yield spoken.say(_whether_it_left(view))
        if outside := [ear for ear in view.ears if ear.place.leaves_house]:
            yield spoken.say(Answer.SENT_TO, ears=_names(outside))
        if view.blocked:
            yield _kept_from(spoken, view)

    def _what_was_done(self, spoken: Spoken, view: UtteranceView) -> Iterator[str]:
        yield spoken.say(Answer.BECAUSE_OF, at=clock(view.at))
        if view.outcome is Outcome.FALSE_WAKE:
            yield spoken.say(Answer.FALSE_WAKE)
            return
        if agents := [ear for ear in view.ears if ear.kind is EarKind.AGENT]:
            yield spoken.say(Answer.DECIDED_BY, ears=_names(agents))
        if view.blocked:
            yield _kept_from(spoken, view)
        if view.outcome is Outcome.NOT_UNDERSTOOD:
            yield spoken.say(Answer.NOT_UNDERSTOOD)
        yield from self._deeds(spoken, view)

    def _deeds(self, spoken: Spoken, view: UtteranceView) -> Iterator[str]:
        """Name what was changed in the home, and say whether that is all."""
        acted = view.acted
        changed = acted.changed if acted is not None else ()
        targets = changed or tuple(target for deed in (acted.deeds if acted else ()) for target in deed.targets)
        names = list(dict.fromkeys(self._name(target.entity_id) for target in targets))
        if names:
            yield spoken.say(Answer.CHANGED, things=", ".join(names[:MOST_NAMES]))
        sure = acted is not None and acted.evidence is Evidence.OBSERVED and not acted.left_out
        if not sure or len(names) > MOST_NAMES or (not names and acted is not None and acted.deeds):
            yield spoken.say(Answer.NO_MORE_KNOWN)
        elif not names:
            yield spoken.say(Answer.CHANGED_NOTHING)

    def _name(self, entity_id: str) -> str:
        state = self._hass.states.get(entity_id)
        return state.name if state is not None else entity_id


def _names(ears: Iterable[Ear]) -> str:
    return ", ".join(dict.fromkeys(ear.label for ear in ears))


def _kept_from(spoken: Spoken, view: UtteranceView) -> str:
    return spoken.say(Answer.KEPT_FROM, ears=", ".join(dict.fromkeys(one.label for one in view.blocked)))


def _may_keep(ear: Ear) -> bool:
    """Whether somebody else may keep what they got. Earshot's own vault is told of by what is in it."""
    own = ear.kind is EarKind.STORAGE and ear.keeps is Keeping.UNTIL
    return ear.keeps is not Keeping.NOTHING and not own


def _whether_it_left(view: UtteranceView) -> Answer:
    """Say it only where it is known: of what went past Earshot, or is not over, more may have left than is entered."""
    if any(ear.place is Place.INTERNET and ear.evidence is not Evidence.UNKNOWN for ear in view.ears):
        return Answer.LEFT
    unsure = view.left_house or view.outside is not None or view.outcome in {None, Outcome.UNSEEN}
    return Answer.MAYBE if unsure or not view.ears else Answer.STAYED
