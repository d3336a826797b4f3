"""What is remembered of utterances for the time being."""

from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.gate import said
from custom_components.earshot.gate.said import Remembered
from tests.gate.house import COMMAND, House, add_satellite


async def test_an_utterance_is_remembered_by_ids_and_a_hash_and_never_by_its_words(house: House) -> None:
    await house.say(user_id="alice")
    view = await house.utterance()
    known = house.runtime.gate.remembered.get(view)
    assert known.exact
    assert None not in {known.run, known.conversation_id, known.token, known.answer_sha1}
    assert known.user_id == "alice"
    assert abs((known.since - view.at).total_seconds()) < 1
    assert known.since <= known.until
    assert COMMAND not in repr(known)
    assert "light" not in repr(known)


async def test_who_spoke_to_a_satellite_is_nobody(hass: HomeAssistant, house: House) -> None:
    await house.say(satellite_id=add_satellite(hass, "Kitchen"))
    assert house.runtime.gate.remembered.get(await house.utterance()).user_id is None


async def test_one_that_is_not_remembered_is_known_by_its_time(house: House) -> None:
    await house.say()
    view = await house.utterance()
    known = Remembered().get(view)
    assert not known.exact
    assert (known.since, known.utterance_id) == (view.at, view.utterance_id)
    assert view.took_ms is not None
    assert round((known.until - known.since).total_seconds() * 1000) == view.took_ms


async def test_only_the_newest_are_remembered(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(said, "REMEMBERED", 2)
    for user in ("alice", "bob", "carol"):
        await house.say(user_id=user)
        await house.over()
    newest, middle, oldest = await house.utterances()
    remembered = house.runtime.gate.remembered
    assert [remembered.get(view).exact for view in (newest, middle, oldest)] == [True, True, False]
    assert remembered.newest_of("alice") is None
    assert remembered.newest_of("bob") == middle.utterance_id
    remembered.drop([middle.utterance_id, "never there"])
    assert remembered.newest_of("bob") is None
