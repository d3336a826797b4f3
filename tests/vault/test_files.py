import errno
import os
from pathlib import Path

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.errors import VaultError
from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault.files import ContentName, replace_file, write_file

IDS = st.from_regex(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}", fullmatch=True)


@given(IDS, st.sampled_from(ContentKind))
def test_a_content_comes_back_from_its_files_stem(utterance_id: str, kind: ContentKind) -> None:
    assert ContentName.parse(str(ContentName(utterance_id, kind))) == ContentName(utterance_id, kind)


@pytest.mark.parametrize(
    "utterance_id",
    ["", ".", "..", "../x", "a/b", "a\\b", "a.b", "a b", "a\n", "a\0", "/etc/passwd", "-a", "ä", "a" * 65, "٣"],
)
def test_an_identifier_that_is_no_plain_name_is_refused(utterance_id: str) -> None:
    with pytest.raises(VaultError) as caught:
        ContentName(utterance_id, ContentKind.WORDS)
    assert not utterance_id.strip(".") or utterance_id not in str(caught.value)


@given(st.text())
def test_any_text_is_a_content_or_none(text: str) -> None:
    name = ContentName.parse(text)
    assert name is None or str(name) == text


def test_a_file_is_replaced_as_a_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for content in (b"one", b"other"):
        replace_file(path, content)
        assert path.read_bytes() == content
        assert path.stat().st_mode & 0o777 == 0o600
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_what_a_crash_left_under_the_name_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"half of something longer")
    write_file(path, b"whole")
    assert path.read_bytes() == b"whole"


def test_what_cannot_be_put_in_place_leaves_no_copy_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    replace_file(path, b"before")

    def refuse(_: Path, __: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        with pytest.raises(OSError, match="error"):
            replace_file(path, b"after")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"before"]
