"""What can be said to Earshot itself, in each language, through the whole pipeline: no agent gets it."""

from datetime import timedelta

from homeassistant.components import conversation
from homeassistant.core import Context, HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.errors import ContentGoneError
from custom_components.earshot.ledger import UtteranceView
from custom_components.earshot.models import ContentKind
from custom_components.earshot.voice_commands.sentences import LANGUAGES, Answer, Command
from tests.gate.engines import Cloud
from tests.gate.house import House, add_satellite
from tests.gate.test_rules_hold import QUESTION, Talk, cloud, guarded, stages

__all__ = ["cloud", "guarded", "stages"]

SAID = {
    Command.FORGET_THAT: {
        "de": "Vergiss das bitte.",
        "en": "Forget that, please.",
        "es": "Olvida eso.",
        "fr": "Oublie \N{LATIN SMALL LETTER C WITH CEDILLA}a.",
        "it": "Dimentica quello che ho detto.",
        "nl": "Vergeet dat.",
        "pl": "Zapomnij o tym.",
        "pt": "Esquece isso.",
    },
    Command.WHO_HEARD: {
        "de": "Wer hat das gehört?",
        "en": "Who heard that?",
        "es": "¿Quién ha oído eso?",
        "fr": "Qui a entendu ça ?",
        "it": "Chi l\N{RIGHT SINGLE QUOTATION MARK}ha sentito?",
        "nl": "Wie heeft dat gehoord?",
        "pl": "Kto to słyszał?",
        "pt": "Quem ouviu isso?",
    },
    Command.OFF_FOR_AN_HOUR: {
        "de": "Behalte eine Stunde lang nichts.",
        "en": "Go off the record for an hour.",
        "es": "No guardes nada durante una hora.",
        "fr": "Ne garde rien pendant une heure.",
        "it": "Non conservare niente per un'ora.",
        "nl": "Bewaar een uur lang niets.",
        "pl": "Nie zachowuj niczego przez godzinę.",
        "pt": "Não guardes nada durante uma hora.",
    },
    Command.OFF_THE_RECORD: {
        "de": "Behalte nichts mehr.",
        "en": "Go off the record.",
        "es": "No guardes nada más.",
        "fr": "Ne garde plus rien.",
        "it": "Non conservare più niente.",
        "nl": "Bewaar niets meer.",
        "pl": "Nie zachowuj już niczego.",
        "pt": "Não guarde mais nada.",
    },
    Command.BACK_ON: {
        "de": "Du darfst wieder aufzeichnen.",
        "en": "Back on the record.",
        "es": "Vuelve a guardar.",
        "fr": "Recommence à garder.",
        "it": "Ricomincia a conservare.",
        "nl": "Je mag weer bewaren.",
        "pl": "Możesz znowu zachowywać.",
        "pt": "Volta a guardar.",
    },
    Command.STOP_DONATING: {
        "de": "Spende meine Stimme nicht mehr.",
        "en": "Stop donating my voice.",
        "es": "Deja de donar mi voz.",
        "fr": "Arrête de donner ma voix.",
        "it": "Smetti di donare la mia voce.",
        "nl": "Doneer niet langer mijn stem.",
        "pl": "Przestań przekazywać mój głos.",
        "pt": "Para de doar a minha voz.",
    },
}
EACH = [(command, code) for command in Command for code in LANGUAGES]


def readable(house: House, view: UtteranceView) -> bool:
    try:
        house.runtime.vault.read(view.utterance_id, ContentKind.WORDS)
    except ContentGoneError:
        return False
    return True


@pytest.mark.parametrize(("command", "code"), EACH)
def test_each_sentence_is_understood(command: Command, code: str) -> None:
    assert LANGUAGES[code].command(SAID[command][code]) is command


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_has_everything(code: str) -> None:
    language = LANGUAGES[code]
    assert set(language.commands) == set(Command)
    assert set(language.answers) == set(Answer)
    assert "{ears}" in language.answers[Answer.HEARD_BY]


