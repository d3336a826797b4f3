"""Which addresses a configuration names, and how far outside each is."""

from ipaddress import IPv4Address, IPv6Network, ip_address
from typing import Any

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.models import Place
from custom_components.earshot.policy.addresses import THIS_MACHINE, Machine, hosts_in, literal, place_of_address

MACHINE = Machine(
    addresses=frozenset(map(ip_address, ("192.168.1.2", "2003:abcd::2", "fe80::2"))),
    links=(IPv6Network("2003:abcd::/64"), IPv6Network("2a00::/16"), IPv6Network("fe80::/64")),
)
SUPERVISED = Machine(addresses=frozenset({IPv4Address("172.30.32.1")}))


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("127.0.0.1", Place.THIS_MACHINE),
        ("127.8.8.8", Place.THIS_MACHINE),
        ("0.0.0.0", Place.THIS_MACHINE),  # noqa: S104 - whoever connects to it reaches this machine
        ("::1", Place.THIS_MACHINE),
        ("::ffff:127.0.0.1", Place.THIS_MACHINE),
        ("192.168.1.2", Place.THIS_MACHINE),
        ("fe80::2%3", Place.THIS_MACHINE),
        ("2003:abcd::2", Place.THIS_MACHINE),
        ("192.168.1.3", Place.HOME_NETWORK),
        ("10.255.0.1", Place.HOME_NETWORK),
        ("172.17.0.3", Place.HOME_NETWORK),
        ("172.30.32.5", Place.HOME_NETWORK),
        ("169.254.3.4", Place.HOME_NETWORK),
        ("fd12::1", Place.HOME_NETWORK),
        ("2003:abcd::77", Place.HOME_NETWORK),
        ("2a00::1", Place.INTERNET),  # a prefix that short is a provider's, and no link
        ("8.8.8.8", Place.INTERNET),
        ("::ffff:8.8.8.8", Place.INTERNET),
        ("172.32.0.1", Place.INTERNET),
        ("100.64.1.1", Place.UNKNOWN),
        ("192.0.2.1", Place.UNKNOWN),
        ("224.0.0.251", Place.UNKNOWN),
        ("ff0e::1", Place.UNKNOWN),
    ],
)
def test_an_address_is_no_further_inside_than_can_be_shown(address: str, place: Place) -> None:
    assert place_of_address(ip_address(address), MACHINE) is place


def test_the_supervisors_bridge_is_this_machine_where_this_machine_is_its_gate() -> None:
    app = ip_address("172.30.33.4")
    assert place_of_address(app, SUPERVISED) is Place.THIS_MACHINE
    assert place_of_address(app, MACHINE) is Place.HOME_NETWORK
    assert place_of_address(ip_address("172.30.34.4"), SUPERVISED) is Place.HOME_NETWORK


@given(st.ip_addresses())
def test_a_stranger_has_nothing_of_this_machine(address: Any) -> None:
    if not address.is_loopback and int(address) and not getattr(address, "ipv4_mapped", None):
        assert place_of_address(address, Machine()) is not Place.THIS_MACHINE


@pytest.mark.parametrize(
    ("configuration", "hosts"),
    [
        ({"host": "192.168.1.9", "port": 10300}, ["192.168.1.9"]),
        ({"host": "Core-Whisper."}, ["core-whisper"]),
        ({"url": "http://NAS.local:11434/api"}, ["nas.local"]),
        ({"base_url": "http://[fd12::1]:8080/v1", "api_key": "secret"}, ["fd12::1"]),
        ({"host": "fd12::1"}, ["fd12::1"]),
        ({"host": "[fd12::1]"}, ["fd12::1"]),
        ({"host": "whisper:10300"}, ["whisper"]),
        ({"anything": "https://api.example.com/v1"}, ["api.example.com"]),
        ({"uri": "unix:///run/voice.sock"}, [THIS_MACHINE]),
        ({"prompt": "Look at https://example.com when asked"}, []),
        ({"model": "llama3", "ghost": "casper", "skip": "yes"}, []),
        ({"host": "", "url": " "}, []),
        ({"url": "http://[broken"}, ["http://[broken"]),
        ({"servers": {"host": "one"}, "more": [{"url": "http://two"}]}, ["one", "two"]),
        ({"host": ["one", "two"]}, ["one", "two"]),
    ],
)
def test_the_hosts_of_a_configuration_are_found(configuration: dict[str, Any], hosts: list[str]) -> None:
    assert list(hosts_in(configuration)) == hosts


@pytest.mark.parametrize("host", ["localhost", "whisper.localhost"])
def test_localhost_needs_no_asking(host: str) -> None:
    assert literal(host) == IPv4Address("127.0.0.1")


def test_a_name_must_be_asked_for() -> None:
    assert literal("localhost.example.com") is None


@given(st.dictionaries(st.text(max_size=9) | st.sampled_from(["host", "url"]), st.text(max_size=30), max_size=3))
def test_no_configuration_breaks_it(configuration: dict[str, str]) -> None:
    assert all(isinstance(host, str) for host in hosts_in(configuration))
