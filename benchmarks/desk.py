"""The review desk: donations a second over HTTP, how long each takes, memory and disk, beside people who review."""

import argparse
import asyncio
from collections import Counter
from datetime import UTC, datetime
import json
import logging
import os
from pathlib import Path
from random import Random
import statistics
import sys
import tempfile
import time
from types import MappingProxyType
from typing import Any, Final

from aiohttp import ClientSession, TCPConnector
from homeassistant import bootstrap
from homeassistant.config_entries import ConfigEntry, ConfigSubentryData
from homeassistant.core import HomeAssistant
from homeassistant.runner import RuntimeConfig

from custom_components.earshot.const import CONF_OWN_HOST, DOMAIN, SUBENTRY_DESK
from custom_components.earshot.donation.bundle import new_secrets, seal_bundle
from custom_components.earshot.donation.clip import Clip, encode_clip
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.statement import SignedStatement, parse_statement
from custom_components.earshot.runtime import RuntimeData
from custom_components.earshot.vault.flac import encode
from scripts.home.paths import HomePaths
from scripts.home.satellite import free_port
from scripts.home.seed import seed
from tests.review_desk.parts import CONFIGURED

RATE: Final = 50.0
"""Bundles a second that a desk holds."""
P99_MS: Final = 250.0
FLAT_MB: Final = 32.0
"""What ten times as many bundles may need more. The list of what a vault holds is some hundred bytes for each; the rest
is what the allocator holds back."""
BUNDLES: Final = 10_000
SOUND_MS: Final = 3000
"""A usual command. As FLAC it fills the class of 64 KiB, like most that people say."""
KINDS: Final = 16
"""Different clips: making one takes longer than sealing it."""
CONNECTIONS: Final = 64


