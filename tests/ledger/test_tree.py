"""The tree, against an independent implementation as its oracle."""

import aics_tlog
from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.ledger.store import NODE_LEVELS, node_reader
from custom_components.earshot.ledger.tree import (
    EMPTY_ROOT,
    Frontier,
    NodeReader,
    consistency_proof,
    cover,
    inclusion_proof,
    leaf_hash,
    node_hash,
    read_frontier,
    root_hash,
    verify_consistency,
    verify_inclusion,
)

SALT = bytes(32)
# Past two complete subtrees of the stored level, and odd on every level below.
LARGEST = 700


def body(index: int) -> bytes:
    return b"%d" % index


LEAVES = [leaf_hash(SALT, body(index)) for index in range(LARGEST)]
ORACLE = aics_tlog.MerkleTree(SALT + body(index) for index in range(LARGEST))


def stored_nodes(size: int) -> NodeReader:
    """Return a reader on what a store would hold of a tree: leaves, and every eighth level."""
    stored = {(0, index): leaf for index, leaf in enumerate(LEAVES[:size])}
    frontier = Frontier()
    for leaf in LEAVES[:size]:
        stored |= {(n.level, n.index): n.hash for n in frontier.append(leaf) if n.level % NODE_LEVELS == 0}

    def hashes(level: int, begin: int, count: int) -> list[bytes]:
        return [stored[level, index] for index in range(begin, begin + count) if (level, index) in stored]

    return node_reader(hashes)


READ = stored_nodes(LARGEST)
sizes = st.integers(0, LARGEST)


@st.composite
def places(draw: st.DrawFn) -> tuple[int, int]:
    size = draw(st.integers(1, LARGEST))
    return draw(st.integers(0, size - 1)), size


@st.composite
def growths(draw: st.DrawFn) -> tuple[int, int]:
    new = draw(sizes)
    return draw(st.integers(0, new)), new


def test_the_hashes_are_those_of_the_oracle() -> None:
    assert leaf_hash(SALT, b"body") == aics_tlog.leaf_hash(SALT + b"body")
    assert node_hash(LEAVES[0], LEAVES[1]) == aics_tlog.node_hash(LEAVES[0], LEAVES[1])
    assert EMPTY_ROOT == aics_tlog.EMPTY_HASH


def test_the_frontier_has_the_oracles_root_at_every_size() -> None:
    frontier = Frontier()
    for size in range(LARGEST):
        assert frontier.root() == ORACLE.root(size)
        frontier.append(LEAVES[size])


@given(sizes)
def test_a_stored_tree_is_taken_up_at_any_size(size: int) -> None:
    frontier = read_frontier(size, READ)
    assert frontier.root() == root_hash(size, READ) == ORACLE.root(size)
    assert frontier.size == size


@given(sizes, st.integers(0, 40))
def test_a_frontier_that_was_taken_up_goes_on_as_if_it_had_never_stopped(size: int, more: int) -> None:
    frontier = read_frontier(size, READ)
    for leaf in LEAVES[size : size + more]:
        frontier.append(leaf)
    assert frontier.root() == ORACLE.root(min(size + more, LARGEST))


@given(growths())
def test_a_tree_goes_on_by_whole_subtrees_as_by_leaves(growth: tuple[int, int]) -> None:
    begin, end = growth
    frontier = read_frontier(begin, READ)
    for level, index in cover(begin, end):
        frontier.append(READ(level, index), level)
    assert (frontier.size, frontier.root()) == (end, ORACLE.root(end))


@given(st.lists(st.integers(0, 400), max_size=5), st.integers(1, 9))
def test_leaves_that_are_added_together_make_what_they_make_one_by_one(lengths: list[int], every: int) -> None:
    together, one_by_one = Frontier(), Frontier()
    for length in lengths:
        leaves = LEAVES[together.size : together.size + length]
        alone = [node for leaf in leaves for node in one_by_one.append(leaf) if node.level % every == 0]
        assert together.extend(leaves, every) == alone
        assert (together.size, together.peaks) == (one_by_one.size, one_by_one.peaks)
        assert together.root() == ORACLE.root(together.size)


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_a_cover_is_no_longer_than_the_sizes_have_bits(begin: int, length: int) -> None:
    covered = list(cover(begin, begin + length))
    assert sum(1 << level for level, _ in covered) == length
    assert len(covered) <= 2 * 64


