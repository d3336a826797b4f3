"""What can be said to Earshot itself: to switch something off, and nothing else."""

from homeassistant.components import conversation
from homeassistant.core import Context, HomeAssistant
import pytest

from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.voice_commands.sentences import Command, language_of
from tests.donating.stand_in import OFF, ON, Donations

AGENT = "conversation.earshot_agent"


async def said(hass: HomeAssistant, text: str) -> str:
    result = await conversation.async_converse(hass, text, None, Context(), language="en", agent_id=AGENT)
    answer: str = result.response.speech["plain"]["speech"]
    return answer


@pytest.mark.parametrize(
    "text",
    [
        "stop donating my voice",
        "Stop donating our voices, please.",
        "please don\N{RIGHT SINGLE QUOTATION MARK}t give away my recordings",
        "turn off donation",
        "switch the donation off!",
    ],
)
def test_it_means_off(text: str) -> None:
    assert language_of("en").command(text) is Command.STOP_DONATING


@pytest.mark.parametrize(
    "text",
    [
        "start donating my voice",
        "donate my voice",
        "turn on donation",
        "turn donation",
        "turn off donation and the light",
        "stop donating",
        "turn off the light",
        "",
    ],
)
def test_it_does_not_mean_off(text: str) -> None:
    assert language_of("en").command(text) is None


async def test_it_is_switched_off_by_saying_so(hass: HomeAssistant, donations: Donations) -> None:
    donations.becomes(ON)
    assert await said(hass, "stop donating my voice") == "Donation is off now. Nothing leaves any more."
    assert donations.done == ["off by voice"]
    assert donations.now == OFF


async def test_what_was_off_is_off(hass: HomeAssistant, donations: Donations) -> None:
    assert await said(hass, "turn off donation") == "Donation was off already."


async def test_it_says_so_if_it_could_not(
    hass: HomeAssistant, donations: Donations, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(by: str) -> None:
        raise LedgerUnavailableError(by)

    monkeypatch.setattr(donations, "off", refuse)
    assert await said(hass, "turn off donation") == "I could not switch donation off. Please use the panel."


async def test_nothing_is_switched_on_by_voice(hass: HomeAssistant, donations: Donations) -> None:
    for text in ("donate my voice", "turn on donation", "start donating my voice"):
        await said(hass, text)
    assert not donations.now.on
    assert not donations.requests
