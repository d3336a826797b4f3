"""Whatever a voice host sends, a request ends in an answer or in a HostError, and never waits without an end."""

import asyncio
from collections.abc import Callable, Coroutine
import json
from pathlib import Path
import tempfile
from typing import Any

from hypothesis import given, settings, strategies as st
import pytest
import pytest_socket

from custom_components.earshot.errors import HostError, HostProtocolError, HostUnavailableError
from custom_components.earshot.host.voice_host.contract import HOME_BUILT, MAX_HEADER_BYTES, REPORT, HomeGrammar
from custom_components.earshot.host_link import client as client_module
from custom_components.earshot.host_link.answers import Transcribed
from custom_components.earshot.host_link.client import HostClient
from custom_components.earshot.host_link.ways import SocketFile
from tests.host_link.sounds import silence, stream, timed

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
TYPES = st.sampled_from([REPORT, HOME_BUILT, "info", "detection", "not-detected", "transcript", "audio-chunk", "error"])
KEYS = st.sampled_from(["type", "data", "data_length", "payload_length", "name", "timestamp", "text", "rate"])
HEADERS = st.dictionaries(KEYS, ANYTHING, max_size=6) | st.fixed_dictionaries(
    {"type": TYPES, "data": st.dictionaries(KEYS, ANYTHING, max_size=4) | ANYTHING}
)
SENT = (
    st.binary(max_size=200)
    | HEADERS.map(lambda header: json.dumps(header).encode() + b"\n")
    | st.tuples(TYPES, ANYTHING).map(lambda pair: json.dumps({"type": pair[0], "data": pair[1]}).encode() + b"\n")
)

GRAMMAR = HomeGrammar(language="en", jsgf="", revision="1")
type Request = Callable[[HostClient], Coroutine[Any, Any, object]]

REQUESTS: dict[str, Request] = {
    "report": lambda client: client.report(),
    "describe": lambda client: client.describe(),
    "set_home": lambda client: client.set_home(GRAMMAR),
    "detect": lambda client: client.detect([], timed(silence(0.1))),
    "transcribe": lambda client: client.transcribe(stream(silence(0.1)), language="en", satellite="kitchen"),
}


@pytest.fixture(autouse=True)
def unix_sockets() -> None:
    """Let unix sockets be connected to, which the test plugin does not."""
    pytest_socket.socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)


async def ask(request: Request, answer: bytes, *, and_close: bool = True) -> object:
    """Send `request` to a host that answers with `answer`, whatever is asked."""

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        if and_close:
            writer.close()

    with tempfile.TemporaryDirectory() as folder:
        socket = Path(folder) / "host.sock"
        async with await asyncio.start_unix_server(serve, socket):
            return await request(HostClient(SocketFile(socket)))


@pytest.mark.parametrize("request_name", REQUESTS)
@settings(deadline=None, max_examples=60)
@given(sent=SENT)
def test_an_answer_or_a_host_error_comes_of_anything(request_name: str, sent: bytes) -> None:
    try:
        asyncio.run(ask(REQUESTS[request_name], sent))
    except HostError:
        return


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (b"", HostUnavailableError),
        (b"x" * (2 * MAX_HEADER_BYTES), HostUnavailableError),
        (b'{"type": "earshot-report", "data_length": 1000000}\n' + b"[" * 1_000_000, HostProtocolError),
        (b'{"type": "earshot-report", "payload_length": 99999999999}\n', HostProtocolError),
        (b'{"type": "earshot-report", "data": {"protocol": 1}}\n', HostProtocolError),
        (b'{"type": ["earshot-report"]}\n', HostProtocolError),
        (b'{"type": "error", "data": {"code": "busy", "text": "too many"}}\n', HostError),
    ],
    ids=["nothing", "endless header", "deep", "endless payload", "incomplete", "no type", "refusal"],
)
async def test_what_is_no_answer_has_its_error(sent: bytes, error: type[HostError]) -> None:
    with pytest.raises(HostError) as caught:
        await ask(REQUESTS["report"], sent)
    assert type(caught.value) is error


async def test_events_that_nobody_asked_for_are_passed_over() -> None:
    answer = b'{"type": "pong"}\n{"type": "transcript", "data": {"text": "hello"}}\n'
    heard = await ask(REQUESTS["transcribe"], answer)
    assert heard == Transcribed(text="hello", verdict="accepted", score=None, engine="earshot-stt")


@pytest.mark.parametrize(
    ("told", "times"),
    [
        ("[[0, 100], [100, 250]]", ((0, 100), (100, 250))),
        ("[[0, 100]]", None),
        ("[[0, 100], [250, 100]]", None),
        ("[[0, 100], [100, 1e9]]", None),
        ("[[0, 100], [true, 250]]", None),
        ("[[0, 100], [-5, 250]]", None),
        ("[[0, 100], [100, 99999999]]", None),
        ("[[0, 100], 7]", None),
        ('"x"', None),
        ("null", None),
    ],
)
async def test_times_that_are_not_of_each_word_are_as_good_as_not_told(told: str, times: Any) -> None:
    answer = f'{{"type": "transcript", "data": {{"text": "hello there", "context": {{"word_times": {told}}}}}}}\n'
    heard = await ask(REQUESTS["transcribe"], answer.encode())
    assert isinstance(heard, Transcribed)
    assert (heard.text, heard.word_times) == ("hello there", times)


async def test_a_host_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ASK_TIMEOUT_SECONDS", "DECIDE_TIMEOUT_SECONDS", "BUILD_TIMEOUT_SECONDS"):
        monkeypatch.setattr(client_module, name, 0.05)
    for request in REQUESTS.values():
        with pytest.raises(HostUnavailableError):
            await ask(request, b"", and_close=False)


async def test_a_host_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(HostUnavailableError):
        await HostClient(SocketFile(tmp_path / "nothing.sock")).report()


async def test_what_a_host_says_before_it_hangs_up_is_why() -> None:
    refusal = b'{"type": "error", "data": {"code": "too-large", "text": ""}}\n'
    with pytest.raises(HostError, match="too-large"):
        await ask(lambda client: client.transcribe(stream(silence(30)), language="en", satellite="x"), refusal)
