"""Engines that are not Earshot's in the demo home: Wyoming servers, an agent in a "cloud", and a pipeline of theirs."""

from contextlib import ExitStack
from pathlib import Path
import socket
from typing import Any, Final, Self

from scripts.home import earshot
from scripts.home.home import DemoHome
from scripts.home.paths import HOME_PYTHON, HOST_ENVIRONMENT, INTEGRATION, ROOT
from scripts.home.process import Program, wait_until
from scripts.home.satellite import free_port
from scripts.home.websocket import HomeSocket

from .cloud import Cloud

ORIGINAL: Final = "Far away"
"""The assistant that was there before Earshot: other engines in every stage."""
AGENT: Final = "Moon"
"""The agent's name."""


class Server:
    """A Wyoming server on 127.0.0.1: a process of its own."""

    def __init__(self, *command: str | Path, log: Path) -> None:
        """Start a program that takes its port as `{port}` in an argument."""
        self.port = free_port()
        self._command = [str(part).replace("{port}", str(self.port)) for part in command]
        self._log = log
        self.program = self._start()

    @classmethod
    def voice_host(cls, log: Path) -> Self:
        """Start Earshot's own voice host as anybody could, who has nothing else of Earshot's."""
        python = HOST_ENVIRONMENT / "bin" / "python"
        return cls(python, "-m", "voice_host", "--uri", "tcp://127.0.0.1:{port}", "--without-code", log=log)

    def restart(self) -> None:
        """Start it again on the same port, and return when it can be reached."""
        self.program = self._start()
        self.wait_for_port()

    def wait_for_port(self) -> None:
        """Return when Home Assistant can connect."""
        wait_until(f"a server does not start:\n{self.program.last_lines()}", self._listens, 30)

    def _start(self) -> Program:
        environment = {"PYTHONPATH": str(INTEGRATION / "host")}
        return Program(self._command, log=self._log, cwd=ROOT, environment=environment)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


class OtherEngines:
    """All of them, from `with` to its end. One satellite, the bedroom's, uses them."""

    def __init__(self, home: DemoHome, folder: Path) -> None:
        """Take the running home, and a folder for what the servers write."""
        self.home = home
        self.folder = folder
        self.cloud = Cloud()
        self.wake_word = Server.voice_host(folder / "wake_word.log")
        self.voice = Server.voice_host(folder / "voice.log")
        program = Path(__file__).with_name("transcript_server.py")
        self.recognizer = Server(HOME_PYTHON, program, "{port}", folder, log=folder / "recognizer.log")
        (folder / "words").touch()
        self._entries: list[str] = []
        self._open = ExitStack()

    def __enter__(self) -> Self:
        try:
            self._open.enter_context(self.cloud)
            socket = self._open.enter_context(self.home.socket())
            self._set_up(socket)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for entry in self._entries:
            self.home.rest.delete(f"/api/config/config_entries/entry/{entry}")
        for server in (self.wake_word, self.voice, self.recognizer):
            server.program.stop(grace=3)
        self._open.close()

    def understands(self, words: str) -> None:
        """Let the recognizer understand these words, whatever is said."""
        (self.folder / "words").write_text(words, encoding="utf-8")

    def hears(self) -> bool:
        """Whether the recognizer is getting sound now."""
        return (self.folder / "hearing").exists()

    def heard_bytes(self) -> int:
        """Return how much sound the recognizer got with its last request."""
        return int((self.folder / "bytes").read_text(encoding="ascii"))

    def _set_up(self, socket: HomeSocket) -> None:
        engines = {
            "wake_word": self._add(socket, "wake_word", "wyoming", self.wake_word),
            "stt": self._add(socket, "stt", "wyoming", self.recognizer),
            "tts": self._add(socket, "tts", "wyoming", self.voice),
            "conversation": self._add(socket, "conversation", "cloud_agent", None),
        }
        words = socket.ask("wake_word/info", entity_id=engines["wake_word"])["wake_words"]
        socket.ask(
            "assist_pipeline/pipeline/create",
            name=ORIGINAL,
            language="en",
            wake_word_entity=engines["wake_word"],
            wake_word_id=next(word["id"] for word in words if "jarvis" in word["id"]),
            stt_engine=engines["stt"],
            stt_language="en",
            conversation_engine=engines["conversation"],
            conversation_language="en",
            tts_engine=engines["tts"],
            tts_language=_spoken(socket, engines["tts"]),
            tts_voice=None,
        )

    def _add(self, socket: HomeSocket, domain: str, integration: str, server: Server | None) -> str:
        """Add an entry, as a person does, and return its entity of that domain."""
        if server is not None:
            server.wait_for_port()
            answers: dict[str, Any] = {"host": "127.0.0.1", "port": server.port}
        else:
            answers = {"name": AGENT, "url": self.cloud.url}
        entry = self.home.rest.add_entry(integration, **answers)["entry_id"]
        self._entries.append(entry)
        found: list[str] = []

        def there() -> bool:
            found[:] = [
                entity["entity_id"]
                for entity in socket.ask("config/entity_registry/list")
                if entity["config_entry_id"] == entry and entity["entity_id"].startswith(f"{domain}.")
            ]
            return bool(found)

        wait_until(f"{integration} has no {domain}", there, 30)
        return found[0]


def make_transparent(home: DemoHome, socket: HomeSocket, pipeline: str) -> str:
    """Let Earshot copy the pipeline of that name and take its satellites, as a person does; return the subentry."""
    pipelines = {one["name"]: one["id"] for one in socket.ask("assist_pipeline/pipeline/list")["pipelines"]}
    entry = socket.ask("config_entries/get", domain="earshot")[0]["entry_id"]
    flows = "/api/config/config_entries/subentries/flow"
    before = assistants(socket)
    flow = home.rest.post(flows, {"handler": [entry, "assistant"]})
    step = home.rest.post(f"{flows}/{flow['flow_id']}", {"next_step_id": "copy"})
    step = home.rest.post(f"{flows}/{step['flow_id']}", {"pipeline": pipelines[pipeline], "takes_over": True})
    assert step["type"] == "create_entry", step
    earshot.wait_for_entry(socket)
    wait_until("the assistant is not there", lambda: bool(assistants(socket) - before), 10)
    (made,) = assistants(socket) - before
    return made


def remove(socket: HomeSocket, assistant: str) -> None:
    """Remove an assistant of Earshot's, as a person does."""
    entry = socket.ask("config_entries/get", domain="earshot")[0]["entry_id"]
    socket.ask("config_entries/subentries/delete", entry_id=entry, subentry_id=assistant)
    earshot.wait_for_entry(socket)


def assistants(socket: HomeSocket) -> set[str]:
    """Return the subentries of Earshot's assistants."""
    entry = socket.ask("config_entries/get", domain="earshot")[0]["entry_id"]
    subentries = socket.ask("config_entries/subentries/list", entry_id=entry)
    return {one["subentry_id"] for one in subentries if one["subentry_type"] == "assistant"}


def _spoken(socket: HomeSocket, engine: str) -> str:
    spoken = socket.ask("tts/engine/get", engine_id=engine)["provider"]["supported_languages"]
    return next(str(language) for language in spoken if str(language).startswith("en"))
