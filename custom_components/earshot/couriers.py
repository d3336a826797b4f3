"""The only module that sends a donation, and the only one that speaks with a review desk.

A courier does nothing by itself: no timer, no retry, no look whether there is something new. Each call is one exchange
over one connection of its own, without cookies, with a name that says neither version nor home, and with bounds on what
comes back and how long it takes. A redirect is never followed, so that nothing goes where nobody consented to.

It reaches a desk over HTTPS, believing the authorities that Home Assistant believes (`REQUESTS_CA_BUNDLE`), or over
plain HTTP on this machine; through the proxy that was chosen, which then carries TLS that it cannot read.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from pathlib import Path
import re
from typing import Final
import wave

import aiohttp
from homeassistant.core import HomeAssistant
from homeassistant.helpers.aiohttp_client import SSRFRedirectError, async_create_clientsession
from yarl import URL

from .donation.addresses import LOCALHOST, desk_address, proxy_address
from .donation.answers import (
    MAX_RECEIPTS_ANSWER,
    MAX_WITHDRAWAL_ANSWER,
    ReceivedReceipt,
    parse_receipts,
    parse_withdrawal,
    write_request,
)
from .donation.bundle import DonationSecrets
from .donation.choices import Choices
from .donation.clip import Clip, encode_clip, payload_sha256
from .donation.documents import read_json
from .donation.folder import write_clip
from .donation.receipts import SignedReceipt
from .donation.statement import MAX_STATEMENT_FILE, SignedStatement, parse_statement
from .donation.tombstones import MAX_FEED_FILE, Tombstones, parse_tombstones
from .errors import (
    ClipError,
    ContentDamagedError,
    DeskAnswerError,
    DeskBusyError,
    DeskInsecureError,
    DeskRefusedError,
    DeskUnreachableError,
    FolderError,
    ReceiptError,
    StatementError,
    TombstonesError,
)
from .vault.flac import SAMPLE_BYTES, SAMPLE_RATE, decode

PATH: Final = "/api/earshot/desk"
"""What all addresses of a desk begin with, behind its host."""

ASKING: Final = aiohttp.ClientTimeout(total=60, sock_connect=15, sock_read=30)
"""Seconds. An answer has at most a few megabytes; a desk on a small machine needs some seconds for it."""
SENDING: Final = aiohttp.ClientTimeout(total=900, sock_connect=15, sock_read=120)
"""Seconds. Four megabytes over a line of 64 kbit/s take nine minutes; then the desk writes them to its disk."""

HEADERS: Final = {
    "User-Agent": "Earshot",
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    # A connection that is kept open would tell a desk, behind any proxy, which donations are of one home.
    "Connection": "close",
}

_DONE: Final = frozenset({200, 202})
_BUSY: Final = frozenset({429, 503})
_REFUSED: Final = frozenset({400, 409, 413})
_AWAY: Final = frozenset({408, 502, 504})
"""What stands in front of a desk says so, when nothing answers behind it."""
_REDIRECTS: Final = range(300, 400)
_MAX_REFUSAL: Final = 256
"""Bytes of an answer that only says why not."""
_REFUSAL: Final = re.compile(r"[a-z_]{1,40}", re.ASCII)
_LONGEST_WISH: Final = 10**7
"""Seconds. Longer is no number that a desk means; `backoff` bounds it further."""


@dataclass(frozen=True, slots=True)
class _Question:
    """One request."""

    method: str
    path: str
    most: int
    """Bytes of the answer that are read. 0: none of it matters."""
    body: bytes | None = None
    kind: str = "application/json"
    timeout: aiohttp.ClientTimeout = ASKING


class Courier:
    """Goes to desks, and comes back with what they say. Raises DeskError and those below it, everywhere.

    DeskUnreachableError, DeskBusyError and DeskAnswerError may be over later; DeskRefusedError is for good;
    DeskInsecureError is over when the address or its certificate is another one.
    """

    def __init__(self, hass: HomeAssistant, choices: Choices) -> None:
        self._hass = hass
        self._proxy = choices.proxy

    async def fetch_statement(self, address: str) -> SignedStatement:
        """Return what a desk says of itself. Raises DeskError; StatementError if it is no statement of that address."""
        data = await self._ask(address, _Question("GET", "/statement", MAX_STATEMENT_FILE))
        signed = await self._hass.async_add_executor_job(parse_statement, data)
        if signed.statement.address != desk_address(address):
            raise StatementError("a statement is of another address than the one that it came from")
        return signed

    async def deliver(self, address: str, bundle: bytes, donation_id: str) -> None:
        """Hand over a bundle. The same bytes may be handed over again: a desk takes them once. Raises DeskError.

        Where a connection breaks, aiohttp begins once more by itself, with the same bytes. To stop it, cancel the task.
        """
        question = _Question(
            "PUT", f"/bundles/{donation_id}", 0, body=bundle, kind="application/octet-stream", timeout=SENDING
        )
        await self._ask(address, question)

    async def fetch_receipts(self, address: str, secrets: DonationSecrets) -> tuple[ReceivedReceipt, ...]:
        """Return the receipts of a donation, not verified. Raises DeskError; DeskAnswerError for what are none."""
        question = _Question("POST", "/receipts", MAX_RECEIPTS_ANSWER, body=write_request(secrets))
        data = await self._ask(address, question)
        try:
            return await self._hass.async_add_executor_job(parse_receipts, data)
        except ReceiptError as err:
            raise DeskAnswerError("a desk's answer has no receipts in it") from err

    async def withdraw(self, address: str, secrets: DonationSecrets) -> SignedReceipt | None:
        """Take a donation back; return the receipt of its deletion, not verified, None if it is not deleted yet.

        Raises DeskError; DeskAnswerError for an answer that is none.
        """
        question = _Question("POST", "/withdrawals", MAX_WITHDRAWAL_ANSWER, body=write_request(secrets))
        data = await self._ask(address, question)
        try:
            return parse_withdrawal(data)
        except ReceiptError as err:
            raise DeskAnswerError("a desk's answer to a withdrawal is none") from err

    async def fetch_tombstones(self, address: str, signing_key: bytes) -> Tombstones:
        """Return the list of what a desk has deleted after it was published, if that key signed it.

        Raises DeskError; DeskAnswerError for a list that is none.
        """
        data = await self._ask(address, _Question("GET", "/tombstones", MAX_FEED_FILE))
        try:
            return await self._hass.async_add_executor_job(parse_tombstones, data, signing_key)
        except TombstonesError as err:
            raise DeskAnswerError("a desk's list of tombstones is none") from err

    async def write_to_folder(self, folder: str, clip: Clip) -> tuple[Path, ...]:
        """Write a clip to a folder instead, and return its files. Nothing leaves this machine.

        Raises FolderError for a folder that cannot be written to, or that Home Assistant shows to the whole network;
        ClipError for a clip without sound, or with one that cannot be played.
        """
        served = self._hass.config.path("www")
        return await self._hass.async_add_executor_job(_write_to_folder, Path(folder), Path(served), clip)

    async def _ask(self, address: str, question: _Question) -> bytes:
        """Put a question to a desk, and return the answer's body. Raises DeskError."""
        url, proxy = _way(address, question.path, self._proxy)
        try:
            async with (
                self._session() as session,
                session.request(
                    question.method,
                    url,
                    data=None if question.body is None else BytesIO(question.body),
                    headers=HEADERS if question.body is None else {**HEADERS, "Content-Type": question.kind},
                    allow_redirects=False,
                    proxy=proxy,
                    timeout=question.timeout,
                ) as response,
            ):
                return await _answer(response, question.most)
        except (aiohttp.ClientSSLError, aiohttp.ServerFingerprintMismatch, SSRFRedirectError) as err:
            raise DeskInsecureError("a desk's certificate is not believed, or it leads to this machine") from err
        except (aiohttp.InvalidURL, aiohttp.NonHttpUrlClientError) as err:
            raise DeskInsecureError("a desk's address is none") from err
        except (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, TimeoutError, OSError) as err:
            raise DeskUnreachableError(f"a desk is not reached: {type(err).__name__}") from err
        except aiohttp.ClientHttpProxyError as err:
            raise DeskUnreachableError("the proxy does not lead to the desk") from err
        except (aiohttp.ClientError, ValueError) as err:
            raise DeskAnswerError(f"what answers is no desk: {type(err).__name__}") from err

    @asynccontextmanager
    async def _session(self) -> AsyncIterator[aiohttp.ClientSession]:
        """Open a session of its own on Home Assistant's connections: the shared one would keep a desk's cookies."""
        session = async_create_clientsession(
            self._hass, auto_cleanup=False, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False
        )
        try:
            yield session
        finally:
            session.detach()


