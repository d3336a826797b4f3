"""People of a house who are no administrators, each with a token to log in with."""

from dataclasses import dataclass
from datetime import timedelta

from homeassistant.auth.const import GROUP_ID_ADMIN, GROUP_ID_READ_ONLY, GROUP_ID_USER
from homeassistant.auth.mfa_modules import auth_mfa_module_from_config
from homeassistant.auth.models import TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN, Credentials, User
from homeassistant.auth.providers import auth_provider_from_config
from homeassistant.core import HomeAssistant

from custom_components.earshot.people.people import People
from tests.gate.house import House

__all__ = [
    "GROUP_ID_ADMIN",
    "GROUP_ID_READ_ONLY",
    "GROUP_ID_USER",
    "Person",
    "add_person",
    "add_token",
    "make_reviewers",
]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a login."""

    user: User
    token: str
    login: str
    """Id of the refresh token that they came with."""


async def add_person(hass: HomeAssistant, name: str, group: str = GROUP_ID_USER) -> Person:
    """Let somebody be a user of a group."""
    # The first user of a Home Assistant is its owner, and that is somebody else.
    if not any(not user.system_generated for user in await hass.auth.async_get_users()):
        await hass.auth.async_create_user("Owner", group_ids=[GROUP_ID_ADMIN])
    user = await hass.auth.async_create_user(name, group_ids=[group])
    credential = await _credential(hass)
    await hass.auth.async_link_user(user, credential)
    client = f"https://{name.lower()}.example/"
    refresh = await hass.auth.async_create_refresh_token(user, client, credential=credential)
    return Person(user, hass.auth.async_create_access_token(refresh), refresh.id)


async def add_token(hass: HomeAssistant, person: Person) -> Person:
    """Return somebody who comes with an access token that they made for a program."""
    refresh = await hass.auth.async_create_refresh_token(
        person.user,
        client_name="a program",
        token_type=TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN,
        access_token_expiration=timedelta(days=10),
    )
    return Person(person.user, hass.auth.async_create_access_token(refresh), refresh.id)


async def _credential(hass: HomeAssistant) -> Credentials:
    """Return what somebody logs in with: a password, at a provider that asks for a second factor where there is one."""
    provider = await auth_provider_from_config(hass, hass.auth._store, {"type": "insecure_example", "users": []})
    hass.auth._providers.setdefault((provider.type, provider.id), provider)
    return Credentials(auth_provider_type=provider.type, auth_provider_id=provider.id, data={}, is_new=False)


async def make_reviewers(hass: HomeAssistant, house: House, *people: Person, second_factor: tuple[Person, ...]) -> None:
    """List people as reviewers of this house's desk, some of them with a second factor set up."""
    # The module that Home Assistant has for trying: it takes a number that stands in its configuration.
    known = [{"user_id": person.user.id, "pin": "1234"} for person in second_factor]
    module = await auth_mfa_module_from_config(hass, {"type": "insecure_example", "data": known})
    hass.auth._mfa_modules[module.id] = module
    listed = frozenset(person.user.id for person in people)
    assert isinstance(house.runtime.people, People)
    house.runtime.people._reviewers = lambda: listed
