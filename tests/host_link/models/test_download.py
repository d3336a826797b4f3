"""Downloads from a real server on the loopback, which can behave as badly as the tests ask."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
import errno
import hashlib
import os
from pathlib import Path
import shutil

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
import pytest
from yarl import URL

from custom_components.earshot.errors import (
    ModelBusyError,
    ModelError,
    ModelMismatchError,
    ModelSpaceError,
    ModelStorageError,
    ModelUnreachableError,
)
from custom_components.earshot.host_link.models.catalogue import Model, ModelFile
from custom_components.earshot.host_link.models.download import (
    MAX_CONNECTIONS,
    MAX_REDIRECTS,
    Contact,
    Downloaded,
    download,
)
from custom_components.earshot.host_link.models.part_file import PartFile
from custom_components.earshot.models import Stage

pytestmark = pytest.mark.usefixtures("socket_enabled")

CONTENT = bytes(range(256)) * 4096
"""1 MiB, several chunks of the download."""


@dataclass
class BadServer:
    """A server with one file, `/model`, and the faults that a test gives it."""

    content: bytes = CONTENT
    breaks_after: list[int] = field(default_factory=list)
    """For the next requests, one each: bytes after which the connection breaks."""
    ignores_range: bool = False
    range_from: int | None = None
    """Answer every range with one that begins here."""
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    announces_length: bool = True
    holds: asyncio.Event | None = None
    """Waits for it in the middle of the file."""
    asked: list[str | None] = field(default_factory=list)
    """The Range header of each request."""

    async def model(self, request: web.Request) -> web.StreamResponse:
        """Send the file, or what is left of it."""
        wanted = request.headers.get("Range")
        self.asked.append(wanted)
        if self.status is not None:
            return web.Response(status=self.status)
        start = 0
        if wanted and not self.ignores_range:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            if start >= len(self.content):
                return web.Response(status=416)
            if self.range_from is not None:
                start, self.range_from = self.range_from, None
        response = web.StreamResponse(status=206 if wanted and not self.ignores_range else 200, headers=self.headers)
        if response.status == 206:
            response.headers["Content-Range"] = f"bytes {start}-{len(self.content) - 1}/{len(self.content)}"
        if self.announces_length:
            response.content_length = len(self.content) - start
        await response.prepare(request)
        end = start + self.breaks_after.pop(0) if self.breaks_after else len(self.content)
        middle = (start + min(end, len(self.content))) // 2
        await response.write(self.content[start:middle])
        if self.holds is not None:
            await self.holds.wait()
        await response.write(self.content[middle:end])
        if end < len(self.content):
            assert request.transport is not None
            request.transport.close()
        return response


@pytest.fixture
def bad() -> BadServer:
    return BadServer()


@pytest.fixture
async def server(bad: BadServer) -> AsyncIterator[TestServer]:
    app = web.Application()
    app.router.add_get("/model", bad.model)
    server = TestServer(app)
    await server.start_server()
    yield server
    await server.close()


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


def model_of(*files: ModelFile) -> Model:
    return Model(
        name="made",
        title="Made",
        stage=Stage.TEXT_TO_SPEECH,
        purpose="Test.",
        languages=("en",),
        licence="CC0-1.0",
        licence_url="",
        files=files,
    )


def file_at(url: URL, *, path: str = "made.bin", content: bytes = CONTENT) -> ModelFile:
    return ModelFile(path=path, url=url, size=len(content), sha256=hashlib.sha256(content).hexdigest())


@dataclass
class Attempt:
    """Downloads one file, and remembers what was told on the way."""

    session: ClientSession
    folder: Path
    model: Model
    progress: list[tuple[int, int]] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    begun: asyncio.Event = field(default_factory=asyncio.Event)

    def told(self, done: int, total: int) -> None:
        """Take a report of the progress."""
        self.progress.append((done, total))
        self.begun.set()

    async def run(self) -> Downloaded:
        """Download."""
        return await download(
            self.session,
            self.model,
            self.folder,
            self.told,
            contacted=self.contacts.append,
        )

    @property
    def place(self) -> Path:
        """Where the file goes."""
        return self.folder / "made.bin"

    @property
    def part(self) -> Path:
        """What there is before it is whole."""
        return self.folder / "made.bin.part"


@pytest.fixture
def attempt(session: ClientSession, server: TestServer, tmp_path: Path) -> Attempt:
    return Attempt(session, tmp_path / "below" / "made", model_of(file_at(server.make_url("/model"))))


async def test_a_file_arrives_whole_in_its_place_and_nothing_else(attempt: Attempt) -> None:
    done = await attempt.run()
    assert attempt.place.read_bytes() == CONTENT
    assert [path.name for path in attempt.folder.iterdir()] == ["made.bin"]
    assert done.received_bytes == len(CONTENT)


async def test_progress_grows_to_the_size_of_all(attempt: Attempt) -> None:
    await attempt.run()
    assert attempt.progress == sorted(attempt.progress)
    assert len(attempt.progress) > 2
    assert attempt.progress[-1] == (len(CONTENT), len(CONTENT))


async def test_the_contact_is_told_with_host_bytes_and_hash(attempt: Attempt) -> None:
    done = await attempt.run()
    contact = Contact(host="127.0.0.1", received_bytes=len(CONTENT), sha256=hashlib.sha256(CONTENT).hexdigest())
    assert attempt.contacts == [contact]
    assert done.contacts == (contact,)


async def test_a_model_of_several_files_counts_them_together(
    session: ClientSession, server: TestServer, tmp_path: Path
) -> None:
    url = server.make_url("/model")
    attempt = Attempt(session, tmp_path, model_of(file_at(url), file_at(url, path="below/second.bin")))
    await attempt.run()
    assert (tmp_path / "below" / "second.bin").read_bytes() == CONTENT
    assert attempt.progress[-1] == (2 * len(CONTENT), 2 * len(CONTENT))
    assert attempt.progress == sorted(attempt.progress)


async def test_what_is_there_already_is_not_fetched_again(attempt: Attempt, bad: BadServer) -> None:
    await attempt.run()
    again = await attempt.run()
    assert len(bad.asked) == 1
    assert again.received_bytes == 0
    assert again.contacts == ()


async def test_a_file_that_was_changed_on_disk_is_fetched_again(attempt: Attempt) -> None:
    await attempt.run()
    attempt.place.write_bytes(b"x" * len(CONTENT))
    assert (await attempt.run()).received_bytes == len(CONTENT)
    assert attempt.place.read_bytes() == CONTENT


def ranges(contacts: list[Contact]) -> list[str | None]:
    """Return what must have been asked for, if each request goes on where the one before it ended."""
    lengths = [sum(contact.received_bytes for contact in contacts[:number]) for number in range(len(contacts))]
    return [f"bytes={length}-" if length else None for length in lengths]


async def test_a_connection_that_breaks_is_made_again_from_where_it_broke(attempt: Attempt, bad: BadServer) -> None:
    bad.breaks_after = [400_000, 400_000]
    await attempt.run()
    assert attempt.place.read_bytes() == CONTENT
    assert len(bad.asked) == 3
    assert bad.asked == ranges(attempt.contacts)
    assert [contact.sha256 is None for contact in attempt.contacts] == [True, True, False]


async def test_an_earlier_try_is_gone_on_with(attempt: Attempt, bad: BadServer) -> None:
    attempt.folder.mkdir(parents=True)
    attempt.part.write_bytes(CONTENT[:700_000])
    done = await attempt.run()
    assert attempt.place.read_bytes() == CONTENT
    assert bad.asked == ["bytes=700000-"]
    assert done.received_bytes == len(CONTENT) - 700_000


async def test_a_line_that_breaks_again_and_again_fails_and_keeps_what_came(attempt: Attempt, bad: BadServer) -> None:
    bad.breaks_after = [150_000] * MAX_CONNECTIONS
    with pytest.raises(ModelUnreachableError):
        await attempt.run()
    assert len(bad.asked) == MAX_CONNECTIONS
    assert attempt.part.stat().st_size == sum(contact.received_bytes for contact in attempt.contacts)
    assert not attempt.place.exists()
    await attempt.run()
    assert bad.asked == ranges(attempt.contacts)
    assert attempt.place.read_bytes() == CONTENT


async def test_a_server_that_ignores_ranges_sends_everything_again(attempt: Attempt, bad: BadServer) -> None:
    attempt.folder.mkdir(parents=True)
    attempt.part.write_bytes(CONTENT[:700_000])
    bad.ignores_range = True
    await attempt.run()
    assert len(bad.asked) == 1
    assert attempt.place.read_bytes() == CONTENT
    assert attempt.contacts[-1].received_bytes == len(CONTENT)


async def test_a_range_that_was_not_asked_for_is_not_put_together(attempt: Attempt, bad: BadServer) -> None:
    attempt.folder.mkdir(parents=True)
    attempt.part.write_bytes(CONTENT[:700_000])
    bad.range_from = 100
    await attempt.run()
    assert bad.asked == ["bytes=700000-", None]
    assert attempt.place.read_bytes() == CONTENT


async def test_a_part_that_is_longer_than_the_file_is_begun_anew(attempt: Attempt, bad: BadServer) -> None:
    attempt.folder.mkdir(parents=True)
    attempt.part.write_bytes(b"x" * (len(CONTENT) + 1))
    await attempt.run()
    assert bad.asked == [None]
    assert attempt.place.read_bytes() == CONTENT


async def test_a_part_that_is_whole_needs_no_server(attempt: Attempt, bad: BadServer) -> None:
    attempt.folder.mkdir(parents=True)
    attempt.part.write_bytes(CONTENT)
    await attempt.run()
    assert bad.asked == []
    assert attempt.place.read_bytes() == CONTENT


async def test_a_part_that_was_something_else_is_found_out_and_removed(attempt: Attempt) -> None:
    attempt.folder.mkdir(parents=True)
    attempt.part.write_bytes(b"x" * 1000)
    with pytest.raises(ModelMismatchError):
        await attempt.run()
    assert list(attempt.folder.iterdir()) == []
    await attempt.run()
    assert attempt.place.read_bytes() == CONTENT


async def test_another_content_of_the_same_size_is_refused_and_removed(attempt: Attempt, bad: BadServer) -> None:
    bad.content = b"x" * len(CONTENT)
    with pytest.raises(ModelMismatchError, match="model_mismatch"):
        await attempt.run()
    assert list(attempt.folder.iterdir()) == []
    assert attempt.contacts[0].sha256 == hashlib.sha256(bad.content).hexdigest()


@pytest.mark.parametrize("announces_length", [True, False])
@pytest.mark.parametrize("change", [b"more", None], ids=["longer", "shorter"])
async def test_another_size_is_refused(
    attempt: Attempt, bad: BadServer, change: bytes | None, *, announces_length: bool
) -> None:
    bad.announces_length = announces_length
    bad.content = CONTENT + change if change else CONTENT[:-1]
    with pytest.raises(ModelError):
        await attempt.run()
    assert not attempt.place.exists()
    assert not attempt.part.exists() or attempt.part.stat().st_size < len(CONTENT)


@pytest.mark.parametrize("status", [404, 403, 500, 204, 304])
async def test_an_answer_without_the_file_is_told(attempt: Attempt, bad: BadServer, status: int) -> None:
    bad.status = status
    with pytest.raises(ModelUnreachableError) as refused:
        await attempt.run()
    assert str(status) in refused.value.placeholders["reason"]
    assert refused.value.placeholders["host"] == "127.0.0.1"
    assert len(attempt.contacts) == 1


async def test_a_failed_answer_does_not_cost_what_was_there(attempt: Attempt, bad: BadServer) -> None:
    attempt.folder.mkdir(parents=True)
    attempt.part.write_bytes(CONTENT[:1000])
    bad.status = 503
    with pytest.raises(ModelUnreachableError):
        await attempt.run()
    assert attempt.part.read_bytes() == CONTENT[:1000]


async def test_a_compressed_answer_is_refused(attempt: Attempt, bad: BadServer) -> None:
    bad.headers = {"Content-Encoding": "gzip"}
    with pytest.raises(ModelUnreachableError):
        await attempt.run()


async def test_nobody_listening_is_an_error_and_a_contact(attempt: Attempt, server: TestServer) -> None:
    await server.close()
    with pytest.raises(ModelUnreachableError):
        await attempt.run()
    assert attempt.contacts == [Contact(host="127.0.0.1", received_bytes=0)]


async def test_a_download_that_is_cancelled_keeps_what_came_and_lets_go_of_it(attempt: Attempt, bad: BadServer) -> None:
    bad.holds = asyncio.Event()
    task = asyncio.create_task(attempt.run())
    await attempt.begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    bad.holds.set()
    kept = attempt.part.read_bytes()
    assert kept
    assert kept == CONTENT[: len(kept)]
    assert len(attempt.contacts) == 1
    await attempt.run()
    assert attempt.place.read_bytes() == CONTENT


async def test_two_downloads_of_one_file_do_not_mix(attempt: Attempt, bad: BadServer) -> None:
    bad.holds = asyncio.Event()
    first = asyncio.create_task(attempt.run())
    await attempt.begun.wait()
    with pytest.raises(ModelBusyError):
        await attempt.run()
    bad.holds.set()
    await first
    assert attempt.place.read_bytes() == CONTENT


async def redirecting(location: str) -> TestServer:
    async def away(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": location})

    app = web.Application()
    app.router.add_get("/away", away)
    server = TestServer(app)
    await server.start_server()
    return server


async def test_a_redirect_within_the_server_is_followed(session: ClientSession, tmp_path: Path, bad: BadServer) -> None:
    async def away(_: web.Request) -> web.Response:
        return web.Response(status=307, headers={"Location": "/model"})

    app = web.Application()
    app.router.add_get("/away", away)
    app.router.add_get("/model", bad.model)
    async with TestServer(app) as both:
        attempt = Attempt(session, tmp_path, model_of(file_at(both.make_url("/away"))))
        await attempt.run()
    assert attempt.place.read_bytes() == CONTENT
    assert [contact.received_bytes for contact in attempt.contacts] == [0, len(CONTENT)]


async def test_a_redirect_to_another_server_without_https_is_refused(
    session: ClientSession, server: TestServer, tmp_path: Path, bad: BadServer
) -> None:
    away = await redirecting(str(server.make_url("/model")))
    attempt = Attempt(session, tmp_path, model_of(file_at(away.make_url("/away"))))
    with pytest.raises(ModelUnreachableError) as refused:
        await attempt.run()
    await away.close()
    assert "HTTPS" in refused.value.placeholders["reason"]
    assert bad.asked == []


@pytest.mark.parametrize("location", ["/away", "/away?again", "", "http://[", "file:///etc/passwd"])
async def test_a_redirect_to_nowhere_ends(session: ClientSession, tmp_path: Path, location: str) -> None:
    away = await redirecting(location)
    attempt = Attempt(session, tmp_path, model_of(file_at(away.make_url("/away"))))
    with pytest.raises(ModelUnreachableError):
        await attempt.run()
    await away.close()
    assert len(attempt.contacts) <= MAX_REDIRECTS + 1


async def test_a_disk_without_room_is_told_before_the_first_byte(
    attempt: Attempt, bad: BadServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10**6))
    with pytest.raises(ModelSpaceError) as refused:
        await attempt.run()
    assert refused.value.placeholders["needed"] == "1 MB"
    assert bad.asked == []


async def test_a_disk_that_fills_up_on_the_way_is_told(attempt: Attempt, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(ModelSpaceError):
        await attempt.run()


async def test_a_folder_that_cannot_be_written_is_told(attempt: Attempt) -> None:
    attempt.folder.parent.mkdir(parents=True)
    attempt.folder.write_text("a file where the folder should be")
    with pytest.raises(ModelStorageError):
        await attempt.run()


async def test_a_part_that_is_a_link_is_not_followed(attempt: Attempt, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    attempt.folder.mkdir(parents=True)
    attempt.part.symlink_to(victim)
    with pytest.raises(ModelStorageError):
        await attempt.run()
    assert victim.read_text() == "precious"


def test_a_file_of_the_right_size_and_another_content_is_not_whole(tmp_path: Path) -> None:
    file = file_at(URL("https://models.example/a"))
    (tmp_path / file.path).write_bytes(b"x" * len(CONTENT))
    assert not PartFile.is_whole(file, tmp_path)
    (tmp_path / file.path).write_bytes(CONTENT)
    assert PartFile.is_whole(file, tmp_path)
