"""Utterances through real Assist pipelines, with a voice host that hears what the test says."""

from homeassistant.core import HomeAssistant

from custom_components.earshot.models import ContentKind, EarKind, Evidence, Outcome, Place
from tests.gate.house import COMMAND, House


async def test_an_answered_command_leaves_who_was_within_earshot(hass: HomeAssistant, house: House) -> None:
    await house.say(seconds=2)
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    assert hass.states.get("input_boolean.kitchen_light").state == "on"
    listeners = [ear for ear in utterance.ears if ear.kind is not EarKind.STORAGE]
    assert [(ear.kind, ear.place, ear.evidence) for ear in listeners] == [
        (EarKind.MICROPHONE, Place.SATELLITE, Evidence.UNKNOWN),
        (EarKind.SPEECH_TO_TEXT, Place.SANDBOX, Evidence.ENFORCED),
        (EarKind.AGENT, Place.THIS_MACHINE, Evidence.DECLARED),
        (EarKind.TEXT_TO_SPEECH, Place.SANDBOX, Evidence.ENFORCED),
    ]
    kept = {content.kind: content.size for content in utterance.contents}
    assert kept[ContentKind.WORDS] == len(COMMAND)
    assert ContentKind.RESPONSE in kept
    assert not utterance.left_house
