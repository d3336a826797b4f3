"""What Earshot says of the rules: in every language, whole, and never more than is known."""

import string
import unicodedata

import pytest

from custom_components.earshot.gate.phrases import PHRASES, WHERE, YES, Phrase, Where, phrase, says_yes
from custom_components.earshot.models import Evidence, Place
from custom_components.earshot.policy.classify import Standing

LANGUAGES = ["de", "en", "es", "fr", "it", "nl", "pl", "pt"]
NO = {
    "en": ["no", "no thanks", "don't send it", "yes and no"],
    "de": ["nein", "nein danke", "sende es nicht"],
    "es": ["no", "no lo envíes"],
    "fr": ["non", "ne l'envoie pas"],
    "it": ["no", "non inviarlo"],
    "nl": ["nee", "nee dank je"],
    "pl": ["nie", "nie wysyłaj"],
    "pt": ["não", "não envies"],
}
CLOUD = Standing(Place.INTERNET, Evidence.DECLARED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_phrase_with_its_place(language: str) -> None:
    assert set(PHRASES[language]) == set(Phrase)
    assert set(WHERE[language]) == set(Where)
    for what, text in PHRASES[language].items():
        named = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        assert named == ([] if what is Phrase.NOT_SENT else ["where"])
        assert unicodedata.is_normalized("NFC", text)
        assert text.rstrip()[-1] in ".?"


def test_there_is_no_language_half_done() -> None:
    assert sorted(PHRASES) == sorted(WHERE) == sorted(YES) == sorted(NO) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_yes_is_heard_however_it_is_written_and_a_no_is_none(language: str) -> None:
    for yes in YES[language]:
        assert says_yes(language, yes)
        assert says_yes(language.upper() + "-XX", f" {yes.capitalize()}! ")
        assert says_yes(language, unicodedata.normalize("NFD", yes))
    for no in (*NO[language], "", "…", *(f"{yes} {NO[language][0]}" for yes in YES[language])):
        assert not says_yes(language, no)


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (CLOUD, "a service on the internet"),
        (Standing(Place.UNKNOWN, Evidence.UNKNOWN), "a service that may be on the internet"),
        (Standing(Place.INTERNET, Evidence.UNKNOWN), "a service that may be on the internet"),
        (Standing(Place.HOME_NETWORK, Evidence.UNKNOWN), "a service that may be on the internet"),
        (Standing(Place.HOME_NETWORK, Evidence.DECLARED), "a device on the home network"),
        (Standing(Place.THIS_MACHINE, Evidence.DECLARED), "another program on this machine"),
    ],
)
def test_what_nobody_knows_is_not_said_to_be_known(standing: Standing, said: str) -> None:
    assert phrase("en", Phrase.ASK, standing) == f"That needs {said}. Send it?"


def test_a_language_that_is_not_there_is_answered_in_english() -> None:
    assert phrase("sv", Phrase.NOT_SENT, CLOUD) == phrase("en-GB", Phrase.NOT_SENT, CLOUD)
    assert phrase("pt_BR", Phrase.NOT_SENT, CLOUD) == "Está bem. Não foi enviado."
    assert says_yes("sv", "yes")
