from collections.abc import Iterator

from hypothesis import given, settings, strategies as st
import pytest

from benchmarks.commands import reported, tuning
from custom_components.earshot.errors import GrammarError
from custom_components.earshot.grammar import EntityName, Grammar, HomeNames, PlaceName, build_grammar
from custom_components.earshot.grammar.numbers import number_words
from scripts.home.names import HOME
from tests.grammar.sentences_of import beginning, draw, is_in, texts
from tests.grammar.understood import understand
from voice_host.engines.stt.jsgf import read_grammar

EMPTY = HomeNames(entities=())


@pytest.fixture(scope="module")
def demo() -> Grammar:
    return build_grammar("en", HOME)


def home_of(domain: str, *names: str, device_class: str | None = None) -> HomeNames:
    entity = EntityName(names=names, domain=domain, area="Kitchen", device_class=device_class)
    return HomeNames(entities=(entity,), areas=(PlaceName(names=("Kitchen",)),))


def test_home_assistant_understands_what_is_drawn_from_the_grammar_as_many_different_intents(demo: Grammar) -> None:
    understood = {text: understand(text, HOME) for text in draw(demo.jsgf, 600)}
    assert not [text for text, result in understood.items() if result is None]
    assert len({result.intent.name for result in understood.values() if result}) >= 15


@pytest.mark.parametrize("sentence", [*tuning.COMMANDS, *reported.COMMANDS])
def test_a_command_of_the_benchmark_is_in_the_grammar_and_understood(demo: Grammar, sentence: str) -> None:
    (text,) = texts(demo.jsgf, sentence)
    assert understand(text, HOME)


@pytest.mark.parametrize("sentence", sorted({*tuning.FOREIGN, *reported.FOREIGN} - {*reported.MISTAKEN}))
def test_other_speech_of_the_benchmark_is_not_in_the_grammar(demo: Grammar, sentence: str) -> None:
    assert not is_in(demo.jsgf, sentence.lower())


@pytest.mark.parametrize(
    ("sentence", "intent", "slots"),
    [
        ("turn on the reading lamp", "HassTurnOn", {"name": "Reading lamp"}),
        ("set the desk lamp to twenty five percent", "HassLightSet", {"name": "Desk lamp", "brightness": 25}),
        ("set the thermostat to twenty one degrees", "HassClimateSetTemperature", {"temperature": 21}),
        ("open the shutters in the bedroom", "HassTurnOn", {"device_class": "shutter", "area": "Bedroom"}),
        ("set a timer for fifteen minutes", "HassStartTimer", {"minutes": 15}),
        ("turn on movie night", "HassTurnOn", {"name": "Movie night"}),
    ],
)
def test_number_words_and_names_reach_home_assistant_as_what_they_mean(
    demo: Grammar, sentence: str, intent: str, slots: dict[str, object]
) -> None:
    (text,) = texts(demo.jsgf, sentence)
    result = understand(text, HOME)
    assert result
    assert result.intent.name == intent
    assert {name: result.entities[name].value for name in slots} == slots


@pytest.mark.parametrize(
    ("home", "sentence"),
    [
        (home_of("light", "Lamp"), "turn on the lamp"),
        (home_of("light", "Lamp"), "set the lamp to red"),
        (home_of("cover", "Blind", device_class="blind"), "close the blinds in the kitchen"),
        (home_of("lock", "Gate"), "unlock the gate"),
        (home_of("climate", "Heating"), "set the temperature to twenty degrees"),
        (home_of("media_player", "Radio"), "pause the music"),
        (home_of("vacuum", "Robot"), "start the robot"),
        (home_of("script", "Bedtime"), "run bedtime"),
        (home_of("weather", "Forecast"), "what's the weather"),
        (home_of("sensor", "Humidity"), "what is the humidity"),
    ],
)
def test_sentences_are_there_only_in_a_home_that_has_the_thing(home: HomeNames, sentence: str) -> None:
    assert is_in(build_grammar("en", home).jsgf, sentence)
    assert not is_in(build_grammar("en", EMPTY).jsgf, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "set light the kitchen to red",
        "set the lights kitchen to red",
        "change the lights the kitchen to fifty percent",
        "set an timer for five minutes",
    ],
)
def test_what_home_assistant_would_take_and_nobody_says_is_not_listened_for(demo: Grammar, sentence: str) -> None:
    assert not is_in(demo.jsgf, sentence)


