"""Donation over the websocket: what is told, to whom, and who consents."""

from typing import Any

from homeassistant.auth.const import GROUP_ID_ADMIN
from homeassistant.auth.models import TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN
from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.earshot.ledger import Selection
from tests.donating.stand_in import ON, STATEMENT, Donations, put_in
from tests.gate.house import House
from tests.people.household import add_person

CONSENT: dict[str, Any] = {
    "address": "https://desk.example",
    "statement_sha256": STATEMENT.sha256,
    "purposes": ["improve_wake_words"],
    "satellites": ["kitchen"],
    "until": "2027-02-26",
    "of_age": True,
    "others_know": True,
}


async def ask(client: Any, command: str, **arguments: Any) -> Any:
    await client.send_json_auto_id({"type": command, **arguments})
    answer = await client.receive_json()
    assert answer["success"], answer
    return answer["result"]


@pytest.fixture
async def own(hass: HomeAssistant, house: House, donations: Donations) -> Donations:
    """Let the offer be of something that was said."""
    await house.say()
    await house.over()
    stand_in = Donations(hass, house.runtime, (await house.utterance()).utterance_id)
    put_in(hass, house.runtime, stand_in)
    return stand_in


async def test_a_person_who_has_logged_in_consents(
    hass: HomeAssistant, donations: Donations, hass_ws_client: WebSocketGenerator
) -> None:
    chief = await add_person(hass, "Chief", GROUP_ID_ADMIN)
    client = await hass_ws_client(hass, chief.token)
    told = await ask(client, "earshot/donation/consent", **CONSENT)
    assert told["standing"] == "on"
    (request,) = donations.requests
    assert (request.of_age, request.others_know) == (True, True)
    assert request.statement_sha256 == STATEMENT.sha256
    assert request.until is not None
    # The day that was chosen is the last one, by the time of the house, which is eight hours behind in the tests.
    assert request.until.isoformat() == "2027-02-27T08:00:00+00:00"


async def test_a_token_that_was_handed_out_does_not_consent(
    hass: HomeAssistant, donations: Donations, hass_ws_client: WebSocketGenerator
) -> None:
    chief = await add_person(hass, "Chief", GROUP_ID_ADMIN)
    refresh = await hass.auth.async_create_refresh_token(
        chief.user, client_name="script", token_type=TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN
    )
    client = await hass_ws_client(hass, hass.auth.async_create_access_token(refresh))
    await client.send_json_auto_id({"type": "earshot/donation/consent", **CONSENT})
    answer = await client.receive_json()
    assert answer["error"]["code"] == "login_needed"
    assert not donations.requests
    donations.becomes(ON)
    assert (await ask(client, "earshot/donation/off"))["standing"] == "off"


async def test_only_administrators_are_told_what_is_chosen(
    hass: HomeAssistant, donations: Donations, hass_ws_client: WebSocketGenerator
) -> None:
    anna = await add_person(hass, "Anna")
    chief = await add_person(hass, "Chief", GROUP_ID_ADMIN)
    told = {
        person.user.name: (await ask(await hass_ws_client(hass, person.token), "earshot/donation/get"))["choices"]
        for person in (anna, chief)
    }
    assert told["Anna"] is None
    assert told["Chief"]["wait"] == 86_400


