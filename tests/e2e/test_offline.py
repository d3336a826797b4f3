"""A machine without any network: the whole chain works, so nothing of it can need one."""

import json
import os
from pathlib import Path
import shutil
import subprocess

import pytest

from scripts.home.paths import ROOT

from .conftest import errors

ONLY_LOOPBACK = """
set -e
ip link set lo up multicast on
# Home Assistant's mDNS wants an interface with an address and a way to multicast, and finds only itself there.
ip address add 10.99.0.1/24 dev lo
ip route add 224.0.0.0/4 dev lo
ip route add default dev lo
exec "$@"
"""


def test_without_any_network_a_home_is_set_up_hears_and_answers(tmp_path: Path) -> None:
    home = tmp_path / "home"
    command = [str(ROOT / "scripts" / "run"), "--home", str(home), "--say", "turn on the kitchen light", "--json"]

    result = subprocess.run(
        [*alone(), "sh", "-c", ONLY_LOOPBACK, "sh", *command], capture_output=True, text=True, check=False
    )

    assert result.returncode == 0, result.stderr
    answer = json.loads(result.stdout)
    assert answer["outcome"] == "answered"
    assert answer["left_house"] is False
    assert errors(home / "hass.log") == []


def alone() -> list[str]:
    """Return the command that gives a program a network namespace of its own."""
    unshare = shutil.which("unshare")
    assert unshare is not None
    options = ["--net"] if os.geteuid() == 0 else ["--net", "--map-root-user"]
    if subprocess.run([unshare, *options, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody make a network namespace")
    return [unshare, *options]
