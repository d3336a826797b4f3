"""The five addresses that donors' homes ask. None of them knows who asks, and none of them keeps an address."""

from http import HTTPStatus
import logging
from typing import Final, override

from aiohttp import web
from homeassistant.helpers.http import HomeAssistantView

from ..donation.answers import MAX_REQUEST, Credentials, parse_request, write_receipts, write_withdrawal
from ..donation.bundle import MAX_BUNDLE
from ..donation.statement import SignedStatement
from ..errors import DonationRequestError, EarshotError
from ..review_desk.shown import Asking
from ..runtime import ReviewDesk
from .answering import answer, desk_of, refusal, refused
from .bodies import AGAIN, Bodies, BodyRefusedError, sharer_of

LOGGER = logging.getLogger(__name__)

LATER: Final = 60
"""Seconds after which somebody may ask again while the desk's store does not answer: as often it is tried anew."""


class DeskView(HomeAssistantView):
    """An address of a desk."""

    requires_auth = False
    """Donors have no account here. Nothing is ever answered with 401: that would count as a failed login."""


class StatementView(DeskView):
    """Tells what the desk binds itself to."""

    url = "/api/earshot/desk/statement"
    name = "api:earshot:desk:statement"

    def __init__(self) -> None:
        self._kept: tuple[SignedStatement, bytes] | None = None

    async def get(self, request: web.Request) -> web.Response:
        """Send the signed statement."""
        if (desk := desk_of(request)) is None:
            return answer(HTTPStatus.NOT_FOUND)
        try:
            return answer(HTTPStatus.OK, self._written(desk.signed_statement()))
        except EarshotError as err:
            return _closed(err)

    def _written(self, statement: SignedStatement) -> bytes:
        """Return the bytes of the statement that holds, made once: anybody may ask for them as often as they like."""
        if self._kept is None or self._kept[0] is not statement:
            self._kept = (statement, statement.to_bytes())
        return self._kept[1]


class TombstonesView(DeskView):
    """Tells what must not be used any more."""

    url = "/api/earshot/desk/tombstones"
    name = "api:earshot:desk:tombstones"

    async def get(self, request: web.Request) -> web.Response:
        """Send the signed list."""
        if (desk := desk_of(request)) is None:
            return answer(HTTPStatus.NOT_FOUND)
        if not desk.may_ask(Asking.TOMBSTONES):
            return answer(HTTPStatus.TOO_MANY_REQUESTS, retry_after=AGAIN)
        try:
            return answer(HTTPStatus.OK, await desk.tombstones())
        except EarshotError as err:
            return _closed(err)


class BundleView(DeskView):
    """Takes bundles."""

    url = "/api/earshot/desk/bundles/{donation_id:[0-9a-f]{32}}"
    name = "api:earshot:desk:bundles"

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies

    async def put(self, request: web.Request, donation_id: str) -> web.Response:
        """Take a bundle. When the answer is 202, it is on the disk."""
        if (desk := desk_of(request)) is None:
            return answer(HTTPStatus.NOT_FOUND)
        taken = desk.turn_away(request.content_length)
        if taken is None:
            try:
                body = await self._bodies.read(request, MAX_BUNDLE)
            except BodyRefusedError as err:
                return await refused(request, err)
            taken = await desk.accept(body, donation_id, sharer_of(request.remote))
        if taken.code is None:
            return answer(taken.status)
        return refusal(taken.status, taken.code.value, retry_after=taken.retry_after)


class AskingView(DeskView):
    """An address at which a donor shows that a donation is theirs."""

    status: HTTPStatus
    """That of every answer, whether there is something for whoever asks or not."""
    asking: Asking

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies

    async def post(self, request: web.Request) -> web.Response:
        """Answer whoever asks with what is theirs.

        Whoever has no donation here gets what a donor of whom nothing was heard yet gets.
        """
        if (desk := desk_of(request)) is None:
            return answer(HTTPStatus.NOT_FOUND)
        if not desk.may_ask(self.asking):
            return answer(HTTPStatus.TOO_MANY_REQUESTS, retry_after=AGAIN)
        try:
            asked = parse_request(await self._bodies.read(request, MAX_REQUEST))
        except BodyRefusedError as err:
            return await refused(request, err)
        except DonationRequestError:
            return answer(HTTPStatus.BAD_REQUEST)
        try:
            return answer(self.status, await self.find(desk, asked))
        except EarshotError as err:
            return _closed(err)

    async def find(self, desk: ReviewDesk, asked: Credentials) -> bytes:
        """Return the document that answers a donor."""
        raise NotImplementedError


class ReceiptsView(AskingView):
    """Hands receipts to whoever has the token of a donation."""

    url = "/api/earshot/desk/receipts"
    name = "api:earshot:desk:receipts"
    status = HTTPStatus.OK
    asking = Asking.RECEIPTS

    @override
    async def find(self, desk: ReviewDesk, asked: Credentials) -> bytes:
        """Return the receipts of a donation; none for anybody else."""
        return write_receipts(await desk.receipts(asked.donation_id, asked.token))


class WithdrawalsView(AskingView):
    """Destroys what whoever has the token of a donation takes back."""

    url = "/api/earshot/desk/withdrawals"
    name = "api:earshot:desk:withdrawals"
    status = HTTPStatus.ACCEPTED
    asking = Asking.WITHDRAWALS

    @override
    async def find(self, desk: ReviewDesk, asked: Credentials) -> bytes:
        """Return the receipt of the deletion; null for anybody else."""
        return write_withdrawal(await desk.withdraw(asked.donation_id, asked.token))


def _closed(err: EarshotError) -> web.Response:
    """Say that it does not work now, and not why: that is the house's own affair."""
    LOGGER.warning("A donor was not answered: %s", err.code)
    return answer(HTTPStatus.SERVICE_UNAVAILABLE, retry_after=LATER)
