"""Adding, changing and removing a review desk, as an administrator goes through it."""

from dataclasses import replace
from datetime import UTC, datetime
import json
from pathlib import Path
from typing import Any

from homeassistant.auth.const import GROUP_ID_USER
from homeassistant.auth.mfa_modules import auth_mfa_module_from_config
from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components import earshot
from custom_components.earshot.const import CONF_OWN_HOST, DOMAIN, SUBENTRY_DESK, TITLE
from custom_components.earshot.desk_flow import MAX_RETENTION_DAYS, MAX_TEXT, MOST, OF_THE_STATEMENT, clean_address
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.signing import SigningKey
from custom_components.earshot.donation.statement import Statement, StatementText, sign_statement
from custom_components.earshot.errors import StatementError
from custom_components.earshot.people.reviewers import reviewers_of
from custom_components.earshot.review_desk.default_texts import LANGUAGES, PARTS, default_guidance, default_texts

FACTS: dict[str, Any] = {
    "name": "The {Speech} Commons",
    "contact": "desk@commons.example",
    "people": "Four linguists",
    "place": "Ghent, Belgium",
    "retention_days": 60.0,
    "purposes": [Purpose.WAKE_WORDS.value, Purpose.SPEECH.value],
    "address": "https://Desk.commons.example/",
}
DANGER: dict[str, Any] = {
    "daily_limit": 50.0,
    "danger_contact": "Iris, +32 1 23 45",
    "danger_guidance": "Tell Iris at once.",
}
STRINGS = Path(__file__).parents[1] / "frontend/src/app/strings"
ENGLISH = json.loads((Path(earshot.__file__).parent / "translations" / "en.json").read_text())
TEXTS = ENGLISH["config_subentries"][SUBENTRY_DESK]


class Dialog:
    """What a person does in the dialog."""

    def __init__(self, hass: HomeAssistant, entry: MockConfigEntry) -> None:
        self.hass = hass
        self.entry = entry
        self.result: Any = None

    async def begin(self) -> Any:
        return await self._open({"source": "user"})

    async def change(self, section: str) -> Any:
        await self._open({"source": "reconfigure", "subentry_id": self.desk.subentry_id})
        return await self.answer(next_step_id=section)

    async def _open(self, context: Any) -> Any:
        handler = (self.entry.entry_id, SUBENTRY_DESK)
        self.result = await self.hass.config_entries.subentries.async_init(handler, context=context)
        return self.result

    async def answer(self, **fields: Any) -> Any:
        flow_id = self.result["flow_id"]
        self.result = await self.hass.config_entries.subentries.async_configure(flow_id, fields)
        step = self.result.get("step_id")
        # Home Assistant shows a step's key where it has no text.
        assert step is None or step in TEXTS["step"], step
        assert set((self.result.get("errors") or {}).values()) <= set(TEXTS["error"])
        return self.result

    def shown(self) -> dict[str, Any]:
        """Return what the fields hold as the form opens."""
        suggested = {key.schema: key.description for key in self.result["data_schema"].schema}
        return {name: (hint or {}).get("suggested_value") for name, hint in suggested.items()}

    @property
    def desk(self) -> ConfigSubentry:
        only: ConfigSubentry
        (only,) = self.entry.get_subentries_of_type(SUBENTRY_DESK)
        return only


@pytest.fixture
async def dialog(hass: HomeAssistant) -> Dialog:
    assert await async_setup_component(hass, "homeassistant", {})
    entry = MockConfigEntry(domain=DOMAIN, title=TITLE, data={CONF_OWN_HOST: False})
    entry.add_to_hass(hass)
    return Dialog(hass, entry)


async def add_desk(dialog: Dialog, *, reviewers: tuple[str, ...] = (), languages: tuple[str, ...] = ("en",)) -> None:
    """Answer everything, and leave the texts as they are offered."""
    await dialog.begin()
    await dialog.answer(**FACTS)
    await dialog.answer(**DANGER, reviewers=list(reviewers))
    await dialog.answer(languages=list(languages))
    while dialog.result["type"] is FlowResultType.FORM:
        await dialog.answer(**dialog.shown())
    assert dialog.result["type"] is FlowResultType.CREATE_ENTRY