def main() -> int:
    """Measure and print. Return 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    parser.add_argument("--bundles", type=int, default=BUNDLES, help=f"how many ({BUNDLES:,})")
    parser.add_argument("--rate", type=float, default=RATE, help=f"how many a second ({RATE:g})")
    parser.add_argument("--folder", type=Path, default=Path.cwd(), help="on the disk to measure (this folder)")
    parser.add_argument("--donors", metavar="URL", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.donors:
        print(json.dumps(asyncio.run(_donate(arguments.donors, arguments.bundles, arguments.rate))))
        return 0
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        result = asyncio.run(_measure(Path(folder), arguments.bundles, arguments.rate))
    missed = _print(result, arguments.rate)
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 1 if missed else 0


async def _measure(folder: Path, bundles: int, rate: float) -> dict[str, float]:
    """Let donors in another process give to a desk in this one."""
    hass, url = await _start(folder)
    runtime: RuntimeData = hass.config_entries.async_entries(DOMAIN)[0].runtime_data
    desk = runtime.desk
    assert desk is not None
    assert desk.is_open
    result: dict[str, float] = {"cores": os.cpu_count() or 0, "bundles": bundles, "offered_per_s": rate}
    # The first thousand fill caches, and load what sound is measured with.
    await _donors(url, min(1000, bundles), rate)
    before, cpu, began = _memory_mb(), time.process_time(), time.perf_counter()
    lag = asyncio.create_task(_lag())
    result |= await _donors(url, bundles, rate)
    spent = time.perf_counter() - began
    lag.cancel()
    result["loop_lag_max_ms"] = await lag
    result["cpu_ms_per_bundle"] = 1000 * (time.process_time() - cpu) / bundles
    result["added_mb"] = _memory_mb() - before
    result["memory_mb"] = _memory_mb()
    result["seconds"] = spent
    figures = await desk.statistics()
    held = sum(figures.states.values())
    assert held == min(1000, bundles) + bundles - sum(figures.refused.values()), figures
    paths = runtime.paths
    disk = sum(_on_disk(path) for path in (paths.desk, paths.desk_keys))
    result["disk_bytes_per_bundle"] = disk / held
    result["store_bytes_per_bundle"] = sum(_on_disk(file) for file in paths.desk.glob("desk.db*")) / held
    result |= await _most(url, min(bundles, 2000))
    await hass.async_stop(force=True)
    return {name: round(value, 3) for name, value in result.items()}


async def _most(url: str, bundles: int) -> dict[str, float]:
    """Offer more than the desk takes: it must say so, and go on taking as much as it can."""
    flood = await _donors(url, bundles, 1000.0)
    return {"flood_taken_per_s": flood["taken_per_s"], "flood_turned_away": flood["turned_away"]}


async def _start(folder: Path) -> tuple[HomeAssistant, str]:
    """Start a Home Assistant that is nothing but a review desk. Return it, and where it listens."""
    paths = HomePaths(folder)
    port = free_port(0)
    assert port is not None
    seed(paths, port)
    hass = await bootstrap.async_setup_hass(RuntimeConfig(config_dir=str(paths.config), skip_pip=True))
    assert hass is not None
    logging.disable(logging.ERROR)
    await hass.async_start()
    # Nobody reviews here, but a desk takes no more on a day than some times what its people can hear.
    configured = CONFIGURED | {"reviewers": [f"{number:032x}" for number in range(100)]}
    desk = ConfigSubentryData(data=configured, subentry_type=SUBENTRY_DESK, title="Desk", unique_id=None)
    entry: ConfigEntry[RuntimeData] = ConfigEntry(
        data={CONF_OWN_HOST: False},
        discovery_keys=MappingProxyType({}),
        domain=DOMAIN,
        minor_version=1,
        options=None,
        source="user",
        subentries_data=[desk],
        title="Earshot",
        unique_id=None,
        version=1,
    )
    await hass.config_entries.async_add(entry)
    await hass.async_block_till_done()
    return hass, f"http://127.0.0.1:{port}"


async def _lag() -> float:
    """Return the longest time in milliseconds that the event loop kept a timer waiting, until this is cancelled."""
    longest = 0.0
    try:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.01)
            longest = max(longest, time.perf_counter() - began - 0.01)
    except asyncio.CancelledError:
        return 1000 * longest


async def _donors(url: str, bundles: int, rate: float) -> dict[str, float]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        __file__,
        *("--donors", url, "--bundles", str(bundles), "--rate", str(rate)),
        stdout=asyncio.subprocess.PIPE,
    )
    told, _ = await process.communicate()
    assert process.returncode == 0
    result: dict[str, float] = json.loads(told.splitlines()[-1])
    return result


async def _donate(url: str, bundles: int, rate: float) -> dict[str, float]:
    """Send bundles, each at its time, whether the ones before it are answered or not."""
    payloads = [encode_clip(_clip(number)) for number in range(KINDS)]
    took, answers = list[float](), Counter[int]()
    async with ClientSession(connector=TCPConnector(limit=CONNECTIONS)) as session:
        async with session.get(f"{url}/api/earshot/desk/statement") as told:
            statement = parse_statement(await told.read())
        began = time.perf_counter()

        async def send(number: int) -> None:
            secrets, body = _seal(payloads[number % KINDS], statement)
            due = began + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            async with session.put(f"{url}/api/earshot/desk/bundles/{secrets}", data=body) as answer:
                answers[answer.status] += 1
            took.append(1000 * (time.perf_counter() - due))

        waiting = set[asyncio.Task[None]]()
        for number in range(bundles):
            waiting.add(asyncio.create_task(send(number)))
            while len(waiting) > CONNECTIONS * 2:
                _, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.gather(*waiting)
        spent = time.perf_counter() - began
    cuts = statistics.quantiles(took, n=100)
    return {
        "taken_per_s": answers[202] / spent,
        "turned_away": bundles - answers[202],
        "p50_ms": cuts[49],
        "p99_ms": cuts[98],
        "max_ms": max(took),
    }


def _seal(payload: bytes, statement: SignedStatement) -> tuple[str, bytes]:
    secrets = new_secrets()
    made_on = datetime.now(UTC).date()
    body = seal_bundle(payload, statement=statement, purpose=Purpose.SPEECH, secrets=secrets, made_on=made_on)
    return secrets.donation_id, body


def _clip(number: int) -> Clip:
    """Return a clip of noise that FLAC makes half as large, as it does with speech."""
    random = Random(number)  # noqa: S311 - it is to be the same each time
    pcm = b"".join(random.randrange(-128, 128).to_bytes(2, "little", signed=True) for _ in range(SOUND_MS * 16))
    words = "turn on the light in the hall"
    return Clip(
        purpose=Purpose.SPEECH, week="2026-W48", language="en", words=words, sound=encode(pcm), sound_ms=SOUND_MS
    )


def _memory_mb() -> float:
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise AssertionError


def _on_disk(path: Path) -> float:
    """Return the bytes that a file or everything in a folder occupies, in whole blocks."""
    files = [path] if path.is_file() else [found for found in path.rglob("*") if found.is_file()]
    return float(sum(found.stat().st_blocks * 512 for found in files))


def _print(result: dict[str, Any], rate: float) -> bool:
    """Print the figures. Return whether a target is missed."""
    missed = {
        "taken_per_s": result["taken_per_s"] < rate * 0.98,
        "turned_away": result["turned_away"] > 0,
        "p99_ms": result["p99_ms"] > P99_MS,
        "added_mb": result["added_mb"] > FLAT_MB,
    }
    for name, figure in result.items():
        print(f"  {name:<24}{figure:>14,.1f}{'   MISSED' if missed.get(name) else ''}")
    return any(missed.values())


if __name__ == "__main__":
    sys.exit(main())
