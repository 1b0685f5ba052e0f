"""Token vectors whose mean, over a sentence, comes near the teacher's vector of the sentence."""

import numpy as np
from scipy import sparse
from tokenizers import Tokenizer

CLS, SEP = 101, 102
PULL_TO_PRIOR = 0.3
STEPS = 25


def count_tokens(tokenizer: Tokenizer, texts: list[str]) -> sparse.csr_matrix:
    rows = [encoding.ids for encoding in tokenizer.encode_batch(texts, add_special_tokens=False)]
    ends = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    tokens = np.concatenate([np.array(row, int) for row in rows])
    counts = sparse.csr_matrix(
        (np.ones(len(tokens), np.float32), tokens, ends), shape=(len(rows), tokenizer.get_vocab_size())
    )
    counts.sum_duplicates()
    return counts


def center(vectors: np.ndarray) -> np.ndarray:
    """Without what all sentences of a source have in common, which tells none from another."""
    vectors = vectors - vectors.mean(0)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def token_prior(teacher, sentences: sparse.csr_matrix, targets: np.ndarray) -> np.ndarray:
    """
    The teacher's vector of each token alone, weighted by its rank in the vocabulary (which is ordered by frequency),
    scaled to fit the sentences. The method of model2vec, https://github.com/MinishLab/model2vec.
    """
    size = sentences.shape[1]
    alone = teacher.encode_ids([[CLS, token, SEP] for token in range(size)])
    prior = (alone - alone.mean(0)) * np.log(2 + np.arange(size, dtype=np.float32))[:, None]
    sums = sentences @ prior
    return prior * ((sums * targets).sum() / (sums * sums).sum())


def fit(sentences: sparse.csr_matrix, targets: np.ndarray, prior: np.ndarray) -> np.ndarray:
    """
    Minimizes |sentences · V - targets|² + PULL_TO_PRIOR · |V - prior|² by preconditioned conjugate gradients, every
    dimension by itself. A token that no sentence has keeps its prior.
    """
    transposed = sentences.T.tocsr()
    diagonal = np.asarray(sentences.multiply(sentences).sum(0)).ravel()[:, None] + PULL_TO_PRIOR
    change = np.zeros_like(prior)
    residual = transposed @ (targets - sentences @ prior)
    scaled = residual / diagonal
    direction = scaled.copy()
    progress = (residual * scaled).sum(0)
    for _ in range(STEPS):
        image = transposed @ (sentences @ direction) + PULL_TO_PRIOR * direction
        step = progress / np.maximum((direction * image).sum(0), 1e-20)
        change += step * direction
        residual -= step * image
        scaled = residual / diagonal
        before, progress = progress, (residual * scaled).sum(0)
        direction = scaled + progress / np.maximum(before, 1e-20) * direction
    return prior + change


def weigh(vectors: np.ndarray, counts: sparse.csr_matrix) -> np.ndarray:
    """Rare tokens count more: times the logarithm of the inverse share of sentences that have the token."""
    having = np.asarray((counts > 0).sum(0)).ravel()
    return vectors * np.log((counts.shape[0] + 1) / (having + 1))[:, None].astype(np.float32)


def reduce(vectors: np.ndarray, dimensions: int) -> np.ndarray:
    _, axes = np.linalg.eigh((vectors.T @ vectors).astype(np.float64))
    axes = axes[:, ::-1][:, :dimensions]
    # An axis may come out either way round; the same way round every time makes rebuilt files comparable.
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(dimensions)])
    return vectors @ axes.astype(np.float32)
