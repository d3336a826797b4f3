"""What is said of the last utterance of a satellite: what is known, and never its words."""

from unittest.mock import patch

from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.const import TITLE
from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.ledger import Ledger
from custom_components.earshot.models import Rule, RuleContent
from custom_components.earshot.voice_commands.sentences import LANGUAGES, Answer
from tests.gate.engines import Cloud
from tests.gate.house import COMMAND, House, add_satellite
from tests.gate.test_rules_hold import QUESTION, Talk, cloud, guarded, rule, stages

__all__ = ["cloud", "guarded", "stages"]

ENGLISH = LANGUAGES["en"].answers
QUESTIONS = (
    "who heard that",
    "what did you just hear",
    "what did you just keep",
    "what did you just send",
    "why did you do that",
)
"""All that can be asked about what was said last."""


@pytest.mark.parametrize("question", QUESTIONS)
async def test_where_nothing_was_said_it_says_so(hass: HomeAssistant, house: House, question: str) -> None:
    assert await Talk(house, add_satellite(hass, "Kitchen")).hear(question) == ENGLISH[Answer.NOTHING_SAID]


@pytest.mark.parametrize("question", QUESTIONS)
async def test_where_the_ledger_cannot_be_read_it_does_not_know(
    hass: HomeAssistant, house: House, question: str
) -> None:
    talk = Talk(house, add_satellite(hass, "Kitchen"))
    await talk.hear()
    await house.over()
    with patch.object(Ledger, "utterances", side_effect=LedgerUnavailableError):
        assert await talk.hear(question) == ENGLISH[Answer.UNAVAILABLE]


@pytest.mark.parametrize("question", QUESTIONS)
async def test_what_was_said_is_not_repeated_and_what_was_said_elsewhere_not_told(
    hass: HomeAssistant, guarded: House, question: str
) -> None:
    await Talk(guarded, add_satellite(hass, "Kitchen")).hear()
    await guarded.over()
    hall = Talk(guarded, add_satellite(hass, "Hall"))
    assert await hall.hear(question) == ENGLISH[Answer.NOTHING_SAID]
    await hall.hear("good evening")
    await guarded.over()
    answer = await hall.hear(question)
    assert "evening" not in answer
    assert "weather" not in answer


async def test_it_says_how_much_was_heard(hass: HomeAssistant, house: House) -> None:
    talk = Talk(house, add_satellite(hass, "Kitchen"))
    await talk.hear(COMMAND, seconds=2.0)
    await house.over()
    answer = await talk.hear("what did you just hear")
    assert ENGLISH[Answer.HEARD_SOUND].format(seconds=2) in answer
    assert ENGLISH[Answer.HEARD_WORDS].format(words=len(COMMAND.split())) in answer
    assert ENGLISH[Answer.NO_MORE_KNOWN] not in answer


async def test_it_says_that_it_understood_nothing(hass: HomeAssistant, house: House) -> None:
    talk = Talk(house, add_satellite(hass, "Kitchen"))
    await talk.say("rejected")
    await house.over()
    assert ENGLISH[Answer.NOT_UNDERSTOOD] in await talk.hear("what did you hear")


async def test_it_says_what_is_kept_and_for_how_long(hass: HomeAssistant, house: House) -> None:
    talk = Talk(house, add_satellite(hass, "Kitchen"))
    await talk.hear(COMMAND)
    await house.over()
    answer = await talk.hear("what did you keep")
    kinds = ", ".join(ENGLISH[one] for one in (Answer.KIND_WORDS, Answer.KIND_RESPONSE))
    assert answer.startswith(ENGLISH[Answer.KEPT].format(kinds=kinds))
    assert ENGLISH[Answer.KEPT_DAYS].format(days=7) in answer
    assert ENGLISH[Answer.KIND_SOUND] not in answer


