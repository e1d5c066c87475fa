"""A sentence model from a local folder as one more space: optional, and downloaded by nobody here.

The folder holds `model.onnx` and `tokenizer.json`. Models that give one vector a sentence are used
as they are; of those that give one a word, the mean is taken. Needs the extra `semantic`.
"""

import importlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from counterpoint.domain.matching.engine import EngineRefused
from counterpoint.integrations.engines.vectors import Floats

LONGEST_TOKENS = 256
TOGETHER = 32
NEEDED = ("model.onnx", "tokenizer.json")


class SentenceModelRefused(EngineRefused):
    """The folder or the extra packages are not there; the message says what to do."""


def sentence_space(folder: Path) -> "SentenceSpace":
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if missing:
        raise SentenceModelRefused(
            f"COUNTERPOINT_SENTENCE_MODEL: {folder} has no {' and no '.join(missing)}."
        )
    return SentenceSpace(folder)


class SentenceSpace:
    name = "sentences"
    trust = 1.0

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def dimensions(self) -> int:
        return int(self.place(["a"]).shape[1])

    @cached_property
    def grains(self) -> tuple[int, ...]:
        return (self.dimensions,)

    def place(self, texts: Sequence[str]) -> Floats:
        pieces = [
            self._place(texts[start : start + TOGETHER])
            for start in range(0, len(texts), TOGETHER)
        ]
        return np.concatenate(pieces)

    @cached_property
    def _session(self) -> Any:
        runtime = _imported("onnxruntime")
        options = runtime.SessionOptions()
        # One thread: a web process answers several questions at once already.
        options.intra_op_num_threads = 1
        return runtime.InferenceSession(
            str(self._folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )

    @cached_property
    def _tokenizer(self) -> Any:
        tokenizer = _imported("tokenizers").Tokenizer.from_file(
            str(self._folder / "tokenizer.json")
        )
        tokenizer.enable_truncation(LONGEST_TOKENS)
        tokenizer.enable_padding()
        return tokenizer

    def _place(self, texts: Sequence[str]) -> Floats:
        read = self._tokenizer.encode_batch(list(texts))
        given = {
            "input_ids": np.array([one.ids for one in read], dtype=np.int64),
            "attention_mask": np.array([one.attention_mask for one in read], dtype=np.int64),
            "token_type_ids": np.array([one.type_ids for one in read], dtype=np.int64),
        }
        wanted = {put.name for put in self._session.get_inputs()}
        answer = self._session.run(None, {name: given[name] for name in wanted})[0]
        vectors = answer if answer.ndim == 2 else _mean(answer, given["attention_mask"])
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        placed: Floats = (vectors / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)
        return placed


def _mean(words: Any, mask: Any) -> Any:
    counted = mask[:, :, None].astype(np.float32)
    return (words * counted).sum(axis=1) / np.maximum(counted.sum(axis=1), 1.0)


def _imported(package: str) -> Any:
    try:
        return importlib.import_module(package)
    except ImportError:
        raise SentenceModelRefused(
            "A sentence model is configured, but the packages that read it are not installed: "
            "pip install 'counterpoint[semantic]'."
        ) from None
