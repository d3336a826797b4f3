"""People of a house who are no administrators, each with a token to log in with."""

from dataclasses import dataclass

from homeassistant.auth.const import GROUP_ID_ADMIN, GROUP_ID_READ_ONLY, GROUP_ID_USER
from homeassistant.auth.mfa_modules import auth_mfa_module_from_config
from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant

from custom_components.earshot.people.people import People
from tests.gate.house import House

__all__ = ["GROUP_ID_ADMIN", "GROUP_ID_READ_ONLY", "GROUP_ID_USER", "Person", "add_person", "make_reviewers"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a login."""

    user: User
    token: str


async def add_person(hass: HomeAssistant, name: str, group: str = GROUP_ID_USER) -> Person:
    """Let somebody be a user of a group."""
    # The first user of a Home Assistant is its owner, and that is somebody else.
    if not any(not user.system_generated for user in await hass.auth.async_get_users()):
        await hass.auth.async_create_user("Owner", group_ids=[GROUP_ID_ADMIN])
    user = await hass.auth.async_create_user(name, group_ids=[group])
    refresh = await hass.auth.async_create_refresh_token(user, f"https://{name.lower()}.example/")
    return Person(user, hass.auth.async_create_access_token(refresh))


async def make_reviewers(hass: HomeAssistant, house: House, *people: Person, second_factor: tuple[Person, ...]) -> None:
    """List people as reviewers of this house's desk, some of them with a second factor set up."""
    # The module that Home Assistant has for trying: it takes a number that stands in its configuration.
    known = [{"user_id": person.user.id, "pin": "1234"} for person in second_factor]
    module = await auth_mfa_module_from_config(hass, {"type": "insecure_example", "data": known})
    hass.auth._mfa_modules[module.id] = module
    listed = frozenset(person.user.id for person in people)
    assert isinstance(house.runtime.people, People)
    house.runtime.people._reviewers = lambda: listed
