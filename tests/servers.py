"""Real database servers for the tests, from the packages that scripts/setup installs. Each has a folder of its own."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
import os
from pathlib import Path
import secrets
import shutil
import signal
import socket
import subprocess
from tempfile import TemporaryDirectory
import time
from typing import Any, override

import psycopg
import pymysql  # type: ignore[import-untyped]  # it brings no types
import pytest
import pytest_socket

PASSWORD = "geheim-5ecr3t"  # noqa: S105 - of a server that lives as long as the tests
ROOM = 2**30
"""Bytes. Each server takes some hundred megabytes."""
PATIENCE = 60.0
"""Seconds that a server may take to answer after its start."""


class Server(ABC):
    """One database server on 127.0.0.1."""

    graceful: signal.Signals
    """What makes it stop in order, without waiting for its clients."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    @abstractmethod
    def command(self) -> list[str]:
        """Return how the server is started."""

    @abstractmethod
    def url(self, database: str, *, user: str = "earshot", password: str = PASSWORD) -> str:
        """Return the address of a database."""

    @abstractmethod
    def run(self, statement: str, database: str = "") -> list[tuple[object, ...]]:
        """Execute a statement as the server's administrator. Return the rows, if it has any."""

    def start(self, *more: str) -> None:
        """Start the server, and return when it answers."""
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*self.command(), *more], stdout=log, stderr=log, cwd=self.folder, **_as_nobody()
            )
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self.run("SELECT 1")
            except psycopg.Error, pymysql.Error:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise AssertionError((self.folder / "log").read_text()) from None
                time.sleep(0.05)
            else:
                return

    def stop(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End it, by default as a power cut would."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Let it hang, with every process that it has, without closing anything."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        for process in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                about = process.read_text().rpartition(")")[2].split()
                if self._process.pid in {int(process.parent.name), int(about[1])}:
                    os.kill(int(process.parent.name), number)

    def make_database(self) -> str:
        """Create an empty database. Return its address."""
        name = f"t{secrets.token_hex(6)}"
        self.create(name)
        return self.url(name)

    @abstractmethod
    def create(self, name: str) -> None:
        """Create a database that belongs to the user of the addresses."""


class Postgresql(Server):
    """A PostgreSQL server. It refuses to run as root."""

    graceful = signal.SIGINT

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        newest = max(Path("/usr/lib/postgresql").iterdir(), key=lambda path: int(path.name))
        self._binaries = newest / "bin"
        self._data = folder / "data"
        self._data.mkdir()
        secret = folder / "secret"
        secret.write_text(PASSWORD)
        _give_away(folder, self._data, secret)
        # Unsynced, because nothing is in it yet.
        arguments = ["-D", str(self._data), "-U", "postgres", "--pwfile", str(secret), "-A", "scram-sha-256"]
        more = ["-E", "UTF8", "--no-locale", "--no-sync"]
        subprocess.run(
            [self._binaries / "initdb", *arguments, *more],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
            **_as_nobody(),
        )

    @override
    def command(self) -> list[str]:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": self.port,
            "unix_socket_directories": "",
            "max_wal_size": "64MB",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(self._binaries / "postgres"), "-D", str(self._data), *options]

    @override
    def url(self, database: str, *, user: str = "earshot", password: str = PASSWORD) -> str:
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    @override
    def run(self, statement: str, database: str = "") -> list[tuple[object, ...]]:
        to = self.url(database or "postgres", user="postgres")
        with psycopg.connect(to, autocommit=True, connect_timeout=5) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    @override
    def start(self, *more: str) -> None:
        super().start(*more)
        if not self.run("SELECT 1 FROM pg_roles WHERE rolname = 'earshot'"):
            self.run(f"CREATE ROLE earshot LOGIN PASSWORD '{PASSWORD}'")

    @override
    def create(self, name: str) -> None:
        self.run(f"CREATE DATABASE {name} OWNER earshot")


