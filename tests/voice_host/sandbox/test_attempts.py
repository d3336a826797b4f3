"""Every way out, in a process of its own: open without the sandbox, denied behind it."""

from collections.abc import Iterator
import json
from pathlib import Path
import subprocess
import sys
import tempfile

import pytest

from tests.voice_host.sandbox.closed_process import NEEDS_SECCOMP, run
from voice_host.sandbox.attempts import WAYS

type Tried = dict[str, tuple[bool, str]]
"""For each way: whether it was denied, and what it met."""


@pytest.fixture(scope="module")
def target() -> Iterator[str]:
    """What the ways lead to, in a process that nothing binds; as the code that makes the Target."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s"
        server = [sys.executable, str(Path(__file__).parent / "target_server.py"), str(path)]
        with subprocess.Popen(server, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
            assert running.stdout is not None
            port = int(running.stdout.readline())
            # An address for a name: asking for it needs no network, so without the sandbox it is answered everywhere.
            yield f"Target(tcp=('127.0.0.1', {port}), unix={str(path)!r}, name='127.0.0.1')"
            running.communicate()


def attempts(code: str) -> Tried:
    printed = run(code + "\nimport json\nprint(json.dumps([[a.way, a.denied, a.detail] for a in tried]))")
    return {way: (denied, detail) for way, denied, detail in json.loads(printed)}


@pytest.fixture(scope="module")
def opened(target: str) -> Tried:
    return attempts(f"tried = try_ways_out({target})")


@pytest.fixture(scope="module")
def closed(target: str) -> Tried:
    """Behind the filter alone: without the network namespace, which would hide a hole in it."""
    return attempts(f"tried = close(target={target}).attempts")


# The others need rights, hardware or IPv6, which not every machine has.
@pytest.mark.parametrize(
    "way",
    [
        "tcp",
        "udp",
        "netlink",
        "unix",
        "getaddrinfo",
        "urllib",
        "libc",
        "system_call",
        "thread",
        "child",
        "execve",
        "write_file",
    ],
)
def test_without_the_sandbox_the_way_is_open(opened: Tried, way: str) -> None:
    assert not opened[way][0], opened[way][1]


@pytest.mark.promise(4)
@NEEDS_SECCOMP
@pytest.mark.parametrize("way", sorted(set(WAYS) - {"getaddrinfo"}))
def test_behind_the_sandbox_the_way_is_denied_by_the_filter(closed: Tried, way: str) -> None:
    assert closed[way] == (True, "EPERM")


@NEEDS_SECCOMP
def test_a_name_gets_no_answer() -> None:
    denied, detail = attempts("tried = close().attempts")["getaddrinfo"]
    assert denied, detail


def test_a_refused_connection_is_a_way_that_is_open() -> None:
    tried = attempts("tried = try_ways_out(Target())")
    assert [tried[way] for way in ("tcp", "unix", "urllib", "libc", "thread", "child")] == [(False, "ECONNREFUSED")] * 6


def test_the_network_namespace_alone_leaves_nothing_to_reach(target: str) -> None:
    stands, why, *details = run(
        f"wall = leave_network()\ntried = {{a.way: a for a in try_ways_out({target})}}\n"
        "print(wall.stands, wall.detail, *(tried[way].detail for way in ('tcp', 'udp', 'libc', 'child')), sep='|')"
    ).split("|")
    if stands == "False":
        pytest.skip(f"This kernel gives no network namespace: {why}")
    assert details == ["ENETUNREACH"] * 4
