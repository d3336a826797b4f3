"""Write a configuration folder that Home Assistant starts from without a question and without the internet."""

import json
from pathlib import Path
from typing import Any, Final

from .authority import Certificate
from .paths import HOST_ENVIRONMENT, INTEGRATION, HomePaths

_COMPONENTS: Final[dict[str, Any]] = {
    "frontend": None,
    "history": None,
    "logbook": None,
    "recorder": {"commit_interval": 1},
    "backup": None,
    "conversation": None,
    "assist_pipeline": None,
    "system_health": None,
    "automation": [],
    "script": {},
}
"""What a home needs, and no more: `default_config` wants programs and servers that this machine may not have."""

_ONBOARDED: Final = ["core_config", "integration", "analytics"]
"""Steps counted as done: asking for them would set up integrations that want the internet. `user` is left."""


def seed(paths: HomePaths, port: int, certificate: Certificate | None = None) -> None:
    """Write what is missing; a folder that has been seeded keeps its accounts, registries and history.

    Args:
        paths: The home.
        port: Where Home Assistant shall listen, on 127.0.0.1 only.
        certificate: What it shows to prove who it is. None: it speaks plain HTTP.
    """
    storage = paths.config / ".storage"
    storage.mkdir(parents=True, exist_ok=True)
    paths.root.chmod(0o700)
    if not _is_current(paths.config / "configuration.yaml"):
        # JSON is YAML: nothing in here needs more.
        _write(paths, "configuration.yaml", _configuration())
    _store(paths, "http", 2, 2, _http(port, certificate))
    if not (storage / "onboarding").exists():
        _store(paths, "onboarding", 4, 1, {"done": _ONBOARDED})
    _link(paths.config / "custom_components" / "earshot", INTEGRATION)
    # The engines' environment of this checkout stands in for the one that Earshot would install.
    _link(paths.config / ".cache" / "earshot" / "host-env", HOST_ENVIRONMENT)


def _is_current(configuration: Path) -> bool:
    """Whether it was written after everything that it is made from was last changed."""
    made_from = [Path(__file__), *(Path(__file__).with_name(name) for name in ("house.py", "names.py"))]
    newest = max(source.stat().st_mtime for source in made_from)
    return configuration.exists() and configuration.stat().st_mtime > newest


def _configuration() -> dict[str, Any]:
    # Imported only to write it: with the names of the home comes Home Assistant's own code, and that takes seconds.
    from . import house  # noqa: PLC0415  see above

    home = {
        "name": "Demo home",
        "latitude": 52.37,
        "longitude": 4.89,
        "elevation": 0,
        "unit_system": "metric",
        "time_zone": "Europe/Amsterdam",
        "currency": "EUR",
        "country": "NL",
        "language": "en",
    }
    return {
        "homeassistant": home,
        **_COMPONENTS,
        "template": house.template_entities(),
        "scene": house.scenes(),
    }


def _http(port: int, certificate: Certificate | None) -> dict[str, Any]:
    # In YAML, `http:` would become a pending change that the frontend asks about and that undoes itself.
    secure = {} if certificate is None else {"ssl_certificate": str(certificate.chain), "ssl_key": str(certificate.key)}
    stable = {
        **secure,
        "server_host": ["127.0.0.1"],
        "server_port": port,
        "cors_allowed_origins": [],
        "login_attempts_threshold": -1,
        "ip_ban_enabled": False,
        "ssl_profile": "modern",
        "use_x_frame_options": True,
        "created_at": "2026-01-01T00:00:00+00:00",
        "error": None,
        "error_message": None,
    }
    return {"stable": stable, "pending": None, "yaml_migration_done": True}


def _store(paths: HomePaths, key: str, version: int, minor: int, data: dict[str, Any]) -> None:
    _write(paths, f".storage/{key}", {"version": version, "minor_version": minor, "key": key, "data": data})


def _write(paths: HomePaths, name: str, content: dict[str, Any]) -> None:
    (paths.config / name).write_text(json.dumps(content, indent=2, ensure_ascii=False), encoding="utf-8")


def _link(link: Path, target: Path) -> None:
    link.parent.mkdir(parents=True, exist_ok=True)
    if link.is_symlink() and link.readlink() != target:
        link.unlink()
    # Whoever sets Earshot up anew in the demo home has an environment of its own there: it stays.
    if not link.is_symlink() and not link.exists():
        link.symlink_to(target)
