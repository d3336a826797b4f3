"""The walls, one function each: puts it up and returns a Wall that says whether it stands."""

from collections.abc import Callable
import ctypes
import os
from pathlib import Path
import resource
from typing import Final

from ..contract import MAX_CONNECTIONS, Wall
from ..limits import FILE_BYTES, MEMORY_BYTES_MAX, MEMORY_BYTES_MIN, SPARE_DESCRIPTORS
from . import libc
from .calls import this_processor
from .program import assemble

SECCOMP: Final = "seccomp"
NETWORK_NAMESPACE: Final = "network_namespace"

_SET_MODE_FILTER: Final = 1
_FLAG_TSYNC: Final = 1
"""Binds the threads that run already, too."""

type Step = Callable[[], str]


def put_up(name: str, step: Step) -> Wall:
    """Do `step`, which returns what it forbids; an error of the kernel's means that the wall does not stand."""
    try:
        return Wall(name=name, stands=True, detail=step())
    except OSError as error:
        return Wall(name=name, stands=False, detail=f"the kernel refused: {error.strerror or error}")


def close_descriptors() -> str:
    """Close what the starting process left open, before anything is opened here, and stop reading its input."""
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return "nothing was inherited but the two outputs"


def leave_network() -> str:
    """Move into a network namespace that has no interface. Sockets that listen already stay where they are.

    Must come before the first thread: a namespace is each thread's own. Where root is not allowed to, a user namespace
    of our own is tried with it, in which we are mapped to ourselves so that files keep their owner.
    """
    try:
        os.unshare(os.CLONE_NEWNET)
    except PermissionError:
        user, group = os.geteuid(), os.getegid()
        os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    return "no interface, no address, no route"


def refuse_privileges() -> str:
    """Make sure that nothing run from here gains rights by a file's mode; seccomp needs it too."""
    libc.prctl(libc.PR_SET_NO_NEW_PRIVS, 1)
    if libc.prctl(libc.PR_GET_NO_NEW_PRIVS) != 1:
        raise OSError("the flag did not stay")
    return "no program gains rights"


def limit_resources() -> str:
    """Limit memory and files, and keep sound out of memory dumps.

    The number of processes is not limited: the kernel counts it per user, and the user may be Home Assistant's own.
    """
    memory = _memory_limit()
    _lower(resource.RLIMIT_DATA, memory)
    _lower(resource.RLIMIT_FSIZE, FILE_BYTES)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NOFILE, MAX_CONNECTIONS + SPARE_DESCRIPTORS)
    libc.prctl(libc.PR_SET_DUMPABLE, 0)
    return f"{memory >> 20} MiB of memory, {FILE_BYTES >> 10} KiB per file, no memory dumps"


def filter_calls() -> str:
    """Forbid the system calls of `policy.py`, in all threads and for good."""
    processor = this_processor()
    if processor is None:
        raise OSError("the system calls of this processor are not known")
    program = b"".join(instruction.pack() for instruction in assemble(processor))
    buffer = ctypes.create_string_buffer(program, len(program))
    header = _Program(len(program) // 8, ctypes.addressof(buffer))
    pointer = ctypes.c_void_p(ctypes.addressof(header))
    stray = libc.syscall(processor.numbers["seccomp"], _SET_MODE_FILTER, _FLAG_TSYNC, pointer)
    if stray:
        raise OSError(f"thread {stray} could not be bound")
    return "no new socket, no connection, no program, no file written"


class _Program(ctypes.Structure):
    """`struct sock_fprog`."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def _memory_limit() -> int:
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return max(MEMORY_BYTES_MIN, min(MEMORY_BYTES_MAX, machine // 2))


def _lower(what: int, limit: int) -> None:
    """Set both limits, so that it cannot be taken back; one that is lower already stays."""
    _, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(what, (limit, limit))
