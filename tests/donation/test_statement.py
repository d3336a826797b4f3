from dataclasses import fields, replace
from datetime import timedelta
import json
from typing import Any

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.donation.encoding import from_base64url
from custom_components.earshot.donation.signed import pack_bytes
from custom_components.earshot.donation.signing import Context, SigningKey
from custom_components.earshot.donation.statement import (
    MAX_STATEMENT_FILE,
    Statement,
    StatementText,
    parse_statement,
    sign_statement,
)
from custom_components.earshot.errors import StatementError
from tests.donation.protocol_samples import SIGNING_KEY, STATEMENT, TEXT, signed_statement


def test_a_statement_comes_back_as_it_was_said() -> None:
    signed = signed_statement()
    parsed = parse_statement(signed.to_bytes())
    assert parsed == signed
    assert parsed.statement == STATEMENT
    assert parsed.to_bytes() == signed.to_bytes()


@pytest.mark.parametrize("name", [field.name for field in fields(Statement)])
def test_each_field_is_in_what_is_signed(name: str) -> None:
    others: dict[str, Any] = {
        "retention_days": 1,
        "purposes": STATEMENT.purposes[:1],
        "texts": {"nl": TEXT},
        "address": "https://other.example",
        "encryption_key": bytes(31) + b"\1",
        "version": 4,
        "issued": STATEMENT.issued + timedelta(seconds=1),
    }
    if name == "signing_key":
        key = SigningKey.new()
        other = sign_statement(replace(STATEMENT, signing_key=key.public), key)
    else:
        changes: dict[str, Any] = {name: others.get(name, "other")}
        other = sign_statement(replace(STATEMENT, **changes), SIGNING_KEY)
    assert other.sha256 != signed_statement().sha256
    assert getattr(parse_statement(other.to_bytes()).statement, name) != getattr(STATEMENT, name)


@pytest.mark.parametrize("name", [field.name for field in fields(StatementText)])
def test_each_sentence_is_needed(name: str) -> None:
    changes: dict[str, Any] = {name: ""}
    with pytest.raises(StatementError, match=name):
        sign_statement(replace(STATEMENT, texts={"en": replace(TEXT, **changes)}), SIGNING_KEY)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"name": " "},
        {"name": "n" * 101},
        {"name": "two\nlines"},
        {"people": "three \u202e people"},
        {"retention_days": 0},
        {"retention_days": 3_651},
        {"retention_days": True},
        {"purposes": ()},
        {"purposes": (STATEMENT.purposes[0],) * 2},
        {"purposes": ("advertising",)},
        {"texts": {}},
        {"texts": {"English": TEXT}},
        {"texts": {f"x{chr(97 + n // 26)}{chr(97 + n % 26)}": TEXT for n in range(25)}},
        {"address": "http://desk.example.org"},
        {"address": "https://desk.example.org/"},
        {"address": "https://Desk.example.org"},
        {"encryption_key": b"short"},
        {"version": 0},
        {"issued": STATEMENT.issued.replace(tzinfo=None)},
        {
            "texts": {
                tag: replace(TEXT, listen="\U0001f600" * 2000)
                for tag in ("en", "de", "fr", "nl", "it", "es", "pl", "pt", "sv")
            }
        },
    ],
)
def test_what_a_statement_may_not_say_is_not_signed(changes: dict[str, Any]) -> None:
    with pytest.raises(StatementError):
        sign_statement(replace(STATEMENT, **changes), SIGNING_KEY)


def test_it_is_signed_with_the_key_that_it_names_and_with_no_other() -> None:
    with pytest.raises(StatementError):
        sign_statement(STATEMENT, SigningKey.new())
    body = signed_statement().body
    for signature in (SigningKey.new().sign(Context.STATEMENT, body), SIGNING_KEY.sign(Context.RECEIPT, body)):
        with pytest.raises(StatementError, match="signature"):
            parse_statement(pack_bytes(body, signature))


def test_a_field_that_nobody_knows_is_refused_though_the_signature_is_right() -> None:
    document = json.loads(from_base64url(json.loads(signed_statement().to_bytes())["body"]))
    for change in ({"more": 1}, {"format": 2}):
        body = json.dumps(document | change, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        with pytest.raises(StatementError):
            parse_statement(pack_bytes(body, SIGNING_KEY.sign(Context.STATEMENT, body)))


def test_a_document_over_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(StatementError, match="large"):
        parse_statement(b"[" * (MAX_STATEMENT_FILE + 1))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 3000), st.binary(max_size=3))
def test_a_changed_document_is_one_error(at: int, piece: bytes) -> None:
    data = signed_statement().to_bytes()
    changed = data[:at] + piece + data[at + 1 :]
    if changed != data:
        with pytest.raises(StatementError):
            parse_statement(changed)
