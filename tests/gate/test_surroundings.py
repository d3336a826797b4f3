"""What is known of an engine's whereabouts, from real manifests, registries and configurations, without a network."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from typing import Any

from homeassistant import loader
from homeassistant.components import conversation
from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.config_entries import ConfigSubentryDataWithId
from homeassistant.const import __version__ as HOME_ASSISTANT_VERSION  # noqa: N812 - it is a constant
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, MockModule, mock_integration
from wyoming.event import Event
from wyoming.info import AsrModel, AsrProgram, Attribution, Describe, Info
from wyoming.server import AsyncEventHandler, AsyncServer

from custom_components.earshot.gate.engine import home_assistant_agent
from custom_components.earshot.gate.surroundings import Surroundings
from custom_components.earshot.models import Evidence, Place, Stage
from tests.gate.house import FakeHost, House, make_home

WHISPER = "stt.faster_whisper"
LLAMA = "conversation.llama"


class Names:
    """Stands in for the resolver of names."""

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}
        self.asked: list[str] = []
        self.silent = asyncio.Event()
        self.silent.set()
        self.answered = asyncio.Event()

    async def __call__(self, name: str) -> Iterable[str]:
        self.asked.append(name)
        await self.silent.wait()
        if name not in self.known:
            raise OSError("nobody knows that name")
        self.answered.set()
        return self.known[name]


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
async def surroundings(hass: HomeAssistant, names: Names) -> AsyncIterator[Surroundings]:
    await make_home(hass)
    host: Any = FakeHost(hass, None, None)  # type: ignore[arg-type]  # it asks for neither
    found = Surroundings(hass, host, names)
    await found.start()
    yield found
    await found.stop()


async def add_engine(  # noqa: PLR0913 - each is a fact
    hass: HomeAssistant,
    engine_id: str,
    integration: str,
    data: dict[str, Any],
    *,
    nearest: dict[str, Any] | None = None,
    name: str | None = None,
) -> MockConfigEntry:
    """Put an engine of a real integration, with its real manifest, into the registries and the state machine."""
    await loader.async_get_integration(hass, integration)
    subentry = ConfigSubentryDataWithId(
        data=nearest or {}, subentry_type="conversation", title="Kitchen llama", unique_id=None, subentry_id="near"
    )
    entry = MockConfigEntry(domain=integration, data=data, subentries_data=[subentry] if nearest else [])
    entry.add_to_hass(hass)
    domain, _, object_id = engine_id.partition(".")
    er.async_get(hass).async_get_or_create(
        domain,
        integration,
        object_id,
        suggested_object_id=object_id,
        config_entry=entry,
        config_subentry_id="near" if nearest else None,
        original_name=name,
    )
    hass.states.async_set(engine_id, "unknown", {"friendly_name": name} if name else {})
    return entry


async def place_of(hass: HomeAssistant, surroundings: Surroundings, integration: str, **data: Any) -> Place:
    await add_engine(hass, WHISPER, integration, data, name="faster-whisper")
    await surroundings.refresh()
    return surroundings.describe(Stage.SPEECH_TO_TEXT, WHISPER).standing.place


@pytest.mark.parametrize(
    ("host", "place"),
    [
        ("127.0.0.1", Place.THIS_MACHINE),
        ("localhost", Place.THIS_MACHINE),
        ("192.168.178.200", Place.HOME_NETWORK),
        ("nas.lan", Place.HOME_NETWORK),
        ("whisper.example.com", Place.INTERNET),
        ("both.example.com", Place.INTERNET),
        ("nobody.lan", Place.UNKNOWN),
    ],
)
async def test_a_wyoming_server_is_where_its_address_is(
    hass: HomeAssistant, surroundings: Surroundings, names: Names, host: str, place: Place
) -> None:
    names.known = {
        "nas.lan": ["192.168.178.7"],
        "whisper.example.com": ["8.8.8.8"],
        "both.example.com": ["192.168.178.7", "8.8.8.8"],
    }
    assert await place_of(hass, surroundings, "wyoming", host=host, port=10300) is place


async def test_this_machines_own_address_is_this_machine(
    hass: HomeAssistant, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Ip:
        ip = "192.168.178.200"
        network_prefix = 24

    class Adapter:
        ips = (Ip(),)

    monkeypatch.setattr("ifaddr.get_adapters", lambda: [Adapter()])
    found = Surroundings(hass, None, names)  # type: ignore[arg-type]  # nothing of Earshot's own is asked for
    await found.start()
    assert await place_of(hass, found, "wyoming", host="192.168.178.200", port=1) is Place.THIS_MACHINE
    await found.stop()


async def test_a_name_counts_as_unknown_until_somebody_has_answered(
    hass: HomeAssistant, surroundings: Surroundings, names: Names
) -> None:
    names.known = {"nas.lan": ["192.168.178.7"]}
    names.silent.clear()
    await add_engine(hass, WHISPER, "wyoming", {"host": "nas.lan", "port": 1})
    standing = surroundings.describe(Stage.SPEECH_TO_TEXT, WHISPER).standing
    assert (standing.place, standing.evidence) == (Place.UNKNOWN, Evidence.UNKNOWN)
    names.silent.set()
    await surroundings.refresh()
    standing = surroundings.describe(Stage.SPEECH_TO_TEXT, WHISPER).standing
    assert (standing.place, standing.evidence) == (Place.HOME_NETWORK, Evidence.DECLARED)


async def test_a_changed_configuration_is_asked_for_by_itself(
    hass: HomeAssistant, surroundings: Surroundings, names: Names
) -> None:
    names.known = {"nas.lan": ["192.168.178.7"], "vps.example.com": ["8.8.8.8"]}
    entry = await add_engine(hass, WHISPER, "wyoming", {"host": "nas.lan", "port": 1})
    await surroundings.refresh()
    assert surroundings.describe(Stage.SPEECH_TO_TEXT, WHISPER).standing.place is Place.HOME_NETWORK
    names.asked.clear()
    names.answered.clear()
    hass.config_entries.async_update_entry(entry, data={"host": "vps.example.com", "port": 1})
    assert surroundings.describe(Stage.SPEECH_TO_TEXT, WHISPER).standing.place is Place.UNKNOWN
    await names.answered.wait()
    await surroundings.refresh()  # after the one that answered just now
    assert surroundings.describe(Stage.SPEECH_TO_TEXT, WHISPER).standing.place is Place.INTERNET
    assert set(names.asked) == {"vps.example.com"}


async def test_a_real_wyoming_server_is_named_as_it_names_itself(
    hass: HomeAssistant, surroundings: Surroundings, socket_enabled: None
) -> None:
    await make_home(hass)
    port = await serve_whisper()
    entry = MockConfigEntry(domain="wyoming", data={"host": "127.0.0.1", "port": port}, title="Whisper")
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    (engine_id,) = hass.states.async_entity_ids("stt")
    engine = surroundings.describe(Stage.SPEECH_TO_TEXT, engine_id)
    assert engine.standing.place is Place.THIS_MACHINE
    assert engine.standing.evidence is Evidence.DECLARED
    assert engine.label == "faster-whisper (Wyoming Protocol)"
    assert (engine.integration, engine.version) == ("wyoming", HOME_ASSISTANT_VERSION)
    assert await hass.config_entries.async_unload(entry.entry_id)


async def serve_whisper() -> int:
    """Start a Wyoming server on loopback and return its port. It ends with the event loop."""
    by = Attribution(name="somebody", url="https://example.com")
    model = AsrModel(name="tiny", languages=["en"], attribution=by, installed=True, description="Tiny", version="1")
    program = AsrProgram(
        name="faster-whisper", attribution=by, installed=True, description="Whisper", version="2", models=[model]
    )

    class Handler(AsyncEventHandler):
        async def handle_event(self, event: Event) -> bool:
            if Describe.is_type(event.type):
                await self.write_event(Info(asr=[program]).event())
            return True

    server = AsyncServer.from_uri("tcp://127.0.0.1:0")
    await server.start(Handler)
    return int(server._server.sockets[0].getsockname()[1])  # type: ignore[attr-defined]  # it does not tell its port


async def test_an_ollama_of_this_machine_is_local_only_for_models_of_its_own(
    hass: HomeAssistant, surroundings: Surroundings
) -> None:
    url = {"url": "http://localhost:11434"}
    await add_engine(hass, LLAMA, "ollama", url, nearest={"model": "llama3.2:3b"}, name="Kitchen llama")
    own = surroundings.describe(Stage.CONVERSATION, LLAMA)
    assert own.standing.place is Place.THIS_MACHINE
    assert own.label == "Kitchen llama (llama3.2:3b)"
    other = "conversation.other"
    await add_engine(hass, other, "ollama", url, nearest={"model": "gpt-oss:120b-cloud"})
    assert surroundings.describe(Stage.CONVERSATION, other).standing.place is Place.INTERNET


@pytest.mark.parametrize("integration", ["openai_conversation", "anthropic", "google_generative_ai_conversation"])
async def test_a_cloud_agent_is_on_the_internet(
    hass: HomeAssistant, surroundings: Surroundings, integration: str
) -> None:
    await add_engine(hass, LLAMA, integration, {"api_key": "none"}, nearest={"chat_model": "big"})
    standing = surroundings.describe(Stage.CONVERSATION, LLAMA).standing
    assert (standing.place, standing.evidence) == (Place.INTERNET, Evidence.DECLARED)


async def test_a_proxy_in_the_house_is_not_called_local(hass: HomeAssistant, surroundings: Surroundings) -> None:
    await add_engine(hass, LLAMA, "litellm", {"url": "http://localhost:4000"}, nearest={"model": "mine"})
    assert surroundings.describe(Stage.CONVERSATION, LLAMA).standing.place.leaves_house


async def test_a_legacy_engine_is_known_by_its_integration(hass: HomeAssistant, surroundings: Surroundings) -> None:
    await loader.async_get_integration(hass, "google_translate")
    await loader.async_get_integration(hass, "marytts")
    cloud = surroundings.describe(Stage.TEXT_TO_SPEECH, "google_translate")
    assert (cloud.label, cloud.standing.place) == ("Google Translate text-to-speech", Place.INTERNET)
    assert surroundings.describe(Stage.TEXT_TO_SPEECH, "marytts").standing.place is Place.HOME_NETWORK


async def test_a_custom_integration_has_its_own_version_and_its_authors_word(
    hass: HomeAssistant, surroundings: Surroundings
) -> None:
    manifest: dict[str, Any] = {"iot_class": "local_polling", "version": "4.5.6"}
    mock_integration(hass, MockModule("parrot", partial_manifest=manifest), built_in=False)
    await add_engine(hass, WHISPER, "parrot", {"host": "192.168.1.9"}, name="Parrot")
    engine = surroundings.describe(Stage.SPEECH_TO_TEXT, WHISPER)
    assert (engine.label, engine.version) == ("Parrot", "4.5.6")
    assert (engine.standing.place, engine.standing.evidence) == (Place.HOME_NETWORK, Evidence.DECLARED)


@pytest.mark.parametrize("engine_id", ["stt.gone", "never_was_there", ""])
async def test_of_what_is_not_there_nothing_is_known(
    hass: HomeAssistant, surroundings: Surroundings, engine_id: str
) -> None:
    engine = surroundings.describe(Stage.SPEECH_TO_TEXT, engine_id)
    assert (engine.standing.place, engine.standing.evidence) == (Place.UNKNOWN, Evidence.UNKNOWN)


async def test_an_agent_tells_what_it_may_do_and_how_much_it_sees(
    hass: HomeAssistant, surroundings: Surroundings
) -> None:
    url = {"url": "http://localhost:11434"}
    await add_engine(hass, LLAMA, "ollama", url, nearest={"model": "a", "llm_hass_api": ["assist", "mcp-x"]})
    seeing = surroundings.describe(Stage.CONVERSATION, LLAMA)
    assert seeing.llm_apis == ("Assist", "mcp-x")
    assert seeing.exposed_entities == 2
    async_expose_entity(hass, "conversation", "input_boolean.hall_lamp", should_expose=False)
    assert surroundings.describe(Stage.CONVERSATION, LLAMA).exposed_entities == 1
    hass.states.async_set("light.new", "on")
    assert surroundings.describe(Stage.CONVERSATION, LLAMA).exposed_entities == 2
    blind = "conversation.blind"
    await add_engine(hass, blind, "ollama", url, nearest={"model": "a"})
    assert surroundings.describe(Stage.CONVERSATION, blind).exposed_entities is None
    assert surroundings.describe(Stage.SPEECH_TO_TEXT, LLAMA).llm_apis == ()


async def test_home_assistants_own_agent_stays_what_it_is(hass: HomeAssistant, surroundings: Surroundings) -> None:
    agent = surroundings.describe(Stage.CONVERSATION, conversation.HOME_ASSISTANT_AGENT)
    assert agent == home_assistant_agent(2)


async def test_earshots_own_engines_are_described_by_their_host(house: House) -> None:
    surroundings = house.runtime.surroundings
    own = surroundings.describe(Stage.SPEECH_TO_TEXT, "stt.earshot_speech_to_text")
    assert (own.standing.place, own.standing.evidence) == (Place.SANDBOX, Evidence.ENFORCED)
    assert surroundings.describe(Stage.CONVERSATION, "conversation.earshot_agent") == home_assistant_agent(2)
