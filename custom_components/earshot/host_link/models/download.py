"""Fetch the files of a model. Only ever called because a person asked for it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from pathlib import Path
import re
from typing import Final

import aiohttp
from yarl import URL

from ...errors import ModelMismatchError, ModelUnreachableError
from .catalogue import Model, ModelFile
from .part_file import PartFile

MAX_REDIRECTS: Final = 5
"""A model hub needs one or two, to the machine that has the file."""
MAX_CONNECTIONS: Final = 5
"""For one file. A line that breaks more often in one download needs a person's patience, not a program's."""
CHUNK_BYTES: Final = 256 * 1024
"""Read at once: some tens of milliseconds of a household's line, and 250 steps for a voice."""
TIMEOUT: Final = aiohttp.ClientTimeout(total=None, sock_connect=30, sock_read=60)
"""Seconds. A download may take an hour; a server that says nothing for a minute has gone."""

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_RANGE: Final = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One server that was asked for one file."""

    host: str
    received_bytes: int
    """Bytes of the file that it sent now; what was there before does not count."""
    sha256: str | None = None
    """Hash of the file as it is after this, right or wrong; None while bytes are missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloaded:
    """A model that is now wholly there."""

    model: Model
    folder: Path
    received_bytes: int
    """What was fetched this time; 0 when everything was there already."""
    contacts: tuple[Contact, ...]


async def download(
    session: aiohttp.ClientSession,
    model: Model,
    folder: Path,
    progress: Callable[[int, int], None],
    *,
    contacted: Callable[[Contact], None] = lambda _: None,
) -> Downloaded:
    """Fetch what is missing of `model` into `folder`, and prove every file.

    `progress` is told the bytes that are there and the bytes of all. `contacted` is told of every server, also when
    the download fails or is cancelled. Raises a ModelError; what has arrived and may be right stays for the next try.
    """
    contacts: list[Contact] = []

    def note(contact: Contact) -> None:
        contacts.append(contact)
        contacted(contact)

    done = 0
    for file in model.files:
        if not await asyncio.to_thread(PartFile.is_whole, file, folder):
            await _Fetching(session, file, note, partial(_add, progress, done, model.size)).run(folder)
        done += file.size
        progress(done, model.size)
    received = sum(contact.received_bytes for contact in contacts)
    return Downloaded(model=model, folder=folder, received_bytes=received, contacts=tuple(contacts))


def _add(progress: Callable[[int, int], None], before: int, total: int, length: int) -> None:
    progress(before + length, total)


class _BrokenOffError(ModelUnreachableError):
    """The connection broke in the middle of the file: worth another one."""


class _Fetching:
    """One file on its way."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        file: ModelFile,
        contacted: Callable[[Contact], None],
        progress: Callable[[int], None],
    ) -> None:
        """Begin nothing yet."""
        self._session = session
        self._file = file
        self._contacted = contacted
        self._progress = progress

    async def run(self, folder: Path) -> None:
        """Fetch the file. Raises a ModelError."""
        part = PartFile(self._file, folder)
        try:
            await asyncio.to_thread(part.open)
            await self._fill(part)
            await asyncio.to_thread(part.finish)
        except ModelMismatchError:
            await asyncio.to_thread(part.discard)
            raise
        finally:
            # Waits for what a cancelled download is still writing: a millisecond on a healthy disk.
            await asyncio.shield(asyncio.to_thread(part.close))

    async def _fill(self, part: PartFile) -> None:
        """Fetch until nothing is missing. A connection that broke in the middle of the file is made again."""
        for _ in range(MAX_CONNECTIONS - 1):
            try:
                await self._fetch(part)
            except _BrokenOffError:
                continue
            return
        await self._fetch(part)

    async def _fetch(self, part: PartFile) -> None:
        """Follow redirects to the server that has the file, and take it from there."""
        url = self._file.url
        for _ in range(MAX_REDIRECTS + 1):
            if part.length == self._file.size or (following := await self._ask(url, part)) is None:
                return
            url = following
        raise self._unreachable(url, "it redirects without end")

    async def _ask(self, url: URL, part: PartFile) -> URL | None:
        """Ask one server. Returns whom to ask next, or None when nothing is missing."""
        # Compressed on the way, a range would not be the range of the file.
        headers = {"Accept-Encoding": "identity"}
        if part.length:
            headers["Range"] = f"bytes={part.length}-"
        had = part.length
        try:
            async with self._session.get(url, headers=headers, allow_redirects=False, timeout=TIMEOUT) as response:
                if response.status in _REDIRECTS:
                    return self._redirected(url, response)
                if not await self._begin(url, response, part):
                    return url
                had = part.length
                await self._take(url, response, part)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise self._unreachable(url, f"the connection failed ({type(error).__name__})") from None
        finally:
            self._contacted(self._contact(url, part, had))
        return None

    def _contact(self, url: URL, part: PartFile, had: int) -> Contact:
        digest = part.sha256 if part.length == self._file.size else None
        return Contact(host=url.host or "", received_bytes=max(part.length - had, 0), sha256=digest)

    def _redirected(self, url: URL, response: aiohttp.ClientResponse) -> URL:
        """Read where to. Anything but HTTPS, or the same server, could show to others what is fetched."""
        following = url.join(URL(response.headers.get("Location", "")))
        if following == url:
            raise self._unreachable(url, "it redirects to itself")
        if following.scheme != "https" and following.origin() != url.origin():
            raise self._unreachable(url, "it redirects to a server without HTTPS")
        return following

    async def _begin(self, url: URL, response: aiohttp.ClientResponse, part: PartFile) -> bool:
        """Check the head of the answer. False: what was there is no use, and the server must be asked again."""
        if response.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and part.length:
            await asyncio.to_thread(part.restart)
            return False
        if response.status not in {HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT}:
            raise self._unreachable(url, f"it answers with {response.status}")
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise self._unreachable(url, "it sends the file compressed")
        if response.status == HTTPStatus.OK:
            await asyncio.to_thread(part.restart)
        elif not self._continues(response, part.length):
            await asyncio.to_thread(part.restart)
            return False
        length = response.content_length
        if length is not None and part.length + length != self._file.size:
            raise ModelMismatchError(file=self._file.path, reason="its size is another than the catalogue states")
        return True

    def _continues(self, response: aiohttp.ClientResponse, length: int) -> bool:
        found = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
        return found is not None and int(found[1]) == length and found[2] in {"*", str(self._file.size)}

    async def _take(self, url: URL, response: aiohttp.ClientResponse, part: PartFile) -> None:
        try:
            async for data in response.content.iter_chunked(CHUNK_BYTES):
                await asyncio.to_thread(part.write, data)
                self._progress(part.length)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise self._unreachable(url, f"the connection broke ({type(error).__name__})", _BrokenOffError) from None
        if part.length < self._file.size:
            raise self._unreachable(url, "it ended too early", _BrokenOffError)

    def _unreachable(
        self, url: URL, reason: str, kind: type[ModelUnreachableError] = ModelUnreachableError
    ) -> ModelUnreachableError:
        return kind(file=self._file.path, host=url.host or "", reason=reason)
