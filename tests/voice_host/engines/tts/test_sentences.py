from hypothesis import given, strategies as st
import pytest

from voice_host.engines.tts.sentences import MAX_PIECE, Sentences, sentences


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The light is on. The door is shut.", ["The light is on.", "The door is shut."]),
        ("Is it? Yes! Good.", ["Is it?", "Yes!", "Good."]),
        (
            "Dr. Smith and J. R. Brown came at 7 p.m. on time. Good.",
            ["Dr. Smith and J. R. Brown came at 7 p.m. on time.", "Good."],
        ),
        ("It costs 3.50 euros. Cheap.", ["It costs 3.50 euros.", "Cheap."]),
        ("It is 21 °C. The window is open.", ["It is 21 °C.", "The window is open."]),
        ("It was 2026. Then it ended.", ["It was 2026.", "Then it ended."]),
        ("Am 3. Mai kommt z. B. Herr Müller. Gut.", ["Am 3. Mai kommt z. B. Herr Müller.", "Gut."]),
        ("Well... maybe. Or... Not at all.", ["Well... maybe.", "Or...", "Not at all."]),
        ("No space.Next sentence.", ["No space.", "Next sentence."]),
        ("Version 1.2.3 of example.com is out.", ["Version 1.2.3 of example.com is out."]),
        ('He said "Really?" and left. "Yes." Good.', ['He said "Really?" and left.', '"Yes."', "Good."]),
        ("一二三。四五！六七？", ["一二三。", "四五！", "六七？"]),  # noqa: RUF001 - a text in Chinese
        ("नमस्ते। कैसे हो।", ["नमस्ते।", "कैसे हो।"]),
        ("First line\nsecond line\n\n  third", ["First line", "second line", "third"]),
        ("no end", ["no end"]),
        ("😀 hello 😀", ["😀 hello 😀"]),
    ],
)
def test_a_text_is_cut_where_a_person_pauses(text: str, pieces: list[str]) -> None:
    assert list(sentences(text)) == pieces


@pytest.mark.parametrize("text", ["", "   ", "...", "\n\n", "?!", "\0", '"."'])
def test_nothing_to_say_gives_no_piece(text: str) -> None:
    assert list(sentences(text)) == []


def test_a_sentence_without_end_is_broken_after_a_clause_or_between_words() -> None:
    clauses = list(sentences("turn on the light, " * 50))
    words = list(sentences("light " * 200))
    assert len(clauses) > 1
    assert all(piece.endswith(",") for piece in clauses)
    assert "".join(words).replace("light", "").strip() == ""


def test_a_word_without_end_is_broken_but_never_before_an_accent() -> None:
    accented = "e\u0301" * MAX_PIECE
    pieces = list(sentences(accented))
    assert len(pieces) > 1
    assert all(piece.startswith("e") for piece in pieces)


@given(st.text(max_size=2000))
def test_no_piece_is_empty_or_too_long_and_nothing_audible_is_lost(text: str) -> None:
    pieces = list(sentences(text))
    assert all(piece.strip() and len(piece) <= MAX_PIECE for piece in pieces)
    said = [character for piece in pieces for character in piece if character.isalnum()]
    assert said == [character for character in text if character.isalnum()]


_SENTENCE_LIKE = st.text(alphabet='aB1é .!?…。,\n")', max_size=900)


@given(_SENTENCE_LIKE, st.lists(st.integers(1, 60), max_size=80))
def test_a_text_that_comes_in_parts_is_cut_like_the_whole(text: str, lengths: list[int]) -> None:
    cutter, rest = Sentences(), text
    pieces: list[str] = []
    for length in lengths:
        pieces += cutter.feed(rest[:length])
        rest = rest[length:]
    pieces += [*cutter.feed(rest), *cutter.finish()]
    assert pieces == list(sentences(text))


def test_a_sentence_is_given_out_before_the_next_is_complete() -> None:
    cutter = Sentences()
    assert list(cutter.feed("The light is on. The do")) == ["The light is on."]