class Mariadb(Server):
    """A MariaDB server."""

    graceful = signal.SIGTERM

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._data = folder / "data"
        self._data.mkdir()
        _give_away(folder, self._data)
        share = next(
            path
            for name in ("mariadb", "mysql")
            if list((path := Path("/usr/share") / name).glob("*_system_tables.sql"))
        )
        tables = [next(share.glob(f"m*_system_tables{part}.sql")).read_bytes() for part in ("", "_data")]
        # One statement a line: this is how the server reads its first words.
        first = b"CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\nSET @skip_auth_anonymous=1;\n"
        with (folder / "log").open("ab") as log:
            subprocess.run(
                [*self.command(), "--bootstrap"],
                input=first + b"".join(tables),
                check=True,
                stdout=log,
                stderr=log,
                cwd=folder,
                **_as_nobody(),
            )

    @override
    def command(self) -> list[str]:
        settings = {
            "datadir": self._data,
            "socket": self.folder / "socket",
            "pid-file": self.folder / "pid",
            "port": self.port,
            "bind-address": "127.0.0.1",
            "innodb-log-file-size": "8M",
            "innodb-buffer-pool-size": "32M",
            "innodb-use-native-aio": "OFF",  # in memory there is nothing to wait for
            # Whatever a server's own standard is: Earshot must not depend on it.
            "character-set-server": "latin1",
            "sql-mode": "",
        }
        program = shutil.which("mariadbd", path=f"{os.environ['PATH']}:/usr/sbin") or "mariadbd"
        return [program, "--no-defaults", *(f"--{name}={value}" for name, value in settings.items())]

    @override
    def url(self, database: str, *, user: str = "earshot", password: str = PASSWORD) -> str:
        return f"mariadb://{user}:{password}@127.0.0.1:{self.port}/{database}"

    @override
    def run(self, statement: str, database: str = "") -> list[tuple[object, ...]]:
        to: dict[str, Any] = {
            "user": "root",
            "unix_socket": str(self.folder / "socket"),
            "autocommit": True,
            "connect_timeout": 5,
        }
        with pymysql.connect(database=database or None, **to) as connection, connection.cursor() as cursor:
            cursor.execute(statement)
            return list(cursor.fetchall())

    @override
    def start(self, *more: str) -> None:
        super().start(*more)
        self.run(f"CREATE USER IF NOT EXISTS earshot@'127.0.0.1' IDENTIFIED BY '{PASSWORD}'")

    @override
    def create(self, name: str) -> None:
        self.run(f"CREATE DATABASE {name}")
        self.run(f"GRANT ALL ON {name}.* TO earshot@'127.0.0.1'")


@contextmanager
def running[T: Server](kind: type[T]) -> Iterator[T]:
    """Start a server that is gone, with all that is in it, when the block is left."""
    with TemporaryDirectory(prefix="earshot-db-", dir=_in_memory()) as folder:
        Path(folder).chmod(0o755)
        server = kind(Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.stop()


def allow_loopback() -> None:
    """Let this test reach a server of its own machine, and nothing else: the test plugin forbids every socket."""
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgresql]:
    allow_loopback()
    with running(Postgresql) as server:
        yield server


@pytest.fixture(scope="session")
def mariadb() -> Iterator[Mariadb]:
    allow_loopback()
    with running(Mariadb) as server:
        yield server


def _in_memory() -> str | None:
    """Return a folder in memory if there is one with room: what a killed process has flushed outlives it there, too."""
    memory = Path("/dev/shm")  # noqa: S108 - the temporary folder in it has a name of its own
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > ROOM
    return str(memory) if roomy else None


def _as_nobody() -> dict[str, Any]:
    """Return what makes a program run as an ordinary user; nothing where the tests do already."""
    return {} if os.geteuid() else {"user": "postgres", "group": "postgres"}


def _give_away(*paths: Path) -> None:
    if not os.geteuid():
        for path in paths:
            shutil.chown(path, "postgres", "postgres")
