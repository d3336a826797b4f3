"""Everything that runs while Earshot is loaded, and the only place where its parts are put together."""

from dataclasses import dataclass, field
from pathlib import Path

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant
from homeassistant.helpers import instance_id

from .assistants.plan import Assistant
from .at_a_glance.answers import Today
from .at_a_glance.following import Following
from .at_a_glance.now_answers import Now, OtherNow, SatelliteNow
from .at_a_glance.parts import AtAGlance
from .at_a_glance.signs import follow_day, follow_listeners
from .const import DOMAIN
from .databases.choice import LedgerDatabase
from .databases.mover import Mover
from .donating.donations import Donations
from .donating.make import make_donations
from .donating.offer_sounds import OfferSounds
from .donating.signals import SIGNAL_DONATION
from .gate.caretaker import Caretaker
from .gate.changes import SIGNAL_CHANGED, SIGNAL_ENTERED, SIGNAL_GONE, SIGNAL_RECORDS
from .gate.consent import Consent
from .gate.discretion import Discretion
from .gate.door import Door
from .gate.exporting import TICKET_SECONDS as EXPORT_TICKET_SECONDS, Exports
from .gate.forgetting import Forgetting, Forgotten
from .gate.gate import SIGNAL_FINISHED, Gate
from .gate.hearing import Hearing
from .gate.illness import show_contents, show_lost, show_outage, show_settings
from .gate.inner.engines import InnerEngines
from .gate.inner.interface import AgentEngine, InnerEngine, SpeechEngine, SpeechOrder, VoiceEngine, WakeWordEngine
from .gate.inner.own import OwnSpeech, OwnVoice
from .gate.installation import enter_installation
from .gate.listening import ADDRESS_SECONDS as SOUND_ADDRESS_SECONDS, Listening
from .gate.outside import Outside
from .gate.own_sentences import OwnSentences
from .gate.paths import Paths
from .gate.postponing import MAX_SECONDS as MAX_UNDO_SECONDS, Postponing
from .gate.questions import Questions
from .gate.reading import ReadingRoom, WordsRead
from .gate.refusals import Refusals
from .gate.searching import Finding, SearchRoom
from .gate.settings import SIGNAL_SETTINGS, PrivacySettings
from .gate.settings_told import ToldSettings
from .gate.speaking import Speaking
from .gate.stages import Stages
from .gate.stillness import Stillness
from .gate.storage import Storage
from .gate.surroundings import Surroundings
from .gate.telling import Telling
from .gate.timekeeper import Timekeeper
from .gate.withheld import Withheld
from .gate.witness import SIGNAL_WITNESSED, Witnesses
from .host_link.chosen import chosen_hosts, has_own_host
from .host_link.environment import HostEnvironment
from .host_link.home import HomeWatch
from .host_link.host import VoiceHost
from .host_link.interface import GrammarBuilt, Host, HostReport, Hosts
from .host_link.models.under_way import Downloads
from .host_link.no_hosts import NoHosts
from .host_link.pool import HostPool
from .host_link.remote import RemoteHost
from .ledger.ledger import Ledger
from .models import Stage
from .people.access import Access
from .people.people import People
from .people.rights import Rights
from .people.roles import Role
from .people.sight import Readable, Sight
from .review_desk.desk import SIGNAL_DESK, ReviewDesk
from .review_desk.making import make_desk, start_or_forget
from .satellites.lately import Last
from .satellites.pairing import Before, Paired, Pairings
from .satellites.parts import Satellites
from .satellites.posture import Posture, WakePlace
from .satellites.proof import Proof, Proved
from .satellites.room import RULE_OPTIONS, SOUND, WORDS, Rooms, SilenceLength
from .satellites.words import ANY_WORD
from .traces.place import Found as TraceFound, Purged as TracePurged
from .traces.traces import Traces
from .vault.vault import Vault

__all__ = [
    "ANY_WORD",
    "EXPORT_TICKET_SECONDS",
    "MAX_UNDO_SECONDS",
    "RULE_OPTIONS",
    "SIGNAL_CHANGED",
    "SIGNAL_DESK",
    "SIGNAL_DONATION",
    "SIGNAL_ENTERED",
    "SIGNAL_FINISHED",
    "SIGNAL_GONE",
    "SIGNAL_RECORDS",
    "SIGNAL_SETTINGS",
    "SIGNAL_WITNESSED",
    "SOUND",
    "SOUND_ADDRESS_SECONDS",
    "WORDS",
    "Access",
    "AgentEngine",
    "Assistant",
    "Before",
    "Donations",
    "EarshotConfigEntry",
    "Finding",
    "Following",
    "Forgotten",
    "GrammarBuilt",
    "Host",
    "HostReport",
    "InnerEngine",
    "Last",
    "Now",
    "OtherNow",
    "Paired",
    "Pairings",
    "Paths",
    "People",
    "Posture",
    "Proof",
    "Proved",
    "Readable",
    "ReviewDesk",
    "Role",
    "Rooms",
    "RuntimeData",
    "SatelliteNow",
    "Sight",
    "SilenceLength",
    "SpeechEngine",
    "SpeechOrder",
    "Today",
    "ToldSettings",
    "TraceFound",
    "TracePurged",
    "VoiceEngine",
    "WakePlace",
    "WakeWordEngine",
    "WordsRead",
    "build",
    "entity_unique_id",
    "follow_day",
    "follow_listeners",
]

