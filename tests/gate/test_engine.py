"""Engines are named as they were when they were asked."""

from dataclasses import replace

import pytest

from custom_components.earshot.gate.engine import host_voice
from custom_components.earshot.models import EarKind, Evidence, Place
from tests.gate.house import REPORT, House


async def test_the_voice_that_was_asked_for_is_named_and_not_the_default_one(house: House) -> None:
    host = house.runtime.host
    assert host_voice(host, None, "en").label == "voice (fallback)"
    assert host_voice(host, "fallback", "en").version == "3"
    other = host_voice(host, "en_GB-alba", "en")
    assert (other.label, other.version) == ("en_GB-alba", REPORT.version)


async def test_without_a_wall_everything_the_host_does_is_only_observed(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.host.report = replace(REPORT, enforced=False)
    await house.say()
    utterance = await house.utterance()
    of_host = [ear for ear in utterance.ears if ear.kind in {EarKind.SPEECH_TO_TEXT, EarKind.TEXT_TO_SPEECH}]
    assert {(ear.place, ear.evidence) for ear in of_host} == {(Place.THIS_MACHINE, Evidence.OBSERVED)}
