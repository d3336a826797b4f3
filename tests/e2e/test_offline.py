"""A machine without any network: the whole chain works, so nothing of it can need one."""

import json
import os
from pathlib import Path
import shutil
import subprocess
import sys

import pytest

from scripts.home.paths import ROOT

from .conftest import errors

_ONLY_LOOPBACK = """
import fcntl, os, socket, struct, sys
# SIOCSIFFLAGS with IFF_UP: a new network namespace has nothing but a loopback that is down (netdevice(7)).
with socket.socket() as any_socket:
    fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh22x", b"lo", 1))
os.execv(sys.argv[1], sys.argv[1:])
"""


def test_without_any_network_a_home_is_set_up_hears_and_answers(tmp_path: Path) -> None:
    home = tmp_path / "home"
    command = [str(ROOT / "scripts" / "run"), "--home", str(home), "--say", "turn on the kitchen light", "--json"]

    result = subprocess.run(
        [*_alone(), sys.executable, "-c", _ONLY_LOOPBACK, *command], capture_output=True, text=True, check=False
    )

    assert result.returncode == 0, result.stderr
    answer = json.loads(result.stdout)
    assert answer["outcome"] == "answered"
    assert answer["left_house"] is False
    assert errors(home / "hass.log") == []


def _alone() -> list[str]:
    """Return the command that gives a program a network namespace of its own."""
    unshare = shutil.which("unshare")
    assert unshare is not None
    options = ["--net"] if os.geteuid() == 0 else ["--net", "--map-root-user"]
    if subprocess.run([unshare, *options, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody make a network namespace")
    return [unshare, *options]
