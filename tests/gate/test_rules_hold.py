"""What the rules do to a real run: what an engine may not have it never gets, and whoever spoke is told why."""

import asyncio
from collections.abc import AsyncIterator
import contextlib
from itertools import product
from typing import Any

from homeassistant.components import conversation, persistent_notification, stt, tts
from homeassistant.components.assist_pipeline import (
    PipelineEvent,
    PipelineEventType,
    async_get_pipelines,
    async_update_pipeline,
)
from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.components.stt.const import DATA_COMPONENT as RECOGNIZERS
from homeassistant.components.tts.const import DATA_COMPONENT as VOICES
from homeassistant.components.wake_word import DATA_COMPONENT as WAKE_WORDS
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.dispatcher import async_dispatcher_connect
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.earshot.const import DOMAIN, NO_SATELLITE, SUBENTRY_ASSISTANT, TITLE
from custom_components.earshot.gate.phrases import Phrase, phrase
from custom_components.earshot.gate.surroundings import Surroundings
from custom_components.earshot.gate.telling import SIGNAL_SENT, Sent
from custom_components.earshot.ledger.record import Blocked, Finished, Processed, Record
from custom_components.earshot.models import Evidence, Outcome, Place, Rule, RuleContent, Stage, Zone
from custom_components.earshot.policy.classify import Standing
from custom_components.earshot.policy.decide import Verdict
from custom_components.earshot.policy.rules import content_of
from tests.gate.engines import ANSWER, CLOUD, Cloud
from tests.gate.house import SECOND, FakeHost, House, accepted, add_satellite, make_home, refused, sound
from tests.policy.test_decide import BY_PLACE, expected

SOUND, WORDS = RuleContent.SOUND, RuleContent.WORDS
QUESTION = "what is the weather"
ENGINES = {
    Stage.WAKE_WORD: "wake_word.cloud",
    Stage.SPEECH_TO_TEXT: "stt.cloud",
    Stage.CONVERSATION: "conversation.cloud",
    Stage.TEXT_TO_SPEECH: "tts.cloud",
}
METADATA = stt.SpeechMetadata(
    language="en",
    format=stt.AudioFormats.WAV,
    codec=stt.AudioCodecs.PCM,
    bit_rate=stt.AudioBitRates.BITRATE_16,
    sample_rate=stt.AudioSampleRates.SAMPLERATE_16000,
    channel=stt.AudioChannels.CHANNEL_MONO,
)
ASKED = phrase("en", Phrase.ASK, CLOUD)
REFUSED = phrase("en", Phrase.REFUSED, CLOUD)
NOT_SENT = phrase("en", Phrase.NOT_SENT, CLOUD)


