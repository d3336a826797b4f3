"""What can be said to Earshot itself, in each language, through the whole pipeline: no agent gets it."""

from datetime import timedelta
from pathlib import Path
from string import Formatter

from homeassistant.components import conversation
from homeassistant.components.assist_pipeline import async_get_pipelines, async_update_pipeline
from homeassistant.core import Context, HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.const import TITLE
from custom_components.earshot.errors import ContentGoneError
from custom_components.earshot.ledger import UtteranceView
from custom_components.earshot.models import ContentKind, EarKind
from custom_components.earshot.voice_commands.sentences import LANGUAGES, Answer, Command
from tests.gate.engines import Cloud
from tests.gate.house import House, add_satellite
from tests.gate.test_rules_hold import QUESTION, Talk, cloud, guarded, stages
from tests.voice_commands.said import NO, SAID, YES

__all__ = ["cloud", "guarded", "stages"]

PAGE = Path(__file__).parents[2] / "docs" / "voice.md"
CODES = {
    "English": "en",
    "German": "de",
    "Spanish": "es",
    "French": "fr",
    "Italian": "it",
    "Dutch": "nl",
    "Polish": "pl",
    "Portuguese": "pt",
}
EACH = [(command, code) for command in Command for code in LANGUAGES]


def places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text)} - {None}


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
    for answer, text in language.answers.items():
        assert places(text) == places(LANGUAGES["en"].answers[answer]), answer


def sentences_of_the_page() -> list[tuple[str, str, Command]]:
    """Return the language, the sentence and what it should mean, of each cell of the tables in docs/voice.md."""
    names = {"Off the record": Command.OFF_THE_RECORD, "Off the record for an hour": Command.OFF_FOR_AN_HOUR}
    names |= {"Stop donating": Command.STOP_DONATING}
    cells: list[tuple[str, str, Command]] = []
    head: list[str] = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        row = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| |"):
            head = row[1:]
        elif line.startswith("| "):
            code = CODES[row[0]]
            meant = [names.get(name) or LANGUAGES["en"].command(name) for name in head]
            cells += [(code, said, command) for said, command in zip(row[1:], meant, strict=True) if command]
    return cells


def test_every_sentence_of_the_page_means_what_stands_above_it() -> None:
    cells = sentences_of_the_page()
    assert {(command, code) for code, _, command in cells} >= {
        (command, code) for command, code in EACH if command not in {Command.BACK_ON, Command.REDACT_THAT}
    }
    assert [cell for cell in cells if LANGUAGES[cell[0]].command(cell[1]) is not cell[2]] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_yes_is_a_yes_and_nothing_else_is(code: str) -> None:
    language = LANGUAGES[code]
    assert language.is_yes(YES[code])
    for text in (NO[code], "", f"{YES[code]} {NO[code]}", SAID[Command.FORGET_TODAY][code], "send it"):
        assert not language.is_yes(text)


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


@pytest.mark.parametrize("code", LANGUAGES)
async def test_the_real_default_agent_gets_none_even_where_it_is_asked_first(
    hass: HomeAssistant, house: House, code: str
) -> None:
    """A person may have chosen that commands are handled locally first: then Home Assistant looks before the gate."""
    kitchen = add_satellite(hass, "Kitchen")
    pipeline = next(one for one in async_get_pipelines(hass) if one.id == house.pipeline_id)
    await async_update_pipeline(hass, pipeline, conversation_language=code, prefer_local_intents=True)
    for said in (by_language[code] for by_language in SAID.values()):
        await Talk(house, kitchen).hear(said)
    await house.over()
    views = (await house.utterances())[: len(SAID)]
    agents = [[ear.label for ear in view.ears if ear.kind is EarKind.AGENT] for view in views]
    assert agents == [[TITLE]] * len(SAID)


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
