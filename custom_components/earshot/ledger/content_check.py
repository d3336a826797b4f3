"""The contents of an export, held to the commitments in their entries while they pass by."""

from enum import StrEnum
import hmac

from .export import ExportedContent
from .record import Record, Stored
from .verdict import Wrong


class ContentCheck:
    """Remembers one content at a time, however many there are."""

    def __init__(self, step: StrEnum) -> None:
        """`step` is the step that a wrong content is found in."""
        self._step = step
        self.count = 0
        """Contents that are what their entries speak of."""
        self._index = 0
        self._stored: Stored | None = None
        self._digest: hmac.HMAC | None = None
        self._size = 0
        self._wrong: Wrong | None = None

    def entry(self, index: int, record: Record | None) -> None:
        """Go on to an entry; None is a redacted one."""
        self._settle()
        self._index = index
        self._stored = record if isinstance(record, Stored) else None

    def content(self, content: ExportedContent) -> None:
        """Take up the content of that entry."""
        if self._stored is None or self._stored.content is not content.kind:
            self._refuse("a content stands behind an entry that does not speak of it")
        elif content.key is not None:
            self._digest, self._size = hmac.new(content.key, digestmod="sha256"), content.size
            self.part(content.words or b"")

    def part(self, data: bytes) -> None:
        """Take up more of it."""
        if self._digest is not None:
            self._digest.update(data)

    def finish(self) -> int:
        """Return how many there were. Raises Wrong if one of them is not what its entry speaks of."""
        self._settle()
        if self._wrong is not None:
            raise self._wrong
        return self.count

    def _settle(self) -> None:
        stored, digest = self._stored, self._digest
        self._digest = None
        if stored is None or digest is None:
            return
        if self._size != stored.size or not hmac.compare_digest(digest.hexdigest(), stored.commitment):
            self._refuse("a content is not the one that its entry speaks of")
        self.count += 1

    def _refuse(self, message: str) -> None:
        self._wrong = self._wrong or Wrong(self._step, message, first=self._index, last=self._index)
