"""From facts about an engine to the place where it listens, and how we know.

A conclusion never claims more than its facts: where two answers are possible, the weaker evidence is given.
"""

from dataclasses import dataclass
from typing import Final

from ..models import Evidence, Keeping, Place


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an ear is, and how Earshot knows."""

    place: Place
    evidence: Evidence
    keeps: Keeping = Keeping.UNKNOWN


def classify_host(*, enforced: bool) -> Standing:
    """Place a voice host that Earshot itself started on this machine.

    `enforced` is the host's own report: a wall that closes the network stands, and every way out that it tried
    was denied. Without that it is an ordinary process of this machine, which could reach a network if it wished;
    that it runs here is seen, because Earshot started it and speaks to it through a socket of this machine.
    """
    if enforced:
        return Standing(Place.SANDBOX, Evidence.ENFORCED, Keeping.NOTHING)
    return Standing(Place.THIS_MACHINE, Evidence.OBSERVED)


HOME_ASSISTANT: Final = Standing(Place.THIS_MACHINE, Evidence.DECLARED)
"""Home Assistant's own agent, and its sentence triggers.

Earshot sees the words go in and the answer come out, but not what happens between: that the sentence is matched
in this process is Home Assistant's word, and an intent handler or automation may pass a part of it on (a song
title to a music service). So it is declared, and not observed. It also keeps copies: the words in its debug view of the
last ten runs, and the spoken answer in its cache on disk. Nobody states for how long, so what it keeps is unknown.
"""

SATELLITE_MICROPHONE: Final = Standing(Place.SATELLITE, Evidence.DECLARED)
"""The microphone of a satellite. What else the device does with what it hears is its maker's word."""

UNNAMED_MICROPHONE: Final = Standing(Place.SATELLITE, Evidence.UNKNOWN)
"""The microphone of a browser, a telephone or a program: nothing is known of it but that sound came."""

VAULT: Final = Standing(Place.THIS_MACHINE, Evidence.OBSERVED, Keeping.UNTIL)
"""Earshot's own vault: it wrote the file itself."""

UNKNOWN: Final = Standing(Place.UNKNOWN, Evidence.UNKNOWN)
"""An engine of which nobody says where it is."""
