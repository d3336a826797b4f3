"""What is told of the house: rules of what is kept, times that were not watched, sound and words that nobody said."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ..ledger import Announced, CheckpointWitnessed, Gap, Listened, Record, Redacted, SettingChanged
from ..models import Ear
from .told import Told, of_satellite

OFF_THE_RECORD: Final = "off_the_record"
"""The name of that setting in its entries, and what it is told as when it is switched on."""


def left_by(ears: tuple[Ear, ...]) -> dict[str, Any]:
    """Return who outside the house got something: the first by name and place, and all names."""
    outside = [ear for ear in ears if ear.place.leaves_house]
    return {
        "engine": outside[0].label if outside else None,
        "place": outside[0].place.value if outside else None,
        "engines": sorted({ear.label for ear in outside}),
    }


def _announced(record: Announced) -> Told | None:
    if not record.ear.place.leaves_house:
        return None
    return Told("left_house", record.at, left_by((record.ear,)) | of_satellite(None) | {"what": "announcement"})


def _listened(record: Listened) -> Told | None:
    if not record.ear.place.leaves_house:
        return None
    return Told("left_house", record.at, left_by((record.ear,)) | of_satellite(record.satellite) | {"what": "stream"})


def _setting_changed(record: SettingChanged) -> Told | None:
    if record.setting != OFF_THE_RECORD:
        return None
    facts = of_satellite(record.satellite) | {"by": record.by, "until": record.until and record.until.isoformat()}
    return Told(OFF_THE_RECORD if record.after == "on" else "on_the_record", record.at, facts)


def _gap(record: Gap) -> Told:
    facts = {"began": record.began.isoformat(), "ended": record.ended.isoformat(), "reason": record.reason}
    return Told("gap", record.at, facts)


def _witnessed(record: CheckpointWitnessed) -> Told | None:
    if record.agrees:
        return None
    return Told("verification_failed", record.at, {"entries": record.size, "who": record.witness})


def _redacted(record: Redacted) -> Told:
    return Told("redacted", record.at, {"count": record.utterances, "by": record.by})


OF_THE_HOUSE: Final[Mapping[type[Record], Callable[[Any], Told | None]]] = {
    Announced: _announced,
    Listened: _listened,
    SettingChanged: _setting_changed,
    Gap: _gap,
    CheckpointWitnessed: _witnessed,
    Redacted: _redacted,
}
"""What is made of an entry of each kind."""
