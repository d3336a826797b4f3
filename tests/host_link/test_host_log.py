"""What of the host's standard error is relayed: everything while it starts, and only what holds no words afterwards."""

import asyncio
import logging

import pytest

from custom_components.earshot.host_link.host_log import MAX_LINE_CHARACTERS, HostLog


async def relay(log: HostLog, *lines: bytes) -> None:
    stream = asyncio.StreamReader(limit=1024)
    stream.feed_data(b"".join(line + b"\n" for line in lines))
    stream.feed_eof()
    await log.relay(stream)


@pytest.fixture(autouse=True)
def everything(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)


def relayed(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    return [(record.levelname, record.getMessage()) for record in caplog.records if record.name.endswith("host_log")]


async def test_the_hosts_own_lines_keep_their_level(caplog: pytest.LogCaptureFixture) -> None:
    log = HostLog()
    log.quiet()
    await relay(log, b"ERROR voice_host.engines.wake: a thread ended", b"INFO voice_host: ready")
    assert relayed(caplog) == [("ERROR", "voice_host.engines.wake: a thread ended"), ("INFO", "voice_host: ready")]


async def test_other_lines_are_relayed_while_the_host_starts_and_the_last_says_why_it_did_not(
    caplog: pytest.LogCaptureFixture,
) -> None:
    log = HostLog()
    await relay(log, b"Traceback (most recent call last):", b"ImportError: libgomp.so.1", b"")
    assert ("DEBUG", "ImportError: libgomp.so.1") in relayed(caplog)
    assert log.last == "ImportError: libgomp.so.1"


@pytest.mark.parametrize(
    "line",
    [
        b"INFO: ngram_search.c(123): turn on the kitchen light",
        b"WARNING piper: turn on the kitchen light",
        b"voice_host: turn on the kitchen light",
        b"ValueError: turn on the kitchen light",
        b'  File "turn on", line 3',
        b"INFO voice_hosts: turn on the kitchen light",
    ],
)
async def test_a_librarys_line_is_not_relayed_once_somebody_may_speak(
    line: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    log = HostLog()
    log.quiet()
    await relay(log, line)
    assert "kitchen" not in caplog.text
    assert relayed(caplog) == [("DEBUG", "1 lines of the voice host's libraries were left out")]


async def test_the_trace_of_a_crash_is_relayed(caplog: pytest.LogCaptureFixture) -> None:
    log = HostLog()
    log.quiet()
    await relay(log, b"Fatal Python error: Segmentation fault", b'  File "/x/stream.py", line 12 in feed')
    await relay(log, b'  File "/x/stream.py", line 12, in feed', b"    raise ValueError(kitchen)")
    assert [level for level, _ in relayed(caplog)] == ["WARNING", "WARNING", "WARNING", "DEBUG"]
    assert "kitchen" not in caplog.text


async def test_a_line_is_cut_and_an_endless_one_is_dropped_with_nothing_else_lost(
    caplog: pytest.LogCaptureFixture,
) -> None:
    log = HostLog()
    await relay(log, b"x" * 900, b"y" * 5000, b"INFO voice_host: on", b"\xff\xfe")
    lines = [message for _, message in relayed(caplog)]
    assert lines[0] == "x" * MAX_LINE_CHARACTERS
    assert "voice_host: on" in lines
    assert not any("yyy" in line for line in lines)
