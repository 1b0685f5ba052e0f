"""A linear model per type over what the words of a unit, of the one before it and its place say."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from joblib import Parallel, delayed
from scipy import sparse
from sklearn.preprocessing import normalize
from sklearn.svm import LinearSVC

# Documents frequencies below which a feature is left out, by its kind.
LEAST = {"w": 3, "b": 9, "p": 10, "r": 1, "at": 1, "first": 1}
# Kinds whose values are brought to length 1 together, or that are just there, and what they count.
NORMALIZED = [(("w", "b"), 1.0), (("p",), 0.5)]
FLAGS = [(("r",), 0.3), (("at", "first"), 0.15)]


def kind(name: str) -> str:
    return name.split(":", 1)[0]


@dataclass
class Model:
    """Weights (features × types) and biases over a vectorizer's numbers."""

    vectorizer: "Vectorizer"
    weights: np.ndarray
    biases: np.ndarray

    def scores(self, units: list[list[str]]) -> np.ndarray:
        return self.vectorizer.matrix(units) @ self.weights + self.biases


class Vectorizer:
    """Turns names of features into the numbers that plugins/clauses/contract-clauses/linear.ts computes likewise."""

    def __init__(self, units: list[list[str]], least=LEAST, normalized=NORMALIZED, flags=FLAGS):
        seen = Counter(name for names in units for name in set(names))
        self.names = sorted(name for name, count in seen.items() if count >= least.get(kind(name), 1 << 30))
        self.normalized, self.flags = normalized, flags
        self.index = {name: column for column, name in enumerate(self.names)}
        self.idf = np.array([np.log((1 + len(units)) / (1 + seen[name])) + 1 for name in self.names], dtype=np.float32)
        self.kinds = np.array([kind(name) for name in self.names])

    def matrix(self, units: list[list[str]]) -> sparse.csr_matrix:
        rows, columns, values = [], [], []
        for row, names in enumerate(units):
            for name, count in Counter(names).items():
                column = self.index.get(name)
                if column is not None:
                    rows.append(row)
                    columns.append(column)
                    values.append((1 + np.log(count)) * self.idf[column])
        whole = sparse.csr_matrix((values, (rows, columns)), shape=(len(units), len(self.names)), dtype=np.float32)
        parts = sparse.csr_matrix(whole.shape, dtype=np.float32)
        for kinds, weight in self.normalized:
            parts = parts + normalize(whole @ self.only(kinds)) * weight
        for kinds, weight in self.flags:
            flags = whole @ self.only(kinds)
            flags.data[:] = np.where(flags.data != 0, weight, 0)
            parts = parts + flags
        return parts.tocsr()

    def only(self, kinds: tuple[str, ...]) -> sparse.dia_matrix:
        return sparse.diags(np.isin(self.kinds, kinds).astype(np.float32))


def fit(
    matrix: sparse.csr_matrix, states: np.ndarray, weights: np.ndarray, unsure: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Weights (features × types) and biases. Of what is unsure nothing is learned."""

    def one(column: int):
        stated = states[:, column]
        if stated.sum() == 0:
            return np.zeros(matrix.shape[1]), -1.0
        sure = np.flatnonzero(unsure[:, column] == 0)
        model = LinearSVC(C=1.0, tol=1e-3, random_state=7).fit(matrix[sure], stated[sure], sample_weight=weights[sure])
        return model.coef_[0], model.intercept_[0]

    fitted = Parallel(n_jobs=-1)(delayed(one)(column) for column in range(states.shape[1]))
    return np.stack([each[0] for each in fitted], axis=1), np.array([each[1] for each in fitted])
