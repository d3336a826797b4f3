"""One picture that is to be taken."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from scripts.home.rest import Rest


@dataclass(frozen=True, slots=True)
class Shot:
    """A page of a home that runs, as somebody sees it."""

    name: str
    path: str
    url: str
    person: Rest
    """Who looks: somebody who is logged in."""
    act: Callable[[Page], None] | None = None
    """What they do there before it is taken."""
