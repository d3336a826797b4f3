"""A yes or a no, heard by a grammar of their own, so that the one of the home need not have them.

One word is soon mistaken for another: with nothing but yes and no to choose from, a third of what sounds a little like
a yes is heard as one ("guess", "yesterday", "not okay"). So the grammar has what sounds like it, and what people say
instead of an answer, as well: that is heard, and is none.
"""

from threading import Lock
from typing import Final, override

from ...contract import VERDICT_REJECTED, EngineInfo, GrammarBuilt, HomeGrammar
from ..interface import Heard, SpeechEngine, SpeechStream
from .closed import LANGUAGES, ClosedGrammarEngine

YES: Final = ("yes", "yes please", "yes send it", "yes do it", "send it", "okay")
NO: Final = (
    *("no", "no thanks", "no thank you", "don't send it", "do not send it", "stop", "cancel", "nevermind", "not now"),
    *("no don't", "please don't"),
)
NEITHER: Final = (
    *("less", "guess", "chess", "mess", "chest", "dress", "press", "best", "rest", "test", "guest", "west", "yet"),
    *("yell", "yellow", "yesterday", "yes and no", "i said yes", "did you say yes", "nothing", "maybe", "maybe later"),
    *("later", "hello", "hello there", "i don't know", "what", "what is it", "what was that", "who", "who is that"),
    *("where", "when", "why", "how", "not okay", "it's okay", "it is okay not to", "surely not", "sure", "not sure"),
    *("go home", "go ahead", "go away", "send that", "send them", "end it", "mend it", "spend it", "sent"),
    *("send a message", "the", "a", "and", "it", "is it", "this", "that", "there", "here", "now", "then", "and then"),
    *("again", "wait", "wait a moment", "one moment", "just a minute", "listen", "look", "come here", "thanks"),
    *("thank you", "please", "good", "good night", "good morning", "turn on the light", "turn off the light"),
    *("play music", "set a timer", "what time is it", "the weather", "tell me", "tell me more", "i think so"),
    *("i think not", "of course", "well", "well then", "oh", "ah", "mum", "dad", "daddy", "mummy", "let's go"),
    *("let's see", "stay", "say", "hey", "day", "they", "eight", "play", "away", "today"),
)
"""What rhymes, what children call, and what is said when somebody did not listen to the question."""

_JSGF: Final = f"#JSGF V1.0;\ngrammar answers;\npublic <answer> = {' | '.join((*YES, *NO, *NEITHER))};\n"
_GRAMMAR: Final = HomeGrammar(language="en", jsgf=_JSGF, revision="answers")


class AnswerEngine(SpeechEngine):
    """Hears a yes or a no in English. Made for the first answer: that takes a tenth of a second, and 20 MB."""

    def __init__(self) -> None:
        self._inner: ClosedGrammarEngine | None = None
        self._making = Lock()

    @property
    @override
    def info(self) -> EngineInfo:
        return ClosedGrammarEngine("It hears answers to questions.").info

    @property
    @override
    def languages(self) -> tuple[str, ...]:
        return LANGUAGES

    @override
    def start(self, *, language: str, speaker: str, times: bool = False) -> SpeechStream:
        with self._making:
            if self._inner is None:
                engine = ClosedGrammarEngine("It hears answers to questions.")
                engine.set_home(_GRAMMAR)
                self._inner = engine
        return _Answer(self._inner.start(language=language, speaker=speaker, times=times))

    @override
    def set_home(self, grammar: HomeGrammar) -> GrammarBuilt | None:
        return None


class _Answer(SpeechStream):
    """One answer. What is neither a yes nor a no is rejected like a sentence that is not one of the home."""

    def __init__(self, inner: SpeechStream) -> None:
        self._inner = inner

    @override
    def feed(self, pcm: bytes) -> None:
        self._inner.feed(pcm)

    @override
    def finish(self) -> Heard:
        heard = self._inner.finish()
        if not heard.text or heard.text in YES or heard.text in NO:
            return heard
        return Heard(text="", verdict=VERDICT_REJECTED, score=heard.score, engine=heard.engine)

    @override
    def cancel(self) -> None:
        self._inner.cancel()
