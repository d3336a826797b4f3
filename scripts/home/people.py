"""Other people of the demo home than its owner."""

from typing import Final

import pyotp

from .rest import Rest, new_password
from .websocket import HomeSocket

USERS: Final = "system-users"
READ_ONLY: Final = "system-read-only"
"""Home Assistant's groups."""

_SECOND_FACTOR: Final = "totp"
"""Home Assistant's name for the codes of an authenticator app."""


def move_in(socket: HomeSocket, url: str, name: str, group: str = USERS) -> Rest:
    """Make an account for somebody, and log in as them. The socket is the owner's."""
    return Person(socket, Rest(url, authority=socket.authority), name, group).rest


class Person:
    """Somebody with an account, who can switch a second factor on and off."""

    def __init__(self, owner: HomeSocket, rest: Rest, name: str, group: str = USERS) -> None:
        """Make the account over a connection of the owner's, and log in."""
        self.rest = rest
        self.user_id: Final = str(owner.ask("config/auth/create", name=name, group_ids=[group])["user"]["id"])
        self._username, self._password = name.lower().replace(" ", "_"), new_password()
        self._secret: str | None = None
        owner.ask(
            "config/auth_provider/homeassistant/create",
            user_id=self.user_id,
            username=self._username,
            password=self._password,
        )
        rest.log_in(self._username, self._password)

    def socket(self) -> HomeSocket:
        """Open a connection as them."""
        return HomeSocket(self.rest.url, self.rest.token, authority=self.rest.authority)

    def switch_second_factor_on(self) -> None:
        """Do as their profile page does, and log in anew with a code."""
        with self.socket() as socket:
            form = socket.ask("auth/setup_mfa", mfa_module_id=_SECOND_FACTOR)
            self._secret = str(form["description_placeholders"]["code"])
            socket.ask("auth/setup_mfa", flow_id=form["flow_id"], user_input={"code": self._code()})
        self.rest.log_in(self._username, self._password, self._code)

    def switch_second_factor_off(self) -> None:
        """Do as their profile page does. They stay logged in."""
        with self.socket() as socket:
            socket.ask("auth/depose_mfa", mfa_module_id=_SECOND_FACTOR)
        self._secret = None

    def _code(self) -> str:
        return pyotp.TOTP(self._secret or "").now()
