from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings, strategies as st
import numpy as np
from onnx import ModelProto, TensorProto, helper, numpy_helper, save
from onnx.external_data_helper import convert_model_to_external_data
import pytest

from voice_host.engines.wake.custom import MAX_FILE_BYTES, custom_heads, word_name
from voice_host.engines.wake.head import Head, load_head

from .conftest import Detect, Serve, Sound, tiny_head


def problem(folder: Path) -> str:
    [sentence] = custom_heads(folder)
    assert isinstance(sentence, str)
    return sentence


def test_a_head_in_the_folder_is_a_word_of_its_own(tmp_path: Path, serve: Serve) -> None:
    save(tiny_head(), tmp_path / "Computer-please_v0.2.onnx")

    with serve(tmp_path) as engine:
        [word] = [word for word in engine.words if word.custom]
        assert engine.problems == ()

    assert (word.name, word.phrase, word.languages) == ("computer_please", "Computer Please", ())


def test_a_custom_head_scores_as_its_graph_says(tmp_path: Path) -> None:
    model = tiny_head(seed=3)
    save(model, tmp_path / "computer.onnx")
    features = np.random.default_rng(5).normal(size=(4, 16, 96)).astype(np.float32)

    [head] = custom_heads(tmp_path)

    assert isinstance(head, Head)
    weights = numpy_helper.to_array(model.graph.initializer[0])
    expected = 1 / (1 + np.exp(-features.reshape(4, -1) @ weights))
    np.testing.assert_allclose(head.score(features), expected[:, 0], atol=1e-6)


def test_a_head_that_looks_further_back_is_used(tmp_path: Path, detect: Detect, no_wake_word: Sound) -> None:
    save(tiny_head(frames=28, bias=3.0), tmp_path / "long.onnx")

    [detection] = detect(no_wake_word.tobytes(), names=["long"], folder=tmp_path)

    assert detection.name == "long"


def test_a_head_whose_graph_is_for_one_stream_only_scores_many(tmp_path: Path) -> None:
    reshape = [
        helper.make_node("Constant", [], ["one"], value=numpy_helper.from_array(np.array([1, 1]), "one")),
        helper.make_node("Reshape", ["score", "one"], ["reshaped"]),
    ]
    save(tiny_head(nodes=reshape), tmp_path / "single.onnx")
    features = np.random.default_rng(5).normal(size=(4, 16, 96)).astype(np.float32)

    [head] = custom_heads(tmp_path)

    assert isinstance(head, Head)
    plain = load_head("plain", tiny_head())
    np.testing.assert_allclose(head.score(features), plain.score(features), atol=1e-6)


def test_a_head_that_mixes_the_streams_of_a_batch_scores_each_by_itself(tmp_path: Path) -> None:
    above_the_mean = [
        helper.make_node("ReduceMean", ["score"], ["mean"], axes=[0], keepdims=1),
        helper.make_node("Sub", ["score", "mean"], ["above"]),
        helper.make_node("Sigmoid", ["above"], ["mixed"]),
    ]
    save(tiny_head(nodes=above_the_mean), tmp_path / "mixing.onnx")

    [head] = custom_heads(tmp_path)

    assert isinstance(head, Head)
    scores = head.score(np.random.default_rng(5).normal(size=(4, 16, 96)).astype(np.float32))
    np.testing.assert_array_equal(scores, [0.5] * 4)


def test_a_file_replaces_the_shipped_word_of_the_same_name(tmp_path: Path, serve: Serve) -> None:
    save(tiny_head(), tmp_path / "alexa_v9.onnx")

    with serve(tmp_path) as engine:
        assert [word.custom for word in engine.words if word.name == "alexa"] == [True]


def test_two_files_of_one_name_are_a_problem(tmp_path: Path, serve: Serve) -> None:
    save(tiny_head(), tmp_path / "computer.onnx")
    save(tiny_head(), tmp_path / "computer_v2.onnx")

    with serve(tmp_path) as engine:
        assert engine.problems == ("More than one file holds the wake word computer: the first by name is used.",)


def test_a_folder_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    assert list(custom_heads(tmp_path / "none")) == []


@pytest.mark.parametrize("content", [b"", b"not a model", b"\x00" * 1000, b"\x0a\xff\xff\xff\xff\x0f"])
def test_a_file_that_is_no_model_is_a_problem(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "broken.onnx").write_bytes(content)

    assert problem(tmp_path) == "The wake word file broken.onnx is not used: it is not an ONNX model."