type EarshotConfigEntry = ConfigEntry[RuntimeData]


@dataclass(slots=True)
class RuntimeData:
    """The parts that are at work."""

    host: Hosts
    home: HomeWatch
    database: LedgerDatabase
    storage: Storage
    mover: Mover
    settings: PrivacySettings
    gate: Gate
    questions: Questions
    own_sentences: OwnSentences
    """Sentences that are meant for Earshot itself. Whoever answers some registers there."""
    engines: InnerEngines
    stages: Stages
    reading_room: ReadingRoom
    listening: Listening
    search_room: SearchRoom
    exports: Exports
    refusals: Refusals
    witnesses: Witnesses
    caretaker: Caretaker
    timekeeper: Timekeeper
    discretion: Discretion
    respoken: Discretion
    """Clears the sound of answers that another voice said, and why: Home Assistant would play it again for the same
    answer when the rule may be another."""
    stillness: Stillness
    surroundings: Surroundings
    satellites: Satellites
    outside: Outside
    traces: Traces
    forgetting: Forgetting
    postponing: Postponing
    people: People
    rights: Rights
    paths: Paths
    desk: ReviewDesk | None
    """None: this house is no review desk."""
    donations: Donations
    downloads: Downloads = field(default_factory=Downloads)
    """Models on their way. Broken off first of all, while the ledger can still learn who was contacted."""
    glance: AtAGlance = field(init=False)
    """It looks at all the others, so it is made last."""
    offer_sounds: OfferSounds = field(init=False)

    @property
    def ledger(self) -> Ledger:
        """The ledger. Raises LedgerUnavailableError while it is not open."""
        return self.storage.ledger

    @property
    def vault(self) -> Vault:
        """The vault. Raises VaultError while it is not open."""
        return self.storage.vault

    async def close(self) -> None:
        """Stop everything, in the order in which nobody misses what is stopped. Idempotent."""
        self.satellites.pairings.stop()
        self.glance.house.stop()
        self.exports.close()
        self.listening.close()
        if self.desk is not None:
            await self.desk.stop()
        self.offer_sounds.close()
        # What is shown as erased is erased before anything is stopped that it needs.
        await self.postponing.finish()
        await self.downloads.close()
        await self.mover.close()
        await self.home.stop()
        await self.timekeeper.stop()
        self.questions.close()
        await self.gate.close()
        await self.donations.stop()
        await self.outside.stop()
        await self.discretion.stop()
        await self.respoken.stop()
        await self.refusals.stop()
        await self.host.stop()
        await self.surroundings.stop()
        await self.stillness.end()
        await self.caretaker.stop()
        await self.storage.close()


async def build(hass: HomeAssistant, entry: EarshotConfigEntry) -> RuntimeData:
    """Start everything; the voice host in the background, where it is known what it can do.

    Raises a HostError if that is not known and the host does not start; nothing runs then.
    """
    paths = Paths.of(hass)
    environment = HostEnvironment.of(hass)
    traces = Traces(hass)
    host = await _begin_hosts(hass, entry, environment, paths.models)
    database = await _database(hass, entry, paths)
    storage = _storage(hass, paths, database)
    settings = _settings(hass, storage, paths)
    questions, own_sentences = Questions(hass), OwnSentences()
    surroundings = Surroundings(hass, host)
    gate = Gate(hass, entry, storage, settings, surroundings.describe)
    forgetting, withheld = Forgetting(hass, storage, gate, traces), Withheld(storage)
    discretion, respoken = _discretion(hass, forgetting, gate)
    people = People(hass)
    rights = Rights(hass, people, settings, storage)
    reading_room = ReadingRoom(hass, storage, rights, withheld)
    engines = InnerEngines(hass, host, surroundings.describe)
    runtime = RuntimeData(
        host=host,
        home=HomeWatch(hass, host),
        database=database,
        storage=storage,
        mover=Mover(hass, storage, database),
        settings=settings,
        gate=gate,
        engines=engines,
        questions=questions,
        own_sentences=own_sentences,
        stages=_stages(hass, host, gate, settings, questions, own_sentences),
        reading_room=reading_room,
        listening=Listening(hass, storage, rights, reading_room),
        search_room=SearchRoom(hass, storage, withheld),
        exports=Exports(hass, storage, withheld),
        refusals=Refusals(hass, storage, host),
        witnesses=Witnesses(hass, storage),
        caretaker=_caretaker(hass, storage, gate),
        timekeeper=Timekeeper(hass, storage, settings, gate, discretion),
        discretion=discretion,
        respoken=respoken,
        stillness=Stillness(hass, storage),
        surroundings=surroundings,
        satellites=Satellites.of(hass, entry, storage, settings, engines),
        outside=Outside(hass, storage, gate, surroundings.describe),
        traces=traces,
        forgetting=forgetting,
        postponing=Postponing(hass, storage, forgetting, withheld),
        people=people,
        rights=rights,
        paths=paths,
        desk=make_desk(hass, entry, storage, paths),
        donations=make_donations(hass, storage, settings, rights, withheld, gate, forgetting, paths),
    )
    runtime.glance = AtAGlance.of(hass, entry, runtime)
    runtime.offer_sounds = OfferSounds(hass, runtime.donations, rights, reading_room)
    await _start_or_close(hass, runtime, environment)
    return runtime


