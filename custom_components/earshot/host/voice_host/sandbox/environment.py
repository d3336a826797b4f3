"""The environment that this process works in: what it needs and nothing else.

Home Assistant's may hold tokens, proxies and paths. Removing a variable leaves the block of memory that the process was
started with, so the process starts itself anew where there is one to remove.
"""

from collections.abc import Mapping
import os
import sys
from typing import Final

from ..contract import Wall

_KEPT: Final = {
    "PYTHONPATH": "finds voice_host",
    "PYTHONSAFEPATH": "keeps the working folder off the module path",
    "LANG": "error messages of the C library",
    "LC_ALL": "the same",
    "LC_CTYPE": "the same; Python sets it itself",
    "TZ": "times in log lines",
    "PYTHONUNBUFFERED": "log lines that come at once",
    "PYTHONFAULTHANDLER": "where a crash in an engine's own code was; it names lines and no values",
    "COVERAGE_PROCESS_START": "measuring tests",
    "COVERAGE_PROCESS_CONFIG": "measuring tests",
}
"""Name and use of each variable that is kept."""
_SET: Final = {
    "PATH": "/usr/bin:/bin",
    "HOME": "/nonexistent",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}
"""What is set whatever it was: no home folder to read, and one thread each for libraries of linear algebra, whose
pools would spin on the cores that the engines need."""


def needed(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what the process needs of `environment`."""
    return {name: value for name, value in environment.items() if name in _KEPT} | _SET


def clean() -> Wall:
    """Return if the environment is clean; otherwise run this program anew with the same arguments and a clean one."""
    wanted = needed(os.environ)
    if dict(os.environ) != wanted:
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], wanted)  # noqa: S606 - it runs itself
    return Wall(name="environment", stands=True, detail=f"{len(wanted)} variables, no token, no proxy")
