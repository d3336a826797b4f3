"""Loggers that are switched to DEBUG, as the logger's own action does it."""

from collections.abc import Iterator
import logging

from homeassistant.components.logger.const import DOMAIN as LOGGER
from homeassistant.components.logger.helpers import set_log_levels
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
import pytest

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.traces.place import SETTING
from custom_components.earshot.traces.traces import Traces
from custom_components.earshot.traces.voice_loggers import WORDS_AT_DEBUG
from custom_components.earshot.traces.watch import LOGGING
from tests.traces.parrot import LONG_OVER, forget, found, purge

PLACE = "debug_loggers"
CHATTY = "homeassistant.components.assist_pipeline.default_pipeline"


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Begin and end with loggers that say nothing: other tests and the test plugin leave them as they like."""
    names = [name for name in logging.root.manager.loggerDict if name.startswith(WORDS_AT_DEBUG)]
    levels = {name: logging.getLogger(name).level for name in {*names, *WORDS_AT_DEBUG}}
    for name in levels:
        logging.getLogger(name).setLevel(logging.INFO)
    yield
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.usefixtures("house")
async def test_a_chatty_logger_is_found_left_as_it_is_and_shown_as_a_repair_while_it_talks(
    hass: HomeAssistant, traces: Traces, issue_registry: ir.IssueRegistry
) -> None:
    assert await async_setup_component(hass, LOGGER, {LOGGER: {}})
    assert (await found(traces, PLACE)).count == 0
    set_log_levels(hass, {CHATTY: logging.DEBUG})
    await hass.async_block_till_done()
    there = await found(traces, PLACE)
    assert (there.count, there.purgeable, there.why_not) == (1, False, SETTING)
    purged = await purge(traces, PLACE)
    assert (purged.count, purged.left, purged.why_not) == (0, 1, SETTING)
    assert (await forget(traces, PLACE, LONG_OVER)).left == 0
    issue = issue_registry.async_get_issue(DOMAIN, LOGGING)
    assert issue is not None
    assert issue.translation_placeholders == {"loggers": "homeassistant.components.assist_pipeline"}
    set_log_levels(hass, {CHATTY: logging.INFO})
    await hass.async_block_till_done()
    assert issue_registry.async_get_issue(DOMAIN, LOGGING) is None
    assert (await purge(traces, PLACE)).why_not is None