async def _start_or_close(hass: HomeAssistant, runtime: RuntimeData, environment: HostEnvironment) -> None:
    try:
        await _start(hass, runtime, environment)
    except BaseException:
        await runtime.close()
        raise


async def _start(hass: HomeAssistant, runtime: RuntimeData, environment: HostEnvironment) -> None:
    """Start the parts, each when what it relies on is there."""
    await runtime.settings.load()
    await runtime.storage.open()
    await runtime.caretaker.start()
    await runtime.timekeeper.start()
    await runtime.donations.start()
    await enter_installation(hass, environment, runtime.storage)
    await runtime.home.start()
    await runtime.surroundings.start()
    await runtime.refusals.start()
    runtime.outside.start()
    await start_or_forget(hass, runtime.desk, runtime.paths)


async def _database(hass: HomeAssistant, entry: EarshotConfigEntry, paths: Paths) -> LedgerDatabase:
    origin = f"{DOMAIN}/{await instance_id.async_get(hass)}"
    database = LedgerDatabase(hass, entry, paths.ledger, paths.keys, origin)
    await database.load()
    return database


def _discretion(hass: HomeAssistant, forgetting: Forgetting, gate: Gate) -> tuple[Discretion, Discretion]:
    discretion, respoken = Discretion(hass, forgetting.forget_traces), Discretion(hass, forgetting.forget_speech)
    gate.on_discreet, gate.on_respoken = discretion.over, respoken.over
    return discretion, respoken


def _settings(hass: HomeAssistant, storage: Storage, paths: Paths) -> PrivacySettings:
    settings = PrivacySettings(hass, storage, paths.settings)
    settings.add_listener(lambda: show_settings(hass, readable=settings.readable, rules=settings.rules.complete))
    return settings


def _stages(  # noqa: PLR0913, PLR0917 - the parts that the stages need, each from its only maker
    hass: HomeAssistant,
    host: Hosts,
    gate: Gate,
    settings: PrivacySettings,
    questions: Questions,
    own_sentences: OwnSentences,
) -> Stages:
    door = Door(settings, Telling(hass))
    return Stages(
        gate,
        door,
        Consent(gate, door, questions, own_sentences),
        Hearing(gate, door, questions, own_sentences, OwnSpeech(hass, host)),
        Speaking(door, OwnVoice(hass, host), gate.announced),
    )


def _storage(hass: HomeAssistant, paths: Paths, database: LedgerDatabase) -> Storage:
    return Storage(
        hass,
        open_ledger=database.open,
        open_vault=lambda: Vault.open(paths.contents, paths.keys),
        on_outage=lambda kind, began: show_outage(hass, kind, began, database.failure),
    )


async def _begin_hosts(
    hass: HomeAssistant, entry: EarshotConfigEntry, environment: HostEnvironment, models: Path
) -> Hosts:
    """Put together whom the configuration names, and begin with them: none, where it is only a review desk.

    Raises a HostError, and nothing runs then.
    """
    members: list[Hosts] = [VoiceHost(hass, environment, models)] if has_own_host(entry.data) else []
    members += [RemoteHost(hass, chosen.address, chosen.title) for chosen in chosen_hosts(entry.data)]
    if not members:
        return NoHosts()
    hosts = members[0] if len(members) == 1 else HostPool(members)
    await hosts.begin()
    return hosts


def _caretaker(hass: HomeAssistant, storage: Storage, gate: Gate) -> Caretaker:
    return Caretaker(
        hass,
        storage,
        gate,
        on_found=lambda found: show_contents(hass, found),
        on_lost=lambda count: show_lost(hass, count),
    )


def entity_unique_id(subentry_id: str, stage: Stage) -> str:
    """Name the entity of an assistant's stage in the entity registry."""
    return f"{subentry_id}_{stage}"