async def test_it_says_that_nothing_is_kept_and_that_it_is_erased(hass: HomeAssistant, house: House) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    talk = Talk(house, kitchen)
    await house.runtime.settings.go_off(kitchen, None, "Ada")
    await talk.hear(COMMAND)
    await house.over()
    assert (await talk.hear("what did you keep")).startswith(ENGLISH[Answer.KEPT_NOTHING])
    await house.runtime.settings.go_on(kitchen, "Ada")
    await talk.hear(COMMAND)
    await house.over()
    await house.runtime.forgetting.forget_last(by="Ada", satellite=kitchen)
    assert (await talk.hear("what did you keep")).startswith(ENGLISH[Answer.KEPT_ERASED])


async def test_it_says_to_whom_it_was_sent(hass: HomeAssistant, guarded: House) -> None:
    talk = Talk(guarded, add_satellite(hass, "Kitchen"))
    await talk.hear()
    await guarded.over()
    sent_to = ENGLISH[Answer.SENT_TO].format(ears="The conversation")
    assert await talk.hear("what did you send") == f"{ENGLISH[Answer.LEFT]} {sent_to}"


async def test_it_says_that_it_stayed(hass: HomeAssistant, house: House) -> None:
    talk = Talk(house, add_satellite(hass, "Kitchen"))
    await talk.hear(COMMAND)
    await house.over()
    assert await talk.hear("did that leave the house") == ENGLISH[Answer.STAYED]


async def test_it_says_whom_a_rule_kept_it_from(hass: HomeAssistant, guarded: House) -> None:
    await rule(guarded, RuleContent.WORDS, Rule.LOCAL_ONLY)
    talk = Talk(guarded, add_satellite(hass, "Kitchen"))
    await talk.hear()
    await guarded.over()
    kept_from = ENGLISH[Answer.KEPT_FROM].format(ears="The conversation")
    assert await talk.hear("what did you send") == f"{ENGLISH[Answer.STAYED]} {kept_from}"
    await talk.hear()
    await guarded.over()
    assert kept_from in await talk.hear("why did you do that")


async def test_it_says_who_decided_and_what_was_changed(hass: HomeAssistant, house: House) -> None:
    talk = Talk(house, add_satellite(hass, "Kitchen"))
    await talk.hear(COMMAND)
    await house.over()
    because, decided, changed = (await talk.hear("why did you do that")).split(". ")
    assert because.startswith(ENGLISH[Answer.BECAUSE_OF].partition("{")[0])
    assert decided.startswith(ENGLISH[Answer.DECIDED_BY].partition("{")[0])
    assert "Home Assistant" in decided
    assert changed == ENGLISH[Answer.CHANGED].format(things="Kitchen light")


async def test_it_says_that_nothing_was_changed(hass: HomeAssistant, house: House) -> None:
    talk = Talk(house, add_satellite(hass, "Kitchen"))
    await talk.hear("who heard that")
    await house.over()
    answer = await talk.hear("why did you do that")
    assert ENGLISH[Answer.DECIDED_BY].format(ears=TITLE) in answer
    assert answer.endswith(ENGLISH[Answer.CHANGED_NOTHING])


async def test_it_says_that_it_woke_for_nothing(hass: HomeAssistant, house: House) -> None:
    talk = Talk(house, add_satellite(hass, "Kitchen"))
    await talk.say(None, seconds=3.0, start=PipelineStage.WAKE_WORD)
    await house.over()
    assert (await talk.hear("why did you do that")).endswith(ENGLISH[Answer.FALSE_WAKE])
    assert await talk.hear("what did you hear") != ENGLISH[Answer.FALSE_WAKE]


async def test_the_facts_are_not_taken_away_by_voice(hass: HomeAssistant, guarded: House, cloud: Cloud) -> None:
    talk = Talk(guarded, add_satellite(hass, "Kitchen"))
    await talk.hear()
    await guarded.over()
    assert await talk.hear("redact that") == ENGLISH[Answer.REDACT_ELSEWHERE]
    assert len(await guarded.utterances()) == 2
    assert all(content.erased_at is None for content in (await guarded.utterances())[-1].contents)
    assert cloud.mind.asked == [QUESTION]
