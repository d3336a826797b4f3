"""A server with fake engines on a unix socket, in this process."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
import tempfile

import pytest
import pytest_socket
from wyoming.client import AsyncClient, AsyncUnixClient
from wyoming.event import Event

from tests.voice_host.fakes import FakeSpeech, FakeVoice, FakeWake
from voice_host.config import UnixAddress
from voice_host.contract import PROTOCOL, Attempt, HostReport, Wall
from voice_host.describe import make_info
from voice_host.engines.interface import SpeechEngine, VoiceEngine, WakeEngine
from voice_host.engines.load import Engines
from voice_host.listeners import listen
from voice_host.server import Server
from voice_host.session import Services
from voice_host.workers import Workers


@dataclass
class Host:
    """The server, what it works with, and a way to it."""

    server: Server
    path: Path
    wake: FakeWake
    speech: FakeSpeech
    voice: FakeVoice
    answers: FakeSpeech

    def client(self) -> AsyncClient:
        return AsyncUnixClient(self.path, connect_timeout=10, read_timeout=10)


@pytest.fixture
def socket_folder() -> Iterator[Path]:
    """A folder as the host wants it, with a path short enough for a socket that may be connected to."""
    # The test plugin lets a test make a unix socket, but not connect to one.
    pytest_socket.socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    with tempfile.TemporaryDirectory(prefix="earshot-") as folder:
        yield Path(folder)


@pytest.fixture
def make_services() -> Callable[..., Services]:
    """Make what sessions work with, from engines."""

    def make(
        workers: Workers,
        wake: WakeEngine | None = None,
        speech: SpeechEngine | None = None,
        voice: VoiceEngine | None = None,
        answers: SpeechEngine | None = None,
    ) -> Services:
        made = Engines(wake=wake, speech=speech, voice=voice, answers=answers)
        report = HostReport(
            protocol=PROTOCOL,
            version="test",
            pid=1,
            enforced=True,
            walls=(Wall(name="seccomp", stands=True),),
            attempts=(Attempt(way="tcp", denied=True, detail="EPERM"),),
            engines=made.infos,
        )
        return Services(engines=made, report=lambda: report, info=lambda: make_info(made).event(), workers=workers)

    return make


@pytest.fixture
async def host(socket_folder: Path, make_services: Callable[..., Services]) -> AsyncIterator[Host]:
    """A host that serves, with all three stages."""
    path = socket_folder / "host.sock"
    server, workers = Server(max_connections=8), Workers()
    made = Host(server, path, FakeWake(), FakeSpeech(), FakeVoice(), FakeSpeech())
    await server.open(listen([UnixAddress(path)]))
    server.ready(make_services(workers, wake=made.wake, speech=made.speech, voice=made.voice, answers=made.answers))
    yield made
    made.speech.gate.set()
    made.voice.gate.set()
    await server.close()
    workers.stop()
    for pool in (workers.hearing, workers.speaking, workers.learning):
        pool.shutdown()  # a host that ends does not wait for its threads; the next test must not meet them


@pytest.fixture
async def client(host: Host) -> AsyncIterator[AsyncClient]:
    """One connection to it."""
    async with host.client() as connected:
        yield connected


async def read_until(client: AsyncClient, *kinds: str) -> list[Event]:
    """Read events up to the first of one of these kinds, or of an error."""
    events: list[Event] = []
    while not events or events[-1].type not in {*kinds, "error"}:
        event = await client.read_event()
        assert event is not None, f"closed after {[each.type for each in events]}"
        events.append(event)
    return events


async def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until something that another thread or task does has happened."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - a thread does it, which knows nothing of the loop
            await asyncio.sleep(0.005)
