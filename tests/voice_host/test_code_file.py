"""The file of the pairing code: made once, for its owner only, by whoever comes first."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import stat

import pytest

from voice_host.code_file import CodeFileError, ensure
from voice_host.pairing import code_of, make_secret, secret_of


def test_it_is_made_with_its_folder_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "data" / "code"
    secret = ensure(path)
    assert secret_of(path.read_text()) == secret
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert ensure(path) == secret
    assert [file.name for file in path.parent.iterdir()] == ["code"]


def test_a_code_that_a_person_wrote_there_is_used(tmp_path: Path) -> None:
    secret = make_secret()
    (tmp_path / "code").write_text(f"{code_of(secret).lower()}\n")
    assert ensure(tmp_path / "code") == secret


def test_many_at_once_have_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(ensure, [tmp_path / "code"] * 32))) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["code"]


def test_what_is_no_code_is_one_sentence_that_does_not_repeat_it(tmp_path: Path) -> None:
    (tmp_path / "code").write_text("hunter2")
    with pytest.raises(CodeFileError, match="no pairing code; remove") as refused:
        ensure(tmp_path / "code")
    assert "hunter2" not in str(refused.value)


def test_bytes_are_no_code_either(tmp_path: Path) -> None:
    (tmp_path / "code").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CodeFileError):
        ensure(tmp_path / "code")


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CodeFileError, match="cannot be read or made: "):
        ensure(tmp_path / "file" / "code")
