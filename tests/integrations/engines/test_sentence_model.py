"""The optional third leg. The packages that run real models are an extra, so here they are played
by small fakes with the same manners; the space around them is the real one."""

from types import SimpleNamespace

import numpy as np
import pytest

from counterpoint.domain.matching.engine import SearchDocument, SearchQuery, State
from counterpoint.integrations.engines import sentence_model
from counterpoint.integrations.engines.fused import FusedEngine
from counterpoint.integrations.engines.sentence_model import (
    SentenceModelRefused,
    sentence_space,
)
from counterpoint.integrations.engines.tantivy_store import TantivyStore

# What the made-up model has learned: the two words of a line mean the same.
LIKE = {"lonely": 1, "isolation": 1, "falls": 2, "tumbling": 2, "clay": 3, "pottery": 3}


class Tokenizer:
    @classmethod
    def from_file(cls, path):
        return cls()

    def enable_truncation(self, longest):
        self.longest = longest

    def enable_padding(self):
        self.is_padded = True

    def encode_batch(self, texts):
        ids = [[LIKE.get(word, 0) for word in text.split()][: self.longest] for text in texts]
        widest = max(map(len, ids))
        return [
            SimpleNamespace(
                ids=one + [0] * (widest - len(one)),
                attention_mask=[1] * len(one) + [0] * (widest - len(one)),
                type_ids=[0] * widest,
            )
            for one in ids
        ]


class Session:
    """A vector a word; what is padded is nonsense that must not count."""

    def __init__(self, path, options, providers):
        self.options = options

    def get_inputs(self):
        return [SimpleNamespace(name="input_ids"), SimpleNamespace(name="attention_mask")]

    def run(self, names, given):
        words = np.eye(4, dtype=np.float32)[given["input_ids"]]
        words[given["attention_mask"] == 0] = 99
        return [words]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in sentence_model.NEEDED:
        (tmp_path / name).write_text("{}", encoding="utf-8")
    runtime = SimpleNamespace(SessionOptions=SimpleNamespace, InferenceSession=Session)
    packages = {"onnxruntime": runtime, "tokenizers": SimpleNamespace(Tokenizer=Tokenizer)}
    monkeypatch.setattr(sentence_model, "_imported", packages.__getitem__)
    return tmp_path


def test_texts_of_equal_meaning_have_equal_places(folder):
    lonely, isolated, clay = sentence_space(folder).place(["lonely", "isolation here", "clay"])
    assert lonely @ isolated == pytest.approx(1 / np.sqrt(2), abs=1e-3)
    assert lonely @ clay == pytest.approx(0)


def test_longer_neighbours_do_not_change_a_place(folder):
    space = sentence_space(folder)
    alone, beside = space.place(["falls"])[0], space.place(["falls", "clay clay clay clay"])[0]
    assert np.allclose(alone, beside)


def test_it_is_a_leg_of_its_own_and_an_index_without_it_is_stale(folder, tmp_path):
    records = [SearchDocument(word, "", word) for word in ("tumbling", "pottery", "isolation")]
    plain = FusedEngine(tmp_path / "search", TantivyStore())
    plain.rebuild(records, vocabulary="v", position="1")
    assert plain.search(SearchQuery(text="lonely")).hits == ()
    engine = FusedEngine(tmp_path / "search", TantivyStore(), (sentence_space(folder),))
    assert engine.health(vocabulary="v").state is State.STALE
    engine.rebuild(records, vocabulary="v", position="1")
    assert engine.health(vocabulary="v").state is State.READY
    assert engine.search(SearchQuery(text="lonely")).hits[0].key == "isolation"


def test_a_folder_without_a_model_is_refused_with_what_is_missing(tmp_path):
    with pytest.raises(
        SentenceModelRefused, match=r"has no model\.onnx and no tokenizer\.json"
    ):
        sentence_space(tmp_path)


def test_without_the_extra_packages_it_says_what_to_install(tmp_path):
    with pytest.raises(SentenceModelRefused, match=r"counterpoint\[semantic\]"):
        sentence_model._imported("counterpoint_has_no_such_package")
