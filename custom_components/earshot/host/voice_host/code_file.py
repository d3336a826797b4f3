"""Where a host keeps its pairing code: one line in a file that only its owner may read, made by whoever comes first."""

import os
from pathlib import Path
import tempfile

from .pairing import PairingCodeError, code_of, make_secret, secret_of


class CodeFileError(Exception):
    """The file can be neither read nor made, or is no code. The message is a sentence for the person who named it."""


def ensure(path: Path) -> bytes:
    """Return the secret of the code in the file, which is made with a new one where it is not there.

    Safe when two processes do it at once: both return the same. Raises CodeFileError.
    """
    try:
        if not path.exists():
            _make(path)
        return secret_of(path.read_text(encoding="ascii"))
    except OSError as error:
        raise CodeFileError(f"The pairing code in {path} cannot be read or made: {error.strerror}.") from error
    except (PairingCodeError, UnicodeDecodeError) as error:
        raise CodeFileError(f"What is in {path} is no pairing code; remove the file for a new one.") from error


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".code-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{code_of(make_secret())}\n")
            file.flush()
            os.fsync(file.fileno())
        # A link is made whole or not at all, and never over another one.
        path.hardlink_to(name)
    except FileExistsError:
        return
    finally:
        Path(name).unlink()
