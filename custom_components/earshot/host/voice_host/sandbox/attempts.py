"""Tries every way out, after the walls are up. The addresses are this machine's own: nothing leaves if one is open.

An attempt is denied only if the kernel refused it. An answer from the other side, be it "connection refused", means
that the other side was reached.
"""

from collections.abc import Callable
import ctypes
from dataclasses import dataclass
import errno
import os
import socket
import struct
import sys
from threading import Thread
from typing import Final
import urllib.error
import urllib.request
import warnings

from ..contract import Attempt
from . import libc
from .calls import this_processor

_REACHED: Final = frozenset({errno.ECONNREFUSED, errno.ETIMEDOUT, errno.ECONNRESET, errno.EINPROGRESS, errno.EAGAIN})
"""Errors that somebody else caused: the way to them was open."""
_TIMEOUT: Final = 2.0
_NOWHERE: Final = "host.invalid"
"""A name that no resolver knows (RFC 2606). Asking for it is the attempt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is tried to be reached. A test puts listeners there, so that an open way succeeds."""

    tcp: tuple[str, int] = ("127.0.0.1", 9)
    """The discard port of RFC 863, which nobody uses."""
    unix: str = "\0earshot-way-out"
    """An abstract name, which every program on the machine could have."""
    name: str = _NOWHERE


def try_ways_out(target: Target) -> tuple[Attempt, ...]:
    """Try all of `WAYS` and say what became of each."""
    return tuple(_attempt(way, trial, target) for way, trial in WAYS.items())


def _attempt(way: str, trial: Callable[[Target], str], target: Target) -> Attempt:
    try:
        return Attempt(way=way, denied=False, detail=trial(target))
    except socket.gaierror as error:
        return Attempt(way=way, denied=True, detail=f"no answer: {error.strerror}")
    except OSError as error:
        number = _number(error)
        return Attempt(way=way, denied=number not in _REACHED, detail=errno.errorcode.get(number, str(number)))
    except Exception as fault:  # noqa: BLE001 - an attempt that failed by itself proves nothing, and ends nothing
        return Attempt(way=way, denied=False, detail=f"could not be tried: {type(fault).__name__}")


def _number(error: OSError) -> int:
    """Find the kernel's error within urllib's."""
    if isinstance(error, urllib.error.URLError) and isinstance(error.reason, OSError):
        return _number(error.reason)
    if isinstance(error, TimeoutError):
        return errno.ETIMEDOUT
    return error.errno or 0


def _tcp(target: Target) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as out:
        out.settimeout(_TIMEOUT)
        out.connect(target.tcp)
    return "connected"


def _tcp6(target: Target) -> str:
    with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as out:
        out.settimeout(_TIMEOUT)
        out.connect(("::1", target.tcp[1]))
    return "connected"


def _udp(target: Target) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
        out.sendto(b"", target.tcp)
    return "sent"


def _open_socket(family: int, kind: int, protocol: int = 0) -> Callable[[Target], str]:
    def trial(_target: Target) -> str:
        socket.socket(family, kind, protocol).close()
        return "a socket was made"

    return trial


def _unix(target: Target) -> str:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as out:
        out.connect(target.unix)
    return "connected"


def _getaddrinfo(target: Target) -> str:
    return f"{len(socket.getaddrinfo(target.name, 80, socket.AF_INET))} addresses"


def _urllib(target: Target) -> str:
    host, port = target.tcp
    # Without proxies: the way that is tried is the straight one.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://{host}:{port}/", timeout=_TIMEOUT) as answer:
            return f"status {answer.status}"
    except urllib.error.HTTPError as error:
        return f"status {error.code}"


def _libc(target: Target) -> str:
    host, port = target.tcp
    descriptor = libc.libc_socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        address = struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, socket.inet_aton(host))
        libc.libc_connect(descriptor, address)
    finally:
        os.close(descriptor)
    return "connected"


def _raw_call(_target: Target) -> str:
    os.close(libc.syscall(_call("socket"), socket.AF_INET, socket.SOCK_STREAM, 0))
    return "a socket was made"


def _io_uring(_target: Target) -> str:
    parameters = ctypes.create_string_buffer(120)
    pointer = ctypes.c_void_p(ctypes.addressof(parameters))
    os.close(libc.syscall(_call("io_uring_setup"), 1, pointer))
    return "a ring was made"


def _thread(target: Target) -> str:
    outcome: list[str | OSError] = []

    def run() -> None:
        try:
            outcome.append(_tcp(target))
        except OSError as error:
            outcome.append(error)

    thread = Thread(target=run)
    thread.start()
    thread.join()
    if isinstance(outcome[0], OSError):
        raise outcome[0]
    return outcome[0]


def _child(target: Target) -> str:
    _in_child(lambda: _tcp(target))
    return "connected"


def _execve(_target: Target) -> str:
    _in_child(lambda: os.execve(sys.executable, [sys.executable, "-ISc", ""], {}))  # noqa: S606 - this is the attempt
    return "a program was run"


def _in_child(trial: Callable[[], object]) -> None:
    """Try in a child process; raises the OSError that it met."""
    with warnings.catch_warnings():
        # Forking beside threads is safe for a child that does so little.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        number = 0
        try:
            trial()
        except OSError as error:
            number = _number(error)
        finally:
            os._exit(number)
    _, status = os.waitpid(child, 0)
    if number := os.waitstatus_to_exitcode(status):
        raise OSError(number, os.strerror(abs(number)))


def _write_file(_target: Target) -> str:
    os.close(os.open(os.devnull, os.O_WRONLY))
    return "a file was opened for writing"


def _call(name: str) -> int:
    processor = this_processor()
    if processor is None:
        raise OSError(errno.ENOSYS, "the system calls of this processor are not known")
    return processor.numbers[name]


WAYS: Final[dict[str, Callable[[Target], str]]] = {
    "tcp": _tcp,
    "tcp_ipv6": _tcp6,
    "udp": _udp,
    "raw": _open_socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP),
    "packet": _open_socket(socket.AF_PACKET, socket.SOCK_RAW),
    "netlink": _open_socket(socket.AF_NETLINK, socket.SOCK_RAW),
    "vsock": _open_socket(socket.AF_VSOCK, socket.SOCK_STREAM),
    "unix": _unix,
    "getaddrinfo": _getaddrinfo,
    "urllib": _urllib,
    "libc": _libc,
    "system_call": _raw_call,
    "io_uring": _io_uring,
    "thread": _thread,
    "child": _child,
    "execve": _execve,
    "write_file": _write_file,
}
"""Name of each way, as in the report, and how it is tried: returns what succeeded, or raises OSError."""
