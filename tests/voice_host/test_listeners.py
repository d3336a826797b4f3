from pathlib import Path
import socket
import stat

import pytest

from voice_host.config import UnixAddress
from voice_host.listeners import ListenError, listen


def test_it_listens_where_only_we_can_go(socket_folder: Path) -> None:
    path = socket_folder / "s"
    (listening,) = listen([UnixAddress(path)])
    with listening, socket.socket(socket.AF_UNIX) as client:
        client.connect(str(path))
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_socket_of_a_process_that_is_gone_is_replaced(socket_folder: Path) -> None:
    path = socket_folder / "s"
    for _ in range(2):
        (listening,) = listen([UnixAddress(path)])
        listening.close()
    assert path.is_socket()


def test_a_socket_that_answers_is_not_taken_away(socket_folder: Path) -> None:
    path = socket_folder / "s"
    (listening,) = listen([UnixAddress(path)])
    with listening, pytest.raises(ListenError, match="Another process listens"):
        listen([UnixAddress(path)])
    assert path.is_socket()


def test_a_file_that_is_no_socket_is_not_removed(socket_folder: Path) -> None:
    path = socket_folder / "s"
    path.write_text("kept")
    with pytest.raises(ListenError, match="is no socket"):
        listen([UnixAddress(path)])
    assert path.read_text() == "kept"


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o701, 0o500])
def test_a_folder_that_others_may_enter_is_refused(socket_folder: Path, mode: int) -> None:
    folder = socket_folder / "open"
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(ListenError, match="mode 0700"):
        listen([UnixAddress(folder / "s")])


def test_a_link_to_a_good_folder_is_refused(socket_folder: Path) -> None:
    (socket_folder / "good").mkdir(0o700)
    (socket_folder / "link").symlink_to(socket_folder / "good")
    with pytest.raises(ListenError, match="mode 0700"):
        listen([UnixAddress(socket_folder / "link" / "s")])


def test_a_folder_of_somebody_else_is_refused(socket_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 12345)
    with pytest.raises(ListenError, match="our own"):
        listen([UnixAddress(socket_folder / "s")])


def test_a_folder_that_is_not_there_is_a_clear_sentence(socket_folder: Path) -> None:
    with pytest.raises(ListenError, match="No such file or directory"):
        listen([UnixAddress(socket_folder / "none" / "s")])


def test_one_bad_address_leaves_none_open(socket_folder: Path) -> None:
    path = socket_folder / "s"
    with pytest.raises(ListenError):
        listen([UnixAddress(path), UnixAddress(socket_folder / "none" / "s")])
    with socket.socket(socket.AF_UNIX) as client:
        assert client.connect_ex(str(path)) != 0
