"""Hosts on ports of this machine: the server of the real one with stand-in engines, in this process."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from custom_components.earshot.host_link.ways import HostAddress
from tests.voice_host.fakes import FakeSpeech, FakeVoice, FakeWake
from voice_host.config import TcpAddress
from voice_host.contract import PROTOCOL, Attempt, HostReport, Wall
from voice_host.describe import make_info
from voice_host.door import Door
from voice_host.engines.load import Engines
from voice_host.listeners import listen
from voice_host.pairing import make_secret
from voice_host.server import Server
from voice_host.session import Services
from voice_host.workers import Workers


@dataclass
class GuardedHost:
    """A server with a door."""

    address: HostAddress
    door: Door
    server: Server
    workers: Workers
    protocol: int = PROTOCOL
    speech: FakeSpeech = field(default_factory=FakeSpeech)
    voice: FakeVoice = field(default_factory=FakeVoice)

    async def close(self) -> None:
        """Go, as a process does."""
        self.speech.gate.set()
        self.voice.gate.set()
        await self.server.close()
        self.workers.stop()
        for pool in (self.workers.hearing, self.workers.speaking, self.workers.learning):
            pool.shutdown(wait=True)


async def open_host(*, port: int = 0, secret: bytes | None = None, protocol: int = PROTOCOL) -> GuardedHost:
    """Open one. Needs sockets to be enabled."""
    secret = secret or make_secret()
    door = Door(secret)
    host = GuardedHost(HostAddress("127.0.0.1", port, secret), door, Server(door=door), Workers(), protocol)
    (listening,) = listen([TcpAddress("127.0.0.1", port)])
    host.address = HostAddress("127.0.0.1", listening.getsockname()[1], secret)
    await host.server.open([listening])
    engines = Engines(wake=FakeWake(), speech=host.speech, voice=host.voice)
    host.server.ready(
        Services(
            engines=engines,
            report=_reporting(engines, host),
            info=lambda: make_info(engines).event(),
            workers=host.workers,
        )
    )
    return host


def _reporting(engines: Engines, host: GuardedHost) -> Callable[[], HostReport]:
    def report() -> HostReport:
        return HostReport(
            protocol=host.protocol,
            version="test",
            pid=1,
            enforced=True,
            walls=(Wall(name="seccomp", stands=True),),
            attempts=(Attempt(way="tcp", denied=True, detail="EPERM"),),
            engines=engines.infos,
            run=f"{id(host):x}",
            refused=host.door.refused,
        )

    return report


@asynccontextmanager
async def guarded_host() -> AsyncIterator[GuardedHost]:
    host = await open_host()
    try:
        yield host
    finally:
        await host.close()
