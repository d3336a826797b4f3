"""The file that the privacy settings live in. Everything in it is checked, because a person may have edited it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
import json
from pathlib import Path
from typing import Any, Final

from ..errors import SettingsUnreadableError
from ..models import ContentKind, Rule, RuleContent
from ..policy.off_record import OffTheRecord, Silence
from ..policy.retention import Retention, RetentionRules, is_period
from ..policy.rules import RulesByContent, RuleSet
from ..policy.sharing import Choice, Sharing
from ..vault.files import replace_file

VERSION: Final = 2
BEFORE_RULES: Final = 1
"""The version that knew no rules. Who had it goes on with those of a fresh install."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What people set, and what is still to be done about it."""

    retention: RetentionRules = field(default_factory=RetentionRules)
    off_the_record: OffTheRecord = field(default_factory=OffTheRecord)
    rules: RuleSet = field(default_factory=RuleSet)
    sharing: Sharing = field(default_factory=Sharing)
    guests: frozenset[str] = frozenset()
    """The keys of the satellites that guests or children speak to."""
    shorten: bool = False
    """Whether what is kept already has not been brought under the retention yet."""


def load(path: Path) -> Settings:
    """Return what is in the file; what a fresh install has, if there is none. Blocks.

    Raises SettingsUnreadableError for a file that cannot be read or is not one of these.
    """
    try:
        return from_json(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as err:
        raise SettingsUnreadableError("the privacy settings cannot be read") from err


def save(path: Path, settings: Settings) -> None:
    """Put the settings into the file, whole and durably. Blocks. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_file(path, json.dumps(to_json(settings), indent=2).encode())


def to_json(settings: Settings) -> dict[str, Any]:
    """Write settings as JSON: periods in seconds, instants in ISO 8601 with their zone."""
    rules, off = settings.retention, settings.off_the_record
    return {
        "version": VERSION,
        "retention": {
            "house": {kind.value: _seconds(rules.house.of(kind)) for kind in ContentKind},
            "satellites": {
                key: {kind.value: _seconds(period) for kind, period in own.items()}
                for key, own in rules.satellites.items()
            },
        },
        "off_the_record": {
            "house": None if off.house is None else _silence_to_json(off.house),
            "satellites": {key: _silence_to_json(silence) for key, silence in off.satellites.items()},
        },
        "rules": {
            "house": _rules_to_json(settings.rules.house),
            "satellites": {key: _rules_to_json(own) for key, own in settings.rules.satellites.items()},
        },
        "share_with_household": {
            "house": _instant_to_json(settings.sharing.house),
            "satellites": {key: _choice_to_json(choice) for key, choice in settings.sharing.satellites.items()},
        },
        "guests_or_children": sorted(settings.guests),
        "shorten": settings.shorten,
    }


def from_json(data: Any) -> Settings:
    """Read what `to_json` wrote. Raises ValueError, TypeError, KeyError or AttributeError for anything else."""
    version = data["version"]
    if version not in {VERSION, BEFORE_RULES}:
        raise ValueError("the settings were written by another Earshot")
    retention, off = data["retention"], data["off_the_record"]
    return Settings(
        retention=RetentionRules(
            house=Retention(**{kind.value: _period(retention["house"][kind.value]) for kind in ContentKind}),
            satellites={str(key): _own(own) for key, own in retention["satellites"].items()},
        ),
        off_the_record=OffTheRecord(
            house=None if off["house"] is None else _silence(off["house"]),
            satellites={str(key): _silence(silence) for key, silence in off["satellites"].items()},
        ),
        rules=RuleSet() if version == BEFORE_RULES else _rule_set(data["rules"]),
        # Who has a file from before there was this shares nothing.
        sharing=_sharing(data["share_with_household"]) if "share_with_household" in data else Sharing(),
        guests=_guests(data.get("guests_or_children", [])),
        shorten=bool(data["shorten"]),
    )


def _sharing(data: Mapping[str, Any]) -> Sharing:
    house, satellites = data["house"], data["satellites"]
    return Sharing(
        house=None if house is None else _instant(house),
        satellites={str(key): _choice(choice) for key, choice in satellites.items()},
    )


def _guests(data: Any) -> frozenset[str]:
    if not isinstance(data, list):
        raise TypeError("the satellites of guests are no list")
    return frozenset(str(key) for key in data)


def _choice(data: Mapping[str, Any]) -> Choice:
    shared = data["shared"]
    if shared is not None and not isinstance(shared, bool):
        raise ValueError("it is either shared or not")
    return Choice(shared, _instant(data["since"]))


def _choice_to_json(choice: Choice) -> dict[str, Any]:
    return {"shared": choice.shared, "since": choice.since.isoformat()}


def _rule_set(data: Mapping[str, Any]) -> RuleSet:
    satellites = {str(key): _rules(own) for key, own in data["satellites"].items()}
    return RuleSet(house=_rules(data["house"]), satellites=satellites)


def _rules(data: Mapping[str, Any]) -> RulesByContent:
    return {
        RuleContent(content): {str(target): Rule(rule) for target, rule in own.items()} for content, own in data.items()
    }


def _rules_to_json(rules: RulesByContent) -> dict[str, dict[str, str]]:
    return {content.value: {str(target): rule.value for target, rule in own.items()} for content, own in rules.items()}


def _own(own: Mapping[str, Any]) -> dict[ContentKind, timedelta]:
    return {ContentKind(kind): _period(seconds) for kind, seconds in own.items()}


def _period(seconds: Any) -> timedelta:
    if not isinstance(seconds, int) or not is_period(period := timedelta(seconds=seconds)):
        raise ValueError("this cannot be kept for such a time")
    return period


def _seconds(period: timedelta) -> int:
    return round(period.total_seconds())


def _silence(data: Mapping[str, Any]) -> Silence:
    until = data["until"]
    return Silence(_instant(data["since"]), None if until is None else _instant(until))


def _silence_to_json(silence: Silence) -> dict[str, str | None]:
    return {"since": silence.since.isoformat(), "until": _instant_to_json(silence.until)}


def _instant_to_json(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("an instant has no time zone")
    return instant