def test_a_subtree_does_not_begin_in_the_middle_of_another() -> None:
    with pytest.raises(ValueError, match="multiple"):
        read_frontier(5, READ).append(LEAVES[0], 1)


@given(places())
def test_an_inclusion_proof_is_the_oracles(place: tuple[int, int]) -> None:
    index, size = place
    assert list(inclusion_proof(index, size, READ)) == ORACLE.inclusion_proof(index, size)


@given(growths())
def test_a_consistency_proof_is_the_oracles(growth: tuple[int, int]) -> None:
    old, new = growth
    assert list(consistency_proof(old, new, READ)) == ORACLE.consistency_proof(old, new)


@given(places())
def test_each_verifies_the_others_inclusion_proofs(place: tuple[int, int]) -> None:
    index, size = place
    root = ORACLE.root(size)
    assert verify_inclusion(LEAVES[index], index, size, ORACLE.inclusion_proof(index, size), root)
    assert aics_tlog.verify_inclusion(LEAVES[index], index, size, inclusion_proof(index, size, READ), root)


@given(growths())
def test_each_verifies_the_others_consistency_proofs(growth: tuple[int, int]) -> None:
    old, new = growth
    roots = ORACLE.root(old), ORACLE.root(new)
    assert verify_consistency(old, new, *roots, ORACLE.consistency_proof(old, new))
    assert aics_tlog.verify_consistency(old, new, *roots, consistency_proof(old, new, READ))


@given(places(), st.data())
def test_a_changed_inclusion_proof_is_judged_as_the_oracle_judges_it(
    place: tuple[int, int], data: st.DataObject
) -> None:
    index, size = place
    proof = data.draw(mangled(inclusion_proof(index, size, READ)))
    claimed, claimed_size = data.draw(st.integers(-1, LARGEST)), data.draw(sizes)
    for at, of in ((index, size), (claimed, size), (index, claimed_size)):
        expected = aics_tlog.verify_inclusion(LEAVES[index], at, of, proof, ORACLE.root(size))
        assert verify_inclusion(LEAVES[index], at, of, proof, ORACLE.root(size)) == expected


@given(growths(), st.data())
def test_a_changed_consistency_proof_is_judged_as_the_oracle_judges_it(
    growth: tuple[int, int], data: st.DataObject
) -> None:
    old, new = growth
    proof = data.draw(mangled(consistency_proof(old, new, READ)))
    other = data.draw(sizes)
    roots = ORACLE.root(old), ORACLE.root(new)
    for at, of in ((old, new), (other, new), (old, other)):
        assert verify_consistency(at, of, *roots, proof) == aics_tlog.verify_consistency(at, of, *roots, proof)


def mangled(proof: tuple[bytes, ...]) -> st.SearchStrategy[list[bytes]]:
    """Return the proof as it is, cut, prolonged, turned round, or with one hash replaced."""
    whole = list(proof)
    forms = [whole, whole[:-1], whole[1:], [*whole, LEAVES[0]], whole[::-1]]
    forms += [[*whole[:at], LEAVES[at], *whole[at + 1 :]] for at in range(len(whole))]
    return st.sampled_from(forms)


@pytest.mark.parametrize(("index", "size"), [(-1, 5), (5, 5), (0, 0)])
def test_there_is_no_proof_of_an_entry_that_is_not_there(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="no leaf"):
        inclusion_proof(index, size, READ)


@pytest.mark.parametrize(("old", "new"), [(-1, 5), (6, 5)])
def test_a_tree_does_not_extend_a_larger_one(old: int, new: int) -> None:
    with pytest.raises(ValueError, match="does not extend"):
        consistency_proof(old, new, READ)
