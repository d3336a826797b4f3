"""The row by which an utterance is found: what can be filtered, sorted and counted, derived from entries alone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..models import ContentKind, Ear, Outcome, Place
from .body import read_body
from .company import NOBODY, joined
from .giving import Donated, Offered, Reviewed
from .plain import to_milliseconds
from .record import (
    Accessed,
    Disowned,
    Erased,
    Finished,
    Heard,
    Processed,
    Record,
    Shared,
    Stored,
)

LOOKED_THROUGH = "search"
"""`how` of an access by which a search looked for something. Nobody heard or read anything by that alone: what is found
is entered once more when it is shown."""
FROM_OFFER = "offer"
"""`how` of an access to what was offered for donation: it lies in a vault of its own, whatever else is kept."""
UNHEARD = frozenset({"deleted", "published"})
"""What a review desk does without anybody listening."""

PLACES: Mapping[Place, int] = {place: 1 << number for number, place in enumerate(Place)}
"""The bit of a place in `UtteranceRow.places`. A new place is added behind the others, so that no row changes."""


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """One utterance as the list of utterances sorts, filters and counts it, in the order of its columns.

    Everything else is read from its entries.
    """

    utterance_id: str
    at: int
    """Instant of its first entry, in milliseconds since the epoch."""
    first_index: int
    """Index of its first entry."""
    satellite: str | None = None
    """The satellite's entity id, or its label where it has none."""
    outcome: str | None = None
    left_house: bool | None = None
    """None while it is open."""
    places: int = 0
    """Where its ears were, one bit for each place."""
    listened: bool = False
    """Whether a person or a reviewer heard or read what was kept of it."""
    sound_kept: bool = False
    """Whether its sound is in the vault, as far as the ledger knows."""
    words_kept: bool = False
    response_kept: bool = False
    company: str = NOBODY
    """Who its ears were, by name and place; see `company`."""


TELLING = frozenset(
    record.kind
    for record in (Heard, Processed, Stored, Finished, Erased, Disowned, Accessed, Shared, Offered, Donated, Reviewed)
)
"""The kinds that a row says more of than that there was an entry."""


def project(row: UtteranceRow | None, index: int, record: Record) -> UtteranceRow:
    """Return the row after one more entry. The record belongs to an utterance, and to this one if there is a row."""
    return project_all(row, [(index, record)])


def project_all(row: UtteranceRow | None, entries: Sequence[tuple[int, Record]]) -> UtteranceRow:
    """Return the row after some more entries of its utterance, with their indexes and in their order."""
    if row is None:
        index, first = entries[0]
        if first.utterance_id is None:
            raise ValueError("a record of no utterance has no row")
        row = UtteranceRow(utterance_id=first.utterance_id, at=to_milliseconds(first.at), first_index=index)
    told = _Told(row.satellite, *_end(row), row.places, *_rest(row), row.company)
    for _, record in entries:
        told.take(record)
    return UtteranceRow(
        row.utterance_id,
        row.at,
        row.first_index,
        told.satellite,
        told.outcome,
        told.left_house,
        told.places,
        told.listened,
        told.sound_kept,
        told.words_kept,
        told.response_kept,
        told.company,
    )


@dataclass(slots=True)
class _Told:
    """What entries say of an utterance so far. It is changed: a row made anew for each takes longer than its insert."""

    satellite: str | None
    outcome: str | None
    left_house: bool | None
    places: int
    listened: bool
    sound_kept: bool
    words_kept: bool
    response_kept: bool
    company: str

    def take(self, record: Record) -> None:
        """Go on by a record."""
        match record:
            case Heard():
                self.satellite = record.satellite.entity_id or record.satellite.label
                self._join(record.microphone)
            case Processed() | Offered():
                self._join(record.ear)
            case Stored():
                self._join(record.ear)
                self._keep((record.content,), kept=True)
            case Finished():
                self._join(record.speech)
                self.outcome, self.left_house = record.outcome.value, record.left_house
            case Erased():
                self._keep(record.contents, kept=False)
            case Disowned():
                self.outcome = Outcome.FALSE_WAKE.value
            case Accessed():
                self.listened |= record.how == FROM_OFFER or (
                    record.how != LOOKED_THROUGH and self._has_some(record.contents)
                )
            case Shared() | Donated() | Reviewed():
                self._go_out(record)
            case _:
                pass

    def _keep(self, contents: tuple[ContentKind, ...], *, kept: bool) -> None:
        if ContentKind.SOUND in contents:
            self.sound_kept = kept
        if ContentKind.WORDS in contents:
            self.words_kept = kept
        if ContentKind.RESPONSE in contents:
            self.response_kept = kept

    def _has_some(self, contents: tuple[ContentKind, ...]) -> bool:
        """Whether any of these is kept: who asks for what is not there hears and reads nothing."""
        return (
            (self.sound_kept and ContentKind.SOUND in contents)
            or (self.words_kept and ContentKind.WORDS in contents)
            or (self.response_kept and ContentKind.RESPONSE in contents)
        )

    def _join(self, ear: Ear | None) -> None:
        if ear is not None:
            self.places |= PLACES[ear.place]
            self.company = joined(self.company, ear.place, ear.label)

    def _go_out(self, record: Shared | Donated | Reviewed) -> None:
        self._join(record.ear)
        # Contents that go out later: the utterance has left the house from then on.
        if record.ear.place.leaves_house:
            self.left_house = True
        self.listened |= isinstance(record, Reviewed) and record.action not in UNHEARD


