"""The ledger's answer to "who was within earshot?", for reading in a terminal."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from .said import Said

_PLACES: Final = {
    "satellite": "satellite",
    "sandbox": "sandbox on this machine",
    "this_machine": "this machine",
    "home_network": "home network",
    "internet": "INTERNET",
    "unknown": "unknown",
}
_EVIDENCE: Final = {
    "enforced": "enforced by the kernel",
    "observed": "seen by Earshot",
    "declared": "declared",
    "unknown": "nobody knows",
}
_OUTCOMES: Final = {
    "answered": "understood and answered",
    "not_understood": "not understood: no sentence of this home",
    "false_wake": "a false wake: nobody spoke",
    "failed": "an engine failed",
    "cancelled": "broken off",
    "blocked": "held back by a rule",
    "unseen": "nobody told how it ended",
}
_WAITS: Final = "asked back, and waits a minute for a yes"
_ANSWERS: Final = {"no": "the answer was no", "silence": "nobody answered"}
_RULES: Final = {
    "local_only": "the rule “local only”",
    "ask": "the rule “ask”",
    "no_rule": "there is no rule for it",
    "unreadable": "nobody can read the rules",
}
_OUTSIDE: Final = {
    "pipeline": "an assistant of other engines",
    "stt_api": "sound sent straight to a recognizer",
    "typed": "words typed to another agent",
    "capture": "somebody captured a microphone",
}


def render(said: Said) -> str:
    """Write an utterance as lines of text."""
    view = said.view
    satellite = view["satellite"] or {"label": "unknown"}
    left = "SOMETHING LEFT THE HOUSE" if view["left_house"] else "nothing left the house"
    unmeasured = "not known" if view.get("outside") else "-"
    rows = (_row(ear, unmeasured) for ear in view["ears"])
    lines = [
        "",
        f"{satellite['label']}: {_WAITS if said.waits else _OUTCOMES.get(view['outcome'], view['outcome'])}; {left}",
        f"  heard     {_quoted(said.heard)}",
        f"  answered  {_answered(said)}",
        *_circumstances(view),
        "",
        *_columns([("WHO WAS WITHIN EARSHOT", "PLACE", "HOW WE KNOW", "GOT", "KEEPS IT"), *rows]),
        "",
        *_ledger_lines(said),
    ]
    return "\n".join(lines)


def _answered(said: Said) -> str:
    if said.waits:
        return "with the question whether to send it"
    spoken = any(stage["stage"] == "text_to_speech" for stage in said.view["stages"])
    if said.answer is None and spoken and said.view["outcome"] == "blocked":
        return "by Earshot itself, with the reason"
    return _quoted(said.answer)


def _circumstances(view: dict[str, Any]) -> list[str]:
    """Say how it began and what it did. What is not known has no line, unless the ledger says that it is not."""
    lines = []
    if view.get("outside"):
        lines.append(f"  OUTSIDE   it went past Earshot: {_OUTSIDE.get(view['outside'], view['outside'])}")
    if view.get("woken_by") == "satellite":
        lines.append("  woken     by the satellite itself, as it says")
    if view.get("given") or view.get("user"):
        how = {"typed": "typed", "action": "handed over by an action"}.get(view.get("given") or "", "spoken")
        lines.append(f"  given     {how}" + (f", by {view['user']}" if view.get("user") else ""))
    if view.get("prompted"):
        lines.append(f"  asked     by {view['prompted'].replace('_', ' ')}")
    lines += (f"  blocked   {_blocked(one)}" for one in view.get("blocked", ()))
    lines += (f"  and       {other['label']} heard the same wake word" for other in view.get("also_heard", ()))
    if (acted := view.get("acted")) is not None:
        lines += _deeds(acted)
    if view.get("speech_by_token"):
        lines.append("  answer    can be fetched without logging in by whoever has its address, until it ages out")
    return lines


def _blocked(block: dict[str, Any]) -> str:
    """Say what a rule kept from whom, and why."""
    place, known = _PLACES[block["place"]], _EVIDENCE[block["evidence"]]
    why = _RULES.get(block["rule"], block["rule"])
    answer = f", and {_ANSWERS.get(block['answer'], block['answer'])}" if block["answer"] else ""
    return f"the {block['content']}, from {block['label']} ({place}, {known}): {why}{answer}"


def _deeds(acted: dict[str, Any]) -> list[str]:
    if acted["evidence"] == "unknown":
        return ["  did       not known"]
    lines = [
        f"  did       {deed['action']} {_targets(deed['targets'])}"
        + (f" by {deed['through']}" if deed["through"] else "")
        for deed in acted["deeds"]
    ]
    if acted["changed"]:
        lines.append(f"  changed   {_targets(acted['changed'])}")
    if acted["left_out"]:
        lines.append(f"  and       {acted['left_out']} more that are not named")
    return lines or ["  did       nothing in the home"]


def _targets(targets: Sequence[dict[str, Any]]) -> str:
    named = (one["entity_id"] + (f" ({one['area']})" if one["area"] else "") for one in targets)
    return ", ".join(named)


def _row(ear: dict[str, Any], unmeasured: str) -> tuple[str, ...]:
    place = _PLACES.get(ear["place"], ear["place"])
    return (
        ear["label"],
        place,
        _EVIDENCE.get(ear["evidence"], ear["evidence"]),
        _got(ear["got"]) or unmeasured,
        _keeps(ear["keeps"], ear["until"]),
    )


def _got(got: dict[str, int | None]) -> str:
    parts = []
    if (milliseconds := got["sound_ms"]) is not None:
        parts.append(f"{milliseconds / 1000:.1f} s of sound")
    elif (size := got["sound_bytes"]) is not None:
        parts.append(f"{size} bytes of sound")
    if (words := got["words"]) is not None:
        parts.append(f"{words} word{'' if words == 1 else 's'}")
    return ", ".join(parts)


def _keeps(keeps: str, until: str | None) -> str:
    if until:
        return f"until {datetime.fromisoformat(until).astimezone():%Y-%m-%d %H:%M}"
    return {"nothing": "no", "unknown": "not known"}.get(keeps, keeps)


def _took(stage: dict[str, Any]) -> str:
    if stage["stage"] == "wake_word":
        # Listening is what it does all day: its time is no delay.
        return f"listened {stage['took_ms'] / 1000:.1f} s for the wake word"
    took = f"{stage['stage'].replace('_', ' ')} {stage['took_ms']} ms"
    seen = stage.get("exposed_entities")
    by = stage.get("llm_apis")
    parts = ([f"could use {', '.join(by)}"] if by else []) + (
        [f"could see {seen} entities"] if seen is not None else []
    )
    return took + (f" ({'; '.join(parts)})" if parts else "")


def _quoted(words: str | None) -> str:
    return f"“{words}”" if words else "-"


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def _ledger_lines(said: Said) -> list[str]:
    stages = ", ".join(_took(stage) for stage in said.view["stages"])
    indexes = [entry["index"] for entry in said.entries]
    lines = [f"  took      {stages}"]
    if said.seconds_to_answer is not None:
        lines.append(f"  answer    {said.seconds_to_answer:.1f} s after the last word")
    lines.append(f"  ledger    entries {min(indexes)} to {max(indexes)}, utterance {said.view['utterance_id']}")
    if said.checkpoint:
        lines += ["  checkpoint", *(f"    {line}" for line in said.checkpoint.rstrip().splitlines())]
    return lines
