"""Which types of clause a question is about: a softmax over its words, their letters and its vector."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from .corpus import ROOT, type_id
from .linear import Vectorizer

LEAST = {"w": 1, "b": 2, "c": 3}
NORMALIZED = [(("w", "b"), 1.0), (("c",), 1.0)]
# What the vector of the built-in embedder counts, which has length 1.
VECTOR = 1.5
C = 20.0
FOLDS = 5


@dataclass
class Questions:
    texts: list[str]
    types: np.ndarray
    features: list[list[str]]
    vectors: np.ndarray


@dataclass
class Model:
    """Logits of a text are `temperature` times (numbers @ weights + biases)."""

    vectorizer: Vectorizer
    weights: np.ndarray
    biases: np.ndarray
    temperature: float

    def logits(self, features: list[list[str]], vectors: np.ndarray) -> np.ndarray:
        return self.temperature * (numbers(self.vectorizer, features, vectors) @ self.weights + self.biases)


def read(table: Path, taxonomy: list[dict], corpus: Path, work: Path) -> Questions:
    """Our own phrasings, the plain question of each type, and the one that the corpus asks."""
    with table.open(encoding="utf8") as lines:
        asked = [tuple(line.rstrip("\n").split("\t")) for line in lines if line.strip()]
    asked += [(each["id"], each["question"]) for each in taxonomy]
    with (corpus / "queries.jsonl").open(encoding="utf8") as lines:
        asked += sorted({(type_id(each["category"]), each["text"]) for each in map(json.loads, lines)})
    source, target = work / "questions.txt", work / "questions.jsonl"
    source.write_text("\n".join(text for _, text in asked), encoding="utf8")
    subprocess.run(["npx", "node", "training/clauses/export-questions.ts", source, target], cwd=ROOT, check=True)
    with target.open(encoding="utf8") as lines:
        seen = [json.loads(line) for line in lines]
    return Questions(
        [text for _, text in asked],
        np.array([name for name, _ in asked]),
        [each["features"] for each in seen],
        np.array([each["vector"] for each in seen], dtype=np.float32),
    )


def numbers(vectorizer: Vectorizer, features: list[list[str]], vectors: np.ndarray) -> sparse.csr_matrix:
    return sparse.hstack([vectorizer.matrix(features), sparse.csr_matrix(vectors * VECTOR)]).tocsr()


def softmax(features: list[list[str]], vectors: np.ndarray, wanted: np.ndarray, types: list[str]):
    vectorizer = Vectorizer(features, LEAST, NORMALIZED, [])
    model = LogisticRegression(C=C, max_iter=200).fit(numbers(vectorizer, features, vectors), wanted)
    order = [list(model.classes_).index(name) for name in types]
    return vectorizer, model.coef_[order].T, model.intercept_[order]


def unseen(asked: Questions, types: list[str]) -> np.ndarray:
    """Logits of each question by a model that never saw it."""
    folds = np.random.RandomState(2).permutation(len(asked.texts)) % FOLDS
    logits = np.zeros((len(asked.texts), len(types)))
    for fold in range(FOLDS):
        seen, rest = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        pick = [asked.features[row] for row in seen]
        model = Model(*softmax(pick, asked.vectors[seen], asked.types[seen], types), 1.0)
        logits[rest] = model.logits([asked.features[row] for row in rest], asked.vectors[rest])
        print(f"questions: fold {fold + 1} of {FOLDS}", flush=True)
    return logits


def log_loss(logits: np.ndarray, wanted: np.ndarray) -> float:
    shifted = logits - logits.max(axis=1, keepdims=True)
    return float((np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(wanted)), wanted]).mean())


def fit(asked: Questions, types: list[str]) -> tuple[Model, np.ndarray]:
    """The model, and the logits of the cross-validation by which its temperature is chosen."""
    logits = unseen(asked, types)
    wanted = np.array([types.index(name) for name in asked.types])
    temperature = min(np.arange(0.3, 2.01, 0.05), key=lambda each: log_loss(each * logits, wanted))
    model = Model(*softmax(asked.features, asked.vectors, asked.types, types), float(temperature))
    return model, logits * temperature
