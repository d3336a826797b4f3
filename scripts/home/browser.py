"""A person's browser at the demo home: Chromium, logged in, with a memory of all that it asked for."""

from contextlib import ExitStack
from dataclasses import dataclass, field
import json
from pathlib import Path
import shutil
import time
from typing import Any, Final, Self
from urllib.parse import urlsplit

from playwright.sync_api import Browser as Chromium, BrowserContext, Page, sync_playwright

from .errors import HomeError
from .paths import ROOT

PHONE: Final = (390, 844)
DESKTOP: Final = (1280, 900)
"""Widths and heights that people have, in CSS pixels."""

_FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    # A home that speaks TLS is certified by an authority that no browser knows, and this one talks to homes only.
    "--ignore-certificate-errors",
    # It asks for its maker's servers all the same, unless it finds no address for anything but this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
"""Chromium itself is to ask nobody anything, and runs as root where tests do."""
_AXE: Final = ROOT / "frontend/node_modules/axe-core/axe.min.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a person looks at the panel."""

    size: tuple[int, int] = DESKTOP
    dark: bool = False
    locale: str = "en"

    def __str__(self) -> str:
        return f"{'phone' if self.size == PHONE else 'desktop'}-{'dark' if self.dark else 'light'}"


LOOKS: Final = tuple(Look(size=size, dark=dark) for size in (PHONE, DESKTOP) for dark in (False, True))


@dataclass(slots=True)
class Visit:
    """One window, and what happened in it."""

    page: Page
    url: str
    """Of Home Assistant, without a slash at the end."""
    asked: list[str] = field(default_factory=list)
    """Every address that the window asked for."""
    complaints: list[str] = field(default_factory=list)
    """Errors in which Earshot's code was, and what it wrote to the console as errors. Others are not ours to mend."""

    @property
    def elsewhere(self) -> list[str]:
        """Return what was asked of another host than this Home Assistant."""
        ours = urlsplit(self.url).netloc
        away = [url for url in self.asked if urlsplit(url).scheme in {"http", "https", "ws", "wss"}]
        return [url for url in away if urlsplit(url).netloc != ours]

    def complain(self, text: str, where: str) -> None:
        """Remember an error, if Earshot's code was in it."""
        if "/earshot" in where:
            self.complaints.append(text)

    def hear(self, kind: str, text: str, where: str) -> None:
        """Take notice of a line of the console."""
        if kind == "error":
            self.complain(text, where)

    def go(self, path: str) -> Page:
        """Go to an address of the panel, and wait until it stands."""
        self.page.goto(self.url + path)
        self.page.locator("earshot-panel main").wait_for()
        return self.page

    def violations(self, element: str = "earshot-panel") -> list[str]:
        """Say what axe-core finds wrong with the panel, or with a card, by rule and element."""
        self.page.add_script_tag(path=_AXE)
        shown = self.page.locator(element)
        found: dict[str, Any] = shown.evaluate("shown => axe.run(shown, {resultTypes: ['violations']})")
        return [
            f"{violation['id']}: {node['target']} {node['html'][:200]} {node.get('failureSummary', '')}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]


class Browser:
    """Chromium. Use it in a `with` block."""

    def __init__(self) -> None:
        """Raises HomeError where there is no Chromium."""
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        if program is None:
            raise HomeError("there is no chromium: scripts/setup installs it")
        self._program = Path(program)
        self._open = ExitStack()
        self._chromium: Chromium | None = None

    def __enter__(self) -> Self:
        playwright = self._open.enter_context(sync_playwright())
        self._chromium = playwright.chromium.launch(executable_path=self._program, args=list(_FLAGS))
        self._open.callback(self._chromium.close)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def visit(self, url: str, token: str, look: Look | None = None) -> Visit:
        """Open a window of somebody who is logged in; its `page.context` closes it. Raises HomeError."""
        if self._chromium is None:
            raise HomeError("the browser is not open")
        context = self._context(self._chromium, url, token, look or Look())
        visit = Visit(page=context.new_page(), url=url)
        visit.page.on("request", lambda request: visit.asked.append(request.url))
        visit.page.on("websocket", lambda socket: visit.asked.append(socket.url))
        visit.page.on("pageerror", lambda error: visit.complain(str(error), error.stack or ""))
        visit.page.on("console", lambda line: visit.hear(line.type, line.text, line.location["url"]))
        return visit

    @staticmethod
    def _context(chromium: Chromium, url: str, token: str, look: Look) -> BrowserContext:
        width, height = look.size
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if look.dark else "light",
            locale=look.locale,
            timezone_id="Europe/Amsterdam",
            service_workers="block",
        )
        context.add_init_script(f"localStorage.setItem('hassTokens', {json.dumps(json.dumps(_tokens(url, token)))})")
        return context


def _tokens(url: str, token: str) -> dict[str, Any]:
    """Return what the frontend keeps of a login. The token outlives every test, so it is never renewed."""
    year = 365 * 24 * 3600
    return {
        "access_token": token,
        "refresh_token": "",
        "token_type": "Bearer",
        "expires_in": year,
        "hassUrl": url,
        "clientId": f"{url}/",
        "expires": int((time.time() + year) * 1000),
    }
