"""Blanking messages in a log file: every byte that is not theirs stays as it is."""

from datetime import UTC, datetime
import io
from pathlib import Path
import time

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.traces.log_lines import HEAD, blank_messages, log_files, messages_with_words

WORDY = "2026-11-23 10:00:00.123 DEBUG (MainThread) [homeassistant.components.conversation] "
QUOTED = "2026-11-23 10:00:00.123 ERROR (MainThread) [homeassistant.components.tts] "
HARMLESS = "2026-11-23 10:00:00.123 INFO (SyncWorker_1) [homeassistant.components.conversation] "
FOREIGN = "2026-11-23 10:00:00.123 DEBUG (MainThread) [homeassistant.components.light] "

heads = st.sampled_from([WORDY, QUOTED, HARMLESS, FOREIGN])
lines = st.text(st.characters(exclude_characters="\r\n*"), max_size=20)
messages = st.lists(st.tuples(heads, lines, st.lists(lines, max_size=3)), max_size=6)


def text_of(logged: list[tuple[str, str, list[str]]]) -> str:
    return "".join("\n".join([head + line, *rest]) + "\n" for head, line, rest in logged)


@given(logged=messages)
def test_what_may_hold_words_is_blank_and_nothing_else(logged: list[tuple[str, str, list[str]]], tmp: Path) -> None:
    before = text_of(logged).encode()
    tmp.write_bytes(before)
    blank_messages(tmp, lambda _message: True)
    after = tmp.read_bytes()
    wanted = [
        (head, "*" * len(line.encode()), ["*" * len(one.encode()) for one in rest]) if head in {WORDY, QUOTED} else all_
        for all_ in logged
        for head, line, rest in [all_]
    ]
    assert after == text_of(wanted).encode()
    assert not list(messages_with_words(io.BytesIO(after)))
    assert blank_messages(tmp, lambda _message: True) == 0


@pytest.fixture(scope="module")
def tmp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file for all examples."""
    return tmp_path_factory.mktemp("log") / "home-assistant.log"


@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_read_without_an_error(content: bytes) -> None:
    for message in messages_with_words(io.BytesIO(content + WORDY.encode() + content)):
        assert 0 <= message.begin < message.end <= 2 * len(content) + len(WORDY)


def test_a_time_that_comes_twice_when_the_clocks_go_back_stands_for_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        twice = WORDY.replace("2026-11-23 10", "2026-10-25 02").encode() + b"words\n"
        (message,) = messages_with_words(io.BytesIO(twice))
        once = WORDY.encode() + b"words\n"
        (other,) = messages_with_words(io.BytesIO(once))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert message.at == (datetime(2026, 10, 25, 0, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC))
    assert other.at == (datetime(2026, 11, 23, 9, tzinfo=UTC),)


def test_the_head_is_the_one_that_home_assistant_writes() -> None:
    assert HEAD.match(WORDY.encode())
    assert HEAD.match(b"2026-11-23 10:00:00.123 WARNING (Recorder) [a.b-c] ")
    assert not HEAD.match(b'  File "x.py", line 3, in y')


def test_earlier_files_of_the_same_log_belong_to_it_and_other_files_do_not(tmp_path: Path) -> None:
    mine = {"home-assistant.log", "home-assistant.log.1", "home-assistant.log.old", "home-assistant.log.2026-11-23"}
    for name in {*mine, "home-assistant.log.fault", "other.log"}:
        tmp_path.joinpath(name).touch()
    assert {path.name for path in log_files(tmp_path / "home-assistant.log")} == mine
    assert log_files(tmp_path / "nowhere" / "home-assistant.log") == []
