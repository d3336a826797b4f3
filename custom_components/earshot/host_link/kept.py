"""Keeping one voice host: it is started or found, watched, and replaced or found again when it goes."""

from abc import abstractmethod
import asyncio
from collections.abc import Callable, Coroutine
import logging
from typing import Any, Final, Protocol, Self, override

from homeassistant.core import HomeAssistant, callback

from ..errors import HostError, HostIdentityError, HostUnavailableError
from ..host.voice_host.contract import GrammarBuilt, HomeGrammar, HostReport
from ..models import Place, Stage
from .asking import AskedHost
from .backoff import Backoff
from .client import HostClient
from .interface import HomeSentences, Host
from .remembered import Remembered

LOGGER = logging.getLogger(__name__)

HEALTH_SECONDS: Final = 30
"""Between two looks at a running host. One that ended is noticed at once; this finds one that hangs."""
MISSED_ANSWERS: Final = 2
"""Looks in a row without an answer before it is replaced: one may be a machine that was asleep."""


class Life(Protocol):
    """One run of a host: from when it is started, or met, to when it ends, or is gone."""

    @property
    def client(self) -> HostClient:
        """Whom to ask. Only after `start`."""

    async def start(self) -> HostReport:
        """Wait for its first report. Raises a HostError."""

    async def wait(self) -> int | None:
        """Wait until it is over; returns the status of a process that ended."""

    async def stop(self) -> None:
        """Leave nothing of it. Idempotent."""


