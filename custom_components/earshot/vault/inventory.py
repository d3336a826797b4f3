"""What a vault holds, in memory: a look at every file would take long where there are ten thousand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from ..models import ContentKind
from .deadlines import Deadlines
from .files import ContentName


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What there is now: of every content a key and a file, as far as nobody changed the folders meanwhile."""

    contents: Mapping[ContentKind, int]
    """How many of each kind; a kind of which there is none is left out."""
    size: int
    """Bytes of their sealed files."""
    first_until: datetime | None
    """When the first of them is erased. None: none of them has an end."""
    last_until: datetime | None
    """When the last of them that has an end is."""
    without_end: int
    """How many have no end that is known: their key is damaged, or nobody set a time."""


class Inventory:
    """The sizes of the sealed files by content. Not for several threads at once."""

    def __init__(self) -> None:
        self._sizes: dict[ContentName, int] = {}

    def put(self, name: ContentName, size: int) -> None:
        """Note a content and the bytes of its file."""
        self._sizes[name] = size

    def remove(self, name: ContentName) -> None:
        """Forget a content that is erased."""
        self._sizes.pop(name, None)

    def replace(self, found: Iterable[tuple[ContentName, int]]) -> None:
        """Note what there is, and nothing else."""
        self._sizes = dict(found)

    def held(self, deadlines: Deadlines) -> Held:
        """Return what there is."""
        kinds = Counter(name.kind for name in self._sizes)
        ends = [until for name in self._sizes if (until := deadlines.until(name)) is not None]
        return Held(
            contents=dict(kinds),
            size=sum(self._sizes.values()),
            first_until=min(ends, default=None),
            last_until=max(ends, default=None),
            without_end=len(self._sizes) - len(ends),
        )
