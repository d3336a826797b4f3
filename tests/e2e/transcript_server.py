"""A Wyoming server that understands whatever stands in a file: free sentences without a model that hears them.

    python transcript_server.py PORT FOLDER

The words are in FOLDER/words. How many bytes of sound came with the last request is written to FOLDER/bytes, and
FOLDER/hearing is there while sound comes in.
"""

import asyncio
from functools import partial
from pathlib import Path
import sys
from typing import override

from wyoming.asr import Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.event import Event
from wyoming.info import AsrModel, AsrProgram, Attribution, Describe, Info
from wyoming.server import AsyncEventHandler, AsyncServer

_MAKER = Attribution(name="nobody", url="https://example.org")
_INFO = Info(
    asr=[
        AsrProgram(
            name="Transcriber",
            description="What stands in a file",
            attribution=_MAKER,
            installed=True,
            version="7.8",
            models=[
                AsrModel(
                    name="file",
                    description="A file",
                    attribution=_MAKER,
                    installed=True,
                    version="7.8",
                    languages=["en"],
                )
            ],
        )
    ]
)


class Handler(AsyncEventHandler):
    """One connection."""

    folder: Path
    heard = 0

    @override
    async def handle_event(self, event: Event) -> bool:
        if Describe.is_type(event.type):
            await self.write_event(_INFO.event())
        elif AudioStart.is_type(event.type):
            self.heard = 0
            (self.folder / "hearing").touch()
        elif AudioChunk.is_type(event.type):
            self.heard += len(AudioChunk.from_event(event).audio)
        elif AudioStop.is_type(event.type):
            (self.folder / "hearing").unlink()
            (self.folder / "bytes").write_text(str(self.heard), encoding="ascii")
            words = (self.folder / "words").read_text(encoding="utf-8")
            await self.write_event(Transcript(words).event())
        return True


async def main() -> None:
    """Serve until ended."""
    Handler.folder = Path(sys.argv[2])
    await AsyncServer.from_uri(f"tcp://127.0.0.1:{sys.argv[1]}").run(partial(Handler))


if __name__ == "__main__":
    asyncio.run(main())
