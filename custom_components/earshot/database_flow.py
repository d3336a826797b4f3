"""The steps of the configuration that choose the ledger's database: try it, and move the ledger there."""

import asyncio
from typing import Any, Final, override

from homeassistant.config_entries import SOURCE_REAUTH, ConfigEntryState, ConfigFlow, ConfigFlowResult
from homeassistant.helpers.selector import TextSelector, TextSelectorConfig, TextSelectorType
import probatio

from .const import CONF_DB_URL
from .databases.choice import check_choice
from .databases.mover import Moved
from .errors import EarshotError, LedgerInUseError
from .runtime import EarshotConfigEntry, RuntimeData

# What is typed there holds a password.
SCHEMA: Final = probatio.Schema(
    {probatio.Optional(CONF_DB_URL): TextSelector(TextSelectorConfig(type=TextSelectorType.PASSWORD))}
)


class DatabaseSteps(ConfigFlow):
    """Where the ledger is, and moving it."""

    _chosen = ""
    _move: asyncio.Task[Moved] | None = None

    async def async_step_database(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask for the address of a database, and try it; nothing means the file that Earshot makes itself."""
        entry = self._ledgers_entry
        if entry.state is not ConfigEntryState.LOADED:
            return self.async_abort(reason="not_loaded")
        if user_input is None:
            # Whoever is asked anew reads at once why.
            return self._ask(entry.runtime_data, entry.runtime_data.database.failure)
        self._chosen = user_input.get(CONF_DB_URL, "").strip()
        if self._chosen == entry.data.get(CONF_DB_URL, ""):
            return self.async_abort(reason="database_unchanged")
        try:
            await self._try_choice(entry.runtime_data)
        except EarshotError as err:
            return self._ask(entry.runtime_data, err)
        return await self.async_step_move()

    async def _try_choice(self, runtime: RuntimeData) -> None:
        try:
            await check_choice(self.hass, self._chosen, runtime.storage)
        except LedgerInUseError:
            # It may be ourselves: behind another name of the same server, or with another password.
            if not await runtime.mover.is_here(self._chosen):
                raise

    async def async_step_move(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Move the ledger, with progress."""
        if self._move is None:
            mover = self._ledgers_entry.runtime_data.mover
            # Not eager, for the reason that the setup's own steps have.
            self._move = self.hass.async_create_task(
                mover.move(self._chosen, self.async_update_progress), "earshot moves its ledger", eager_start=False
            )
        if not self._move.done():
            return self.async_show_progress(step_id="move", progress_action="move", progress_task=self._move)
        failed = self._move.exception() is not None
        return self.async_show_progress_done(next_step_id="move_failed" if failed else "moved")

    async def async_step_move_failed(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say what stood in the way, and offer to go on."""
        failure = self._move.exception() if self._move is not None else None
        if user_input is not None or failure is None:
            self._move = None
            return await self.async_step_move()
        if not isinstance(failure, EarshotError):
            raise failure
        return self.async_show_form(
            step_id="move_failed",
            data_schema=probatio.Schema({}),
            errors={"base": failure.code},
            description_placeholders={"reason": "", **failure.placeholders},
        )

    async def async_step_moved(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say what has been done, and what is left to do."""
        moved = self._move.result() if self._move is not None else Moved(None)
        if moved.entries is None:
            return self.async_abort(reason="readdressed")
        return self.async_abort(reason="moved", description_placeholders={"entries": str(moved.entries)})

    @override
    def async_remove(self) -> None:
        """Break off a move that nobody looks at any more; it can be taken up again."""
        if self._move is not None:
            self._move.cancel()

    @property
    def _ledgers_entry(self) -> EarshotConfigEntry:
        return self._get_reauth_entry() if self.source == SOURCE_REAUTH else self._get_reconfigure_entry()

    def _ask(self, runtime: RuntimeData, failure: EarshotError | None = None) -> ConfigFlowResult:
        return self.async_show_form(
            step_id="database",
            data_schema=SCHEMA,
            errors={"base": failure.code} if failure else {},
            description_placeholders={"current": runtime.database.shown, **(failure.placeholders if failure else {})},
        )
