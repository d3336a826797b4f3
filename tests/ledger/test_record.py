from dataclasses import is_dataclass
import inspect
import json
from pathlib import Path

import pytest

from custom_components.earshot.errors import LedgerCorruptError
from custom_components.earshot.ledger import circumstances, giving, record
from custom_components.earshot.ledger.body import decode_body, encode_body
from custom_components.earshot.ledger.record import KINDS, Record
from tests.ledger.samples import FULL, SAMPLES

GOLDEN = json.loads((Path(__file__).parent / "golden_bodies.json").read_text(encoding="utf-8"))
INDEX = 7

CLASSES = [
    cls
    for module in (record, giving, circumstances)
    for _, cls in inspect.getmembers(module, inspect.isclass)
    if is_dataclass(cls) and cls.__module__ == module.__name__
]


def test_there_are_kinds_to_walk() -> None:
    assert len(CLASSES) >= 22


def test_every_class_of_the_modules_is_a_kind_with_a_name_of_its_own() -> None:
    assert {cls.__name__ for cls in CLASSES} == {cls.__name__ for cls in KINDS.values()}
    assert all(cls.kind == kind for kind, cls in KINDS.items())


@pytest.mark.parametrize("cls", CLASSES)
def test_every_kind_has_a_sample_and_a_golden_body(cls: type[Record]) -> None:
    assert any(type(sample) is cls for sample in SAMPLES)
    assert cls.kind in GOLDEN


@pytest.mark.parametrize("sample", [*SAMPLES, *FULL], ids=lambda sample: sample.kind)
def test_a_record_comes_back_from_its_body(sample: Record) -> None:
    assert decode_body(encode_body(INDEX, sample)) == (INDEX, sample)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.kind)
def test_a_body_is_what_it_was_when_the_format_was_made(sample: Record) -> None:
    assert encode_body(INDEX, sample).decode() == GOLDEN[sample.kind]


@pytest.mark.parametrize("number", range(len(FULL)))
def test_a_body_with_every_later_field_is_what_it_was_when_these_came(number: int) -> None:
    assert encode_body(INDEX, FULL[number]).decode() == GOLDEN["full"][number]


@pytest.mark.parametrize(
    "change",
    [
        ('"v":1', '"v":2'),
        ('"kind":"gap"', '"kind":"gaps"'),
        ('"index":7', '"index":"7"'),
        ('"reason":"not_running"', '"reason":7'),
        ('"reason":"not_running"', '"reasons":"not_running"'),
        ('"reason":"not_running",', ""),
        ('"at":1795435200250', '"at":17954352002500000'),
    ],
)
def test_a_body_that_is_no_record_is_refused(change: tuple[str, str]) -> None:
    body = GOLDEN["gap"]
    assert change[0] in body
    with pytest.raises(LedgerCorruptError):
        decode_body(body.replace(*change).encode())


def test_a_value_of_the_wrong_type_is_not_encoded() -> None:
    finished = next(sample for sample in SAMPLES if isinstance(sample, record.Finished))
    wrong = record.Finished(
        utterance_id=finished.utterance_id,
        at=finished.at,
        outcome=finished.outcome,
        left_house=finished.left_house,
        took_ms=0.5,  # type: ignore[arg-type]  # the mistake under test
    )
    with pytest.raises(ValueError, match="float instead of int"):
        encode_body(INDEX, wrong)


def test_an_instant_without_a_time_zone_is_not_encoded() -> None:
    sample = next(sample for sample in SAMPLES if isinstance(sample, record.Gap))
    naive = record.Gap(at=sample.at.replace(tzinfo=None), began=sample.began, ended=sample.ended, reason="")
    with pytest.raises(ValueError, match="no time zone"):
        encode_body(INDEX, naive)
