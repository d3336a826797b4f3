"""Ask before the first cloud use of the day: nothing is sent before a yes, and then nobody is asked until tomorrow."""

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.models import Rule, RuleContent, Stage, Zone
from tests.blueprints.author import Author
from tests.blueprints.clock import WallClock, at
from tests.gate.engines import ANSWER, Cloud, put_cloud_behind
from tests.gate.house import House, add_satellite
from tests.gate.test_caretaker import restart
from tests.gate.test_rules_hold import ASKED, NOT_SENT, Talk
from tests.gate.test_settings import changes
from tests.test_event import RECORDS, enter

NAME = "ask_before_first_cloud_use"


@pytest.fixture
async def cloud(hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch) -> Cloud:
    """Let the agent be on the internet, and nothing else."""
    cloud = await put_cloud_behind(hass, house, monkeypatch)
    await house.put_behind({Stage.CONVERSATION: "conversation.cloud"})
    return cloud


def rules(house: House, satellite: str | None = None) -> list[Rule | None]:
    """Return what holds for the internet, for sound and for words."""
    settings = house.runtime.settings
    return [settings.rule_of(satellite, content, Zone.INTERNET) for content in (RuleContent.SOUND, RuleContent.WORDS)]


async def test_the_first_is_asked_about_and_the_next_is_not(
    hass: HomeAssistant, house: House, cloud: Cloud, author: Author
) -> None:
    await author.use(NAME)
    assert rules(house) == [Rule.ASK, Rule.ASK]
    talk = Talk(house, add_satellite(hass, "Kitchen"))
    assert await talk.hear() == ASKED
    assert not cloud.calls
    assert await talk.hear("yes") == ANSWER
    await house.over()
    assert rules(house) == [Rule.WARN, Rule.WARN]
    assert await Talk(house).hear() == ANSWER
    await house.over()
    assert rules(house) == [Rule.WARN, Rule.WARN]
    # Entered as often as it changed, and not each time that something left.
    assert [change.after for change in changes(house)] == ["ask", "ask", "warn", "warn"]


async def test_a_no_sends_nothing_and_the_next_is_asked_about_again(
    hass: HomeAssistant, house: House, cloud: Cloud, author: Author
) -> None:
    await author.use(NAME)
    talk = Talk(house)
    assert await talk.hear() == ASKED
    assert await talk.hear("no") == NOT_SENT
    await house.over()
    assert rules(house) == [Rule.ASK, Rule.ASK]
    assert await Talk(house).hear() == ASKED
    assert not cloud.calls


async def test_the_next_day_is_asked_about_again(
    hass: HomeAssistant, house: House, cloud: Cloud, author: Author, clock: WallClock
) -> None:
    clock.set(at(12))
    await author.use(NAME, afterwards="allow", contents=["words"])
    talk = Talk(house)
    await talk.hear()
    await talk.hear("yes")
    await house.over()
    assert rules(house) == [Rule.WARN, Rule.ALLOW]
    await clock.become(at(3))
    assert rules(house) == [Rule.WARN, Rule.ALLOW]
    await clock.become(at(4, days=0))
    assert rules(house) == [Rule.WARN, Rule.ASK]


@pytest.mark.parametrize(("days", "rule"), [(0, Rule.WARN), (1, Rule.ASK)])
async def test_a_restart_in_the_middle_asks_no_more_and_one_over_night_does(  # noqa: PLR0913, PLR0917 - fixtures
    hass: HomeAssistant, house: House, cloud: Cloud, author: Author, clock: WallClock, days: int, rule: Rule
) -> None:
    clock.set(at(12))
    await author.use(NAME)
    talk = Talk(house)
    await talk.hear()
    await talk.hear("yes")
    await house.over()
    await author.stop_home()
    clock.set(at(13, days=days))
    await restart(hass, house)
    await author.start_home()
    assert rules(house) == [rule, rule]


async def test_of_some_satellites_only_these_count(
    hass: HomeAssistant, house: House, cloud: Cloud, author: Author
) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await author.use(NAME, satellites=[kitchen])
    assert rules(house) == [Rule.WARN, Rule.WARN]
    assert await Talk(house, hall).hear() == ANSWER
    await house.over()
    await author.start_home()
    assert rules(house, kitchen) == [Rule.ASK, Rule.ASK]
    assert await Talk(house, kitchen).hear() == ASKED


async def test_an_announcement_is_nobodys_yes(hass: HomeAssistant, house: House, author: Author) -> None:
    await author.use(NAME)
    runs = author.runs
    await enter(hass, house, RECORDS["left_house"])
    assert rules(house) == [Rule.ASK, Rule.ASK]
    assert author.runs == runs
