"""Models: what can be downloaded, and downloading it. For administrators: it fetches and writes to the disk."""

from functools import partial
from pathlib import Path
from typing import Any, Final

from homeassistant.components import persistent_notification
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse, callback
from homeassistant.helpers import config_validation as cv, translation
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.service import async_register_admin_service
from homeassistant.util import dt as dt_util
import probatio

from ..const import DOMAIN
from ..errors import EarshotError, ModelUnknownError
from ..host_link.models.catalogue import Catalogue, Model
from ..host_link.models.download import Contact, Downloaded, download
from ..ledger.record import Contacted
from ..runtime import RuntimeData
from ..translate_errors import translated_errors
from .acting import loaded_entry

DOWNLOAD_MODEL: Final = "download_model"
LIST_MODELS: Final = "list_models"
ATTR_MODEL: Final = "model"

PURPOSE: Final = "model"
"""What the ledger says that the outside was contacted for."""
NOTICE_SECONDS: Final = 2.0
"""Between two looks of the progress: often enough to see it move, and each one goes to every open browser."""


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the actions about models."""
    async_register_admin_service(
        hass,
        DOMAIN,
        DOWNLOAD_MODEL,
        partial(_download_model, hass),
        probatio.Schema({probatio.Required(ATTR_MODEL): cv.string}),
        SupportsResponse.OPTIONAL,
    )
    async_register_admin_service(
        hass, DOMAIN, LIST_MODELS, partial(_list_models, hass), supports_response=SupportsResponse.ONLY
    )


async def _list_models(hass: HomeAssistant, _: ServiceCall) -> ServiceResponse:
    """Say what can be downloaded, from where, under which licence, and what is there already."""
    runtime = loaded_entry(hass).runtime_data
    with translated_errors():
        return {"models": await hass.async_add_executor_job(_listed, runtime.paths.models)}


def _listed(folder: Path) -> list[Any]:
    return [
        {
            "name": model.name,
            "title": model.title,
            "stage": model.stage.value,
            "purpose": model.purpose,
            "languages": list(model.languages),
            "licence": model.licence,
            "licence_url": model.licence_url,
            "size_bytes": model.size,
            "hosts": sorted({file.url.host or "" for file in model.files}),
            "installed": all((model.folder(folder) / file.path).is_file() for file in model.files),
        }
        for model in Catalogue.load(folder).models.values()
    ]


async def _download_model(hass: HomeAssistant, call: ServiceCall) -> ServiceResponse:
    """Fetch a model, tell the person how far it is, write every contact into the ledger, and let the host find it."""
    entry = loaded_entry(hass)
    runtime = entry.runtime_data
    with translated_errors():
        catalogue = await hass.async_add_executor_job(Catalogue.load, runtime.paths.models)
        model = catalogue.models.get(call.data[ATTR_MODEL])
        if model is None:
            raise ModelUnknownError(name=call.data[ATTR_MODEL], known=", ".join(catalogue.models))
        notice = await _Notice.begin(hass, model)
        try:
            done = await runtime.downloads.run(hass, model, _fetch(hass, runtime, model, notice))
        except EarshotError as err:
            notice.failed(err)
            raise
        finally:
            if runtime.downloads.due and entry.state is ConfigEntryState.LOADED:
                # The voice host looks for models when it starts. Not before the last of several downloads has ended.
                hass.config_entries.async_schedule_reload(entry.entry_id)
    notice.done(done)
    return {"name": model.name, "received_bytes": done.received_bytes, "hosts": [*_hosts(done)]}


def _hosts(done: Downloaded) -> list[str]:
    return sorted({contact.host for contact in done.contacts})


async def _fetch(hass: HomeAssistant, runtime: RuntimeData, model: Model, notice: _Notice) -> Downloaded:
    contacts: list[Contact] = []
    session = async_get_clientsession(hass)
    folder = model.folder(runtime.paths.models)
    try:
        return await download(session, model, folder, notice.progress, contacted=contacts.append)
    finally:
        await runtime.storage.write([_contacted(model, contact) for contact in contacts])


def _contacted(model: Model, contact: Contact) -> Contacted:
    return Contacted(
        at=dt_util.utcnow(),
        purpose=PURPOSE,
        label=model.title,
        host=contact.host,
        received_bytes=contact.received_bytes,
        sha256=contact.sha256,
    )


class _Notice:
    """The notification that a person sees while a model is downloaded, and afterwards until they dismiss it."""

    def __init__(self, hass: HomeAssistant, model: Model, sentences: dict[str, str]) -> None:
        """Use `begin`."""
        self._hass = hass
        self._model = model
        self._sentences = sentences
        self._shown_at = -NOTICE_SECONDS

    @classmethod
    async def begin(cls, hass: HomeAssistant, model: Model) -> _Notice:
        """Show that it begins, in the language of this Home Assistant."""
        sentences: dict[str, str] = {}
        for category in ("common", "exceptions"):
            sentences |= await translation.async_get_translations(hass, hass.config.language, category, [DOMAIN])
        notice = cls(hass, model, sentences)
        notice.progress(0, model.size)
        return notice

    @callback
    def progress(self, done: int, total: int) -> None:
        """Show how far it is, now and then."""
        now = self._hass.loop.time()
        if now - self._shown_at < NOTICE_SECONDS:
            return
        self._shown_at = now
        percent = str(100 * done // total)
        self._show("common.model_progress", percent=percent, total=f"{total / 1_000_000:.0f}")

    def done(self, done: Downloaded) -> None:
        """Show that it is there."""
        hosts = ", ".join(_hosts(done))
        received = f"{done.received_bytes / 1_000_000:.0f}"
        self._show("common.model_done" if hosts else "common.model_there", hosts=hosts, received=received)

    def failed(self, err: EarshotError) -> None:
        """Show that it is not there, and why."""
        reason = self._sentence(f"exceptions.{err.code}.message", **err.placeholders)
        self._show("common.model_failed", reason=reason)

    def _show(self, key: str, **placeholders: str) -> None:
        persistent_notification.async_create(
            self._hass,
            self._sentence(key, title=self._model.title, **placeholders),
            self._sentence("common.model_notice"),
            f"{DOMAIN}_model_{self._model.name}",
        )

    def _sentence(self, key: str, **placeholders: str) -> str:
        return self._sentences[f"component.{DOMAIN}.{key}"].format(**placeholders)
