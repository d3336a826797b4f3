"""An utterance as its entries tell it, put together for reading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..models import ContentKind, Deed, Ear, Evidence, Outcome, Place, Satellite, Stage, Target
from .circumstances import Acted, AlsoHeard
from .giving import Donated, Offered, Reviewed
from .projection import FROM_OFFER, LOOKED_THROUGH, UNHEARD
from .record import Accessed, Blocked, Disowned, Erased, Finished, Heard, Processed, Record, Shared, Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEntry:
    """One entry of the ledger."""

    index: int
    """Its place, counted from 0."""
    record: Record
    leaf_hash: str
    """Its leaf in the tree, in hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView:
    """One stage that an utterance went through."""

    stage: Stage
    ear: Ear
    took_ms: int
    integration: str
    version: str
    status: str
    llm_apis: tuple[str, ...] | None
    """Interfaces by which an agent may see and use the home. None: it has none, or it is not known."""
    exposed_entities: int | None
    """How many entities an agent could see. None: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """An engine that a rule kept something of an utterance from."""

    stage: Stage
    content: ContentKind
    label: str
    integration: str
    place: Place
    evidence: Evidence
    rule: str
    """As in `Blocked`."""
    answer: str | None
    """What came of asking. None: nobody was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedsView:
    """What an utterance did to the home, by all that was entered of it."""

    evidence: Evidence
    """Unknown as soon as some of it is."""
    deeds: tuple[Deed, ...]
    changed: tuple[Target, ...]
    """None of them twice."""
    left_out: int
    """How many more there were that are not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentView:
    """One content that was sealed in the vault."""

    kind: ContentKind
    size: int
    """Bytes before sealing."""
    until: datetime | None
    """When it is, or was to be, erased. None: no such time was set."""
    erased_at: datetime | None
    """When it was erased. None: it is still there, as far as the ledger knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceView:
    """One utterance: who was within earshot, what was kept, how it ended."""

    utterance_id: str
    at: datetime
    """Instant of its first entry."""
    satellite: Satellite | None
    """None if the ledger could not be written when it was heard."""
    assistant: str | None
    wake_word: str | None
    woken_by: str | None
    """"engine" or "satellite". None: nothing woke it, or it is not known what did."""
    given: str | None
    """How the words were given: "typed", "action". None: by voice."""
    prompted: str | None
    """The action that made the satellite listen."""
    user: str | None
    """The person whose browser or app it was, by name at that time."""
    user_id: str | None
    """That person by the id of their user: what was said is theirs. None: nobody's own."""
    outside: str | None
    """How it went past Earshot: "pipeline", "stt_api", "typed", "capture". None: it came through the gate."""
    outcome: Outcome | None
    """None while it is open."""
    disowned_by: str | None
    """The person who said that it was not meant for the house; its outcome is a false wake then. None: nobody did."""
    left_house: bool
    """Whether anything of it reached the internet or a place that nobody knows, as far as is known by now."""
    listened: bool
    """Whether a person or a reviewer heard or read what was kept of it."""
    took_ms: int | None
    """From the first sound to the end. None while it is open."""
    code: str | None
    """The error's code, where it ended in an error."""
    ears: tuple[Ear, ...]
    """Everything that received it, in the order of the entries."""
    stages: tuple[StageView, ...]
    blocked: tuple[BlockView, ...]
    """Who did not get it, because of a rule."""
    contents: tuple[ContentView, ...]
    acted: DeedsView | None
    """What it did to the home. None: nothing was entered of that."""
    also_heard: tuple[Satellite, ...]
    """Other satellites that heard the same wake word."""
    speech_by_token: bool | None
    """Whether its spoken answer could be fetched without logging in when it ended. None: nothing was spoken."""


