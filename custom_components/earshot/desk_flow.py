"""Make this Home Assistant a review desk: who listens, to what they bind themselves, and what donors are told of it."""

from collections.abc import Collection, Mapping
import json
from typing import Any, Final

from homeassistant.auth.models import User
from homeassistant.config_entries import SOURCE_USER, ConfigSubentryFlow, SubentryFlowResult
from homeassistant.helpers.selector import (
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectOptionDict,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
    TextSelectorConfig,
    TextSelectorType,
)
import probatio
from yarl import URL

from .const import (
    CONF_ADDRESS,
    CONF_CONTACT,
    CONF_DAILY_LIMIT,
    CONF_DANGER_CONTACT,
    CONF_DANGER_GUIDANCE,
    CONF_DESK_NAME,
    CONF_PEOPLE,
    CONF_PLACE,
    CONF_PURPOSES,
    CONF_RETENTION_DAYS,
    CONF_REVIEWERS,
    CONF_TEXTS,
    SUBENTRY_DESK,
)
from .donation.addresses import desk_address
from .donation.purposes import Purpose
from .donation.texts import checked_text
from .review_desk.default_texts import LANGUAGES, PARTS, default_guidance, default_texts

CONF_LANGUAGES: Final = "languages"

MOST: Final[Mapping[str, int]] = {
    CONF_DESK_NAME: 100,
    CONF_CONTACT: 200,
    CONF_PEOPLE: 500,
    CONF_PLACE: 200,
    CONF_DANGER_CONTACT: 200,
}
"""Characters of each line: as many as a statement takes of it. The contact stands in its texts."""
MAX_TEXT: Final = 2000
"""Characters of one text of the statement: more than that nobody reads before they consent."""
MAX_TEXTS: Final = 56 * 1024
"""Bytes of all texts, as they are signed: a statement has 64 KiB, and the rest of it fits into eight."""

RETENTION_DAYS: Final = 90
MAX_RETENTION_DAYS: Final = 3650
"""Ten years. Longer, nobody can promise who listens and where."""
DAILY_LIMIT: Final = 100
MAX_DAILY_LIMIT: Final = 1000
"""Clips that one person hears in a day. A hundred take less than an hour; a thousand in a shift is what people were
made to do elsewhere, so that is the most that can be set."""

USUAL: Final = (Purpose.WAKE_WORDS.value, Purpose.SPEECH.value)
"""What a desk is for, if nobody says otherwise. What woke by mistake was meant for nobody: that needs a reason."""

NOBODY: Final = "-"

OF_THE_STATEMENT: Final = (
    CONF_DESK_NAME,
    CONF_CONTACT,
    CONF_PEOPLE,
    CONF_PLACE,
    CONF_RETENTION_DAYS,
    CONF_PURPOSES,
    CONF_TEXTS,
    CONF_ADDRESS,
)
"""What donors consent to. When any of it changes, it is a new statement, and they are asked anew."""


