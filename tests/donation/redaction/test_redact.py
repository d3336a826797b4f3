"""What could identify somebody is hidden, whatever it is written like."""

from custom_components.earshot.donation.redaction import HomeNames, Kind, redact

NOBODY = HomeNames()


def test_in_a_language_that_is_not_claimed_everything_is_hidden() -> None:
    redacted = redact(" kveiktu á ljósinu\n", "is", NOBODY)
    assert redacted.words == " [unknown]\n"
    assert redacted.counts == {Kind.UNKNOWN: 1}
    (span,) = redacted.spans
    assert (span.begin, span.end, span.first_word, span.end_word) == (1, 18, 0, 3)


def test_no_words_have_nothing_to_hide() -> None:
    assert not redact("", "is", NOBODY).spans
    assert not redact(" \n", "is", NOBODY).spans
