from datetime import timedelta

from freezegun.api import FrozenDateTimeFactory
from homeassistant.auth.models import User
from homeassistant.components import persistent_notification
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
import pytest

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.donation.flac_blocks import bare_flac
from custom_components.earshot.donation.label import Label
from custom_components.earshot.donation.receipts import ReceiptAction
from custom_components.earshot.errors.desk import AlarmUnknownError
from custom_components.earshot.ledger.record import SettingChanged
from custom_components.earshot.review_desk.alarms import ISSUE
from custom_components.earshot.review_desk.entering import ALARM
from custom_components.earshot.review_desk.shown import Decision
from tests.review_desk.parts import SECRET, DeskHome, Given, sound

DANGER = Label(words=SECRET, quality="good", danger=True, accident=True)


@pytest.fixture
async def given(home: DeskHome, people: list[User]) -> Given:
    """Let a reviewer raise an alarm about a clip."""
    given = await home.take()
    await home.label(people[0], DANGER)
    return given


def told(hass: HomeAssistant) -> list[str]:
    notes = persistent_notification._async_get_or_create_notifications(hass)
    return [note["message"] for name, note in notes.items() if name == f"{DOMAIN}_{ISSUE}"]


async def test_danger_holds_the_clip_and_tells_those_who_decide(
    hass: HomeAssistant, home: DeskHome, people: list[User], given: Given
) -> None:
    assert home.row(given).state == "held"
    assert await home.desk.next_clip(people[1]) is None
    issue = ir.async_get(hass).async_get_issue(DOMAIN, ISSUE)
    assert issue is not None
    assert issue.severity is ir.IssueSeverity.CRITICAL
    assert issue.translation_placeholders == {
        "count": "1",
        "contact": home.choices.danger_contact,
        "guidance": home.choices.danger_guidance,
    }
    (message,) = told(hass)
    assert home.choices.danger_guidance in message
    assert home.choices.danger_contact in message
    assert SECRET not in message
    assert given.secrets.donation_id not in message


async def test_the_receipts_say_that_it_was_raised(home: DeskHome, given: Given) -> None:
    actions = [one.action for one in await home.receipts(given)]
    assert actions == [ReceiptAction.LISTENED, ReceiptAction.LABELLED, ReceiptAction.RAISED_DANGER]


async def test_who_decides_hears_the_clip_and_that_is_a_receipt(
    home: DeskHome, people: list[User], given: Given
) -> None:
    (alarm,) = await home.desk.alarms()
    assert (alarm.donation_id, alarm.reviewer) == (given.secrets.donation_id, 1)
    held = await home.desk.open_alarm(alarm.number, people[3])
    assert (held.words, held.written) == (SECRET, SECRET)
    assert held.sound is not None
    assert await home.desk.sound(held.sound.ticket, people[3]) == bare_flac(sound())
    heard = [(one.reviewer, one.heard_ms) for one in await home.receipts(given)][-2:]
    assert heard == [("2", 0), ("2", 1000)]


async def test_a_released_clip_waits_again(
    hass: HomeAssistant, home: DeskHome, people: list[User], given: Given
) -> None:
    (alarm,) = await home.desk.alarms()
    await home.desk.decide(alarm.number, Decision.RELEASE, people[3])
    decided = [record for record in home.entries() if isinstance(record, SettingChanged)]
    assert [(record.setting, record.after, record.by) for record in decided] == [(ALARM, "1 release", "Dag")]
    assert ir.async_get(hass).async_get_issue(DOMAIN, ISSUE) is None
    assert told(hass) == []
    for user in people[1:3]:
        await home.label(user)
    assert home.row(given).state == "accepted"
    with pytest.raises(AlarmUnknownError):
        await home.desk.decide(alarm.number, Decision.DELETE, people[3])


async def test_a_deleted_clip_is_gone_with_its_labels(
    hass: HomeAssistant, home: DeskHome, people: list[User], given: Given
) -> None:
    (alarm,) = await home.desk.alarms()
    await home.desk.decide(alarm.number, Decision.DELETE, people[3])
    assert home.row(given).state == "gone"
    assert not list(home.desk._desk.chest.vault.names())
    assert await home.desk.alarms() == ()
    assert told(hass) == []


async def test_an_alarm_outlives_a_restart(hass: HomeAssistant, home: DeskHome, given: Given) -> None:
    ir.async_delete_issue(hass, DOMAIN, ISSUE)
    await home.close()
    await home.open()
    assert ir.async_get(hass).async_get_issue(DOMAIN, ISSUE) is not None


async def test_a_held_clip_ends_with_its_time_and_with_its_donors_withdrawal(
    hass: HomeAssistant, home: DeskHome, people: list[User], given: Given, freezer: FrozenDateTimeFactory
) -> None:
    (alarm,) = await home.desk.alarms()
    assert alarm.until is not None
    await home.desk.withdraw(given.secrets.donation_id, given.secrets.token)
    assert await home.desk.alarms() == ()
    again = await home.take()
    await home.label(people[0], DANGER)
    await home.close()
    freezer.tick(timedelta(days=31))
    await home.open()
    await home.desk.look()
    assert (await home.receipts(again))[-1].reason == "retention"
    assert ir.async_get(hass).async_get_issue(DOMAIN, ISSUE) is None
