"""Contents that somebody has erased in a moment: until that is done, or taken back, nobody gets them."""

from ..errors import ContentWithheldError
from ..ledger.erasure import Selection
from .storage import Storage


class Withheld:
    """What waits to be erased. `holds` and `refuse` block, and are called from any thread."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._selections: dict[str, Selection] = {}

    def add(self, ticket: str, selection: Selection) -> None:
        """Withhold the contents of some utterances under a ticket."""
        self._selections[ticket] = selection

    def drop(self, ticket: str) -> None:
        """Withhold them no longer."""
        self._selections.pop(ticket, None)

    def holds(self, utterance_id: str) -> bool:
        """Whether the contents of an utterance are withheld. Raises LedgerUnavailableError if nobody can tell."""
        for selection in tuple(self._selections.values()):
            if selection.utterance_ids:
                if utterance_id in selection.utterance_ids:
                    return True
            elif self._storage.ledger.means(selection, utterance_id):
                return True
        return False

    def refuse(self, utterance_id: str) -> None:
        """Raise ContentWithheldError if the contents of an utterance are withheld."""
        if self.holds(utterance_id):
            raise ContentWithheldError
