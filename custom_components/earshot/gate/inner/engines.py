"""Which engine stands behind each stage of an assistant."""

from typing import Final

from homeassistant.core import HomeAssistant

from ...assistants.plan import Assistant
from ...host_link.interface import Hosts
from ...models import Stage
from .agent import GuardedAgent
from .guarded import Describe
from .guarded_speech import GuardedSpeech
from .guarded_voice import GuardedVoice
from .guarded_wake_word import GuardedWakeWord
from .interface import AgentEngine, SpeechEngine, VoiceEngine, WakeWordEngine
from .own import OwnSpeech, OwnVoice, OwnWakeWord


class InnerEngines:
    """Gives the engines of an assistant: what a person chose, and Earshot's own for the rest."""

    def __init__(self, hass: HomeAssistant, host: Hosts, describe: Describe) -> None:
        self._hass = hass
        self._host = host
        self.describe: Final = describe
        """Says the same of any engine, behind the gate or not."""

    def wake_word(self, assistant: Assistant) -> WakeWordEngine:
        """Give what listens for its wake words."""
        if Stage.WAKE_WORD in assistant.engines:
            return GuardedWakeWord(self._hass, assistant, self.describe)
        return OwnWakeWord(self._hass, self._host)

    def speech(self, assistant: Assistant) -> SpeechEngine:
        """Give what turns speech into words."""
        if Stage.SPEECH_TO_TEXT in assistant.engines:
            return GuardedSpeech(self._hass, assistant, self.describe)
        return OwnSpeech(self._hass, self._host)

    def agent(self, assistant: Assistant) -> AgentEngine:
        """Give what answers. Earshot has no agent of its own: Home Assistant's stands in its place."""
        return GuardedAgent(self._hass, assistant, self.describe)

    def voice(self, assistant: Assistant) -> VoiceEngine:
        """Give what says the answer."""
        if Stage.TEXT_TO_SPEECH in assistant.engines:
            return GuardedVoice(self._hass, assistant, self.describe)
        return OwnVoice(self._hass, self._host)