@pytest.mark.parametrize("text", ["", "turn off the light", "forget that light", "who heard the news", "go off"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_other_sentences_are_not_meant(code: str, text: str) -> None:
    assert LANGUAGES[code].command(text) is None


@pytest.mark.parametrize("code", LANGUAGES)
async def test_no_agent_gets_one_and_it_is_answered_in_its_language(
    hass: HomeAssistant, guarded: House, cloud: Cloud, code: str
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    beginnings = tuple(text.partition("{")[0] for text in LANGUAGES[code].answers.values())
    for said in (by_language[code] for by_language in SAID.values()):
        result = await conversation.async_converse(
            hass, said, None, Context(), language=code, agent_id="conversation.earshot_agent", satellite_id=kitchen
        )
        assert result.response.speech["plain"]["speech"].startswith(beginnings)
    settings = guarded.runtime.settings
    assert settings.off_the_record.of(settings.place_of(kitchen)) is not None
    assert cloud.mind.asked == []


async def test_forget_that_erases_what_was_said_before_and_itself(
    hass: HomeAssistant, guarded: House, cloud: Cloud
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    talk = Talk(guarded, kitchen)
    await talk.hear()
    (before,) = await guarded.utterances()
    assert readable(guarded, before)
    answer = await talk.hear("forget that")
    texts = LANGUAGES["en"].answers
    assert answer in {texts[Answer.FORGOTTEN], texts[Answer.TRACES_LEFT]}
    await guarded.over()
    await hass.async_block_till_done(wait_background_tasks=False)
    itself, before = await guarded.utterances()
    assert not readable(guarded, before)
    assert not readable(guarded, itself)
    assert itself.contents
    assert all(content.erased_at for content in itself.contents)
    assert cloud.mind.asked == [QUESTION]


async def test_what_was_said_elsewhere_is_not_meant(hass: HomeAssistant, guarded: House) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await Talk(guarded, kitchen).hear()
    texts = LANGUAGES["en"].answers
    assert await Talk(guarded, hall).hear("forget that") == texts[Answer.NOTHING_SAID]
    assert readable(guarded, (await guarded.utterances())[-1])


async def test_who_heard_that_names_the_ears_and_says_that_it_left(
    hass: HomeAssistant, guarded: House, cloud: Cloud
) -> None:
    talk = Talk(guarded, add_satellite(hass, "Kitchen"))
    await talk.hear()
    await guarded.over()
    answer = await talk.hear("who heard that")
    assert "The conversation" in answer
    assert LANGUAGES["en"].answers[Answer.LEFT] in answer
    assert QUESTION not in answer
    assert cloud.mind.asked == [QUESTION]


async def test_off_the_record_goes_off_and_never_ends_sooner(hass: HomeAssistant, guarded: House, cloud: Cloud) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    talk, texts = Talk(guarded, kitchen), LANGUAGES["en"].answers
    settings = guarded.runtime.settings
    assert await talk.hear("go off the record for an hour") == texts[Answer.OFF_HOUR]
    silence = settings.off_the_record.of(settings.place_of(kitchen))
    assert silence is not None
    assert silence.until is not None
    assert timedelta(minutes=59) < silence.until - dt_util.utcnow() <= timedelta(hours=1)
    assert await talk.hear("go off the record") == texts[Answer.OFF]
    assert await talk.hear("go off the record for an hour") == texts[Answer.OFF_ALREADY]
    assert await talk.hear("back on the record") == texts[Answer.ON_ELSEWHERE]
    silence = settings.off_the_record.of(settings.place_of(kitchen))
    assert silence is not None
    assert silence.until is None
    assert cloud.calls == 0


async def test_without_a_satellite_it_says_that_it_cannot_tell(guarded: House, cloud: Cloud) -> None:
    answer = await Talk(guarded).hear("forget that")
    assert answer == LANGUAGES["en"].answers[Answer.NO_SATELLITE]
    assert cloud.calls == 0