@pytest.fixture
def cloud(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> Cloud:
    cloud = Cloud(hass)
    monkeypatch.setattr(Surroundings, "describe", lambda _self, stage, _engine: cloud.describe(stage))
    return cloud


@pytest.fixture
def stages() -> tuple[Stage, ...]:
    """Which stages have engines on the internet; the others have Earshot's own."""
    return (Stage.CONVERSATION,)


@pytest.fixture
async def guarded(
    hass: HomeAssistant, cloud: Cloud, stages: tuple[Stage, ...], monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    """Give a home whose assistant has engines on the internet."""
    monkeypatch.setattr("custom_components.earshot.runtime.VoiceHost", FakeHost)
    await make_home(hass)
    await cloud.add()
    data = {"engines": {stage.value: ENGINES[stage] for stage in stages}}
    one = {"data": data, "subentry_type": SUBENTRY_ASSISTANT, "title": TITLE, "unique_id": None, "subentry_id": "one"}
    entry = MockConfigEntry(domain=DOMAIN, title=TITLE, subentries_data=[one])
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    yield House(hass, entry)
    if entry.state is ConfigEntryState.LOADED:
        await hass.config_entries.async_unload(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)


async def rule(house: House, content: RuleContent, held: Rule, satellite: str | None = None) -> None:
    await house.runtime.settings.set_rule(satellite, content, Zone.INTERNET, held, "Ada")


async def records(house: House) -> list[list[Record]]:
    """Return the entries of each utterance that is over, the oldest first."""
    views = await house.utterances()
    return [[entry.record for entry in house.runtime.ledger.entries(view.utterance_id)] for view in reversed(views)]


def of_kind[T](found: list[Record], kind: type[T]) -> list[T]:
    return [record for record in found if isinstance(record, kind)]


NOTHING = (None, "rejected")
"""Silence, and speech that is no sentence, as the recognizer tells them."""


class Talk:
    """Somebody who speaks to the house, and what they get to hear."""

    def __init__(self, house: House, satellite: str | None = None) -> None:
        self._house = house
        self._satellite = satellite
        self.conversation_id: str | None = None
        self.said: list[str] = []
        """Everything that Earshot's own voice was given to say."""
        house.host.says = self.said.append

    async def say(self, text: str | None = QUESTION, **how: Any) -> dict[PipelineEventType, dict[str, Any]]:
        """Say something that Earshot's recognizer hears; None is silence. Return the run's last events."""
        self._house.host.hears = refused(str(text or "silence")) if text in NOTHING else accepted(str(text))
        events: list[PipelineEvent] = []
        await self._house.speak_to(
            on_event=events.append, satellite_id=self._satellite, conversation_id=self.conversation_id, **how
        )
        await self._spoken()
        data = {event.type: event.data or {} for event in events}
        self.conversation_id = data[PipelineEventType.RUN_START]["conversation_id"]
        return data

    async def _spoken(self) -> None:
        """Wait until the answer is spoken. What it answers may not be over: it waits for a yes."""
        await asyncio.sleep(0)
        tasks = [task for task in asyncio.all_tasks() if task.get_name().startswith("tts_load_data_into_cache")]
        await asyncio.gather(*tasks)

    async def hear(self, text: str | None = QUESTION, **how: Any) -> str:
        """Say something, and return the answer's text."""
        answer: str = (await self.say(text, **how))[PipelineEventType.TTS_START]["tts_input"]
        return answer


def each_stage(*some: Stage) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("stages", [some], ids=["+".join(some)])


@each_stage(Stage.SPEECH_TO_TEXT, Stage.CONVERSATION, Stage.TEXT_TO_SPEECH)
async def test_a_fresh_house_sends_what_it_sent_before_and_tells_of_it(
    hass: HomeAssistant, guarded: House, cloud: Cloud
) -> None:
    sent: list[Sent] = []
    async_dispatcher_connect(hass, SIGNAL_SENT, sent.append)
    assert await Talk(guarded).hear() == ANSWER
    assert (cloud.ears.heard, cloud.mind.asked, cloud.mouth.said) == ([len(SECOND) * 2], [QUESTION], [ANSWER])
    (found,) = await records(guarded)
    assert [one.engine.stage for one in sent] == [
        Stage.SPEECH_TO_TEXT,
        Stage.CONVERSATION,
        Stage.TEXT_TO_SPEECH,
    ]
    assert {one.utterance_id for one in sent} == {found[0].utterance_id}
    assert not of_kind(found, Blocked)
    assert of_kind(found, Finished)[0].left_house
    await hass.async_block_till_done()
    notices = persistent_notification._async_get_or_create_notifications(hass)
    assert len(notices) == 3
    assert QUESTION not in str(notices)
    notices.clear()
    await Talk(guarded).hear()
    await hass.async_block_till_done()
    assert len(sent) >= 5  # the same answer is played from Home Assistant's cache
    assert not persistent_notification._async_get_or_create_notifications(hass)


@pytest.mark.parametrize("language", ["en", "de"])
@each_stage(Stage.CONVERSATION)
async def test_an_agent_gets_no_words_that_a_rule_keeps_here(
    hass: HomeAssistant, guarded: House, cloud: Cloud, language: str
) -> None:
    await rule(guarded, WORDS, Rule.LOCAL_ONLY)
    if language == "de":
        pipeline = next(one for one in async_get_pipelines(hass) if one.id == guarded.pipeline_id)
        await async_update_pipeline(hass, pipeline, conversation_language=language)
    talk = Talk(guarded)
    assert await talk.hear() == phrase(language, Phrase.REFUSED, CLOUD)
    assert talk.said == [phrase(language, Phrase.REFUSED, CLOUD)]
    assert cloud.calls == 0
    (found,) = await records(guarded)
    (blocked,) = of_kind(found, Blocked)
    assert (blocked.stage, blocked.content, blocked.rule, blocked.answer) == (
        Stage.CONVERSATION,
        "words",
        "local_only",
        None,
    )
    assert (blocked.place, blocked.evidence) == (Place.INTERNET, Evidence.DECLARED)
    (finished,) = of_kind(found, Finished)
    assert (finished.outcome, finished.left_house) == (Outcome.BLOCKED, False)
    (shown,) = (await guarded.utterance()).blocked
    assert (shown.label, shown.place, shown.rule) == ("The conversation", Place.INTERNET, "local_only")
    assert not [one for one in of_kind(found, Processed) if one.stage is Stage.CONVERSATION]


async def test_what_is_kept_here_is_not_in_the_history_that_an_agent_reads_later(guarded: House, cloud: Cloud) -> None:
    await rule(guarded, WORDS, Rule.LOCAL_ONLY)
    talk = Talk(guarded)
    await talk.hear("my secret")
    await rule(guarded, WORDS, Rule.ALLOW)
    await talk.hear("hello")
    assert cloud.mind.asked == ["hello"]
    assert cloud.mind.history == [["hello"]]


@each_stage(Stage.SPEECH_TO_TEXT, Stage.TEXT_TO_SPEECH)
async def test_a_recognizer_gets_no_sound_that_a_rule_keeps_here_and_the_voice_says_why(
    guarded: House, cloud: Cloud
) -> None:
    await rule(guarded, SOUND, Rule.LOCAL_ONLY)
    events = await Talk(guarded).say()
    assert events[PipelineEventType.TTS_START]["tts_input"] == REFUSED
    assert cloud.ears.heard == []
    assert cloud.mouth.said == [REFUSED]
    (found,) = await records(guarded)
    (blocked,) = of_kind(found, Blocked)
    assert (blocked.stage, blocked.content, blocked.rule) == (Stage.SPEECH_TO_TEXT, "sound", "local_only")
    assert of_kind(found, Finished)[0].outcome is Outcome.BLOCKED
    # What came from the microphone is told, though nobody heard it.
    assert found[0].microphone.got.sound_ms == 2000  # type: ignore[union-attr]  # it is the first entry
    assert [one.stage for one in of_kind(found, Processed)] == [Stage.TEXT_TO_SPEECH]


@each_stage(Stage.SPEECH_TO_TEXT)
@pytest.mark.parametrize("lack", ["host", "language", "rule"])
async def test_asking_whether_sound_may_be_sent_needs_a_recognizer_that_hears_a_yes(
    guarded: House, cloud: Cloud, lack: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await rule(guarded, SOUND, Rule.ASK)
    if lack == "host":
        guarded.host.available = guarded.host.waits = False
    if lack == "rule":
        await guarded.runtime.settings.set_rule(None, SOUND, Zone.THIS_MACHINE, Rule.ASK, "Ada")
    if lack == "language":
        monkeypatch.setattr(FakeHost, "languages", lambda *_: ("pl",))
    events = await Talk(guarded).say(end=PipelineStage.INTENT)
    speech = events[PipelineEventType.INTENT_END]["intent_output"]["response"]["speech"]["plain"]["speech"]
    assert speech == phrase("en", Phrase.CANNOT_ASK, CLOUD)
    assert cloud.calls == 0
    (found,) = await records(guarded)
    assert [(one.rule, one.answer) for one in of_kind(found, Blocked)] == [("ask", None)]


@each_stage(Stage.SPEECH_TO_TEXT)
async def test_whoever_hands_sound_over_directly_gets_an_error(
    hass: HomeAssistant, guarded: House, cloud: Cloud
) -> None:
    await rule(guarded, SOUND, Rule.LOCAL_ONLY)
    recognizer = hass.data[RECOGNIZERS].get_entity("stt.earshot_speech_to_text")
    assert recognizer is not None
    result = await recognizer.async_process_audio_stream(METADATA, sound(SECOND, 0))
    assert (result.text, result.result) == (None, stt.SpeechResultState.ERROR)
    assert cloud.calls == 0


@each_stage(Stage.SPEECH_TO_TEXT, Stage.CONVERSATION)
async def test_held_sound_is_sent_when_earshots_own_recognizer_heard_a_yes(guarded: House, cloud: Cloud) -> None:
    await rule(guarded, SOUND, Rule.ASK)
    talk = Talk(guarded)
    assert await talk.hear("nobody hears this") == ASKED
    assert guarded.host.satellites == []
    assert await talk.hear("Yes.", seconds=1) == ANSWER
    assert cloud.ears.heard == [len(SECOND) * 2]
    assert cloud.mind.asked == [QUESTION]
    question, answer = await records(guarded)
    assert [one.ear.label for one in of_kind(question, Processed)][:3] == [
        "voice (fallback)",
        "The speech_to_text",
        "The conversation",
    ]
    assert of_kind(question, Finished)[0].outcome is Outcome.ANSWERED
    assert of_kind(question, Finished)[0].left_house
    assert not of_kind(answer, Finished)[0].left_house
    assert not of_kind(question + answer, Blocked)


@each_stage(Stage.SPEECH_TO_TEXT, Stage.CONVERSATION)
@pytest.mark.parametrize(
    ("said", "noted"),
    [("no", "no"), ("turn on the kitchen light", "no"), ("rejected", "no"), (None, "silence")],
)
async def test_held_sound_is_let_go_when_it_heard_anything_else(
    guarded: House, cloud: Cloud, said: str | None, noted: str
) -> None:
    await rule(guarded, SOUND, Rule.ASK)
    talk = Talk(guarded)
    await talk.hear()
    events = await talk.say(said)
    if said is not None:
        assert events[PipelineEventType.TTS_START]["tts_input"] == NOT_SENT
    assert cloud.calls == 0
    question, _ = await records(guarded)
    assert [(one.stage, one.rule, one.answer) for one in of_kind(question, Blocked)] == [
        (Stage.SPEECH_TO_TEXT, "ask", noted)
    ]
    assert of_kind(question, Finished)[0].outcome is Outcome.BLOCKED


@each_stage(Stage.SPEECH_TO_TEXT, Stage.CONVERSATION)
async def test_sound_and_words_are_asked_about_one_after_the_other(guarded: House, cloud: Cloud) -> None:
    await rule(guarded, SOUND, Rule.ASK)
    await rule(guarded, WORDS, Rule.ASK)
    talk = Talk(guarded)
    assert await talk.hear() == ASKED
    assert cloud.calls == 0
    assert await talk.hear("yes") == ASKED
    assert (len(cloud.ears.heard), len(cloud.mind.asked)) == (1, 0)
    assert await talk.hear("yes") == ANSWER
    assert (len(cloud.ears.heard), len(cloud.mind.asked)) == (1, 1)
    question, *_ = await records(guarded)
    assert of_kind(question, Finished)[0].outcome is Outcome.ANSWERED


async def test_an_agent_that_stands_in_for_the_local_one_is_under_the_rules_too(
    hass: HomeAssistant, guarded: House, cloud: Cloud
) -> None:
    pipeline = next(one for one in async_get_pipelines(hass) if one.id == guarded.pipeline_id)
    await async_update_pipeline(hass, pipeline, prefer_local_intents=True)
    await rule(guarded, WORDS, Rule.LOCAL_ONLY)
    talk = Talk(guarded)
    assert await talk.hear("turn on the kitchen light") == "Turned on the switch"
    assert await talk.hear("tell me a joke") == REFUSED
    assert cloud.calls == 0
    local, fallback = await records(guarded)
    assert not of_kind(local, Blocked)
    assert of_kind(local, Finished)[0].outcome is Outcome.ANSWERED
    assert [one.stage for one in of_kind(fallback, Blocked)] == [Stage.CONVERSATION]


async def test_a_yes_does_not_send_what_was_said_to_others_before(
    hass: HomeAssistant, guarded: House, cloud: Cloud
) -> None:
    pipeline = next(one for one in async_get_pipelines(hass) if one.id == guarded.pipeline_id)
    await async_update_pipeline(hass, pipeline, prefer_local_intents=True)
    talk = Talk(guarded)
    assert await talk.hear("tell me more") == ANSWER
    assert await talk.hear("turn on the kitchen light") != ANSWER
    await rule(guarded, WORDS, Rule.ASK)
    assert await talk.hear("and a joke") == ASKED
    assert await talk.hear("yes") == ANSWER
    assert cloud.mind.history[-1] == ["tell me more", ANSWER, "and a joke"]


async def test_words_are_sent_when_somebody_says_yes(guarded: House, cloud: Cloud) -> None:
    await rule(guarded, WORDS, Rule.ASK)
    talk = Talk(guarded)
    events = await talk.say()
    assert events[PipelineEventType.TTS_START]["tts_input"] == ASKED
    assert events[PipelineEventType.INTENT_END]["intent_output"]["continue_conversation"]
    assert cloud.calls == 0
    assert await talk.hear("Yes, please!") == ANSWER
    assert cloud.mind.asked == [QUESTION]
    assert cloud.mind.history == [[QUESTION]]
    assert guarded.host.answers == [False, True]
    question, answer = await records(guarded)
    agents = [one for one in of_kind(question, Processed) if one.stage is Stage.CONVERSATION]
    assert [(one.ear.place, one.ear.got.words) for one in agents] == [(Place.INTERNET, 4)]
    assert of_kind(question, Finished)[0].left_house
    assert of_kind(question, Finished)[0].outcome is Outcome.ANSWERED
    # The yes itself went to nobody but the recognizer.
    assert [one.stage for one in of_kind(answer, Processed)] == [Stage.SPEECH_TO_TEXT]
    assert not of_kind(answer, Finished)[0].left_house
    # It holds for what was asked, and not for what is said next.
    assert await talk.hear("and tomorrow") == ASKED
    assert cloud.mind.asked == [QUESTION]


@pytest.mark.parametrize(
    ("said", "noted"),
    [("no", "no"), ("yes and no", "no"), (QUESTION, "no"), ("rejected", "no"), (None, "silence")],
)
async def test_words_are_not_sent_on_anything_else(guarded: House, cloud: Cloud, said: str | None, noted: str) -> None:
    await rule(guarded, WORDS, Rule.ASK)
    talk = Talk(guarded)
    await talk.hear()
    events = await talk.say(said)
    if said is not None:
        assert events[PipelineEventType.TTS_START]["tts_input"] == NOT_SENT
    # It is over: a yes that comes now is a sentence like any other.
    assert await talk.hear("yes") == ASKED
    assert cloud.calls == 0
    guarded.runtime.questions.close()
    question, *_ = await records(guarded)
    assert [(one.rule, one.answer) for one in of_kind(question, Blocked)] == [("ask", noted)]
    assert of_kind(question, Finished)[0].outcome is Outcome.BLOCKED


async def test_a_yes_counts_from_the_same_satellite_and_conversation_only(
    hass: HomeAssistant, guarded: House, cloud: Cloud
) -> None:
    await rule(guarded, WORDS, Rule.ASK)
    kitchen, hall = Talk(guarded, add_satellite(hass, "Kitchen")), Talk(guarded, add_satellite(hass, "Hall"))
    await kitchen.hear()
    hall.conversation_id = kitchen.conversation_id
    assert await hall.hear("yes") == ASKED
    hall.conversation_id = None
    assert await hall.hear("yes") == ASKED
    assert cloud.calls == 0
    assert await kitchen.hear("yes") == ANSWER
    assert cloud.mind.asked == [QUESTION]


async def test_a_question_stands_for_a_minute_and_no_longer(
    hass: HomeAssistant, guarded: House, cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.gate.questions.PATIENCE_SECONDS", 0.0)
    await rule(guarded, WORDS, Rule.ASK)
    await Talk(guarded).hear()
    (question,) = await records(guarded)  # which waits until it is over
    assert [one.answer for one in of_kind(question, Blocked)] == ["silence"]
    assert not guarded.runtime.questions._open


async def test_nothing_waits_once_earshot_is_stopped(hass: HomeAssistant, guarded: House, cloud: Cloud) -> None:
    await rule(guarded, WORDS, Rule.ASK)
    await Talk(guarded).hear()
    questions = guarded.runtime.questions
    assert await hass.config_entries.async_unload(guarded.entry.entry_id)
    assert not questions._open
    assert await hass.config_entries.async_setup(guarded.entry.entry_id)
    (question,) = await records(guarded)
    assert of_kind(question, Finished)[0].outcome is Outcome.BLOCKED


async def test_a_rule_that_became_stricter_meanwhile_holds_against_a_yes(guarded: House, cloud: Cloud) -> None:
    await rule(guarded, WORDS, Rule.ASK)
    talk = Talk(guarded)
    await talk.hear()
    await rule(guarded, WORDS, Rule.LOCAL_ONLY)
    assert await talk.hear("yes") == REFUSED
    assert cloud.calls == 0


async def test_a_yes_to_one_engine_is_none_to_what_took_its_place(guarded: House, cloud: Cloud) -> None:
    cloud.standing = Standing(Place.HOME_NETWORK, Evidence.DECLARED)
    for zone in (Zone.HOME_NETWORK, Zone.INTERNET):
        await guarded.runtime.settings.set_rule(None, WORDS, zone, Rule.ASK, "Ada")
    talk = Talk(guarded)
    assert await talk.hear() == "That needs a device on the home network. Send it?"
    cloud.standing = CLOUD
    assert await talk.hear("yes") == ASKED
    assert cloud.calls == 0
    assert await talk.hear("yes") == ANSWER
    assert cloud.mind.asked == [QUESTION]


@each_stage(Stage.TEXT_TO_SPEECH)
@pytest.mark.parametrize("held", [Rule.LOCAL_ONLY, Rule.ASK])
async def test_earshots_own_voice_says_what_another_may_not_have(guarded: House, cloud: Cloud, held: Rule) -> None:
    await rule(guarded, WORDS, held)
    talk = Talk(guarded)
    answer = await talk.hear("turn on the kitchen light")
    assert cloud.calls == 0
    assert talk.said == [answer, " " + phrase("en", Phrase.OTHER_VOICE, CLOUD)]
    (found,) = await records(guarded)
    assert [(one.stage, one.rule) for one in of_kind(found, Blocked)] == [(Stage.TEXT_TO_SPEECH, held.value)]
    assert of_kind(found, Finished)[0].outcome is Outcome.ANSWERED
    assert not of_kind(found, Finished)[0].left_house


@each_stage(Stage.TEXT_TO_SPEECH)
async def test_the_voice_that_was_chosen_speaks_again_when_it_may(
    hass: HomeAssistant, guarded: House, cloud: Cloud
) -> None:
    await rule(guarded, WORDS, Rule.LOCAL_ONLY)
    talk = Talk(guarded)
    answer = await talk.hear("turn on the kitchen light")
    await guarded.over()
    await guarded.runtime.respoken.stop()  # which does at once what it does after a while
    await rule(guarded, WORDS, Rule.ALLOW)
    await talk.hear("turn on the kitchen light")
    assert cloud.mouth.said == [answer]


@each_stage(Stage.CONVERSATION, Stage.TEXT_TO_SPEECH)
async def test_an_explanation_is_not_explained(guarded: House, cloud: Cloud) -> None:
    await rule(guarded, WORDS, Rule.LOCAL_ONLY)
    talk = Talk(guarded)
    await talk.hear()
    assert talk.said == [REFUSED]
    assert cloud.calls == 0


@each_stage(Stage.TEXT_TO_SPEECH)
async def test_where_no_voice_may_speak_the_answer_is_an_error_and_goes_nowhere(
    guarded: House, cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    await rule(guarded, WORDS, Rule.LOCAL_ONLY)
    monkeypatch.setattr(FakeHost, "languages", lambda _self, stage: () if stage is Stage.TEXT_TO_SPEECH else ("en",))
    talk = Talk(guarded)
    await talk.say("turn on the kitchen light")
    assert cloud.calls == 0
    assert talk.said == []
    (found,) = await records(guarded)
    assert of_kind(found, Finished)[0].outcome is Outcome.BLOCKED


@each_stage(Stage.TEXT_TO_SPEECH)
async def test_an_announcement_is_kept_here_too(hass: HomeAssistant, guarded: House, cloud: Cloud) -> None:
    await rule(guarded, WORDS, Rule.LOCAL_ONLY, NO_SATELLITE)
    talk = Talk(guarded)
    stream = tts.async_create_stream(hass, engine="tts.earshot_voice", language="en")
    stream.async_set_message("dinner is ready")
    assert b"".join([piece async for piece in stream.async_stream_result()])
    assert talk.said == ["dinner is ready"]
    assert cloud.calls == 0


@each_stage(Stage.WAKE_WORD)
@pytest.mark.parametrize("held", [Rule.LOCAL_ONLY, Rule.ASK])
async def test_a_wake_word_engine_hears_nothing_and_a_person_is_told(
    hass: HomeAssistant, guarded: House, cloud: Cloud, held: Rule
) -> None:
    await rule(guarded, SOUND, held)
    await guarded.say(start=PipelineStage.WAKE_WORD, wake_timeout=0)
    await hass.async_block_till_done()
    assert cloud.calls == 0
    (notice,) = persistent_notification._async_get_or_create_notifications(hass).values()
    assert "The wake_word" in notice["message"]
    assert await guarded.utterances() == ()


@each_stage(Stage.WAKE_WORD)
async def test_listening_for_a_wake_word_is_told_of_as_no_utterance(
    hass: HomeAssistant, guarded: House, cloud: Cloud
) -> None:
    sent: list[Sent] = []
    async_dispatcher_connect(hass, SIGNAL_SENT, sent.append)
    await guarded.say(start=PipelineStage.WAKE_WORD, wake_timeout=0)
    assert cloud.wake.listened == 1
    assert [(one.utterance_id, one.engine.stage) for one in sent] == [(None, Stage.WAKE_WORD)]


async def typed(hass: HomeAssistant, text: str, conversation_id: str | None = None) -> conversation.ConversationResult:
    return await conversation.async_converse(
        hass, text, conversation_id, Context(), language="en", agent_id="conversation.earshot_agent"
    )


@pytest.mark.parametrize("held", [Rule.LOCAL_ONLY, Rule.ASK])
async def test_typed_words_are_under_the_same_rules(
    hass: HomeAssistant, guarded: House, cloud: Cloud, held: Rule
) -> None:
    await rule(guarded, WORDS, held)
    first = await typed(hass, QUESTION)
    said = first.response.speech["plain"]["speech"]
    assert said == (ASKED if held is Rule.ASK else REFUSED)
    assert cloud.calls == 0
    await typed(hass, "yes", first.conversation_id)
    assert cloud.mind.asked == ([QUESTION] if held is Rule.ASK else [])


async def test_a_room_may_be_stricter_than_the_house(hass: HomeAssistant, guarded: House, cloud: Cloud) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await rule(guarded, WORDS, Rule.LOCAL_ONLY, kitchen)
    assert await Talk(guarded, kitchen).hear() == REFUSED
    assert await Talk(guarded, hall).hear() == ANSWER
    assert cloud.mind.asked == [QUESTION]


@pytest.mark.promise(10)
@each_stage(Stage.SPEECH_TO_TEXT)
async def test_rules_that_nobody_can_read_let_nothing_out(hass: HomeAssistant, guarded: House, cloud: Cloud) -> None:
    path = guarded.runtime.paths.settings
    await hass.config_entries.async_unload(guarded.entry.entry_id)
    await hass.async_add_executor_job(path.write_text, "{ not what it was")
    await hass.config_entries.async_setup(guarded.entry.entry_id)
    talk = Talk(guarded)
    assert await talk.hear() == phrase("en", Phrase.NO_RULES, CLOUD)
    assert cloud.calls == 0
    (found,) = await records(guarded)
    assert [one.rule for one in of_kind(found, Blocked)] == ["unreadable"]


@pytest.mark.promise(10)
async def test_what_is_on_this_machine_goes_on_without_rules(hass: HomeAssistant, house: House) -> None:
    path = house.runtime.paths.settings
    await hass.config_entries.async_unload(house.entry.entry_id)
    await hass.async_add_executor_job(path.write_text, "{ not what it was")
    await hass.config_entries.async_setup(house.entry.entry_id)
    await house.say()
    assert (await house.utterance()).outcome is Outcome.ANSWERED


async def test_a_sentence_for_earshot_itself_reaches_no_agent(guarded: House, cloud: Cloud) -> None:
    async def answer(said: conversation.ConversationInput) -> str | None:
        return "Nobody." if said.text == "who is there" else None

    forget = guarded.runtime.own_sentences.register(answer)
    talk = Talk(guarded)
    assert await talk.hear("who is there") == "Nobody."
    assert cloud.calls == 0
    (found,) = await records(guarded)
    (agent,) = [one for one in of_kind(found, Processed) if one.stage is Stage.CONVERSATION]
    assert (agent.ear.label, agent.ear.place, agent.ear.got.words) == (TITLE, Place.THIS_MACHINE, 3)
    assert await talk.hear() == ANSWER
    assert cloud.mind.asked == [QUESTION]
    assert cloud.mind.history == [[QUESTION]]
    forget()
    await talk.hear("who is there")
    assert cloud.mind.asked == [QUESTION, "who is there"]


async def hand_over(hass: HomeAssistant, house: House, stage: Stage) -> None:
    """Hand something to the gate before a stage's engine, with the voice host away: nobody else can do it instead."""
    match stage:
        case Stage.WAKE_WORD:
            ears = hass.data[WAKE_WORDS].get_entity("wake_word.earshot_wake_word")
            assert ears is not None
            await ears._async_process_audio_stream(timed(sound(SECOND, 0)), None)
        case Stage.SPEECH_TO_TEXT:
            recognizer = hass.data[RECOGNIZERS].get_entity("stt.earshot_speech_to_text")
            assert recognizer is not None
            await recognizer.async_process_audio_stream(METADATA, sound(SECOND, 0))
        case Stage.CONVERSATION:
            await typed(hass, QUESTION)
        case Stage.TEXT_TO_SPEECH:
            voice = hass.data[VOICES].get_entity("tts.earshot_voice")
            assert voice is not None
            with contextlib.suppress(HomeAssistantError):
                await voice.async_get_tts_audio(QUESTION, "en", {})


@pytest.mark.parametrize("stages", [tuple(Stage)])
@pytest.mark.parametrize("stage", Stage)
async def test_each_place_evidence_rule_and_stage(
    hass: HomeAssistant, guarded: House, cloud: Cloud, stage: Stage
) -> None:
    """What `tests/policy/test_decide.py` has as decided is what happens: the engine is asked, or it is never called."""
    guarded.host.available = guarded.host.waits = False
    for held in Rule:
        for zone in Zone:
            await guarded.runtime.settings.set_rule(None, content_of(stage), zone, held, "Ada")
        for place, evidence in product(Place, Evidence):
            cloud.standing = Standing(place, evidence)
            verdict = expected(BY_PLACE, (stage, place, evidence, None), held).verdict
            before = cloud.calls
            await hand_over(hass, guarded, stage)
            assert cloud.calls - before == (verdict < Verdict.ASK), (place, evidence, held)
    guarded.runtime.questions.close()


async def timed(stream: AsyncIterator[bytes]) -> AsyncIterator[tuple[bytes, int]]:
    async for piece in stream:
        yield piece, 0