def _way(address: str, path: str, proxy: str | None) -> tuple[URL, URL | None]:
    """Return the address to ask, and the proxy on the way. Raises DeskInsecureError before anything is sent."""
    try:
        base = URL(desk_address(address))
        through = None if proxy is None else URL(proxy_address(proxy))
    except ValueError as err:
        raise DeskInsecureError(str(err)) from None
    if base.scheme == "http":
        # The name is not asked for: whatever a resolver answered, this is the machine that was meant (RFC 6761, 6.3).
        # And no proxy: it would read everything.
        base = base.with_host("127.0.0.1") if base.host == LOCALHOST else base
        return base.with_path(PATH + path), None
    return base.with_path(PATH + path), through


async def _answer(response: aiohttp.ClientResponse, most: int) -> bytes:
    """Return the body of an answer, of at most so many bytes. Raises DeskError."""
    if response.status in _REDIRECTS:
        raise DeskInsecureError("a desk leads somewhere else")
    if response.status in _BUSY:
        wished = _retry_after(response.headers.get("Retry-After"))
        raise DeskBusyError("a desk is busy", retry_after=wished)
    if response.status in _REFUSED:
        refusal = _refusal(await _bounded(response.content, _MAX_REFUSAL))
        raise DeskRefusedError("a desk refuses", status=response.status, refusal=refusal)
    if response.status in _AWAY:
        raise DeskUnreachableError("nothing answers behind what stands in front of a desk")
    if response.status not in _DONE or response.headers.get("Content-Encoding", "identity") != "identity":
        raise DeskAnswerError(f"what answers is no desk: status {response.status}")
    return await _bounded(response.content, most) if most else b""


