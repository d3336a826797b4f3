"""Starts of Home Assistant alone, without the satellites, and what its process takes."""

from collections.abc import Sequence
import json
from pathlib import Path
import re
import sys
import time
from typing import Final

from scripts.home.home import DemoHome
from scripts.home.paths import HOME_PYTHON, ROOT
from scripts.home.process import Program, wait_until
from scripts.home.processes import descendants
from scripts.home.satellite import NAMES

_SETTLE_SECONDS: Final = 4.0
"""After the start: until the engines have answered and Home Assistant has written its state."""
_INITIALIZED: Final = re.compile(r"Home Assistant initialized in ([\d.]+)s")


def prepare(root: Path, *, with_earshot: bool, satellites: Sequence[str] = NAMES) -> DemoHome:
    """Make a home that has been set up once and is stopped, and says in its log how long it took to start."""
    print(f"preparing a home {'with' if with_earshot else 'without'} Earshot", file=sys.stderr, flush=True)
    root.mkdir()
    home = DemoHome(root, with_earshot=with_earshot, satellites=satellites)
    with home:
        config = home.paths.config
    content = json.loads((config / "configuration.yaml").read_text(encoding="utf-8"))
    content["logger"] = {"default": "warning", "logs": {"homeassistant.bootstrap": "info"}}
    (config / "configuration.yaml").write_text(json.dumps(content), encoding="utf-8")
    if not with_earshot:
        (config / "custom_components" / "earshot").unlink()
    return home


def start(config: Path) -> dict[str, float]:
    """Start Home Assistant from this folder once and stop it; milliseconds and megabytes."""
    log = config.parent / "bench.log"
    log.write_bytes(b"")
    began = time.monotonic()
    hass = Program([HOME_PYTHON, "-m", "homeassistant", "-c", config, "--skip-pip"], log=log, cwd=ROOT)
    try:
        wait_until(
            "Home Assistant does not start", lambda: _INITIALIZED.search(log.read_text()) is not None, 120, 0.005
        )
        whole = time.monotonic() - began
        time.sleep(_SETTLE_SECONDS)
        hosts = [pid for pid, command in descendants(hass.pid).items() if "voice_host" in command]
        found = _INITIALIZED.search(log.read_text())
        assert found is not None
        return {
            "start_ms": whole * 1000,
            "initialized_ms": float(found[1]) * 1000,
            "mb": megabytes(hass.pid),
            "host_mb": sum(map(megabytes, hosts)),
        }
    finally:
        hass.stop()


def megabytes(pid: int) -> float:
    """Memory that belongs to a process: what would be free without it (private, and its share of shared pages)."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return sum(int(size) for size in re.findall(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)) / 1024
