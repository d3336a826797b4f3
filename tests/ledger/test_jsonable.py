import json

import pytest

from custom_components.earshot.ledger.jsonable import to_json
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.query import Query
from custom_components.earshot.ledger.record import Record
from custom_components.earshot.models import Place
from tests.ledger.samples import SAMPLES, utterance, utterance_id


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.kind)
def test_every_record_is_json_and_names_its_kind(sample: Record) -> None:
    value = to_json(sample)
    assert value["kind"] == sample.kind
    assert value["at"].endswith("+00:00")
    assert json.loads(json.dumps(value)) == value


def test_an_instant_is_iso_8601_in_utc_and_an_enum_its_value() -> None:
    value = to_json(SAMPLES[2])
    assert value["at"] == "2026-11-23T12:00:04.150+00:00"
    assert value["content"] == "words"
    assert value["ear"]["until"] == "2026-11-30T12:00:00.250+00:00"
    assert value["ear"]["got"] == {"sound_ms": None, "sound_bytes": None, "words": 5}
    assert type(value["content"]) is str


def test_pages_entries_and_verdicts_are_json(ledger: Ledger) -> None:
    ledger.append(utterance(1)).result()
    for value in (
        ledger.utterances(Query(limit=1)),
        ledger.utterance(utterance_id(1)),
        ledger.entries(utterance_id(1)),
        ledger.verify(),
        ledger.utterance("nobody"),
    ):
        plain = to_json(value)
        assert json.loads(json.dumps(plain)) == plain
    assert to_json(ledger.entries(utterance_id(1)))[0]["record"]["kind"] == "heard"
    assert to_json(ledger.utterance(utterance_id(1)))["satellite"]["entity_id"] == "assist_satellite.kitchen"


def test_a_mapping_is_an_object_whose_keys_are_values_too() -> None:
    assert to_json({Place.SANDBOX: (1, None), "b": Place.INTERNET}) == {"sandbox": [1, None], "b": "internet"}


@pytest.mark.parametrize("value", [b"bytes", 1.5, object(), Ledger])
def test_what_is_no_value_of_the_ledger_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        to_json(value)
