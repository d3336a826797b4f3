"""What is said of the day and of who listened: of the house whether, of this satellite what."""

from dataclasses import replace
from typing import Any
from unittest.mock import patch

from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.common import MockUser

from custom_components.earshot.at_a_glance.answers import HouseVerdict
from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.ledger import Ledger
from custom_components.earshot.models import Evidence, Place, Stage
from custom_components.earshot.policy.classify import Standing
from custom_components.earshot.voice_commands.sentences import LANGUAGES, Answer
from tests.gate.engines import Cloud
from tests.gate.house import COMMAND, House, add_satellite
from tests.gate.test_rules_hold import Talk, cloud, guarded, stages

__all__ = ["cloud", "guarded", "stages"]

ENGLISH = LANGUAGES["en"].answers
LEFT = "did anything leave the house today"
LISTENED = "did anyone listen to me"


def texts(*answers: Answer) -> str:
    return " ".join(ENGLISH[answer] for answer in answers)


async def test_it_says_that_something_left_and_whether_it_was_said_here(hass: HomeAssistant, guarded: House) -> None:
    kitchen, hall = (Talk(guarded, add_satellite(hass, name)) for name in ("Kitchen", "Hall"))
    await kitchen.hear()
    await guarded.over()
    assert await kitchen.hear(LEFT) == texts(Answer.TODAY_LEFT, Answer.LEFT_HERE)
    answer = await hall.hear(LEFT)
    assert answer == texts(Answer.TODAY_LEFT, Answer.LEFT_ELSEWHERE)
    assert "Kitchen" not in answer


@pytest.mark.parametrize("stages", [(Stage.SPEECH_TO_TEXT,)])
async def test_that_it_is_asked_by_a_recognizer_on_the_internet_counts(
    hass: HomeAssistant, guarded: House, cloud: Cloud
) -> None:
    cloud.ears.hears = LEFT
    assert (await Talk(guarded, add_satellite(hass, "Kitchen")).hear()).startswith(ENGLISH[Answer.TODAY_LEFT])


async def test_what_nobody_knows_counts_as_gone(hass: HomeAssistant, guarded: House, cloud: Cloud) -> None:
    cloud.standing = Standing(Place.UNKNOWN, Evidence.UNKNOWN)
    talk = Talk(guarded, add_satellite(hass, "Kitchen"))
    await talk.hear()
    await guarded.over()
    assert await talk.hear(LEFT) == ENGLISH[Answer.TODAY_MAYBE]
    cloud.standing = Standing(Place.INTERNET, Evidence.DECLARED)
    await Talk(guarded, add_satellite(hass, "Hall")).hear()
    await guarded.over()
    assert await talk.hear(LEFT) == texts(Answer.TODAY_LEFT, Answer.LEFT_PERHAPS_HERE)


async def test_a_day_that_was_not_watched_from_its_beginning_is_no_clean_day(hass: HomeAssistant, house: House) -> None:
    talk = Talk(house, add_satellite(hass, "Kitchen"))
    await talk.hear(COMMAND)
    await house.over()
    assert await talk.hear(LEFT) == ENGLISH[Answer.TODAY_UNSEEN]


@pytest.mark.parametrize("verdict", HouseVerdict)
async def test_each_verdict_of_the_day_is_said(
    hass: HomeAssistant, house: House, verdict: HouseVerdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = house.runtime.glance.days
    told = await days.tell()

    async def tell(*_: Any) -> Any:
        return replace(told, sentence=replace(told.sentence, house=verdict))

    monkeypatch.setattr(days, "tell", tell)
    expected = {
        HouseVerdict.LEFT: texts(Answer.TODAY_LEFT, Answer.LEFT_ELSEWHERE),
        HouseVerdict.UNKNOWN: ENGLISH[Answer.TODAY_MAYBE],
        HouseVerdict.NOTHING_SEEN: ENGLISH[Answer.TODAY_UNSEEN],
        HouseVerdict.NOTHING_LEFT: ENGLISH[Answer.TODAY_STAYED],
    }
    assert await Talk(house, add_satellite(hass, "Kitchen")).hear(LEFT) == expected[verdict]


async def test_it_names_who_listened_here_and_not_elsewhere(
    hass: HomeAssistant, house: House, hass_admin_user: MockUser
) -> None:
    kitchen, hall = (Talk(house, add_satellite(hass, name)) for name in ("Kitchen", "Hall"))
    await kitchen.hear(COMMAND)
    view = await house.utterance()
    assert await kitchen.hear(LISTENED) == ENGLISH[Answer.NOBODY_LISTENED]
    await house.runtime.reading_room.read(view.utterance_id, hass_admin_user)
    listened = ENGLISH[Answer.LISTENED_BY].format(ears=hass_admin_user.name)
    assert await kitchen.hear(LISTENED) == listened
    assert await hall.hear(LISTENED) == ENGLISH[Answer.NOBODY_LISTENED]


async def test_who_listens_outside_the_house_nobody_knows(hass: HomeAssistant, guarded: House) -> None:
    talk = Talk(guarded, add_satellite(hass, "Kitchen"))
    await talk.hear()
    await guarded.over()
    assert await talk.hear(LISTENED) == texts(Answer.NOBODY_LISTENED, Answer.LISTENED_BEYOND)


async def test_of_many_it_says_that_there_may_be_more(
    hass: HomeAssistant, house: House, hass_admin_user: MockUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.voice_commands.day.LOOKED_THROUGH", 1)
    talk = Talk(house, add_satellite(hass, "Kitchen"))
    await talk.hear(COMMAND)
    await talk.hear(COMMAND)
    for view in await house.utterances():
        await house.runtime.reading_room.read(view.utterance_id, hass_admin_user)
    assert (await talk.hear(LISTENED)).endswith(ENGLISH[Answer.NO_MORE_KNOWN])


@pytest.mark.parametrize("question", [LEFT, LISTENED])
async def test_where_the_ledger_cannot_be_read_it_does_not_know(
    hass: HomeAssistant, house: House, question: str
) -> None:
    talk = Talk(house, add_satellite(hass, "Kitchen"))
    with (
        patch.object(Ledger, "day", side_effect=LedgerUnavailableError),
        patch.object(Ledger, "utterances", side_effect=LedgerUnavailableError),
    ):
        assert await talk.hear(question) == ENGLISH[Answer.UNAVAILABLE]
