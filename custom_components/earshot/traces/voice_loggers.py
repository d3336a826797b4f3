"""The loggers of Home Assistant that write down words, and of what levels."""

import logging
from typing import Final

WORDS_AT_DEBUG: Final = (
    # What was heard, what the agent made of it, what is to be said, each read in Home Assistant's source.
    "homeassistant.components.assist_pipeline",
    "homeassistant.components.assist_satellite",
    "homeassistant.components.conversation",
    "homeassistant.components.intent",
    "homeassistant.components.stt",
    "homeassistant.components.tts",
    "homeassistant.components.wake_word",
    # Satellites and engines, which get the pipeline's events, and their libraries.
    "homeassistant.components.cloud",
    "homeassistant.components.esphome",
    "homeassistant.components.mobile_app",
    "homeassistant.components.voip",
    "homeassistant.components.wyoming",
    "aioesphomeapi",
    "hass_nabucasa",
    "hassil",
    # Agents elsewhere: they log what they send and get.
    "homeassistant.components.anthropic",
    "homeassistant.components.google_generative_ai_conversation",
    "homeassistant.components.llama_cpp",
    "homeassistant.components.mcp",
    "homeassistant.components.mcp_server",
    "homeassistant.components.ollama",
    "homeassistant.components.open_router",
    "homeassistant.components.openai_conversation",
    "anthropic",
    "google_genai",
    "openai",
    # Every event on the bus, and with it the text of every speaking action; every message to and from a browser.
    "homeassistant.core",
    "homeassistant.components.websocket_api",
    "homeassistant.helpers.llm",
    "homeassistant.helpers.script",
)
"""Below these names, words stand in messages of level DEBUG."""

WORDS_AT_ANY_LEVEL: Final = ("homeassistant.components.tts",)
"""Below these, also in errors: an answer that could not be spoken is quoted (tts/__init__.py)."""


def holds_words(logger: str, level: str) -> bool:
    """Whether a message of this logger and level may hold words."""
    return _is_below(logger, WORDS_AT_ANY_LEVEL) or (level == "DEBUG" and _is_below(logger, WORDS_AT_DEBUG))


def chatty_loggers() -> tuple[str, ...]:
    """Return those of WORDS_AT_DEBUG that write at DEBUG now, themselves or something below them."""
    known = logging.root.manager.loggerDict
    talking = [
        name
        for name, logger in known.items()
        if isinstance(logger, logging.Logger) and _is_below(name, WORDS_AT_DEBUG) and logger.isEnabledFor(logging.DEBUG)
    ]
    return tuple(root for root in WORDS_AT_DEBUG if any(_is_below(name, (root,)) for name in talking))


def to_quieten() -> tuple[str, ...]:
    """Return the loggers whose level has to be raised so that none writes at DEBUG: roots, and those set by name."""
    set_by_name = (
        name
        for name, logger in logging.root.manager.loggerDict.items()
        if isinstance(logger, logging.Logger)
        and logging.NOTSET < logger.level <= logging.DEBUG
        and _is_below(name, WORDS_AT_DEBUG)
    )
    return tuple(sorted({*chatty_loggers(), *set_by_name}))


def _is_below(logger: str, roots: tuple[str, ...]) -> bool:
    return any(logger == root or logger.startswith(f"{root}.") for root in roots)
