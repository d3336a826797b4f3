"""What says where the voice host is: understood by the library that Home Assistant listens with."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import json
from pathlib import Path
import signal
import socket
import struct
import subprocess
import sys
from threading import Event, Thread
from typing import Any, cast, override

from hypothesis import given, strategies as st
import pytest
from zeroconf import ServiceBrowser, ServiceListener, Zeroconf
from zeroconf._dns import DNSAddress, DNSPointer, DNSQuestion, DNSService, DNSText
from zeroconf._protocol.incoming import DNSIncoming
from zeroconf._protocol.outgoing import DNSOutgoing
from zeroconf.const import _CLASS_IN, _FLAGS_QR_QUERY, _TYPE_A, _TYPE_ANY, _TYPE_PTR, _TYPE_SRV

from tests.voice_host.processes import environment
from voice_host.announce import multicast
from voice_host.announce.multicast import Announcer
from voice_host.announce.records import Announcement
from voice_host.announce.supervisor import tell

ATTIC = Announcement(title="attic", name="0123456789abcdef", port=10700, version="0.1.0")
SERVICE = "_earshot-host._tcp.local."
INSTANCE = f"Earshot {ATTIC.name}.{SERVICE}"


def question(name: str, kind: int) -> bytes:
    asking = DNSOutgoing(_FLAGS_QR_QUERY)
    asking.add_question(DNSQuestion(name, kind, _CLASS_IN))
    return asking.packets()[0]


def test_the_packet_says_who_where_and_how_long() -> None:
    answers = DNSIncoming(ATTIC.packet("192.168.1.5")).answers()
    pointer, service, text, address = answers
    assert isinstance(pointer, DNSPointer)
    assert isinstance(service, DNSService)
    assert isinstance(text, DNSText)
    assert isinstance(address, DNSAddress)
    assert (pointer.name, pointer.alias) == (SERVICE, INSTANCE)
    assert (service.name, service.server, service.port) == (INSTANCE, f"earshot-{ATTIC.name}.local.", 10700)
    assert text.text == b"\x13id=0123456789abcdef\x0btitle=attic\x0dversion=0.1.0"
    assert address.address == socket.inet_aton("192.168.1.5")
    assert {answer.ttl for answer in answers} == {120}
    assert {answer.ttl for answer in DNSIncoming(ATTIC.packet("192.168.1.5", gone=True)).answers()} == {0}


@pytest.mark.parametrize(
    ("name", "kind", "asked"),
    [
        (SERVICE, _TYPE_PTR, True),
        (SERVICE.upper(), _TYPE_ANY, True),
        (INSTANCE, _TYPE_SRV, True),
        (f"earshot-{ATTIC.name}.local.", _TYPE_A, True),
        (SERVICE, _TYPE_A, False),
        ("_wyoming._tcp.local.", _TYPE_PTR, False),
        ("earshot-other.local.", _TYPE_A, False),
    ],
)
def test_it_knows_what_it_is_asked_for(name: str, kind: int, asked: bool) -> None:  # noqa: FBT001 - a test's parameter
    assert ATTIC.is_asked_for(question(name, kind)) is asked


def test_an_answer_of_somebody_else_is_no_question() -> None:
    assert not ATTIC.is_asked_for(ATTIC.packet("192.168.1.5"))


def test_two_questions_that_share_a_name_are_understood() -> None:
    asking = DNSOutgoing(_FLAGS_QR_QUERY)
    for name in ("_wyoming._tcp.local.", SERVICE):  # the second one points into the first
        asking.add_question(DNSQuestion(name, _TYPE_PTR, _CLASS_IN))
    assert ATTIC.is_asked_for(asking.packets()[0])


@given(st.binary(max_size=200))
def test_nothing_that_comes_is_a_surprise(packet: bytes) -> None:
    assert ATTIC.is_asked_for(packet) in {True, False}


@pytest.mark.parametrize("name", [b"\xc0\x0c", b"\x01a\xc0\x0c", b"\xc0\xff", b"\x3fshort"])
def test_a_name_that_goes_in_a_circle_or_out_of_the_packet_asks_for_nothing(name: bytes) -> None:
    header = struct.pack("!HHHHHH", 0, 0, 1, 0, 0, 0)
    assert not ATTIC.is_asked_for(header + name)


@pytest.fixture
def announcer(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Announcer]:
    """Announce on this machine alone."""
    monkeypatch.setattr(multicast, "addresses", lambda: ["127.0.0.1"])
    made = Announcer(ATTIC)
    thread = Thread(target=made.run)
    thread.start()
    yield made
    made.stop()
    thread.join(10)
    assert not thread.is_alive()


class Finder(ServiceListener):
    def __init__(self) -> None:
        self.found, self.gone = Event(), Event()

    @override
    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        if name == INSTANCE:
            self.found.set()

    @override
    def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        if name == INSTANCE:
            self.gone.set()

    @override
    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        """It does not change."""


def test_home_assistants_library_finds_it_with_all_that_it_says_and_misses_it_when_it_goes(
    announcer: Announcer,
) -> None:
    finder = Finder()
    with Zeroconf(interfaces=["127.0.0.1"]) as zeroconf:
        browser = ServiceBrowser(zeroconf, SERVICE, finder)
        assert finder.found.wait(20)
        info = zeroconf.get_service_info(SERVICE, INSTANCE, 5000)
        assert info is not None
        assert (info.port, info.parsed_addresses()) == (10700, ["127.0.0.1"])
        assert info.decoded_properties == {"id": ATTIC.name, "title": "attic", "version": "0.1.0"}
        announcer.stop()
        assert finder.gone.wait(20)
        browser.cancel()


def test_the_machines_addresses_are_found(socket_enabled: None) -> None:
    found = multicast.addresses()
    assert found
    assert found == ["127.0.0.1"] or not any(address.startswith("127.") for address in found)


# ---- The Supervisor


class Supervisor(BaseHTTPRequestHandler):
    @override
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        server = cast("Any", self.server)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        server.told.append((self.path, self.headers["Authorization"], json.loads(body)))
        self.send_response(server.answers.pop(0))
        self.end_headers()


@pytest.fixture
def supervisor(socket_enabled: None) -> Iterator[Any]:
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Supervisor)
    server.told, server.answers = [], []
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


CONFIG: dict[str, str | int] = {"host": "local-earshot", "port": 10700, "code": "0000"}


def test_the_supervisor_is_told_until_it_listens(supervisor: Any) -> None:
    supervisor.answers += [502, 200]
    url = f"http://127.0.0.1:{supervisor.server_port}/discovery"
    assert tell(CONFIG, "token", url=url, waits=(0.0, 0.0))
    assert supervisor.told == [("/discovery", "Bearer token", {"service": "earshot", "config": CONFIG})] * 2


def test_a_supervisor_that_does_not_listen_is_given_up(supervisor: Any, caplog: pytest.LogCaptureFixture) -> None:
    supervisor.answers += [400, 400]
    url = f"http://127.0.0.1:{supervisor.server_port}/discovery"
    assert not tell(CONFIG, "secret-token", url=url, waits=(0.0,))
    assert not tell(CONFIG, "secret-token", url="http://127.0.0.1:9/", waits=())
    assert "secret-token" not in caplog.text
    assert "0000" not in caplog.text


# ---- The program


def test_it_is_a_process_of_its_own_that_loads_no_engine_and_ends_when_told(tmp_path: Path) -> None:
    code = "import sys, runpy\nsys.modules['numpy'] = sys.modules['wyoming'] = None\n"
    code += "runpy.run_module('voice_host.announce', run_name='__main__', alter_sys=True)"
    line = [sys.executable, "-P", "-c", code, "--code-file", str(tmp_path / "code"), "--port", "1", "--to", "network"]
    with subprocess.Popen(line, env=environment(), stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert "Announcing" in process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    assert (tmp_path / "code").exists()


def test_a_code_file_that_is_none_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "code").write_text("password")
    line = [sys.executable, "-P", "-m", "voice_host.announce", "--code-file", str(tmp_path / "code"), "--port", "1"]
    done = subprocess.run(
        [*line, "--to", "network"], env=environment(), capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.returncode, "no pairing code" in done.stderr, "password" in done.stderr) == (1, True, False)