def test_an_empty_home_still_tells_the_time_and_sets_timers() -> None:
    grammar = build_grammar("en", EMPTY)
    assert is_in(grammar.jsgf, "what time is it")
    assert is_in(grammar.jsgf, "set a timer for five minutes")
    assert grammar.names == 0


def test_an_alias_is_a_name() -> None:
    jsgf = build_grammar("en", home_of("light", "Lamp", "Big Bertha")).jsgf
    assert is_in(jsgf, "turn on big bertha")


def test_the_revision_follows_the_sentences_and_not_their_order() -> None:
    shuffled = HomeNames(entities=HOME.entities[::-1], areas=HOME.areas[::-1], floors=HOME.floors)
    assert build_grammar("en", shuffled).revision == build_grammar("en", HOME).revision
    assert build_grammar("en", EMPTY).revision != build_grammar("en", HOME).revision


@pytest.mark.parametrize("language", ["de", "fr-CH", "", "eng"])
def test_another_language_is_refused(language: str) -> None:
    with pytest.raises(GrammarError):
        build_grammar(language, HOME)


@pytest.mark.parametrize("language", ["en", "en-GB", "en_US"])
def test_every_english_is_taken(language: str) -> None:
    assert build_grammar(language, EMPTY).language == language


def test_names_that_cannot_be_said_are_reported() -> None:
    grammar = build_grammar("en", home_of("light", "Lamp", "\N{ELECTRIC LIGHT BULB}", "", "x" * 500))
    assert grammar.left_out == ("", "x" * 500, "\N{ELECTRIC LIGHT BULB}")
    assert is_in(grammar.jsgf, "turn on the lamp")


@pytest.mark.parametrize(
    "name",
    [
        "Light (left)",
        "A/C",
        "Salt & Pepper lamp",
        "\N{ELECTRIC LIGHT BULB} Lamp",
        "Lamp 2",
        "Caf\N{LATIN SMALL LETTER E WITH ACUTE} lamp",
        "<area>; public <x> = y",
        "Wi-Fi",
        "Anna's lamp",
        'The "good" one',
        "100% wool",
        "under_score",
    ],
)
def test_an_odd_name_is_heard_as_text_that_home_assistant_finds(name: str) -> None:
    home = home_of("light", name)
    results = [understand(text, home) for text in beginning(build_grammar("en", home).jsgf, "turn on")]
    assert all(results)
    assert {result.entities["name"].value for result in results if result and "name" in result.entities} == {name}


@given(names=st.lists(st.text(max_size=40), max_size=8), areas=st.lists(st.text(max_size=20), max_size=3))
@settings(max_examples=30, deadline=None)
def test_no_name_breaks_the_grammar(names: list[str], areas: list[str]) -> None:
    entities = tuple(EntityName(names=(name,), domain="light") for name in names)
    home = HomeNames(entities=entities, areas=tuple(PlaceName(names=(name,)) for name in areas))
    jsgf = build_grammar("en", home).jsgf
    jsgf.encode()
    assert is_in(jsgf, "what time is it")
    assert read_grammar(jsgf).accepting


def rules_of(jsgf: str) -> Iterator[str]:
    return (line.split(" = ", 1)[0] for line in jsgf.splitlines() if line.startswith("<"))


def test_a_large_home_is_written_once() -> None:
    lights = tuple(EntityName(names=(f"lamp number {number}",), domain="light") for number in range(2000))
    jsgf = build_grammar("en", HomeNames(entities=lights)).jsgf
    assert len(jsgf) < 200_000
    assert len(set(rules_of(jsgf))) == len(list(rules_of(jsgf)))


def test_numbers_are_written_as_digits_and_number_words_in_a_name_as_the_name_is() -> None:
    home = home_of("light", "Channel two", "Twenty four hour lamp", "Lamp 2")
    jsgf = build_grammar("en", home).jsgf
    assert texts(jsgf, "set channel two to twenty five percent") == {"set channel two to 25 percent"}
    assert texts(jsgf, "turn on the twenty four hour lamp") == {"turn on the twenty four hour lamp"}
    assert texts(jsgf, "set the twenty four hour lamp to one hundred percent") == {
        "set the twenty four hour lamp to 100 percent"
    }
    assert texts(jsgf, "turn on the lamp 2") == {"turn on the lamp 2"}


def test_no_word_outside_a_name_is_a_number_without_its_digits(demo: Grammar) -> None:
    numbers = {word for number in range(101) for word in number_words(number, "en")}
    assert not read_grammar(demo.jsgf).words & numbers
