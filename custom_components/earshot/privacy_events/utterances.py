"""What is told of something that was said: at its end, when a rule refuses it, when its contents are opened or erased.

Each once for an utterance, however many ears it had; and once for many utterances where one act was about all of them.
"""

from collections.abc import Iterator, Sequence

from ..ledger import Accessed, Blocked, Disowned, Erased, Finished, Record, Shared, UtteranceView
from ..models import Outcome, Satellite
from .house import left_by
from .told import Told, of_satellite

type Views = dict[str, UtteranceView]
"""What the ledger says of utterances by their ids. One that it could not tell of is missing."""

ABOUT: tuple[type[Record], ...] = (Finished, Blocked, Disowned, Erased, Accessed, Shared)

LOOKED_THROUGH = "search"
"""How an entry of access says that something was looked for, by which nobody heard or read it."""


def of_one(record: Record, views: Views) -> Iterator[Told]:
    """Yield what is told of an entry that is of one utterance and of nothing else."""
    match record:
        case Finished():
            yield from _finished(record, views.get(record.utterance_id))
        case Blocked():
            facts = {"engine": record.label, "place": record.place.value, "stage": record.stage.value}
            named = of_satellite(_satellite(record.utterance_id, views))
            yield Told("blocked", record.at, named | facts | {"rule": record.rule})
        case Disowned():
            named = of_satellite(_satellite(record.utterance_id, views))
            yield Told("false_wake", record.at, named | {"by": record.by})
        case Shared():
            named = of_satellite(_satellite(record.utterance_id, views))
            yield Told("shared", record.at, named | _of_recipient(record))
        case _:
            pass


def of_many(records: Sequence[Record], views: Views) -> Iterator[Told]:
    """Yield what is told of contents that were erased or opened together: once for each who did it, and how."""
    erased: dict[str, list[Erased]] = {}
    opened: dict[tuple[str, str], list[Accessed]] = {}
    for record in records:
        match record:
            case Erased():
                erased.setdefault(record.by, []).append(record)
            case Accessed() if record.how != LOOKED_THROUGH and not _own(record, views):
                opened.setdefault((record.who, record.how), []).append(record)
            case _:
                pass
    for by, some in erased.items():
        yield Told("erased", some[0].at, _of_contents(some, views) | {"by": by})
    for (who, how), them in opened.items():
        yield Told("opened", them[0].at, _of_contents(them, views) | {"who": who, "how": how})


def _finished(record: Finished, view: UtteranceView | None) -> Iterator[Told]:
    named = of_satellite(view.satellite if view else None)
    kept = [content for content in view.contents if content.erased_at is None] if view else []
    if kept:
        until = max((content.until for content in kept if content.until is not None), default=None)
        facts = {"contents": sorted(content.kind for content in kept), "until": until and until.isoformat()}
        yield Told("stored", record.at, named | facts)
    if record.outcome is Outcome.FALSE_WAKE:
        yield Told("false_wake", record.at, named | {"by": None})
    if record.left_house:
        yield Told("left_house", record.at, named | left_by(view.ears if view else ()) | {"what": "utterance"})


def _of_recipient(record: Shared) -> dict[str, object]:
    return {
        "who": record.ear.label,
        "place": record.ear.place.value,
        "how": record.how,
        "contents": sorted(record.contents),
        "by": record.by or None,
    }


def _own(record: Accessed, views: Views) -> bool:
    """Whether somebody opened what they said themselves. By name: the entry of the access has no other."""
    view = views.get(record.utterance_id)
    return view is not None and view.user is not None and view.user == record.who


def _of_contents(some: Sequence[Erased] | Sequence[Accessed], views: Views) -> dict[str, object]:
    ids = {record.utterance_id for record in some}
    satellites = {_satellite(one, views) for one in ids}
    (satellite,) = satellites if len(satellites) == 1 else (None,)
    contents = sorted({content for record in some for content in record.contents})
    return of_satellite(satellite) | {"count": len(ids), "contents": contents}


def _satellite(utterance_id: str, views: Views) -> Satellite | None:
    view = views.get(utterance_id)
    return view.satellite if view else None
