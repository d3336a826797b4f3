"""Who somebody is: every kind of user that Home Assistant knows, and nobody who is not known."""

from homeassistant.auth.const import GROUP_ID_ADMIN, GROUP_ID_READ_ONLY, GROUP_ID_USER
from homeassistant.auth.models import Group
import pytest
from pytest_homeassistant_custom_component.common import MockUser

from custom_components.earshot.people.access import ALLOWED, Access
from custom_components.earshot.people.roles import Role, role_of


def user(*groups: str, **facts: bool) -> MockUser:
    return MockUser(id="somebody", groups=[Group(id=group, name=group, policy={}) for group in groups], **facts)


@pytest.mark.parametrize(
    ("who", "role"),
    [
        (user(GROUP_ID_ADMIN), Role.ADMIN),
        (user(is_owner=True), Role.ADMIN),
        (user(GROUP_ID_ADMIN, GROUP_ID_READ_ONLY), Role.ADMIN),
        (user(GROUP_ID_USER), Role.MEMBER),
        (user(GROUP_ID_USER, GROUP_ID_READ_ONLY), Role.MEMBER),
        (user(GROUP_ID_READ_ONLY), Role.READ_ONLY),
        (user(), None),
        (user("a-group-that-nobody-knows"), None),
        (user(GROUP_ID_READ_ONLY, system_generated=True), None),
        (user(GROUP_ID_ADMIN, system_generated=True), Role.ADMIN),
        (user(GROUP_ID_USER, is_active=False), None),
        (user(GROUP_ID_ADMIN, is_active=False), None),
    ],
)
def test_a_user_has_the_role_of_their_groups_and_none_without(who: MockUser, role: Role | None) -> None:
    assert role_of(who) is role


@pytest.mark.parametrize("group", [GROUP_ID_USER, GROUP_ID_READ_ONLY])
def test_a_reviewer_is_no_member_any_more(group: str) -> None:
    assert role_of(user(group), {"somebody"}) is Role.REVIEWER


def test_an_administrator_who_is_listed_as_reviewer_stays_one() -> None:
    assert role_of(user(GROUP_ID_ADMIN), {"somebody"}) is Role.ADMIN


def test_every_access_is_stated_and_no_reviewer_is_let_into_the_house() -> None:
    assert set(ALLOWED) == set(Access)
    assert [access for access, roles in ALLOWED.items() if Role.ADMIN not in roles] == [Access.REVIEW]
    assert [access for access, roles in ALLOWED.items() if Role.REVIEWER in roles] == [Access.REVIEW, Access.ANYBODY]
    assert not any(ALLOWED[access] & {Role.READ_ONLY} for access in (Access.ADMIN, Access.CHANGE))
