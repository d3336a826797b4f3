from hypothesis import example, given, strategies as st
import pytest

from voice_host.engines.tts import languages


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("en_US", "en-US"),
        ("EN-us", "en-US"),
        ("zh_hans_cn", "zh-Hans-CN"),
        ("es-419", "es-419"),
        ("en-gb-x-rp", "en-GB-x-rp"),
    ],
)
def test_a_tag_is_written_as_bcp_47_recommends(written: str, normal: str) -> None:
    assert languages.normal(written) == normal


@given(st.text(max_size=40))
@example("-ß0")
def test_writing_a_tag_twice_changes_nothing(tag: str) -> None:
    assert languages.normal(languages.normal(tag)) == languages.normal(tag)


def test_a_closer_language_fits_better() -> None:
    offers = ["en-GB", "en-US-x-south", "en", "en-US"]
    ranked = sorted(offers, key=lambda tag: (languages.fit("en-US", tag), tag))
    assert ranked == ["en-US", "en", "en-US-x-south", "en-GB"]


@pytest.mark.parametrize(("wanted", "offered"), [("nn", "nb"), ("zh-HK", "yue"), ("no", "nb"), ("nn-NO", "nb-NO")])
def test_a_language_known_under_another_tag_fits(wanted: str, offered: str) -> None:
    assert languages.fit(wanted, offered) is not None


@pytest.mark.parametrize(("wanted", "offered"), [("en", "de"), ("de", "den"), ("e", "en"), ("zh", "yue")])
def test_another_language_does_not_fit(wanted: str, offered: str) -> None:
    assert languages.fit(wanted, offered) is None
