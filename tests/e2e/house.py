"""What a person can do in the demo home, and see."""

from pathlib import Path
from typing import Any

from scripts.home.home import DemoHome
from scripts.home.paths import HomePaths
from scripts.home.said import Said, Speaker
from scripts.home.satellite import SatelliteFolder
from scripts.home.speech import utterance, write_wav
from scripts.home.websocket import HomeSocket


class House:
    """The demo home from the inside."""

    def __init__(self, home: DemoHome, socket: HomeSocket, folder: Path) -> None:
        """Take the running home, a connection of the owner's, and a folder for recordings."""
        self.home = home
        self.socket = socket
        self.folder = folder

    @property
    def paths(self) -> HomePaths:
        """Where everything lies."""
        return self.home.paths

    def say(self, text: str, satellite: str = "Kitchen", *, wake_word: str | None = "hey jarvis") -> Said:
        """Say something after the wake word; return what the ledger tells."""
        return self.play(utterance(text, wake_word=wake_word), satellite)

    def play(self, pcm: bytes, satellite: str = "Kitchen") -> Said:
        """Play a recording to a satellite; return what the ledger tells."""
        recording = self.record(pcm)
        entity_id = self.home.satellite_entity(satellite)
        return Speaker(self.socket, self.paths, satellite, entity_id).say(recording, pcm)

    def record(self, pcm: bytes) -> Path:
        """Write a recording."""
        recording = self.folder / "recording.wav"
        write_wav(recording, pcm)
        return recording

    def satellite(self, name: str = "Kitchen") -> SatelliteFolder:
        """Return a satellite's outside."""
        return SatelliteFolder(self.paths, name)

    def state(self, entity_id: str) -> str:
        """Return the state of a thing."""
        return str(self.home.rest.get(f"/api/states/{entity_id}")["state"])

    def act(self, action: str, **data: Any) -> None:
        """Perform a Home Assistant action: `light.turn_off`."""
        domain, _, service = action.partition(".")
        self.home.rest.post(f"/api/services/{domain}/{service}", data)
