"""What an append costs does not depend on how much was appended before: counted, not timed."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.ledger import tree
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.tree import Frontier
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import utterance


@contextmanager
def counted() -> Iterator[list[int]]:
    """Count the hashes of nodes and leaves."""
    lengths: list[int] = []

    def counting(data: bytes) -> Any:
        lengths.append(len(data))
        return sha256(data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "sha256", counting)
        yield lengths


@given(st.integers(0, 2**50), st.integers(1, 600))
def test_leaves_cost_one_hash_each_and_one_for_each_bit_of_the_size(size: int, more: int) -> None:
    frontier = Frontier(size, [bytes(32)] * size.bit_count())
    with counted() as hashes:
        frontier.extend([bytes(32)] * more, 8)
    # Every hash makes one peak of two. There cannot be more of them than there were peaks and leaves.
    assert len(hashes) == size.bit_count() + more - (size + more).bit_count()


def statements_of_an_append(ledger: Ledger, number: int) -> tuple[list[str], int]:
    """Return what an append asks of the database, and how many hashes it makes."""
    asked: list[str] = []
    driver: Any = ledger._store._writer.raw_connection().driver_connection  # type: ignore[attr-defined]  # the one that writes
    driver.set_trace_callback(lambda statement: asked.append(statement.split("(")[0][:16]))
    with counted() as hashes:
        ledger.append(utterance(number)).result()
    driver.set_trace_callback(None)
    return asked, len(hashes)


def test_a_large_ledger_is_asked_no_more_than_a_small_one(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(utterance(0)).result()
        few, hashes = statements_of_an_append(ledger, 1)
        for future in [ledger.append(utterance(number)) for number in range(2, 1000)]:
            future.result()
        many, more_hashes = statements_of_an_append(ledger, 1000)
    assert many == few
    assert [statement.split()[0] for statement in few] == [
        "BEGIN",
        *["INSERT"] * 4,
        "SELECT",
        "INSERT",
        "UPDATE",
        "COMMIT",
    ]
    # Four leaves; and for the tree and its root, at most one node for each bit of the size.
    assert hashes <= 4 + 4 + 3
    assert more_hashes <= 4 + 4 + 12