async def test_a_desk_is_added_with_texts_that_say_what_was_answered(hass: HomeAssistant, dialog: Dialog) -> None:
    user = await hass.auth.async_create_user("Ria", group_ids=[GROUP_ID_USER])
    await add_desk(dialog, reviewers=(user.id,), languages=("en", "de"))
    data = dialog.desk.data
    assert dialog.desk.title == FACTS["name"]
    assert data["address"] == "https://desk.commons.example"
    assert (data["retention_days"], data["daily_limit"]) == (60, 50)
    assert isinstance(data["retention_days"], int)
    assert list(data["texts"]) == ["de", "en"]
    for texts in data["texts"].values():
        whole = " ".join(texts.values())
        said = ("name", "contact", "people", "place")
        assert all(FACTS[name] in whole for name in said)
        assert "60" in texts["how_long"]
        assert DANGER["danger_contact"] in texts["danger"]
    assert reviewers_of(hass) == {user.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_of_every_language_name_people_purpose_place_time_and_the_way_back(language: str) -> None:
    facts = FACTS | DANGER | {"purposes": [purpose.value for purpose in Purpose]}
    texts = default_texts(language, facts)
    assert tuple(texts) == PARTS
    assert all(text and len(text) <= MAX_TEXT for text in texts.values())
    assert FACTS["people"] in texts["who"]
    assert FACTS["place"] in texts["where"]
    assert str(FACTS["retention_days"]) in texts["how_long"]
    assert texts["what_for"].count(";") == len(Purpose) - 1
    # By the name that the panel gives the page.
    panel = json.loads((STRINGS / f"{language}.json").read_text())["page"]
    assert panel.get("sharing", "Earshot") in texts["withdraw"]
    assert DANGER["danger_contact"] in texts["danger"]
    assert default_guidance(language)
    # Each is in its own language, and not another's that was copied.
    others = [default_texts(other, facts) for other in LANGUAGES if other != language]
    assert all(texts[part] != other[part] for other in others for part in PARTS)


def test_a_language_without_texts_gets_the_english_ones() -> None:
    assert default_texts("sv", FACTS | DANGER) == default_texts("en", FACTS | DANGER)


async def test_there_is_one_desk(dialog: Dialog) -> None:
    await add_desk(dialog)
    result = await dialog.begin()
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "only_one_desk")


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("address", "http://desk.example", "desk_address"),
        ("purposes", [], "desk_purposes"),
        ("people", "  ", "desk_text_missing"),
        ("place", "x" * 201, "desk_text"),
        ("name", "x" * 101, "desk_text"),
        ("people", "a\u202eb", "desk_text"),
    ],
)
async def test_what_donors_cannot_be_told_is_said_and_the_rest_is_kept(
    dialog: Dialog, field: str, value: object, error: str
) -> None:
    await dialog.begin()
    result = await dialog.answer(**FACTS | {field: value})
    assert (result["step_id"], result["errors"]) == ("user", {field: error})
    assert dialog.shown()["contact"] == FACTS["contact"]
    assert (await dialog.answer(**FACTS))["step_id"] == "reviewers"


async def test_a_text_must_not_be_empty_nor_longer_than_anybody_reads(dialog: Dialog) -> None:
    await dialog.begin()
    await dialog.answer(**FACTS)
    await dialog.answer(**DANGER, reviewers=[])
    assert (await dialog.answer(languages=[]))["step_id"] == "languages"
    await dialog.answer(languages=["en"])
    wrong = dialog.shown() | {"who": " ", "where": "x" * (MAX_TEXT + 1)}
    result = await dialog.answer(**wrong)
    assert result["errors"] == {"who": "desk_text_missing", "where": "desk_text"}
    assert dialog.shown()["how_long"] == wrong["how_long"]


async def test_all_texts_together_fit_into_a_statement(dialog: Dialog) -> None:
    await dialog.begin()
    await dialog.answer(**FACTS)
    await dialog.answer(**DANGER, reviewers=[])
    await dialog.answer(languages=list(LANGUAGES))
    long = dict.fromkeys(PARTS, "\u00e4" * MAX_TEXT)
    for _ in range(2):
        assert not (await dialog.answer(**long)).get("errors")
    assert (await dialog.answer(**long))["errors"] == {"base": "desk_texts"}


def test_whatever_the_dialog_takes_can_be_signed() -> None:
    key, text = SigningKey.new(), StatementText(**dict.fromkeys(PARTS, "x" * MAX_TEXT))
    lines: dict[str, Any] = {name: "x" * most for name, most in MOST.items() if name in FACTS}
    statement = Statement(
        **lines,
        retention_days=MAX_RETENTION_DAYS,
        purposes=tuple(Purpose),
        texts={"en": text},
        address=clean_address(FACTS["address"]) or "",
        encryption_key=bytes(32),
        signing_key=key.public,
        version=1,
        issued=datetime(2026, 11, 29, tzinfo=UTC),
    )
    assert sign_statement(statement, key).statement == statement
    for name, longest in lines.items():
        longer: dict[str, Any] = {name: longest + "x"}
        with pytest.raises(StatementError):
            sign_statement(replace(statement, **longer), key)