def project_body(row: UtteranceRow, index: int, kind: str, body: bytes) -> UtteranceRow:
    """Do what `project` does, from a body of this kind that is known to be sound.

    A verification does this for every entry, so the kinds that every utterance has are read without parsing them.
    """
    if kind not in TELLING:
        return row
    quickly = _QUICKLY.get(kind)
    found = None if quickly is None else quickly(row, body)
    return project(row, index, read_body(body)) if found is None else found


# In a canonical body a quotation mark within a string has a backslash before it. So these bytes, with their own marks,
# are always a field and never a part of somebody's label; and each of the kinds below has the field at most once, but
# for the label of a satellite, which stands behind that of its microphone.
_PLACE, _LABEL, _CONTENT, _OUTCOME = b'"place":"', b'"label":"', b'"content":"', b'"outcome":"'
_ENTITY = b'"entity_id":"'
_LEFT = b'"left_house":true'
_BITS: Mapping[bytes, int] = {place.value.encode(): bit for place, bit in PLACES.items()}
_NAMES: Mapping[bytes, str] = {place.value.encode(): place.value for place in PLACES}


def _value(body: bytes, field: bytes) -> bytes:
    begin = body.index(field) + len(field)
    return body[begin : body.index(b'"', begin)]


def _with_ear(row: UtteranceRow, body: bytes) -> tuple[int, str] | None:
    """Return the places and the company of a row after the first ear that a body names."""
    label, place = _value(body, _LABEL), _value(body, _PLACE)
    if b"\\" in label:
        return None
    return row.places | _BITS[place], joined(row.company, _NAMES[place], label.decode())


def _heard(row: UtteranceRow, body: bytes) -> UtteranceRow | None:
    if _ENTITY not in body or _PLACE not in body:
        return None
    name, after = _value(body, _ENTITY), _with_ear(row, body)
    if not name or b"\\" in name or after is None:
        return None
    places, company = after
    began = row.utterance_id, row.at, row.first_index
    return UtteranceRow(*began, name.decode(), *_end(row), places, *_rest(row), company)


def _processed(row: UtteranceRow, body: bytes) -> UtteranceRow | None:
    if (after := _with_ear(row, body)) is None:
        return None
    if after == (row.places, row.company):
        return row
    places, company = after
    return UtteranceRow(*_begin(row), *_end(row), places, *_rest(row), company)


def _stored(row: UtteranceRow, body: bytes) -> UtteranceRow | None:
    if (after := _with_ear(row, body)) is None:
        return None
    content, (places, company) = _value(body, _CONTENT), after
    sound, words = row.sound_kept or content == b"sound", row.words_kept or content == b"words"
    response = row.response_kept or content == b"response"
    return UtteranceRow(*_begin(row), *_end(row), places, row.listened, sound, words, response, company)


def _finished(row: UtteranceRow, body: bytes) -> UtteranceRow | None:
    after = _with_ear(row, body) if _PLACE in body else (row.places, row.company)
    if after is None:
        return None
    outcome, (places, company) = _value(body, _OUTCOME).decode(), after
    return UtteranceRow(*_begin(row), outcome, _LEFT in body, places, *_rest(row), company)


def _begin(row: UtteranceRow) -> tuple[str, int, int, str | None]:
    return row.utterance_id, row.at, row.first_index, row.satellite


def _end(row: UtteranceRow) -> tuple[str | None, bool | None]:
    return row.outcome, row.left_house


def _rest(row: UtteranceRow) -> tuple[bool, bool, bool, bool]:
    return row.listened, row.sound_kept, row.words_kept, row.response_kept


_QUICKLY: Mapping[str, Callable[[UtteranceRow, bytes], UtteranceRow | None]] = {
    Heard.kind: _heard,
    Processed.kind: _processed,
    Stored.kind: _stored,
    Finished.kind: _finished,
}
"""None is returned by what would have to look closer."""
