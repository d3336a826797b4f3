"""From facts about an engine to the place where it listens, and how we know.

A conclusion never claims more than its facts: where two answers are possible, the weaker evidence is given.
"""

from dataclasses import dataclass
import re
from typing import Final

from ..models import Evidence, Keeping, Place


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an ear is, and how Earshot knows."""

    place: Place
    evidence: Evidence
    keeps: Keeping = Keeping.UNKNOWN


def classify_host(*, enforced: bool, place: Place | None = None) -> Standing:
    """Place a voice host: one that Earshot itself started on this machine, or one at an address of that `place`.

    `enforced` is the host's own report: a wall that closes the network stands, and every way out that it tried
    was denied. Without that it is an ordinary process of this machine, which could reach a network if it wished;
    that it runs here is seen, because Earshot started it and speaks to it through a socket of this machine.

    Of one that somebody else started all is its own word, also on this machine: that its walls stand, that it keeps
    nothing, and that what is sent to its address ends there.
    """
    if place is not None:
        evidence = Evidence.UNKNOWN if place is Place.UNKNOWN else Evidence.DECLARED
        return Standing(place, evidence, Keeping.NOTHING if enforced else Keeping.UNKNOWN)
    if enforced:
        return Standing(Place.SANDBOX, Evidence.ENFORCED, Keeping.NOTHING)
    return Standing(Place.THIS_MACHINE, Evidence.OBSERVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineFacts:
    """What is known of somebody's engine. All of it is somebody's word: a manifest, a configuration, a name."""

    integration: str
    """Domain of its integration."""
    iot_class: str | None = None
    """What the manifest says of how it works, which is its author's word. None: it says nothing, or there is none."""
    addresses: tuple[Place, ...] = ()
    """Where each address of its configuration is. Unknown: a name that could not be resolved, or an address that is
    neither public nor of this home."""
    models: tuple[str, ...] = ()
    """Names of the models that it is configured to ask for."""
    service: str | None = None
    """How the server behind it names itself. None: it does not, or it was not heard."""


def classify_engine(facts: EngineFacts) -> Standing:
    """Place an engine that is not Earshot's own.

    The claim of its manifest, each address of its configuration and each sign that it passes on what it gets are held
    together, and the outermost counts. Whatever is known, it is somebody's word. What it keeps nobody states.
    """
    places = [*_claimed(facts), *facts.addresses, *_behind(facts)]
    place = max(places, key=_distance, default=Place.UNKNOWN)
    return Standing(place, Evidence.UNKNOWN if place is Place.UNKNOWN else Evidence.DECLARED)


def _claimed(facts: EngineFacts) -> tuple[Place, ...]:
    """Say what the manifest claims.

    A local engine may run on any machine of the home, so without an address its claim reaches no further than that.
    No claim is not one of being local: what is at an address of the home may hand on what it gets.
    """
    claim = facts.iot_class or ""
    if claim.startswith("cloud_"):
        return (Place.INTERNET,)
    if claim.startswith("local_"):
        return () if facts.addresses else (Place.HOME_NETWORK,)
    # "Calculated" is said of what communicates with nobody; "assumed_state" says nothing of where.
    return (Place.THIS_MACHINE,) if claim == "calculated" else (Place.UNKNOWN,)


def _behind(facts: EngineFacts) -> tuple[Place, ...]:
    """Say where what it gets goes on to, as far as names tell."""
    if any(_CLOUD_TAG.search(model) for model in facts.models):
        return (Place.INTERNET,)
    named_so = facts.integration not in _PLACEHOLDERS and any(_MAKERS_OWN.search(model) for model in facts.models)
    if facts.integration in _PASSES_ON or (facts.service or "").lower() in _PASSING_SERVICES or named_so:
        return (Place.UNKNOWN,)
    return ()


def _distance(place: Place) -> tuple[bool, int]:
    """Order places from the inside outwards. What is known to be the internet is further out than what nobody knows."""
    return place.leaves_house, 0 if place is Place.UNKNOWN else list(Place).index(place)


_CLOUD_TAG: Final = re.compile(r":(?:[\w.]+-)?cloud$", re.IGNORECASE)
"""The tag by which an Ollama server knows that a model is not its own: "gpt-oss:120b-cloud", "gemma4:cloud"
(https://docs.ollama.com/cloud)."""

_MAKERS_OWN: Final = re.compile(
    r"(?:^|/)(?:gpt-[345]|chatgpt|o[134](?:-|$)|claude-|gemini-|grok-[34]|sonar)", re.IGNORECASE
)
"""How models are called that run at their makers only, with or without the maker's name before it. A server that
answers to one of these has somebody behind it, or gives itself that name; so it says that nobody knows."""

_PLACEHOLDERS: Final = frozenset({"llama_cpp"})
"""Integrations that name a model only because the protocol wants one, and fill in a maker's own for it."""

_PASSES_ON: Final = frozenset(
    {"extended_openai_conversation", "litellm", "llama_conversation", "local_openai", "openwebui_conversation"}
)
"""Integrations for servers that commonly ask others: whoever set the server up knows, and its address does not tell."""

_PASSING_SERVICES: Final = frozenset({"openai", "openai-streaming"})
"""What Wyoming servers call themselves that are only a bridge to another one (https://github.com/roryeckel/wyoming_openai)."""

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
