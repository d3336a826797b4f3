"""Making data sets of accepted clips: each only from what its donors gave for that.

The file lies in Home Assistant's cache for as long as it is made, and is nobody's any more when it is being sent: its
name is taken away with the first byte. Which clips are in it is noted before anybody gets it, so that the receipt of a
later withdrawal says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
import secrets
from typing import Final

from ..donation.clip import Clip
from ..donation.desk.agreement import Verdict, settle
from ..donation.desk.data_set import NAME, DataSetWriter, PublishedClip
from ..donation.desk.desk_store import Connection, clips, data_sets, reviewing
from ..donation.desk.desk_store.rows import ClipRow, State
from ..donation.desk.layouts import USES, Layout
from ..donation.flac_blocks import bare_flac
from ..donation.label import Label
from ..donation.purposes import Purpose
from ..donation.receipts import MAX_PUBLISHED
from ..errors import ContentDamagedError, ContentGoneError, ContentMissingError
from ..errors.desk import DataSetEmptyError, DataSetNameError, DeskStoreError
from ..vault.flac import decode, encode
from .opened import Opened

TRIES: Final = 3
"""How often a data set is made anew because a clip of it was withdrawn meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A data set in a file."""

    path: Path
    clips: int
    tombstones: int


@dataclass(frozen=True, slots=True)
class Publishing:
    """Makes data sets. Blocks."""

    desk: Opened
    folder: Path

    def make(self, name: str, layout: Layout) -> Made:
        """Make a data set and note what is in it. Raises DataSetNameError, DataSetEmptyError, DeskStoreError."""
        if NAME.fullmatch(name) is None:
            raise DataSetNameError
        with self.desk.store.read() as connection:
            if data_sets.exists(connection, name):
                raise DataSetNameError
        for _ in range(TRIES):
            path = self.folder / f"{secrets.token_hex(16)}.zip"
            try:
                donation_ids, tombstones = self._write(path, layout)
                if self._note(name, layout, donation_ids):
                    return Made(path=path, clips=len(donation_ids), tombstones=tombstones)
            except BaseException:
                path.unlink(missing_ok=True)
                raise
            path.unlink(missing_ok=True)
        raise DeskStoreError("clips are being withdrawn faster than a data set is made")

    def clean(self) -> None:
        """Remove what a process that was ended left behind."""
        for path in self.folder.glob("*.zip"):
            path.unlink(missing_ok=True)

    def _write(self, path: Path, layout: Layout) -> tuple[list[str], int]:
        """Write the file. Return the donations in it, and how many tombstones."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        written: list[str] = []
        path.touch(mode=0o600)
        with DataSetWriter(path, layout) as writer:
            for clip in self._clips(layout):
                writer.add(clip)
                written.append(clip.donation_id)
            if not written:
                raise DataSetEmptyError
            with self.desk.store.read() as connection:
                tombstones = data_sets.removed_since(connection, layout.value)
            purpose = ", ".join(sorted(USES[layout]))
            writer.finish(tombstones, purpose=purpose, address=self.desk.choices.address)
        return written, len(tombstones)

    def _note(self, name: str, layout: Layout, donation_ids: Sequence[str]) -> bool:
        """Note what is in a data set. Return False, and note nothing, if something of it is withdrawn by now."""
        made = int(self.desk.now().timestamp() * 1000)

        def note(connection: Connection) -> bool:
            still = {row.donation_id for row in clips.in_state(connection, State.ACCEPTED)}
            if data_sets.exists(connection, name):
                raise DataSetNameError
            if not still.issuperset(donation_ids):
                return False
            data_sets.publish(connection, name, layout.value, made, donation_ids)
            return True

        return self.desk.store.write(note)

    def _clips(self, layout: Layout) -> Iterator[PublishedClip]:
        with self.desk.store.read() as connection:
            rows = clips.accepted(connection, [purpose.value for purpose in USES[layout]])
            known = {row.donation_id: reviewing.labels(connection, row.donation_id) for row in rows}
            often = {row.donation_id for row in rows if _published(connection, row) >= MAX_PUBLISHED}
        for row in rows:
            numbers = [label.number for label in known[row.donation_id] if label.counts]
            # A receipt names sixteen data sets at most, and must name all.
            if row.donation_id in often:
                continue
            try:
                clip = self.desk.chest.clip(row.donation_id)
                labels = [self.desk.chest.label(row.donation_id, number).label for number in numbers]
            except ContentGoneError, ContentMissingError, ContentDamagedError:
                continue
            if (published := _publish(row, clip, labels, layout)) is not None:
                yield published


def _published(connection: Connection, row: ClipRow) -> int:
    return len(data_sets.published_in(connection, row.donation_id))


def _publish(row: ClipRow, clip: Clip, labels: Sequence[Label], layout: Layout) -> PublishedClip | None:
    """Return a clip as it is published. None: without sound it teaches nothing."""
    settled = settle(labels, Purpose(row.purpose))
    if clip.sound is None or settled.verdict is not Verdict.ACCEPTED or settled.label is None:
        return None
    agreed = sum(1 for one in labels if settle([one, settled.label], clip.purpose).verdict is Verdict.ACCEPTED)
    pcm = decode(clip.sound)
    return PublishedClip(
        donation_id=row.donation_id,
        language=clip.language,
        words=settled.label.words,
        wake_word=clip.wake_word,
        right=settled.label.wake_word == "right" and clip.purpose is Purpose.WAKE_WORDS,
        agreed=agreed,
        differed=len(labels) - agreed,
        # Made anew: nothing goes out that an encoder of somebody else put beside the sound.
        sound=bare_flac(encode(pcm)) if layout is Layout.COMMON_VOICE else pcm,
    )
