from pathlib import Path
import subprocess
import sys

import pytest

from voice_host.engines.wake import create_wake_engine, shipped

HOST = Path(__file__).parents[4] / "custom_components" / "earshot" / "host"


def test_the_package_is_found_and_never_imported() -> None:
    program = (
        "import sys; from voice_host.engines.wake import create_wake_engine as create;"
        "engine = create(None, thresholds={}, trigger_level=1); engine.stop();"
        "print(len(engine.words), sorted({'openwakeword', 'sklearn', 'scipy'} & set(sys.modules)))"
    )

    answer = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": str(HOST)}, capture_output=True, text=True, check=True
    )

    assert answer.stdout == "4 []\n"
    assert answer.stderr == ""


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "PACKAGE", "openwakeword_that_is_not_installed")

    with pytest.raises(LookupError, match="openwakeword_that_is_not_installed is not installed"):
        create_wake_engine(None, thresholds={}, trigger_level=1)


def test_a_package_without_its_models_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hollow_package").mkdir()
    (tmp_path / "hollow_package" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(shipped, "PACKAGE", "hollow_package")

    with pytest.raises(LookupError, match=r"has no melspectrogram.onnx and no embedding_model.onnx"):
        shipped.find_shipped_models()
