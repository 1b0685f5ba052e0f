"""The files that ship: int8 rows with a scale each, the vocabulary, and what reads them needs to know."""

import hashlib
import json
from pathlib import Path

import numpy as np
from scipy import sparse
from tokenizers import Tokenizer


def quantize(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    scales = (np.abs(vectors).max(1) / 127).astype("<f4")
    return np.round(vectors / scales[:, None]).astype(np.int8), scales


def kept_tokens(tokenizer: Tokenizer) -> list[int]:
    """All but the placeholders and the marks that no text has."""
    tokens = {id: token for token, id in tokenizer.get_vocab().items()}
    dropped = {"[PAD]", "[CLS]", "[SEP]", "[MASK]"}
    return [id for id in sorted(tokens) if tokens[id] not in dropped and not tokens[id].startswith("[unused")]


def write(folder: Path, tokenizer: Tokenizer, rows: np.ndarray, scales: np.ndarray) -> None:
    kept = kept_tokens(tokenizer)
    vocabulary = "".join(f"{tokenizer.id_to_token(id)}\n" for id in kept).encode()
    vectors = rows[kept].tobytes() + scales[kept].tobytes()
    # Vectors of different versions are never compared, so the version is that of the bytes.
    version = hashlib.sha256(vocabulary + vectors).hexdigest()[:8]
    description = {"version": version, "dimensions": rows.shape[1], "tokens": len(kept)}
    (folder / "vocabulary.txt").write_bytes(vocabulary)
    (folder / "vectors.bin").write_bytes(vectors)
    (folder / "model.json").write_text(json.dumps(description, indent=2) + "\n")


def embed(counts: sparse.csr_matrix, vectors: np.ndarray) -> np.ndarray:
    """What the TypeScript does: the sum over tokens, each times the root of its count, to length 1."""
    damped = counts.copy()
    damped.data = np.sqrt(damped.data)
    sums = damped @ vectors
    return sums / np.linalg.norm(sums, axis=1, keepdims=True)
