"""Home Assistant's REST API, as much of it as a browser needs to get in and to set up an integration."""

from collections.abc import Callable, Collection
import json
from pathlib import Path
import secrets
import ssl
import time
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from .errors import HomeError, RefusedError

type Json = dict[str, Any]

_TIMEOUT: Final = 60.0
"""Seconds for one request. A config flow's step that starts a process is the longest."""

_FLOW_SECONDS: Final = 180.0
"""For a whole config flow. Earshot's starts its engines once; on a busy machine that takes half a minute."""

_RENEW_SECONDS: Final = 900.0
"""Age at which an access token is renewed. Home Assistant's last for twice as long."""

_SUBENTRIES: Final = "/api/config/config_entries/subentries/flow"


class Rest:
    """One Home Assistant, spoken to by one user once they are logged in."""

    def __init__(self, url: str, *, authority: Path | None = None) -> None:
        """Take the address without a slash at the end, and who is believed to certify the address."""
        self.url = url
        self.authority = authority
        self._token = self._refresh_token = ""
        self._renew_at = 0.0
        self._context = ssl.create_default_context(cafile=authority) if authority is not None else None

    def get(self, path: str) -> Any:
        """Read; raises RefusedError."""
        return self._send("GET", path, None)

    def post(self, path: str, body: Json | None = None) -> Any:
        """Send JSON; raises RefusedError."""
        return self._send("POST", path, json.dumps(body or {}).encode())

    def delete(self, path: str) -> Any:
        """Delete; raises RefusedError."""
        return self._send("DELETE", path, None)

    def answers(self) -> bool:
        """Whether something that is Home Assistant's web server listens here."""
        try:
            self._send("GET", "/manifest.json", None)
        except HomeError, URLError, OSError:
            return False
        return True

    def onboard(self, name: str, password: str) -> None:
        """Make the owner's account and log in as it."""
        body = {"name": name, "username": name, "password": password, "client_id": self._client_id, "language": "en"}
        code = self.post("/api/onboarding/users", body)["auth_code"]
        self._take_token(code)

    def log_in(self, name: str, password: str, code: Callable[[], str] | None = None) -> None:
        """Log in as the login page does; raises RefusedError for a wrong password or a wrong code."""
        begin = {"client_id": self._client_id, "handler": ["homeassistant", None], "redirect_uri": self._client_id}
        flow = self.post("/auth/login_flow", begin)
        body = {"client_id": self._client_id, "username": name, "password": password}
        answer = self.post(f"/auth/login_flow/{flow['flow_id']}", body)
        if answer.get("step_id") == "mfa" and code is not None:
            answer = self.post(f"/auth/login_flow/{flow['flow_id']}", {"client_id": self._client_id, "code": code()})
        if answer["type"] != "create_entry":
            raise RefusedError("Home Assistant does not let the demo user in; delete the home's folder and start again")
        self._take_token(answer["result"])

    def add_entry(self, handler: str, *, choose: Collection[str] = (), **answers: Any) -> Json:
        """Go through an integration's config flow as a person would; return the config entry.

        Each form gets those of `answers` that it asks for, and what it suggests for the rest; of a menu, what is among
        `choose`, or its first. Raises HomeError when the flow ends without an entry.
        """
        return self._go_through("/api/config/config_entries/flow", {"handler": handler}, choose, answers)

    def add_subentry(self, entry_id: str, kind: str, **answers: Any) -> Json:
        """Go through the flow of something that an integration can be given more of; otherwise as `add_entry`."""
        return self._go_through(_SUBENTRIES, {"handler": [entry_id, kind]}, (), answers)

    def change_subentry(
        self, entry_id: str, kind: str, subentry_id: str, *, choose: Collection[str], **answers: Any
    ) -> None:
        """Go through the flow that changes such a thing; otherwise as `add_entry`. What is not answered stays."""
        begin = {"handler": [entry_id, kind], "subentry_id": subentry_id}
        self._go_through(_SUBENTRIES, begin, choose, answers)

    def _go_through(self, flows: str, begin: Json, choose: Collection[str], answers: Json) -> Json:
        step, handler = self.post(flows, begin), begin["handler"]
        deadline = time.monotonic() + _FLOW_SECONDS
        while time.monotonic() < deadline:
            match step["type"]:
                case "create_entry":
                    return dict(step.get("result") or {})
                case "form":
                    if step.get("errors"):
                        raise HomeError(f"setting up {handler}: {json.dumps(step['errors'])}")
                    step = self.post(f"{flows}/{step['flow_id']}", _asked(step, answers))
                case "progress" | "progress_done" | "external_done":
                    time.sleep(0.2)
                    step = self.get(f"{flows}/{step['flow_id']}")
                case "menu":
                    options = step["menu_options"]
                    option = next((one for one in options if one in choose), options[0])
                    step = self.post(f"{flows}/{step['flow_id']}", {"next_step_id": option})
                case "abort" if step["reason"] == "reconfigure_successful":
                    return {}
                case _:
                    raise HomeError(f"setting up {handler} ended with: {step.get('reason', step['type'])}")
        raise HomeError(f"setting up {handler} does not come to an end")

    def fetch(self, path: str) -> bytes:
        """Read something that is not JSON; raises RefusedError."""
        return self._receive("GET", path, None)

    @property
    def token(self) -> str:
        """An access token that is good for a quarter of an hour at least; empty before the login."""
        # By the clock of the wall: a token ages while the machine sleeps, too.
        if self._refresh_token and time.time() > self._renew_at:
            self._ask_for_token(grant_type="refresh_token", refresh_token=self._refresh_token)
        return self._token

    @property
    def _client_id(self) -> str:
        return f"{self.url}/"

    def _take_token(self, code: str) -> None:
        self._refresh_token = self._ask_for_token(grant_type="authorization_code", code=code)["refresh_token"]

    def _ask_for_token(self, **grant: str) -> Json:
        form = urlencode(grant | {"client_id": self._client_id}).encode()
        self._renew_at = time.time() + _RENEW_SECONDS
        answer: Json = self._send("POST", "/auth/token", form, form=True)
        self._token = answer["access_token"]
        return answer

    def _send(self, method: str, path: str, body: bytes | None, *, form: bool = False) -> Any:
        raw = self._receive(method, path, body, form=form)
        return json.loads(raw) if raw else None

    def _receive(self, method: str, path: str, body: bytes | None, *, form: bool = False) -> bytes:
        headers = {"Content-Type": "application/x-www-form-urlencoded" if form else "application/json"}
        if token := self.token:
            headers["Authorization"] = f"Bearer {token}"
        request = Request(self.url + path, data=body, method=method, headers=headers)  # noqa: S310  our own http address
        try:
            with urlopen(request, timeout=_TIMEOUT, context=self._context) as response:  # noqa: S310  the same
                return bytes(response.read())
        except HTTPError as error:
            raise RefusedError(
                f"Home Assistant refused {method} {path} ({error.code})", code=str(error.code)
            ) from error


def _asked(step: Json, answers: Json) -> Json:
    """Pick those answers that this form asks for; the rest are what it suggests, or its own defaults."""
    fields = {field["name"]: field.get("description") or {} for field in step.get("data_schema") or ()}
    suggested = {name: told["suggested_value"] for name, told in fields.items() if "suggested_value" in told}
    return suggested | {name: value for name, value in answers.items() if name in fields}


def new_password() -> str:
    """Make a password that a person can type from the screen."""
    return secrets.token_hex(4)