class KeptHost(AskedHost):
    """Keeps one host, from `start` to `stop`, and hands requests to it.

    Every request raises HostUnavailableError while there is no host, and at once when it ends under a request.
    """

    def __init__(self, hass: HomeAssistant, remembered: Remembered) -> None:
        super().__init__()
        self._hass = hass
        self._backoff = Backoff()
        self._listeners: list[Callable[[], None]] = []
        self._life: Life | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._wake_up = asyncio.Event()
        self._home: HomeGrammar | None = None
        self._remembered = remembered
        self._available = False
        self._told = ""
        """The reason of a failed start that was logged last, until a host is there."""
        self.refused = False
        """Whether the last one that was to be met did not prove that it knows the pairing code, or we did not to it."""
        self.report: HostReport | None = None
        """What the present host says of itself, or the last one that was there. None before the first answers: it is
        never remembered, because only a running host can say that its walls stand."""
        self.grammar_built: GrammarBuilt | None = None
        """What the host made of the home's sentences; None before it has any."""

    @property
    def title(self) -> str | None:
        """Its name where there are several; None for the one that Earshot starts itself."""
        return None

    @property
    def place(self) -> Place | None:
        """Where the address is at which it was met; None for the one that Earshot started itself."""
        return None

    @property
    def members(self) -> tuple[Host, ...]:
        """Itself."""
        return (self,)

    def nearest(self, key: str, stage: Stage, without: frozenset[Host] = frozenset()) -> Self:  # noqa: ARG002 - there is one
        """Return itself: there is nobody else."""
        return self

    @property
    def available(self) -> bool:
        """Whether there is a host to ask."""
        return self._available

    @property
    def failures(self) -> int:
        """Crashes and failed starts in a row; 0 again once a host has run for half a minute."""
        return self._backoff.failures

    async def start(self) -> HostReport:
        """Start a host, or meet it, and keep it. Raises a HostError when that fails; nothing runs then."""
        await self._prepare()
        report = await self._launch()
        self._begin_keeping(self._keep())
        return report

    async def begin(self) -> None:
        """Start a host and keep one running, and wait for it only while nobody knows what it can do.

        What it can do is known from the last one: then `languages`, `voices` and `wake_words` answer at once, the
        host comes when it comes, and a start that fails is tried again like one after a crash. Raises as `start`
        does where that is not known, or the packages are not there.
        """
        info = await self._remembered.recall()
        if info is None:
            await self.start()
            return
        self._info = info
        self.begin_in_background()

    @callback
    def begin_in_background(self) -> None:
        """Start, whatever is known, and let a start that fails be tried again like one after a crash."""
        self._begin_keeping(self._launch_and_keep())

    async def stop(self) -> None:
        """End the host and leave nothing of it. Idempotent."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.cancel()
            await asyncio.gather(keeper, return_exceptions=True)
        await self._end_life()

    @callback
    def retry(self) -> None:
        """Try the next start now, instead of after the wait."""
        self._wake_up.set()

    @callback
    def add_listener(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` whenever availability, report or failures change; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def wait_until_available(self, seconds: float) -> bool:
        """Wait for a host, but not longer than that; return whether there is one now."""
        changed = asyncio.Event()
        forget = self.add_listener(changed.set)
        try:
            async with asyncio.timeout(seconds):
                while not self._available:
                    await changed.wait()
                    changed.clear()
        except TimeoutError:
            return False
        finally:
            forget()
        return True

    async def set_home(self, grammar: HomeSentences) -> GrammarBuilt:
        """Teach the host this home's sentences, now and after every restart."""
        self._home = HomeGrammar(language=grammar.language, jsgf=grammar.jsgf, revision=grammar.revision)
        self.grammar_built = await self._client().set_home(self._home)
        self._notify()
        return self.grammar_built

    @abstractmethod
    async def _prepare(self) -> None:
        """Do what must be done before the first start. Raises a HostError."""

    @abstractmethod
    def _new_life(self) -> Life:
        """Make the next run."""

    @override
    def _client(self) -> HostClient:
        if self._life is None or not self._available:
            raise HostUnavailableError("There is no voice host now")
        return self._life.client

    async def _launch(self) -> HostReport:
        self._life = life = self._new_life()
        try:
            fingerprint = await self._remembered.fingerprint()
            report = await life.start()
            self._info = await life.client.describe()
            await self._teach(life.client)
        except BaseException as err:
            self.refused = isinstance(err, HostIdentityError)
            await self._end_life()
            raise
        self.refused, self._told = False, ""
        self.report = report
        self._available = True
        LOGGER.info("The voice host answers: process %d, network closed: %s", report.pid, report.enforced)
        self._notify()
        await self._remembered.remember(self._info, fingerprint)
        return report

    async def _teach(self, client: HostClient) -> None:
        """Give a new host the home's sentences before anybody can speak to it."""
        taught: HomeGrammar | None = None
        while (home := self._home) is not taught and home is not None:  # it may change during a lesson
            taught = home
            try:
                self.grammar_built = await client.set_home(home)
            except HostUnavailableError:
                raise
            except HostError as err:
                # A host that cannot hear commands can still wake and speak: better than none.
                LOGGER.warning("The voice host did not take the home's sentences: %s", err)

    async def _end_life(self) -> None:
        was_available, self._available = self._available, False
        if was_available:
            self._notify()
        if self._life is not None:
            # Forgotten only when it is gone: a stop that was cancelled half-way is done again by the next one.
            await self._life.stop()
            self._life = None

    @callback
    def _begin_keeping(self, work: Coroutine[Any, Any, None]) -> None:
        self._keeper = self._hass.async_create_background_task(work, "earshot voice host keeper")

    async def _launch_and_keep(self) -> None:
        await self._try_to_launch()
        await self._keep()

    async def _try_to_launch(self) -> None:
        try:
            await self._launch()
        except HostError as err:
            reason = str(err.placeholders.get("reason") or err)
            # Once for each reason: a host that stays away for a night is no news every five minutes.
            level = logging.DEBUG if reason == self._told else logging.WARNING
            LOGGER.log(level, "The voice host did not start: %s", reason)
            self._told = reason

    async def _keep(self) -> None:
        """Replace the host whenever it ends or hangs."""
        while True:
            if self._life is not None:
                await self._watch(self._life)
                await self._end_life()
            self._wake_up.clear()
            delay = self._backoff.failed()
            self._notify()
            level = logging.WARNING if self._backoff.failures == 1 else logging.DEBUG
            LOGGER.log(level, "The voice host is started again in %.1f s", delay)
            await self._pause(delay)
            await self._try_to_launch()

    async def _pause(self, delay: float) -> None:
        try:
            async with asyncio.timeout(delay):
                await self._wake_up.wait()
        except TimeoutError:
            return

    async def _watch(self, life: Life) -> None:
        """Return when the host has ended or does not answer any more."""
        ended = self._hass.async_create_background_task(life.wait(), "earshot voice host wait")
        missed = 0
        try:
            while missed < MISSED_ANSWERS:
                await asyncio.wait({ended}, timeout=HEALTH_SECONDS)
                if ended.done():
                    _log_end(ended.result())
                    return
                missed = 0 if await self._is_well(life.client) else missed + 1
            LOGGER.warning("The voice host does not answer")
        finally:
            ended.cancel()

    async def _is_well(self, client: HostClient) -> bool:
        try:
            report = await client.report()
        except HostError:
            return False
        if self._backoff.failures or report != self.report:
            self._backoff.succeeded()
            self.report = report
            self._notify()
        return True

    @callback
    def _notify(self) -> None:
        for listener in tuple(self._listeners):
            listener()


def _log_end(status: int | None) -> None:
    if status is None:
        LOGGER.warning("The connection to a voice host ended")
    else:
        LOGGER.warning("The voice host ended with status %d", status)
