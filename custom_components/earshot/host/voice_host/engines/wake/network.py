"""The whole computation of a tick: sound of some streams in, scores of their wake words out.

Each stream has a slot, a row in arrays that hold its memory: the last samples, the kept rows of each convolution
and the latest embeddings. A batch gathers its slots' rows, computes once, and writes them back.
Not thread-safe: one thread owns it.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .head import EMBEDDING, Head
from .mel import BINS, FRAME, ROWS, TAIL, MelFrontEnd
from .session import Floats, open_session
from .shipped import EMBEDDING_FILE, MEL_FILE, ShippedModels
from .surgery import KEPT_ROWS, streaming_embedding

type Slots = NDArray[np.intp]

_WARM_TICKS: Final = 12
"""Ticks after which the memory holds nothing but what was fed: 76 rows are 9.5 ticks."""
_BLANK_ROW: Final = 1.0
"""openWakeWord begins with a window of ones."""
_SILENT_ROW: Final = -8.0
"""A mel row of digital silence: -100 dB, scaled. openWakeWord begins with embeddings of it."""


class Network:
    """Mel, shared embedding and heads, with the memory of every slot."""

    def __init__(self, models: ShippedModels, heads: Mapping[str, Head]) -> None:
        self.heads = heads
        self._mel = MelFrontEnd(models.path(MEL_FILE))
        graph = streaming_embedding(models.path(EMBEDDING_FILE))
        self._session = open_session(graph.model)
        self._inputs = [node.name for node in self._session.get_inputs()]
        self._fresh_states = [np.zeros((1, *shape), np.float32) for shape in graph.state_shapes]
        depth = max((head.frames for head in heads.values()), default=1)
        self._fresh_features = np.repeat(self._warm(_SILENT_ROW)[:, None], depth, axis=1)
        self._warm(_BLANK_ROW)
        self._states = [state.copy() for state in self._fresh_states]
        self._features = self._fresh_features.copy()
        self._tails = np.zeros((1, TAIL), np.float32)
        self._first = np.ones(1, np.bool_)

    def _warm(self, value: float) -> Floats:
        """Fill the fresh memory with rows of one value; returns their embedding [1, EMBEDDING]."""
        rows = np.full((1, ROWS, BINS), value, np.float32)
        for _ in range(_WARM_TICKS):
            embedding, self._fresh_states = self._embed(rows, self._fresh_states)
        return embedding

    def _embed(self, rows: Floats, states: Sequence[Floats]) -> tuple[Floats, list[Floats]]:
        embedding, *seen = self._session.run(None, dict(zip(self._inputs, (rows[..., None], *states), strict=True)))
        return embedding.reshape(len(rows), EMBEDDING), [rows[:, :, -KEPT_ROWS:] for rows in seen]

    def reset(self, slot: int) -> None:
        """Forget what a slot has heard, and make room for it if it is new."""
        if slot >= len(self._first):
            self._grow(max(slot + 1, 2 * len(self._first)))
        for states, fresh in zip(self._states, self._fresh_states, strict=True):
            states[slot] = fresh[0]
        self._features[slot] = self._fresh_features[0]
        self._tails[slot] = 0
        self._first[slot] = True

    def _grow(self, size: int) -> None:
        more = size - len(self._first)
        self._states = [np.pad(states, ((0, more), (0, 0), (0, 0), (0, 0))) for states in self._states]
        self._features = np.pad(self._features, ((0, more), (0, 0), (0, 0)))
        self._tails = np.pad(self._tails, ((0, more), (0, 0)))
        self._first = np.pad(self._first, (0, more))

    def listen(self, slots: Slots, sound: Floats, wanted: Mapping[str, Slots]) -> dict[str, Floats]:
        """Take one tick of `sound` [n, FRAME] (16 bit values) of `slots` [n], no slot twice.

        `wanted` names words and the positions in `slots` that listen for them; the answer has a score for each.
        """
        heard = np.concatenate((self._tails[slots], sound), axis=1)
        rows = self._mel.rows(heard, self._first[slots])
        embeddings, kept = self._embed(rows, [states[slots] for states in self._states])
        self._tails[slots] = heard[:, FRAME:]
        self._first[slots] = False
        for states, new in zip(self._states, kept, strict=True):
            states[slots] = new
        features = np.concatenate((self._features[slots, 1:], embeddings[:, None]), axis=1)
        self._features[slots] = features
        return {name: self._score(name, features, at) for name, at in wanted.items()}

    def _score(self, name: str, features: Floats, at: Slots) -> Floats:
        head = self.heads[name]
        return head.score(np.ascontiguousarray(features[at, -head.frames :]))