async def _bounded(content: aiohttp.StreamReader, most: int) -> bytes:
    """Return what a stream holds. Raises DeskAnswerError for more than so many bytes, when they are exceeded."""
    data = bytearray()
    async for chunk in content.iter_any():
        data += chunk
        if len(data) > most:
            raise DeskAnswerError("a desk's answer is too long")
    return bytes(data)


def _refusal(data: bytes) -> str | None:
    """Return the code of a refusal, which is a word and nothing to show. None if there is none."""
    try:
        code = read_json(data, _MAX_REFUSAL).get("code")
    except ValueError:
        return None
    return code if isinstance(code, str) and _REFUSAL.fullmatch(code) else None


def _retry_after(value: str | None) -> float | None:
    """Return the seconds of such a header: a number, or an instant (RFC 9110, 10.2.3). None for what is neither."""
    if value is None:
        return None
    if value.isascii() and value.isdigit():
        return float(min(int(value[:9]), _LONGEST_WISH)) if value else None
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return min(max((until - datetime.now(UTC)).total_seconds(), 0.0), float(_LONGEST_WISH))


def _write_to_folder(folder: Path, served: Path, clip: Clip) -> tuple[Path, ...]:
    """Write a clip. Raises FolderError, ClipError."""
    name = payload_sha256(encode_clip(clip))[:32]
    try:
        if not folder.is_absolute() or folder.resolve().is_relative_to(served.resolve()):
            raise FolderError("a folder is not absolute, or is shown to the whole network")
        return write_clip(folder, clip, name, b"" if clip.sound is None else _wav(decode(clip.sound)))
    except ContentDamagedError as err:
        raise ClipError("the sound of a clip cannot be played") from err
    except (OSError, ValueError) as err:
        raise FolderError(f"a folder cannot be written to: {type(err).__name__}") from err


def _wav(pcm: bytes) -> bytes:
    file = BytesIO()
    with wave.open(file, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(SAMPLE_BYTES)
        wav.setframerate(SAMPLE_RATE)
        wav.writeframes(pcm)
    return file.getvalue()
