"""Words from which something was taken, and what."""

from collections.abc import Mapping
from dataclasses import dataclass

from .kinds import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Neighbouring words that were hidden together, and have one marker in their place."""

    kind: Kind
    begin: int
    """The first character, counted in the words as they were said."""
    end: int
    """The character behind the last."""
    first_word: int
    """The first word, as `str.split` counts them from 0 in the words as they were said."""
    end_word: int
    """The word behind the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """What is left, and what was hidden."""

    words: str
    """What leaves: with `[name]` and the like in the places of `spans`, and otherwise as it was said."""
    spans: tuple[Span, ...]
    """In the order of the words, apart from each other."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How many spans there are of each kind, without those that there is none of."""
        kinds = [span.kind for span in self.spans]
        return {kind.value: kinds.count(kind) for kind in Kind if kind in kinds}