async def test_a_choice_leaves_the_others_as_they_are(
    hass: HomeAssistant, donations: Donations, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await ask(client, "earshot/donation/choices", mode="after_wait", wait=3_600)
    told = await ask(client, "earshot/donation/choices", folder="/share/clips")
    chosen = told["choices"]
    assert (chosen["mode"], chosen["wait"], chosen["folder"]) == ("after_wait", 3_600, "/share/clips")
    assert told["standing"] == "off"
    await client.send_json_auto_id({"type": "earshot/donation/choices", "strength": 101})
    assert (await client.receive_json())["error"]["code"] == "choice_out_of_bounds"


@pytest.mark.parametrize(
    "loose",
    [
        {"mode": "after_wait"},
        {"wait": 3_600},
        {"sampling": 100},
        {"daily_cap": 100},
        {"strength": 10},
        {"folder": "/share/clips"},
        {"proxy": "http://10.0.0.1:3128"},
    ],
)
async def test_a_token_that_was_handed_out_tightens_and_does_not_loosen(
    hass: HomeAssistant, donations: Donations, hass_ws_client: WebSocketGenerator, loose: dict[str, Any]
) -> None:
    chief = await add_person(hass, "Chief", GROUP_ID_ADMIN)
    refresh = await hass.auth.async_create_refresh_token(
        chief.user, client_name="script", token_type=TOKEN_TYPE_LONG_LIVED_ACCESS_TOKEN
    )
    client = await hass_ws_client(hass, hass.auth.async_create_access_token(refresh))
    before = donations.now.choices
    await client.send_json_auto_id({"type": "earshot/donation/choices", **loose})
    assert (await client.receive_json())["error"]["code"] == "login_needed"
    assert donations.now.choices == before
    assert (await ask(client, "earshot/donation/choices", daily_cap=1))["choices"]["daily_cap"] == 1


async def test_changes_are_followed(
    hass: HomeAssistant, donations: Donations, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await ask(client, "earshot/donation/subscribe")
    assert (await client.receive_json())["event"]["standing"] == "off"
    donations.becomes(ON)
    assert (await client.receive_json())["event"]["standing"] == "on"


async def test_who_may_not_read_it_is_told_of_an_offer_and_not_what_is_in_it(
    hass: HomeAssistant, own: Donations, hass_ws_client: WebSocketGenerator
) -> None:
    anna = await add_person(hass, "Anna")
    client = await hass_ws_client(hass, anna.token)
    (offer,) = (await ask(client, "earshot/offers/list"))["offers"]
    assert offer["may_read"] is False
    for command in ("earshot/offers/get", "earshot/offers/sound_path"):
        which = {"which": "after"} if command.endswith("path") else {}
        await client.send_json_auto_id({"type": command, "offer_id": offer["offer_id"], **which})
        assert (await client.receive_json())["error"]["code"] == "not_yours"
    await ask(client, "earshot/offers/never", offer_id=offer["offer_id"])
    assert own.done == ["never by Anna"]


async def test_the_sound_of_an_offer_is_fetched_by_whom_its_address_is_for(
    hass: HomeAssistant,
    own: Donations,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    client, browser = await hass_ws_client(hass), await hass_client_no_auth()
    for which in ("before", "after"):
        told = await ask(client, "earshot/offers/sound_path", offer_id=own.view.offer_id, which=which)
        response = await browser.get(told["path"])
        assert (response.status, await response.read()) == (200, b"fLaC " + which.encode())
    assert (await browser.get(told["path"].partition("?")[0])).status == 403
    assert (await browser.get("/api/earshot/offer_sound/other")).status == 403


async def test_who_loses_the_right_in_the_middle_hears_no_further(
    hass: HomeAssistant,
    own: Donations,
    house: House,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    client, browser = await hass_ws_client(hass), await hass_client_no_auth()
    told = await ask(client, "earshot/offers/sound_path", offer_id=own.view.offer_id, which="after")
    assert (await browser.get(told["path"])).status == 200
    house.runtime.postponing._withheld.add("01", Selection(utterance_ids=(own.view.utterance_id,)))
    assert (await browser.get(told["path"])).status == 503


async def test_what_was_looked_at_is_what_is_sent(
    hass: HomeAssistant, own: Donations, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    offer_id = own.view.offer_id
    preview = await ask(client, "earshot/offers/get", offer_id=offer_id)
    assert preview["words"] == "call [name]"
    await ask(client, "earshot/offers/adjust", offer_id=offer_id, hide=[0])
    await ask(client, "earshot/offers/send", offer_id=offer_id, sha256=preview["offer"]["sha256"])
    assert own.done[0] == "adjust None [0]"
    assert own.done[1].startswith("send 4444 by")


async def test_nothing_is_taken_back_without_a_yes(
    hass: HomeAssistant, own: Donations, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "earshot/given/withdraw", "everything": True})
    assert (await client.receive_json())["error"]["code"] == "confirmation_missing"
    assert not own.done
    taken = await ask(client, "earshot/given/withdraw", donation_ids=[own.one.donation_id], confirm=True)
    assert [one["donation_id"] for one in taken["given"]] == [own.one.donation_id]


async def test_what_a_reviewer_wrote_is_told_to_who_asks_for_it_and_may_read_it(
    hass: HomeAssistant, own: Donations, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    (listed,) = (await ask(client, "earshot/given/list"))["given"]
    assert [one["words"] for one in listed["receipts"]] == [None, None]
    opened = await ask(client, "earshot/given/get", donation_id=listed["donation_id"])
    assert [one["words"] for one in opened["receipts"]] == [None, "call someone"]
    anna = await add_person(hass, "Anna")
    other = await hass_ws_client(hass, anna.token)
    await other.send_json_auto_id({"type": "earshot/given/get", "donation_id": listed["donation_id"]})
    assert (await other.receive_json())["error"]["code"] == "not_yours"
