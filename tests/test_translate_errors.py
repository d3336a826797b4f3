"""Every error has a sentence, in a language that a person reads."""

from collections.abc import Iterator
import json
from pathlib import Path
import re
from typing import Any

from homeassistant.exceptions import HomeAssistantError, ServiceValidationError
import pytest

from custom_components.earshot import errors
from custom_components.earshot.const import DOMAIN
from custom_components.earshot.errors import EarshotError, HostError, HostStartError, NothingSaidError
from custom_components.earshot.translate_errors import translated_errors

TRANSLATIONS = Path(errors.__file__).parent.parent / "translations"
ENGLISH: dict[str, Any] = json.loads((TRANSLATIONS / "en.json").read_text(encoding="utf-8"))


def below(kind: type[EarshotError]) -> Iterator[type[EarshotError]]:
    for child in kind.__subclasses__():
        yield child
        yield from below(child)


ALL = sorted(
    {kind for kind in below(EarshotError) if kind.__module__.startswith(errors.__name__)}, key=lambda kind: kind.code
)


def test_errors_are_found_and_each_has_a_code_of_its_own() -> None:
    assert len(ALL) > 10
    codes = [kind.code for kind in ALL]
    assert sorted(set(codes)) == sorted(codes)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.code)
def test_each_error_has_a_sentence(kind: type[EarshotError]) -> None:
    assert ENGLISH["exceptions"][kind.code]["message"].endswith((".", "}", ")"))


@pytest.mark.parametrize("kind", [HostError, *below(HostError)], ids=lambda kind: kind.code)
def test_each_error_of_the_host_has_a_sentence_in_the_setup_too(kind: type[EarshotError]) -> None:
    assert ENGLISH["config"]["error"][kind.code]


def test_an_error_leaves_with_its_key_and_what_fills_its_sentence() -> None:
    with pytest.raises(HomeAssistantError) as caught, translated_errors():
        raise HostStartError("it ended", reason="exit status 3")
    assert caught.value.translation_domain == DOMAIN
    assert caught.value.translation_key == "host_start_failed"
    assert caught.value.translation_placeholders == {"reason": "exit status 3"}


def test_other_errors_pass_unchanged() -> None:
    with pytest.raises(LookupError), translated_errors():
        raise LookupError


@pytest.mark.parametrize("key", ["confirm", "confirm_open"])
def test_the_confirming_steps_name_what_the_flow_fills_in(key: str) -> None:
    named = set(re.findall(r"{(\w+)}", ENGLISH["config"]["step"][key]["description"]))
    assert named == {"wake_word", "speech_to_text", "text_to_speech", "problems"}


@pytest.mark.parametrize("reason", ["musl", "architecture", "python", "system"])
def test_each_reason_why_a_system_cannot_run_the_engines_is_explained(reason: str) -> None:
    assert ENGLISH["config"]["step"][f"unsupported_{reason}"]["description"]


@pytest.mark.parametrize(("err", "is_mistake"), [(NothingSaidError(), True), (HostError(), False)])
def test_a_mistake_of_who_asks_is_told_from_a_failure(err: EarshotError, *, is_mistake: bool) -> None:
    with pytest.raises(HomeAssistantError) as raised, translated_errors():
        raise err
    assert isinstance(raised.value, ServiceValidationError) is is_mistake
