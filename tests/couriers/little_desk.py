"""A desk of a few lines that answers as a test wants, over real TLS, and a proxy as small."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
import ssl

from aiohttp import web

from scripts.home.authority import Certificate

type Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class LittleDesk:
    """What came, and how it is answered."""

    address: str
    answer: Answer
    requests: list[tuple[str, str, bytes]] = field(default_factory=list)
    """Method, path and body of each request that came whole."""
    headers: list[dict[str, str]] = field(default_factory=list)
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    """Set by the first byte of a request's body."""

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.headers.append(dict(request.headers))
        body = bytearray()
        async for chunk in request.content.iter_any():
            body += chunk
            self.begun.set()
        self.requests.append((request.method, request.path, bytes(body)))
        return await self.answer(request)


def always(status: int, body: bytes = b"", **headers: str) -> Answer:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, body=body, headers={k.replace("_", "-"): v for k, v in headers.items()})

    return answer


@asynccontextmanager
async def little_desk(certificate: Certificate | None, answer: Answer) -> AsyncIterator[LittleDesk]:
    """Run a desk on this machine: over TLS with a certificate, over plain HTTP without."""
    context = None
    if certificate is not None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate.chain, certificate.key)
    desk = LittleDesk("", answer)
    app = web.Application(client_max_size=2**23)
    app.router.add_route("*", "/{path:.*}", desk.handle)
    # A test that breaks a connection shall not wait for what is left of it.
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
    await site.start()
    port = runner.addresses[0][1]
    desk.address = f"{'http' if context is None else 'https'}://127.0.0.1:{port}"
    try:
        yield desk
    finally:
        await runner.cleanup()


@dataclass
class LittleProxy:
    """What it was asked for, and what passed through it."""

    address: str
    asked: list[str] = field(default_factory=list)
    passed: bytearray = field(default_factory=bytearray)


@asynccontextmanager
async def little_proxy(refusal: bytes = b"") -> AsyncIterator[LittleProxy]:
    """Run a proxy that knows CONNECT, or answers each with a refusal."""
    proxy = LittleProxy("")
    tasks: set[asyncio.Task[None]] = set()

    async def pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65_536):
                proxy.passed += data
                writer.write(data)
                await writer.drain()
        writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        proxy.asked.append(head.decode())
        if refusal or not head.startswith(b"CONNECT "):
            writer.write(refusal or b"HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n")
            writer.close()
            return
        host, _, port = head.split(b" ")[1].decode().rpartition(":")
        far_reader, far_writer = await asyncio.open_connection(host, int(port))
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        pipes = [asyncio.create_task(pipe(reader, far_writer)), asyncio.create_task(pipe(far_reader, writer))]
        tasks.update(pipes)
        await asyncio.gather(*pipes)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    proxy.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield proxy
    finally:
        server.close()
        await asyncio.gather(*tasks)
        await server.wait_closed()