def build_view(utterance_id: str, records: Iterable[Record]) -> UtteranceView:
    """Put one utterance together from its records in the order of the ledger. There is at least one."""
    told = list(records)
    heard = next((record for record in told if isinstance(record, Heard)), None)
    finished = next((record for record in reversed(told) if isinstance(record, Finished)), None)
    ears = tuple(ear for record in told if (ear := _ear(record)) is not None)
    acted = [record for record in told if isinstance(record, Acted)]
    return UtteranceView(
        utterance_id=utterance_id,
        at=told[0].at,
        satellite=heard.satellite if heard else None,
        assistant=heard.assistant if heard else None,
        wake_word=heard.wake_word if heard else None,
        woken_by=heard.woken_by if heard else None,
        given=heard.given if heard else None,
        prompted=heard.prompted if heard else None,
        user=heard.user if heard else None,
        user_id=heard.user_id if heard else None,
        outside=heard.outside if heard else None,
        outcome=_outcome(told),
        disowned_by=next((record.by for record in reversed(told) if isinstance(record, Disowned)), None),
        left_house=_left_house(told),
        listened=any(True for _ in listenings(told)),
        took_ms=finished.took_ms if finished else None,
        code=finished.code if finished else None,
        ears=ears,
        stages=tuple(_stage(record) for record in told if isinstance(record, Processed)),
        blocked=tuple(_block(record) for record in told if isinstance(record, Blocked)),
        contents=_contents(told),
        acted=_deeds(acted) if acted else None,
        also_heard=tuple(record.satellite for record in told if isinstance(record, AlsoHeard)),
        speech_by_token=finished.speech_by_token if finished else None,
    )


def _outcome(records: Sequence[Record]) -> Outcome | None:
    """Return how it ended, or what a person said later that it was."""
    last = next((record for record in reversed(records) if isinstance(record, Finished | Disowned)), None)
    if isinstance(last, Disowned):
        return Outcome.FALSE_WAKE
    return last.outcome if last else None


def _left_house(records: Sequence[Record]) -> bool:
    """Return what the end of the utterance said, or until then its ears; and whatever went out on purpose later."""
    finished = next((record for record in reversed(records) if isinstance(record, Finished)), None)
    if finished is not None and finished.left_house:
        return True
    ears = (_ear(record) for record in records if finished is None or isinstance(record, Shared | Donated | Reviewed))
    return any(ear is not None and ear.place.leaves_house for ear in ears)


def listenings(records: Iterable[Record]) -> Iterator[Accessed | Reviewed]:
    """Yield the entries of an utterance by which somebody heard or read what was kept of it then."""
    kept: set[ContentKind] = set()
    for record in records:
        match record:
            case Stored():
                kept.add(record.content)
            case Erased():
                kept.difference_update(record.contents)
            case Accessed() if record.how == FROM_OFFER or (
                record.how != LOOKED_THROUGH and not kept.isdisjoint(record.contents)
            ):
                yield record
            case Reviewed() if record.action not in UNHEARD:
                yield record
            case _:
                pass


def _ear(record: Record) -> Ear | None:
    match record:
        case Heard():
            return record.microphone
        case Processed() | Stored() | Shared() | Offered() | Donated() | Reviewed():
            return record.ear
        case Finished():
            return record.speech
        case _:
            return None


def _stage(record: Processed) -> StageView:
    return StageView(
        stage=record.stage,
        ear=record.ear,
        took_ms=record.took_ms,
        integration=record.integration,
        version=record.version,
        status=record.status,
        llm_apis=record.llm_apis,
        exposed_entities=record.exposed_entities,
    )


def _block(record: Blocked) -> BlockView:
    return BlockView(
        stage=record.stage,
        content=record.content,
        label=record.label,
        integration=record.integration,
        place=record.place,
        evidence=record.evidence,
        rule=record.rule,
        answer=record.answer,
    )


def _deeds(records: Sequence[Acted]) -> DeedsView:
    known = all(record.evidence is Evidence.OBSERVED for record in records)
    return DeedsView(
        evidence=Evidence.OBSERVED if known else Evidence.UNKNOWN,
        deeds=tuple(deed for record in records for deed in record.deeds),
        changed=tuple(dict.fromkeys(target for record in records for target in record.changed)),
        left_out=sum(record.left_out or 0 for record in records),
    )


def _contents(records: Iterable[Record]) -> tuple[ContentView, ...]:
    """Return what was stored, with the instant of the erasure that came after it."""
    contents: dict[ContentKind, ContentView] = {}
    for record in records:
        match record:
            case Stored():
                contents[record.content] = ContentView(
                    kind=record.content, size=record.size, until=record.ear.until, erased_at=None
                )
            case Erased():
                for kind in record.contents:
                    if (content := contents.get(kind)) is not None:
                        contents[kind] = ContentView(
                            kind=kind, size=content.size, until=content.until, erased_at=record.at
                        )
            case _:
                pass
    return tuple(contents.values())
