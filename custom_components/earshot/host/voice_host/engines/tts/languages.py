"""Language tags: how Home Assistant, piper and espeak-ng write them, and which voice's tag fits which."""

from typing import Final

_CLOSEST: Final = {"zh-hk": "yue", "zh-mo": "yue", "nn": "nb", "no": "nb", "iw": "he", "in": "id"}
"""Tags that mean a language which the data knows under another tag: Cantonese by its regions, Norwegian by
its written standards, and the two tags that ISO 639 withdrew."""
_REGION: Final = 2
_SCRIPT: Final = 4


def normal(tag: str) -> str:
    """Write a tag as BCP 47 recommends: `en_us` and `EN-us` become `en-US`."""
    parts = tag.replace("_", "-").lower().split("-")
    for place, part in enumerate(parts[1:], start=1):
        if parts[place - 1] == "x" or "x" in parts[:place]:
            continue
        if not part.isascii():
            continue  # no tag, and capitals of it may be longer
        if len(part) == _REGION:
            parts[place] = part.upper()
        elif len(part) == _SCRIPT and part.isalpha():
            parts[place] = part.title()
    return "-".join(parts)


def fit(wanted: str, offered: str) -> int | None:
    """Say how badly the language `offered` serves who wants `wanted`: 0 is the same, None is not at all.

    1: offered without a region. 2: wanted without a region. 3: the same language of another region.
    """
    want, have = normal(wanted).lower(), normal(offered).lower()
    if want == have:
        return 0
    best = _fit(want, have)
    closest = _CLOSEST.get(want, _CLOSEST.get(want.partition("-")[0]))
    if closest is not None and (other := _fit(closest, have)) is not None:
        return other if best is None else min(best, other)
    return best


def _fit(want: str, have: str) -> int | None:
    if want == have:
        return 0
    if want.startswith(f"{have}-"):
        return 1
    if have.startswith(f"{want}-"):
        return 2
    return 3 if want.partition("-")[0] == have.partition("-")[0] else None
