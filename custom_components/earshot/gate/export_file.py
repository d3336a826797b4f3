"""An export that is written to a folder of this machine: facts of the ledger, and never contents."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
import os
from pathlib import Path
import secrets
from typing import Final

from homeassistant.core import HomeAssistant

UNFINISHED: Final = ".part"
"""Ends the name of a file that is being written. What a crash leaves behind is called so, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenExport:
    """A file that is whole and on the disk."""

    path: str
    first: int
    """Index of its first entry."""
    end: int
    """Index behind its last entry."""
    size: int
    """Bytes."""


async def write_whole(hass: HomeAssistant, path: Path, parts: AsyncIterator[bytes]) -> int:
    """Write a file that is there whole or not at all, and return its size. Only Home Assistant's own user may read it.

    One of the same name is replaced. Raises OSError, and what reading the parts raises.
    """
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(8)}{UNFINISHED}")
    descriptor = await hass.async_add_executor_job(os.open, unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    size = 0
    try:
        try:
            async for part in parts:
                await hass.async_add_executor_job(_write, descriptor, part)
                size += len(part)
            await hass.async_add_executor_job(os.fsync, descriptor)
        finally:
            await hass.async_add_executor_job(os.close, descriptor)
        await hass.async_add_executor_job(unfinished.replace, path)
    except BaseException:
        await hass.async_add_executor_job(lambda: unfinished.unlink(missing_ok=True))
        raise
    return size


def _write(descriptor: int, part: bytes) -> None:
    rest = memoryview(part)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
