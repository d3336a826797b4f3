"""In whose company something was said: its ears by name and place, as one text that many utterances have in common.

A home has a few hundred of these, however much is said in it. So an utterance is found by who heard it in an index as
narrow as any other, and a list of a million is held to its entries without another table of four million rows.
"""

from collections.abc import Iterator
from functools import lru_cache
import json

from ..models import Place

NOBODY = ""
"""The company of an utterance without an ear."""

_REMEMBERED = 8192
"""Companies and whoever joined them, from the first ear of an utterance to its last: a home's few hundred, several
times over. A megabyte or two."""


@lru_cache(_REMEMBERED)
def joined(company: str, place: str, label: str) -> str:
    """Return a company after an ear has joined it. Who is there already, at the same place, changes nothing."""
    there = set(company.split("\n")[1:-1])
    return "\n".join(["", *sorted(there | {f"{place}{_name(label)}"}), ""])


def of_label(label: str) -> str:
    """Return the part of its text that every company has which an ear of this name is in, and no other."""
    return f"{_name(label)}\n"


def of_place(place: Place) -> str:
    """Return the part of its text that every company has which an ear at this place is in, and no other."""
    return f"\n{place}\t"


def labels_of(company: str) -> Iterator[str]:
    """Yield the names of the ears, each as often as it was at another place. Raises ValueError if it is no company."""
    for one in company.split("\n")[1:-1]:
        yield json.loads(one.partition("\t")[2])


def _name(label: str) -> str:
    # In JSON no name has a tab or a line break in it, whatever it is.
    return f"\t{json.dumps(label)}"
