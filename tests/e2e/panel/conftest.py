"""People who look at the panel of the real home, in a real browser."""

from collections.abc import Iterator
from typing import Protocol

import pytest

from scripts.home.browser import Browser, Look, Visit
from scripts.home.home import DemoHome


class Open(Protocol):
    """Opens a window, the owner's if nobody else is named by their token."""

    def __call__(self, look: Look | None = None, token: str | None = None) -> Visit: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.fixture
def open_window(home: DemoHome, browser: Browser) -> Iterator[Open]:
    """Open windows, and see at the end that none of them asked another host for anything, or broke."""
    visits: list[Visit] = []

    def open_window(look: Look | None = None, token: str | None = None) -> Visit:
        visits.append(browser.visit(home.url, token or home.rest.token, look))
        return visits[-1]

    yield open_window
    for visit in visits:
        visit.page.context.close()
    assert [url for visit in visits for url in visit.elsewhere] == []
    assert [complaint for visit in visits for complaint in visit.complaints] == []
