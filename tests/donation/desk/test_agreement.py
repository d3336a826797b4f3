import pytest

from custom_components.earshot.donation.desk.agreement import Settled, Verdict, complete, normalised, settle
from custom_components.earshot.donation.label import Label
from custom_components.earshot.donation.purposes import Purpose

LIGHT = Label(words="Turn on the light", quality="good")
NIGHT = Label(words="Turn on the night", quality="good")
SIGHT = Label(words="Turn on the sight", quality="good")
UNUSABLE = Label(quality="unusable")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Turn on the light.", "turn on the  light"),
        ("Don't!", "dont"),
        ("Don\u2019t", "don't"),
        ("living-room", "Living room"),
        ("Stra\u00dfe", "strasse"),
        ("caf\u00e9", "cafe\u0301"),
        ("\uff11\uff12", "12"),
        ("\u00bfqu\u00e9?", "qu\u00e9"),
    ],
)
def test_words_that_sound_the_same_are_the_same(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"), [("5 minutes", "five minutes"), ("light", "lights"), ("r\u00e9sum\u00e9", "resume")]
)
def test_words_that_differ_stay_different(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@pytest.mark.parametrize(
    ("labels", "verdict"),
    [
        ((), Verdict.OPEN),
        ((LIGHT,), Verdict.OPEN),
        ((LIGHT, LIGHT), Verdict.ACCEPTED),
        ((LIGHT, NIGHT), Verdict.OPEN),
        ((LIGHT, NIGHT, LIGHT), Verdict.ACCEPTED),
        ((NIGHT, LIGHT, LIGHT), Verdict.ACCEPTED),
        ((LIGHT, NIGHT, SIGHT), Verdict.REJECTED),
        ((UNUSABLE,), Verdict.OPEN),
        ((UNUSABLE, UNUSABLE), Verdict.REJECTED),
        ((UNUSABLE, LIGHT), Verdict.OPEN),
        ((UNUSABLE, LIGHT, LIGHT), Verdict.ACCEPTED),
        ((LIGHT, UNUSABLE, UNUSABLE), Verdict.REJECTED),
    ],
)
def test_two_who_agree_settle_it_and_else_a_third_does(labels: tuple[Label, ...], verdict: Verdict) -> None:
    assert settle(labels, Purpose.SPEECH).verdict is verdict


def test_what_is_published_is_as_the_first_who_was_right_wrote_it() -> None:
    shouted = Label(words="TURN ON THE LIGHT", quality="noisy")
    assert settle([NIGHT, LIGHT, shouted], Purpose.SPEECH) == Settled(
        verdict=Verdict.ACCEPTED, label=Label(words="Turn on the light", quality="noisy")
    )


@pytest.mark.parametrize("purpose", [Purpose.WAKE_WORDS, Purpose.FALSE_WAKES])
def test_of_a_wake_word_the_word_counts_and_not_what_was_said(purpose: Purpose) -> None:
    right = Label(words="hello", wake_word="right", quality="good")
    assert settle([right, Label(wake_word="right", quality="good")], purpose).verdict is Verdict.ACCEPTED
    assert settle([right, Label(wake_word="wrong", quality="good")], purpose).verdict is Verdict.OPEN


@pytest.mark.parametrize("flag", ["accident", "personal_data", "danger"])
def test_whoever_says_that_a_clip_should_not_be_here_need_say_no_more(flag: str) -> None:
    assert complete(Label(quality="good", **{flag: True}), Purpose.SPEECH)  # type: ignore[arg-type]  # one of three flags


def test_a_label_says_what_the_clip_was_given_for() -> None:
    assert complete(LIGHT, Purpose.SPEECH)
    assert complete(UNUSABLE, Purpose.SPEECH)
    assert not complete(Label(words="?!", quality="good"), Purpose.SPEECH)
    assert not complete(Label(wake_word="right", quality="good"), Purpose.SPEECH)
    assert not complete(LIGHT, Purpose.WAKE_WORDS)
    assert complete(Label(wake_word="wrong", quality="good"), Purpose.FALSE_WAKES)
