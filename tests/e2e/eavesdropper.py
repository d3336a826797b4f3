"""Somebody who captures a satellite's microphone through Home Assistant's websocket API, and hears what comes."""

import base64
from threading import Thread
from typing import Final, Self

from scripts.home.errors import HomeError
from scripts.home.home import DemoHome
from scripts.home.microphone import RATE
from scripts.home.speech import last_word

_SECONDS: Final = 60.0
"""The longest capture that Home Assistant grants. It ends before that with the run that the satellite is in."""


class Eavesdropper:
    """A capture, from `with` to its end. A thread reads it: whoever does not read is thrown out by Home Assistant."""

    def __init__(self, home: DemoHome, device_id: str) -> None:
        """Take a satellite's device."""
        self._socket = home.socket()
        self._device_id = device_id
        self._sound = bytearray()
        self._thread = Thread(target=self._listen)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        self._thread.join()

    @property
    def over(self) -> bool:
        """Whether Home Assistant has ended the capture."""
        return not self._thread.is_alive()

    @property
    def hears(self) -> bool:
        """Whether sound comes: more than lies around of the run before."""
        return len(self._sound) >= RATE * 2

    def heard(self, pcm: bytes) -> bool:
        """Whether it got this recording to its last word, as it came from the microphone. To be asked when it is over.

        What Home Assistant hands on twice is at the wake word, which comes before.
        """
        end = round(last_word(pcm) * RATE) * 2
        return pcm[end - RATE : end] in self._sound  # half a second

    def _listen(self) -> None:
        number = self._socket.send("assist_pipeline/device/capture", device_id=self._device_id, timeout=_SECONDS)
        try:
            for event in self._socket.events(number):
                if event["type"] == "end":
                    return
                self._sound += base64.b64decode(event["audio"])
        except HomeError:  # closed, by the one or the other
            pass