async def test_who_has_no_second_factor_is_named(hass: HomeAssistant, dialog: Dialog) -> None:
    strong, weak = [await hass.auth.async_create_user(name, group_ids=[GROUP_ID_USER]) for name in ("Ria", "Wim")]
    pins = [{"user_id": strong.id, "pin": "1234"}]
    module = await auth_mfa_module_from_config(hass, {"type": "insecure_example", "data": pins})
    hass.auth._mfa_modules[module.id] = module
    await hass.auth.async_create_system_user("Machine")
    await dialog.begin()
    result = await dialog.answer(**FACTS)
    assert result["description_placeholders"] == {"without": "Wim"}
    options = next(value for key, value in result["data_schema"].schema.items() if key.schema == "reviewers").config
    assert {option["value"] for option in options["options"]} == {strong.id, weak.id}


@pytest.mark.parametrize("field", [name for name in OF_THE_STATEMENT if name in FACTS])
async def test_whatever_donors_consented_to_is_a_new_statement_that_is_told_before_it_is_saved(
    dialog: Dialog, field: str
) -> None:
    await add_desk(dialog)
    before = dict(dialog.desk.data)
    other: dict[str, Any] = {"retention_days": 61, "purposes": [Purpose.SPEECH.value], "address": "https://b.example"}
    await dialog.change("facts")
    await dialog.answer(**dialog.shown() | {field: other.get(field, "Other")})
    await dialog.answer(languages=["en"])
    assert (await dialog.answer(**dialog.shown()))["step_id"] == "changed"
    assert dict(dialog.desk.data) == before
    result = await dialog.answer()
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "reconfigure_successful")
    assert dialog.desk.data[field] == other.get(field, "Other")


async def test_texts_that_nobody_wrote_follow_the_facts_and_those_that_somebody_wrote_are_shown_as_they_are(
    dialog: Dialog,
) -> None:
    await add_desk(dialog, languages=("en", "nl"))
    await dialog.change("languages")
    await dialog.answer(languages=["en", "nl"])
    await dialog.answer(**dialog.shown() | {"who": "Me alone."})
    await dialog.answer(**dialog.shown())
    await dialog.answer()
    await dialog.change("facts")
    await dialog.answer(**dialog.shown() | {"retention_days": 7})
    await dialog.answer(languages=["en", "nl"])
    english = dialog.shown()
    assert english["who"] == "Me alone."
    assert "60" in english["how_long"]
    await dialog.answer(**english)
    assert "7 dagen" in dialog.shown()["how_long"]


async def test_what_donors_were_not_told_changes_without_a_new_statement(hass: HomeAssistant, dialog: Dialog) -> None:
    await add_desk(dialog)
    user = await hass.auth.async_create_user("Ria", group_ids=[GROUP_ID_USER])
    await dialog.change("reviewers")
    result = await dialog.answer(**dialog.shown() | {"reviewers": [user.id], "daily_limit": 10})
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "reconfigure_successful")
    assert (reviewers_of(hass), dialog.desk.data["daily_limit"]) == ({user.id}, 10)


async def test_another_contact_for_danger_is_a_new_statement_for_donors_are_told_of_it(dialog: Dialog) -> None:
    await add_desk(dialog)
    await dialog.change("reviewers")
    await dialog.answer(**dialog.shown() | {"danger_contact": "Jan"})
    await dialog.answer(languages=["en"])
    assert "Jan" in dialog.shown()["danger"]
    assert (await dialog.answer(**dialog.shown()))["step_id"] == "changed"


async def test_removing_says_what_is_destroyed_first(dialog: Dialog) -> None:
    await add_desk(dialog)
    result = await dialog.change("remove")
    assert result["description_placeholders"] == {"name": FACTS["name"]}
    assert dialog.desk.subentry_id
    result = await dialog.answer()
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "desk_removed")
    assert not [*dialog.entry.get_subentries_of_type(SUBENTRY_DESK)]


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        (" https://desk.example/ ", "https://desk.example"),
        ("https://desk.example:8443", "https://desk.example:8443"),
        ("https://[2001:db8::1]:8443/", "https://[2001:db8::1]:8443"),
        ("HTTPS://DESK.example:443", "https://desk.example"),
        ("http://desk.example", None),
        ("desk.example", None),
        ("https://", None),
        ("https://me:word@desk.example", None),
        ("https://desk.example/path", None),
        ("https://desk.example?a=b", None),
        ("https://desk.example#a", None),
        ("https://desk.example:port", None),
        ("https://desk .example", None),
        ("https://d\u00ebsk.example", "https://xn--dsk-jma.example"),
        ("", None),
    ],
)
def test_an_address_is_https_with_nothing_behind_it(typed: str, clean: str | None) -> None:
    assert clean_address(typed) == clean
