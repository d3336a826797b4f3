"""The pairing code: what a person types is what the host drew, and a slip is found before anything is tried."""

import re
import ssl

from hypothesis import given, strategies as st
import pytest

from voice_host.pairing import (
    SECRET_BYTES,
    PairingCodeError,
    client_context,
    code_of,
    make_secret,
    name_of,
    secret_of,
    server_context,
)

SECRETS = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES)


@given(SECRETS)
def test_a_code_is_read_back(secret: bytes) -> None:
    code = code_of(secret)
    assert re.fullmatch(r"([0-9A-Z]{4}-){6}[0-9A-Z]{4}", code)
    assert secret_of(code) == secret


def test_a_code_may_be_typed_as_a_person_types() -> None:
    secret = bytes(range(SECRET_BYTES))
    code = code_of(secret)
    assert secret_of(f"  {code.lower().replace('-', ' ')}\n") == secret
    assert secret_of(code.replace("0", "O").replace("1", "l")) == secret
    assert secret_of(code.replace("-", "")) == secret


def test_of_a_thousand_slips_at_most_some_pass() -> None:
    passed = 0
    for _ in range(1000):
        typed = list(code_of(make_secret()).replace("-", ""))
        typed[7], typed[8] = typed[8], typed[7]
        if typed[7] == typed[8]:
            continue
        try:
            secret_of("".join(typed))
            passed += 1
        except PairingCodeError:
            pass
    assert passed < 10, "one in 1024 is expected"


@pytest.mark.parametrize("typed", ["", "1234", "U" * 28, "Z" * 28, "ß" * 28, "0" * 27, "0" * 29, "1.2.3.4"])
def test_what_is_no_code_is_refused_without_being_repeated(typed: str) -> None:
    with pytest.raises(PairingCodeError) as refused:
        secret_of(typed)
    assert not typed or typed not in str(refused.value)


def test_secrets_differ_and_their_names_do_not_tell_them() -> None:
    secrets = [make_secret() for _ in range(50)]
    names = [name_of(secret) for secret in secrets]
    assert len(set(secrets)) == len(set(names)) == 50
    assert all(re.fullmatch(r"[0-9a-f]{16}", name) for name in names)
    assert not any(name in secret.hex() for secret, name in zip(secrets, names, strict=True))


def test_nothing_older_than_tls_1_3_is_spoken_and_no_certificate_is_trusted() -> None:
    secret = make_secret()
    server, client = server_context(secret), client_context(secret)
    assert server.minimum_version is client.minimum_version is ssl.TLSVersion.TLSv1_3
    assert server.num_tickets == 0
    assert client.verify_mode is ssl.CERT_REQUIRED
    assert not client.get_ca_certs()


def test_each_connection_has_a_key_of_its_own() -> None:
    """By Diffie and Hellman: a code that is found later opens nothing that was recorded before."""
    only_the_shared_key = 1 << 10  # SSL_OP_ALLOW_NO_DHE_KEX of OpenSSL's ssl.h, which Python has no name for
    secret = make_secret()
    assert not server_context(secret).options & only_the_shared_key
    assert not client_context(secret).options & only_the_shared_key
