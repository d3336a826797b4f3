"""What is known of a satellite, as values. Every fact says how we know it, and "unknown" is one of the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..models import Evidence, Place, Satellite, Stage


class Speaks(StrEnum):
    """How a satellite talks to Home Assistant."""

    WYOMING = "wyoming"
    ESPHOME = "esphome"
    VOIP = "voip"
    OTHER = "other"


class WakePlace(StrEnum):
    """Where the wake word of a satellite is heard."""

    ON_DEVICE = "on_device"
    """By the satellite itself: nothing leaves it before."""
    STREAMED = "streamed"
    """By an engine of the pipeline: the microphone's sound goes to Home Assistant all the time."""
    NONE = "none"
    """There is none: a call begins it, or a button."""


class Mute(StrEnum):
    """How its microphone can be shut."""

    HARDWARE = "hardware"
    """By a switch on the device, which Home Assistant sees and cannot turn."""
    SOFTWARE = "software"
    """By a switch in Home Assistant, which asks the device or its integration not to listen."""
    NONE_KNOWN = "none_known"


class Why(StrEnum):
    """What a fact rests on."""

    INTEGRATION = "integration"
    """What is true of every satellite of this integration, by its protocol."""
    CONFIGURATION = "configuration"
    """What its integration was configured with."""
    DEVICE = "device"
    """What the device says of itself."""
    RUN = "run"
    """A run of Assist that was seen."""
    ENTITY = "entity"
    """An entity of its device."""
    NOTHING = "nothing"
    """Nobody says."""


@dataclass(frozen=True, slots=True)
class Fact[T: StrEnum | bool]:
    """One thing that is known, or not."""

    value: T | None
    """None: unknown."""
    evidence: Evidence
    why: Why


UNKNOWN: Fact[bool] = Fact(None, Evidence.UNKNOWN, Why.NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class WakeWord:
    """A wake word that the satellite itself can listen for."""

    wake_word_id: str
    phrase: str
    active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wake:
    """How the satellite is woken."""

    where: Fact[WakePlace]
    words: tuple[WakeWord, ...] = ()
    """Those of the device. Empty: it has none, or does not tell."""
    choosable: bool = False
    """Whether Home Assistant can choose among them."""
    most: int | None = None
    """How many it can listen for at once. None: not known, or as many as there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A port that is open because of this satellite."""

    host: str
    """An address of the satellite's, or `home_assistant`."""
    port: int
    transport: str
    """`tcp` or `udp`."""
    authenticated: Fact[bool]
    """Whether somebody else in the network is kept out."""
    encrypted: Fact[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePosture:
    """The engine of one stage of a satellite's pipeline."""

    stage: Stage
    label: str
    integration: str
    place: Place
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineUse:
    """A pipeline that a satellite uses. One that knows several wake words may use one for each."""

    select: str
    """Entity id of the choice."""
    option: str | None
    """What is chosen: a pipeline's name, or `preferred`. None: the satellite is away."""
    pipeline: str | None
    """Name of the pipeline that this comes to. None: unknown."""
    assistant: str | None
    """Id of Earshot's assistant that the pipeline leads through. None: it goes past Earshot, or nobody knows."""
    stages: tuple[StagePosture, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Posture:
    """All that is known of one satellite."""

    satellite: Satellite
    key: str
    """The satellite's id in the entity registry; its entity id where it is not there."""
    integration: str
    speaks: Fact[Speaks]
    available: bool
    announces: bool
    """Whether it can be made to say something."""
    wake: Wake
    mute: Fact[Mute]
    muted: Fact[bool]
    """Whether it is muted now."""
    doors: tuple[Door, ...]
    encrypted: Fact[bool]
    """Whether sound on its way between satellite and Home Assistant can be read by others in the network."""
    pipelines: tuple[PipelineUse, ...]
    paired: str | None
    """Id of the subentry that pairs it. None: it is not paired."""


PROTOCOLS: Mapping[str, Speaks] = {kind.value: kind for kind in Speaks if kind is not Speaks.OTHER}
"""By the integration's domain."""
