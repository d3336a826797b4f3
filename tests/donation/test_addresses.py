from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.donation.addresses import desk_address, is_loopback


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://desk.example.org", "https://desk.example.org"),
        ("https://Desk.Example.ORG/", "https://desk.example.org"),
        ("HTTPS://desk.example.org:8123", "https://desk.example.org:8123"),
        ("https://192.0.2.7:8123/", "https://192.0.2.7:8123"),
        ("https://[2001:DB8:0::1]:8123", "https://[2001:db8::1]:8123"),
        ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
        ("http://127.0.0.1:8123", "http://127.0.0.1:8123"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://[::1]:8123", "http://[::1]:8123"),
        ("http://localhost:8123", "http://localhost:8123"),
    ],
)
def test_an_address_has_one_form(text: str, address: str) -> None:
    assert desk_address(text) == address
    assert desk_address(address) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "desk.example.org",
        "https://",
        "https://:8123",
        "https:///path",
        "http://desk.example.org",
        "http://192.168.1.5:8123",
        "http://localhost.example.org",
        "http://127.0.0.1.example.org",
        "http://127.1",
        "http://2130706433",
        "https://2130706433",
        "https://0x7f.1",
        "http://[::ffff:192.0.2.1]",
        "http://0.0.0.0",
        "https://desk.example.org/path",
        "https://desk.example.org?query",
        "https://desk.example.org?",
        "https://desk.example.org#part",
        "https://desk.example.org#",
        "https://user@desk.example.org",
        "https://user:secret@desk.example.org",
        "https://@desk.example.org",
        "http://127.0.0.1@desk.example.org",
        "http://desk.example.org\\@127.0.0.1",
        "https://desk.example.org:",
        "https://desk.example.org:0",
        "https://desk.example.org:65536",
        "https://desk.example.org:80:80",
        "https://desk .example.org",
        "https://desk.example.org\n",
        "https://desk\t.example.org",
        "https://bücher.example",
        "https://-desk.example",
        "https://desk_.example",
        "https://[fe80::1%eth0]",
        "https://[::1",
        "ftp://desk.example.org",
        "javascript:alert(1)",
        "https://" + "a" * 300,
    ],
)
def test_what_is_no_address_of_a_desk_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"address|HTTP"):
        desk_address(text)


@given(st.text(max_size=40) | st.text("htps:/.[]@?#%0127localhost", max_size=40).map("https://".__add__))
def test_whatever_is_written_is_an_address_in_its_one_form_or_one_error(text: str) -> None:
    try:
        address = desk_address(text)
    except ValueError:
        return
    assert desk_address(address) == address


def test_loopback_is_this_machine_and_nothing_else() -> None:
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.255.255.254", "::1", "localhost"))
    assert not any(is_loopback(host) for host in ("128.0.0.1", "192.168.1.5", "::", "localhost.", "example.org", ""))
