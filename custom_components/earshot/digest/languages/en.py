"""English."""

from ..suggestion import Suggestion
from .language import Label, Language, Line, Value, one_or_more

ENGLISH = Language(
    plural=one_or_more,
    said=("{number} thing was said.", "{number} things were said."),
    lines={
        Line.NOTHING_SAID: "Nothing was said.",
        Line.NOTHING_KNOWN: "Nothing was said that Earshot knows of.",
        Line.LEFT: "Left the house: {value}",
        Line.BESIDES_LEFT: (
            "Besides, something else left the house: a microphone's stream, an announcement, or something "
            "that was handed on."
        ),
        Line.BESIDES_MAYBE: (
            "Besides, something else may have left the house: a microphone's stream, an announcement, or "
            "something that was handed on."
        ),
        Line.LISTENED: "Heard or read by somebody: {value}",
        Line.BLOCKED: "Refused by a rule: {value}",
        Line.OUTSIDE: "Went past Earshot: {value}",
        Line.ERASED: "Erased: {value}",
        Line.KEPT: "Kept now: sound of {sounds}, words of {words}",
        Line.KEPT_UNKNOWN: "Kept now: unknown, the vault does not answer",
        Line.FALSE_WAKES: "False wakes: {value}",
        Line.UNWATCHED: "Not watched: {hours} h {minutes} min. No number tells of that time.",
        Line.SUGGESTION: "Suggestion: {value}",
        Line.NOT_BROUGHT: "This is shown here because {target} could not be reached.",
    },
    values={
        Value.AND_PERHAPS: "{number}, and perhaps {more} more",
        Value.AT_LEAST: "{number}, perhaps more",
        Value.PERHAPS: "perhaps {more}",
        Value.NONE_KNOWN: "none that is known",
        Value.UNKNOWN: "unknown",
    },
    suggestions={
        Suggestion.LOCAL_ENGINE: (
            "Something was sent to an engine outside the house though Earshot's own engine here can do the "
            "same. The assistant's page in “Settings → Devices & services → Earshot” lets you choose it."
        ),
        Suggestion.PAST_EARSHOT: (
            "Some of it went past Earshot, so nobody knows all who had it. “Make my existing assistant "
            "transparent” in “Settings → Devices & services → Earshot” changes that."
        ),
        Suggestion.FALSE_WAKES: (
            "{satellite} often wakes for nothing. Move it away from the television or the radio, or give it "
            "another wake word or a lower sensitivity where it has such settings."
        ),
        Suggestion.CHECKPOINT: (
            "Nobody outside has ever compared a checkpoint of the ledger. The panel's page “Proof” shows one "
            "as a QR code: keep it on your phone."
        ),
    },
    somebody="unknown satellite",
    day="{day} {month}",
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    labels={
        Label.SAID: "said",
        Label.LEFT: "left the house",
        Label.MAYBE: "perhaps left",
        Label.FALSE_WAKES: "false wakes",
        Label.LISTENED: "heard or read",
        Label.ERASED: "erased",
        Label.UNWATCHED: "not watched",
    },
)
