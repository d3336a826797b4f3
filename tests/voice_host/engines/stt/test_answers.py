"""A yes is heard, and nothing else is heard as one: what is taken for a yes leaves the house."""

import pytest

from tests.voice_host.engines.stt.conftest import RULES, hear, make_grammar, say
from voice_host.contract import RATE, VERDICT_ACCEPTED, VERDICT_REJECTED, VERDICT_SILENCE, WIDTH
from voice_host.engines.interface import SpeechEngine
from voice_host.engines.stt import create_answer_engine, create_speech_engine
from voice_host.engines.stt.answers import NO, YES

VOICES = ["espeak-ng:en-us", "espeak-ng:gmw/en"]
OTHERS = ["bless", "address", "yes it was a nice day", "that's not okay", "please do not do that", "will it rain"]
"""What rhymes with a yes or holds one, and other speech; none of it is in the grammar."""
REFUSALS = ["no", "don't send it", "stop", "not now"]


@pytest.fixture(scope="module")
def answers() -> SpeechEngine:
    closed = create_speech_engine(None)
    closed.set_home(make_grammar(RULES))
    answers = create_answer_engine(closed)
    assert answers is not None
    return answers


@pytest.mark.parametrize("voice", VOICES)
def test_a_yes_is_heard_as_one(answers: SpeechEngine, voice: str) -> None:
    for said in YES:
        heard = hear(answers, say(said, voice=voice), speaker=said)
        assert (heard.verdict, heard.text in YES) == (VERDICT_ACCEPTED, True), said


@pytest.mark.parametrize("voice", VOICES)
def test_nothing_else_is_heard_as_a_yes(answers: SpeechEngine, voice: str) -> None:
    for said in (*REFUSALS, *OTHERS):
        heard = hear(answers, say(said, voice=voice), speaker=said)
        assert heard.text not in YES, said
        assert (heard.verdict == VERDICT_ACCEPTED) is (heard.text in NO)


def test_what_is_neither_is_rejected_and_silence_is_silence(answers: SpeechEngine) -> None:
    heard = hear(answers, say("yesterday"))
    assert (heard.verdict, heard.text) == (VERDICT_REJECTED, "")
    assert hear(answers, bytes(RATE * WIDTH)).verdict == VERDICT_SILENCE


def test_it_learns_no_home_and_hears_english_only(answers: SpeechEngine) -> None:
    assert answers.set_home(make_grammar(RULES)) is None
    with pytest.raises(LookupError):
        answers.start(language="de", speaker="kitchen")