def test_any_cut_of_a_file_is_a_problem_and_never_a_crash(tmp_path: Path) -> None:
    whole = tiny_head().SerializeToString()
    for size in range(0, len(whole), 97):
        (tmp_path / "cut.onnx").write_bytes(whole[:size])

        assert problem(tmp_path).startswith("The wake word file cut.onnx is not used: it ")


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=4), st.integers(0, 4)), min_size=1, max_size=8)
)
def test_any_change_of_a_file_gives_a_head_or_a_problem(changes: list[tuple[int, bytes, int]], tmp_path: Path) -> None:
    content = bytearray(tiny_head().SerializeToString())
    structure = [*range(100), *range(len(content) - 200, len(content))]
    for place, inserted, removed in changes:
        start = structure[place % len(structure)]
        content[start : start + removed] = inserted
    (tmp_path / "changed.onnx").write_bytes(content)

    [found] = custom_heads(tmp_path)

    match found:
        case Head():
            found.score(np.zeros((2, found.frames, 96), np.float32))
        case sentence:
            assert sentence.startswith("The wake word file changed.onnx is not used: it ")
            assert sentence.isprintable()


def test_an_operator_whose_name_is_not_text_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "odd.onnx").write_bytes(tiny_head().SerializeToString().replace(b"Flatten", b"Fl\xfftten"))

    assert problem(tmp_path).startswith("The wake word file odd.onnx is not used: it ")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.onnx").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)

    assert "larger than 16 MiB" in problem(tmp_path)


def test_a_name_without_letters_is_a_problem(tmp_path: Path) -> None:
    save(tiny_head(), tmp_path / "---.onnx")

    assert "has no letters in its name" in problem(tmp_path)


@pytest.mark.parametrize(
    ("stem", "name"),
    [("Hey_Computer", "hey_computer"), ("ok nabu", "ok_nabu"), ("a.b_v1", "a_b"), ("dino-v2", "dino_v2")],
)
def test_a_name_is_made_of_the_file_name(stem: str, name: str) -> None:
    assert word_name(stem) == name


def other_operator() -> ModelProto:
    return tiny_head(nodes=[helper.make_node("RandomUniformLike", ["score"], ["random"])])


def other_domain() -> ModelProto:
    model = tiny_head(nodes=[helper.make_node("Read", ["score"], ["file"], domain="com.example")])
    model.opset_import.append(helper.make_opsetid("com.example", 1))
    return model


def two_outputs() -> ModelProto:
    model = tiny_head()
    model.graph.output.append(helper.make_tensor_value_info("sum", TensorProto.FLOAT, [1, 1]))
    return model


def not_a_score() -> ModelProto:
    return tiny_head(nodes=[helper.make_node("Add", ["score", "score"], ["more"])], bias=5)


def of_another_width() -> ModelProto:
    model = tiny_head()
    model.graph.input[0].type.tensor_type.shape.dim[2].dim_value = 40
    return model


def huge_values() -> ModelProto:
    shape = numpy_helper.from_array(np.array([100_000, 100_000]), "shape")
    return tiny_head(
        nodes=[
            helper.make_node("Constant", [], ["shape"], value=shape),
            helper.make_node("Expand", ["score", "shape"], ["huge"]),
            helper.make_node("ReduceMax", ["huge"], ["largest"], keepdims=1),
        ]
    )


def endless_loop() -> ModelProto:
    body = helper.make_graph([], "body", [], [])
    return tiny_head(nodes=[helper.make_node("Loop", ["", ""], ["looped"], body=body)])


@pytest.mark.parametrize(
    ("make", "because"),
    [
        (other_operator, "uses operators that no wake word needs: RandomUniformLike"),
        (other_domain, "uses operators that are not ONNX's own"),
        (two_outputs, "does not have one input and one output"),
        (not_a_score, "does not answer with a score between 0 and 1"),
        (of_another_width, "it "),
        (huge_values, "makes values far larger than a wake word needs"),
        (endless_loop, "uses operators that no wake word needs: Loop"),
    ],
)
def test_a_model_that_is_no_wake_word_is_a_problem(
    make: Callable[[], ModelProto], because: str, tmp_path: Path
) -> None:
    (tmp_path / "odd.onnx").write_bytes(make().SerializeToString())

    assert because in problem(tmp_path)


def test_a_model_that_would_read_another_file_is_a_problem(tmp_path: Path) -> None:
    model = tiny_head()
    convert_model_to_external_data(model, location="../elsewhere", size_threshold=0)
    (tmp_path / "outside.onnx").write_bytes(model.SerializeToString())

    assert "keeps its weights in another file" in problem(tmp_path)


def test_a_head_that_fails_while_listening_is_silent_from_then_on(caplog: pytest.LogCaptureFixture) -> None:
    head = load_head("computer", tiny_head())

    scores = [head.score(np.zeros((2, 3, 7), np.float32)) for _ in range(2)]

    assert np.isnan(scores).all()
    assert [record.message for record in caplog.records] == [
        "The wake word computer failed while listening and is not listened for any more"
    ]