class DeskFlow(ConfigSubentryFlow):
    """One review desk, new or changed."""

    def __init__(self) -> None:
        self._data: dict[str, Any] = {}
        self._waiting: list[str] = []
        """Languages of which the texts are still to be shown."""

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Say what a desk binds itself to, and ask what it tells of itself."""
        if any(self._get_entry().get_subentries_of_type(SUBENTRY_DESK)):
            return self.async_abort(reason="only_one_desk")
        return await self._facts("user", user_input)

    async def async_step_reconfigure(self, _: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask what is to be changed."""
        self._data = dict(self._get_reconfigure_subentry().data)
        return self.async_show_menu(step_id="reconfigure", menu_options=["facts", "reviewers", "languages", "remove"])

    async def async_step_facts(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Change what the desk tells of itself."""
        return await self._facts("facts", user_input)

    async def async_step_reviewers(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask who listens, how much, and what happens when somebody seems to be in danger."""
        users = await self._users()
        errors = {} if user_input is None else _wrong_lines(user_input, longer=(CONF_DANGER_GUIDANCE,))
        if user_input is not None and not errors:
            before, self._data = self._data, self._data | _whole(user_input)
            if self.source != SOURCE_USER and before.get(CONF_DANGER_CONTACT) == self._data[CONF_DANGER_CONTACT]:
                return await self._save()
            # The statement names the contact.
            await self._rewrite(before)
            return await self.async_step_languages()
        guidance = await self.hass.async_add_executor_job(default_guidance, self._language)
        asked = {CONF_DAILY_LIMIT: DAILY_LIMIT, CONF_DANGER_GUIDANCE: guidance} | self._data | (user_input or {})
        return self.async_show_form(
            step_id="reviewers",
            data_schema=self.add_suggested_values_to_schema(_reviewer_schema(users), asked),
            errors=errors,
            description_placeholders={"without": await self._without_second_factor(users)},
        )

    async def async_step_languages(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask in which languages donors are told."""
        texts = self._data.get(CONF_TEXTS, {})
        if user_input is None:
            chosen = list(texts) or sorted({"en", self._language})
            options = [SelectOptionDict(value=code, label=name) for code, name in LANGUAGES.items()]
            schema = probatio.Schema({probatio.Required(CONF_LANGUAGES, default=chosen): _several(options)})
            return self.async_show_form(step_id="languages", data_schema=schema)
        self._waiting = [language for language in LANGUAGES if language in user_input[CONF_LANGUAGES]]
        if not self._waiting:
            return await self.async_step_languages()
        self._data[CONF_TEXTS] = {language: texts.get(language, {}) for language in self._waiting}
        return await self.async_step_texts()

    async def async_step_texts(self, user_input: dict[str, str] | None = None) -> SubentryFlowResult:
        """Show the texts of one language, to be changed or left as they are; then those of the next."""
        errors = {} if user_input is None else _wrong_lines(user_input, longer=PARTS)
        if user_input is not None and not errors and self._is_too_long(user_input):
            errors["base"] = "desk_texts"
        if user_input is not None and not errors:
            done = self._waiting.pop(0)
            self._data[CONF_TEXTS] = self._data[CONF_TEXTS] | {done: _whole({part: user_input[part] for part in PARTS})}
        if not self._waiting:
            return await self._save()
        language = self._waiting[0]
        shown = self._data[CONF_TEXTS][language] or await self._default(language, self._data)
        return self.async_show_form(
            step_id="texts",
            data_schema=self.add_suggested_values_to_schema(TEXTS, user_input if errors else shown),
            errors=errors,
            description_placeholders={"language": LANGUAGES[language]},
            last_step=len(self._waiting) == 1 and self.source == SOURCE_USER,
        )

    async def async_step_changed(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Say what a new statement means, before it is one."""
        if user_input is None:
            return self.async_show_form(step_id="changed", data_schema=probatio.Schema({}), last_step=True)
        return self._update()

    async def async_step_remove(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Say what is destroyed with the desk, and do it."""
        subentry = self._get_reconfigure_subentry()
        if user_input is None:
            return self.async_show_form(
                step_id="remove",
                data_schema=probatio.Schema({}),
                description_placeholders={"name": subentry.title},
                last_step=True,
            )
        self.hass.config_entries.async_remove_subentry(self._get_entry(), subentry.subentry_id)
        return self.async_abort(reason="desk_removed")

    async def _facts(self, step: str, user_input: dict[str, Any] | None) -> SubentryFlowResult:
        errors: dict[str, str] = {}
        asked: dict[str, Any] = {CONF_RETENTION_DAYS: RETENTION_DAYS, CONF_PURPOSES: list(USUAL)} | self._data
        if user_input is not None:
            asked = asked | _whole(user_input)
            address = clean_address(asked[CONF_ADDRESS])
            if address is None:
                errors[CONF_ADDRESS] = "desk_address"
            errors |= _wrong_lines(user_input)
            if not asked[CONF_PURPOSES]:
                errors[CONF_PURPOSES] = "desk_purposes"
            if not errors:
                before, self._data = self._data, asked | {CONF_ADDRESS: address}
                if self.source == SOURCE_USER:
                    return await self.async_step_reviewers()
                await self._rewrite(before)
                return await self.async_step_languages()
        return self.async_show_form(
            step_id=step, data_schema=self.add_suggested_values_to_schema(FACTS, asked), errors=errors
        )

    def _is_too_long(self, user_input: Mapping[str, str]) -> bool:
        """Return whether a statement could not be signed with the texts of one more language."""
        texts = [*self._data[CONF_TEXTS].values(), dict(user_input)]
        return len(json.dumps(texts, ensure_ascii=False).encode()) > MAX_TEXTS

    async def _rewrite(self, before: Mapping[str, Any]) -> None:
        """Let texts that nobody changed say what is true now. What a person wrote stays, and is shown to them."""
        texts = self._data.get(CONF_TEXTS, {})
        untouched = [each for each in texts if texts[each] == await self._default(each, before)]
        self._data[CONF_TEXTS] = {each: {} if each in untouched else texts[each] for each in texts}

    async def _default(self, language: str, facts: Mapping[str, Any]) -> dict[str, str]:
        return await self.hass.async_add_executor_job(default_texts, language, facts)

    async def _save(self) -> SubentryFlowResult:
        if self.source == SOURCE_USER:
            return self.async_create_entry(title=self._data[CONF_DESK_NAME], data=self._data)
        was = self._get_reconfigure_subentry().data
        if any(was.get(name) != self._data.get(name) for name in OF_THE_STATEMENT):
            return await self.async_step_changed()
        return self._update()

    def _update(self) -> SubentryFlowResult:
        return self.async_update_and_abort(
            self._get_entry(), self._get_reconfigure_subentry(), title=self._data[CONF_DESK_NAME], data=self._data
        )

    @property
    def _language(self) -> str:
        language = self.hass.config.language.split("-")[0]
        return language if language in LANGUAGES else "en"

    async def _users(self) -> list[User]:
        users = await self.hass.auth.async_get_users()
        return [user for user in users if user.is_active and not user.system_generated]

    async def _without_second_factor(self, users: list[User]) -> str:
        """Name those who could not listen yet, whether they are chosen or not."""
        missing = [user for user in users if not await self.hass.auth.async_get_enabled_mfa(user)]
        return ", ".join(user.name or user.id for user in missing) or NOBODY


def clean_address(typed: str) -> str | None:
    """Return the address at which donors reach this Home Assistant; None for what can be none.

    It is https, and nothing but a host and perhaps a port: Home Assistant's own paths are below it.
    """
    try:
        url = URL(typed.strip())
        bare = url.path in {"", "/"} and not (url.query_string or url.fragment or url.user or url.password)
        return desk_address(str(url.origin())) if url.scheme == "https" and bare else None
    except ValueError:
        return None


def _whole(user_input: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was typed: without spaces around it, and numbers as the whole ones that they are."""
    tidy: dict[str, Any] = {}
    for name, value in user_input.items():
        if isinstance(value, str):
            tidy[name] = value.replace("\r\n", "\n").strip()
        else:
            tidy[name] = int(value) if isinstance(value, float) else value
    return tidy


def _wrong_lines(user_input: Mapping[str, Any], longer: Collection[str] = ()) -> dict[str, str]:
    """Return an error for each text that is empty, longer than a donor would read, or has something hidden in it."""
    wrong: dict[str, str] = {}
    for name, value in _whole(user_input).items():
        if not isinstance(value, str) or not (name in MOST or name in longer):
            continue
        try:
            checked_text(value, name, MOST.get(name, MAX_TEXT), lines=name in longer)
        except ValueError:
            wrong[name] = "desk_text" if value else "desk_text_missing"
    return wrong


def _several(options: list[SelectOptionDict], translation_key: str | None = None) -> SelectSelector:
    config = SelectSelectorConfig(options=options, multiple=True, mode=SelectSelectorMode.LIST)
    if translation_key is not None:
        config["translation_key"] = translation_key
    return SelectSelector(config)


def _number(most: int) -> NumberSelector:
    return NumberSelector(NumberSelectorConfig(min=1, max=most, step=1, mode=NumberSelectorMode.BOX))


LINES: Final = TextSelectorConfig(multiline=True)

FACTS: Final = probatio.Schema(
    {
        probatio.Required(CONF_DESK_NAME): TextSelector(),
        probatio.Required(CONF_CONTACT): TextSelector(),
        probatio.Required(CONF_PEOPLE): TextSelector(),
        probatio.Required(CONF_PLACE): TextSelector(),
        probatio.Required(CONF_RETENTION_DAYS): _number(MAX_RETENTION_DAYS),
        probatio.Required(CONF_PURPOSES): _several(
            [SelectOptionDict(value=each.value, label=each.value) for each in Purpose], CONF_PURPOSES
        ),
        probatio.Required(CONF_ADDRESS): TextSelector(TextSelectorConfig(type=TextSelectorType.URL)),
    }
)


TEXTS: Final = probatio.Schema({probatio.Required(part): TextSelector(LINES) for part in PARTS})


def _reviewer_schema(users: list[User]) -> probatio.Schema:
    options = [SelectOptionDict(value=user.id, label=user.name or user.id) for user in users]
    return probatio.Schema(
        {
            probatio.Required(CONF_REVIEWERS, default=list): _several(options),
            probatio.Required(CONF_DAILY_LIMIT): _number(MAX_DAILY_LIMIT),
            probatio.Required(CONF_DANGER_CONTACT): TextSelector(),
            probatio.Required(CONF_DANGER_GUIDANCE): TextSelector(LINES),
        }
    )
