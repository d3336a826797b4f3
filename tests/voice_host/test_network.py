"""The real host on a port, as a container starts it: sealed after it listens, entered by the code only."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
import re
import ssl

import pytest
import pytest_socket
from wyoming.event import Event, async_read_event, async_write_event

from tests.voice_host.conftest import wait_for
from tests.voice_host.processes import RunningHost, finished, running
from tests.voice_host.sandbox.closed_process import NEEDS_SECCOMP
from voice_host.contract import REFUSED_CODE, REFUSED_NO_TLS, REPORT, HostReport
from voice_host.pairing import client_context, make_secret, secret_of
from voice_host.sandbox.attempts import WAYS


@dataclass
class OnPort:
    host: RunningHost
    port: int
    code_file: Path

    @property
    def secret(self) -> bytes:
        return secret_of(self.code_file.read_text())

    async def report(self) -> HostReport:
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", self.port, ssl=client_context(self.secret), server_hostname=""
        )
        await async_write_event(Event(REPORT), writer)
        event = await async_read_event(reader)
        writer.transport.abort()
        assert event is not None
        return HostReport.from_data(event.data)


@pytest.fixture(scope="module")
def on_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OnPort]:
    pytest_socket.enable_socket()
    import socket  # noqa: PLC0415 - the one that is enabled

    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    code_file = tmp_path_factory.mktemp("data") / "code"
    with running("--uri", f"tcp://127.0.0.1:{port}", "--code-file", str(code_file)) as host:
        yield OnPort(host, port, code_file)


@pytest.fixture(autouse=True)
def on_the_network(socket_enabled: None) -> None:
    """Let each test connect."""


@pytest.mark.promise(4)
@NEEDS_SECCOMP
async def test_on_a_port_too_it_accepts_only_and_has_tried_every_way_out(on_port: OnPort) -> None:
    report = await on_port.report()
    assert report.enforced
    assert {attempt.way for attempt in report.attempts if attempt.denied} == set(WAYS)
    again = await on_port.report()
    assert (again.run, again.pid) == (report.run, report.pid), "it accepts as often as somebody comes"


@pytest.mark.promise(4)
@NEEDS_SECCOMP
def test_it_holds_no_socket_but_the_one_that_it_listens_on_and_those_that_it_accepted(on_port: OnPort) -> None:
    open_files = [str(entry.readlink()) for entry in Path(f"/proc/{on_port.host.process.pid}/fd").iterdir()]
    sockets = {name.removeprefix("socket:[").removesuffix("]") for name in open_files if name.startswith("socket:")}
    table = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    ours = {fields[9]: fields[1].rsplit(":", 1)[1] for fields in table if fields[9] in sockets}
    assert {int(port, 16) for port in ours.values()} == {on_port.port}
    pair = {line.split()[6] for line in Path("/proc/net/unix").read_text().splitlines()[1:]}
    others = sockets - set(ours)
    assert others <= pair, "of no other kind"
    assert len(others) <= 2, "asyncio's pair, by which it wakes itself"


async def test_its_log_names_the_code_once_and_the_file_holds_it(on_port: OnPort) -> None:
    (line,) = [line for line in on_port.host.log if "Pairing code" in line]
    code = line.split()[-1]
    assert re.fullmatch(r"([0-9A-Z]{4}-){6}[0-9A-Z]{4}", code)
    assert secret_of(code) == on_port.secret


async def test_who_does_not_know_the_code_is_counted_in_the_report(on_port: OnPort) -> None:
    before = {each.why: each.count for each in (await on_port.report()).refused}
    with pytest.raises((ConnectionError, ssl.SSLError)):
        await asyncio.open_connection("127.0.0.1", on_port.port, ssl=client_context(make_secret()), server_hostname="")
    reader, writer = await asyncio.open_connection("127.0.0.1", on_port.port)
    await async_write_event(Event("describe"), writer)
    assert await reader.read() == b""
    after = {each.why: each for each in (await on_port.report()).refused}
    assert after[REFUSED_CODE].count == before.get(REFUSED_CODE, 0) + 1
    assert after[REFUSED_NO_TLS].count == before.get(REFUSED_NO_TLS, 0) + 1
    assert after[REFUSED_CODE].last_from == "127.0.0.1"
    await wait_for(lambda: any("Refused a connection from 127.0.0.1" in line for line in on_port.host.log))


async def test_connections_that_stay_half_open_do_not_keep_others_out(on_port: OnPort) -> None:
    waiting = [await asyncio.open_connection("127.0.0.1", on_port.port) for _ in range(20)]
    assert (await on_port.report()).protocol
    for _, writer in waiting:
        writer.transport.abort()


def test_a_code_file_that_is_none_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "code").write_text("password")
    code, _, log = finished("--uri", "tcp://127.0.0.1:1", "--code-file", str(tmp_path / "code"))
    assert code == 1
    assert log == (
        f"CRITICAL voice_host: What is in {tmp_path}/code is no pairing code; remove the file for a new one.\n"
    )
