"""Who answers for a stage, as the ledger will name it."""

from dataclasses import dataclass, replace

from homeassistant.const import __version__ as HOME_ASSISTANT_VERSION  # noqa: N812 - it is a constant

from ..const import DOMAIN, TITLE
from ..host_link.interface import Host
from ..models import Ear, EarKind, Received, Stage
from ..policy.classify import HOME_ASSISTANT, Standing, classify_host

_KINDS = {
    Stage.WAKE_WORD: EarKind.WAKE_WORD,
    Stage.SPEECH_TO_TEXT: EarKind.SPEECH_TO_TEXT,
    Stage.CONVERSATION: EarKind.AGENT,
    Stage.TEXT_TO_SPEECH: EarKind.TEXT_TO_SPEECH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """The engine behind one stage, as it was when it was asked."""

    stage: Stage
    label: str
    """Its name as a person knows it."""
    integration: str
    """Domain of the integration that it belongs to."""
    version: str
    standing: Standing
    llm_apis: tuple[str, ...] = ()
    """Names of the APIs by which an agent's language model may act on the home."""
    exposed_entities: int | None = None
    """How many entities an agent can see. None: it is no agent, or nobody says."""

    def ear(self, got: Received) -> Ear:
        """Make the ear that it was, from what it got."""
        return Ear(
            label=self.label,
            kind=_KINDS[self.stage],
            place=self.standing.place,
            evidence=self.standing.evidence,
            got=got,
            keeps=self.standing.keeps,
        )


def host_engine(host: Host, stage: Stage) -> Engine:
    """Describe Earshot's own engine as the voice host describes it now, and where its report says that it is."""
    report = host.report
    found = next((engine for engine in report.engines if engine.stage == stage), None) if report else None
    return Engine(
        stage=stage,
        label=_placed(f"{found.name} ({found.model})" if found else TITLE, host),
        integration=DOMAIN,
        version=found.version if found else "",
        standing=classify_host(enforced=report is not None and report.enforced, place=host.place),
    )


def host_voice(host: Host, voice: str | None, language: str) -> Engine:
    """Describe the voice that speaks: the one that was asked for, or else the host's best for the language.

    The report names the engine of the default voice only; of another one the host's own version is what is known.
    """
    default = host_engine(host, Stage.TEXT_TO_SPEECH)
    chosen = voice or next((best.name for best in host.voices(language)), None)
    if chosen is None or host.report is None or f"({chosen})" in default.label:
        return default
    return replace(default, label=_placed(chosen, host), version=host.report.version)


def _placed(label: str, host: Host) -> str:
    """Name the host, where there can be another."""
    return f"{label} on {host.title}" if host.title else label


def home_assistant_agent(exposed_entities: int | None = None) -> Engine:
    """Describe Home Assistant's own agent, which sees what is exposed."""
    return Engine(
        stage=Stage.CONVERSATION,
        label="Home Assistant",
        integration="conversation",
        version=HOME_ASSISTANT_VERSION,
        standing=HOME_ASSISTANT,
        exposed_entities=exposed_entities,
    )


def asking_action() -> Engine:
    """Describe the action of Home Assistant that asked a question, and hands the words to whoever called it."""
    return Engine(
        stage=Stage.CONVERSATION,
        label="Home Assistant (the action that asked)",
        integration="assist_satellite",
        version=HOME_ASSISTANT_VERSION,
        standing=HOME_ASSISTANT,
    )
