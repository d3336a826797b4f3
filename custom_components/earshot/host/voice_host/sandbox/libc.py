"""The few kernel calls that Python does not offer, through the C library that is loaded anyway."""

import ctypes
import os
from typing import Final

_LIBC: Final = ctypes.CDLL(None, use_errno=True)

PR_SET_DUMPABLE: Final = 4
PR_SET_NO_NEW_PRIVS: Final = 38
PR_GET_NO_NEW_PRIVS: Final = 39


def prctl(option: int, value: int = 0) -> int:
    """Set or get a property of this process; raises OSError."""
    return _checked(_LIBC.prctl(option, ctypes.c_ulong(value), *(ctypes.c_ulong(0) for _ in range(3))))


def syscall(number: int, *arguments: int | ctypes.c_void_p) -> int:
    """Make the system call `number`; raises OSError."""
    _LIBC.syscall.restype = ctypes.c_long
    return _checked(_LIBC.syscall(ctypes.c_long(number), *(_wide(argument) for argument in arguments)))


def libc_socket(family: int, kind: int) -> int:
    """Ask the C library for a socket; raises OSError."""
    return _checked(_LIBC.socket(family, kind, 0))


def libc_connect(descriptor: int, address: bytes) -> None:
    """Call the C library's connect() with a raw address; raises OSError."""
    _checked(_LIBC.connect(descriptor, address, len(address)))


def _wide(argument: int | ctypes.c_void_p) -> ctypes.c_long | ctypes.c_void_p:
    return argument if isinstance(argument, ctypes.c_void_p) else ctypes.c_long(argument)


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
