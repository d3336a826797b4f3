"""Other people of the demo home than its owner."""

from typing import Final

from .rest import Rest, new_password
from .websocket import HomeSocket

USERS: Final = "system-users"
READ_ONLY: Final = "system-read-only"
"""Home Assistant's groups."""


def move_in(socket: HomeSocket, url: str, name: str, group: str = USERS) -> Rest:
    """Make an account for somebody, and log in as them. The socket is the owner's."""
    user = socket.ask("config/auth/create", name=name, group_ids=[group])["user"]
    password = new_password()
    username = name.lower().replace(" ", "_")
    socket.ask("config/auth_provider/homeassistant/create", user_id=user["id"], username=username, password=password)
    rest = Rest(url)
    rest.log_in(username, password)
    return rest
