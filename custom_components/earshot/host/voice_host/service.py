"""The whole host in its order of start: listen, close the sandbox, load the models, serve."""

import asyncio
from collections.abc import Callable
from functools import partial
import logging
import secrets
import socket
import time

from .config import HostConfig
from .contract import HostReport
from .describe import make_info, make_report, readable
from .door import Door
from .engines.load import Engines, load, prepare
from .sandbox import Sandbox
from .server import Server
from .session import Services
from .workers import Workers, run_in

LOGGER = logging.getLogger(__name__)


class Service:
    """One voice host."""

    def __init__(self, config: HostConfig, secret: bytes | None = None) -> None:
        self._config = config
        self._door = None if secret is None else Door(secret)
        self._server = Server(door=self._door)
        self._run = secrets.token_hex(8)
        self._workers = Workers()
        self._services: Services | None = None

    async def open(self, sockets: list[socket.socket]) -> None:
        """Accept connections; they wait until the models are loaded."""
        await self._server.open(sockets)

    async def start(self, close_sandbox: Callable[[], Sandbox], stop: asyncio.Event) -> None:
        """Prepare, close the sandbox, load the models and let the connections begin; returns early when `stop` is set.

        The sandbox is closed from the loop's own thread: before it there is no other, and it tries a child process.
        """
        failures = prepare(self._config.models)
        sandbox = close_sandbox()
        LOGGER.info(
            "Sandbox: %s", "enforced" if sandbox.enforced else "NOT enforced; sound and words are only observed"
        )
        began = time.monotonic()
        loading = asyncio.ensure_future(run_in(self._workers.learning, partial(load, self._config, failures=failures)))
        stopping = asyncio.ensure_future(stop.wait())
        await asyncio.wait((loading, stopping), return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if loading.done():
            self._begin(loading.result(), sandbox)
            LOGGER.info("Ready after %.1f s", time.monotonic() - began)

    async def stop(self, patience: float) -> None:
        """End every connection, and the engines within `patience` seconds."""
        await self._server.close()
        wake = self._services.engines.wake if self._services else None
        if wake is not None:
            try:
                async with asyncio.timeout(patience):
                    await run_in(self._workers.speaking, wake.stop)
            except TimeoutError:
                LOGGER.warning("The wake word engine did not end in time")
        self._workers.stop()

    def print_report(self) -> int:
        """Print the report for a person. Returns the exit code: 0 if it is enforced and every stage has an engine."""
        if self._services is None:
            return 1
        report = self._services.report()
        print(readable(report))  # noqa: T201 - this is what was asked for
        return 0 if report.enforced and self._services.engines.complete else 1

    def _reporting(self, engines: Engines, sandbox: Sandbox) -> Callable[[], HostReport]:
        def report() -> HostReport:
            return make_report(engines, sandbox, run=self._run, refused=self._door.refused if self._door else ())

        return report

    def _begin(self, engines: Engines, sandbox: Sandbox) -> None:
        self._services = Services(
            engines=engines,
            report=self._reporting(engines, sandbox),
            info=lambda: make_info(engines).event(),
            workers=self._workers,
        )
        self._server.ready(self._services)
