"""Runs a piece of code in a process that closed the sandbox, and returns what it printed."""

import os
from pathlib import Path
import subprocess
import sys
from typing import Final

import pytest

HOST_ROOT: Final = Path(__file__).parents[3] / "custom_components" / "earshot" / "host"

NEEDS_SECCOMP: Final = pytest.mark.skipif(
    not Path("/proc/sys/kernel/seccomp/actions_avail").exists(),
    reason="This kernel has no seccomp filters: nothing can be enforced on it, and the report says so",
)

_PREFIX: Final = """
import ctypes, errno, os, socket, sys, threading
from voice_host.contract import Wall
from voice_host.sandbox import Sandbox, Target, close, leave_network, libc, walls
from voice_host.sandbox.attempts import WAYS, try_ways_out
from voice_host.sandbox.calls import this_processor

def call(name, *arguments):
    return libc.syscall(this_processor().numbers[name], *arguments)

def refuse(*_):
    raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

def met(trial):
    try:
        trial()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "done"
"""


def run(code: str, **environment: str) -> str:
    """Run `code` after the names that it may use; the process must end well."""
    finished = subprocess.run(
        [sys.executable, "-c", _PREFIX + code],
        env=dict(os.environ, PYTHONPATH=str(HOST_ROOT)) | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout.strip()
