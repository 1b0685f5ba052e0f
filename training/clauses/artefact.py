"""Writes what the plugin reads: names of features, their int8 weights, and how scores become probabilities."""

import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np

from . import questions
from .calibrate import BESIDE
from .corpus import ROOT, Units, export
from .linear import FLAGS, NORMALIZED, Model

# The documents of our own whose scores the plugin's test compares, and how many of the questions.
GOLDEN = ROOT / "eval/tuning/contracts"
GOLDEN_QUESTIONS = 60


def quantize(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows of int8 and their scales."""
    scales = np.abs(weights).max(axis=1) / 127
    scales[scales == 0] = 1
    return np.rint(weights / scales[:, None]).astype(np.int8), scales.astype("<f4")


def rounded(weights: np.ndarray) -> np.ndarray:
    """The weights as the plugin has them."""
    rows, scales = quantize(weights)
    return rows * scales[:, None]


def write_rows(folder: Path, stem: str, names: list[str], weights: np.ndarray, idf: np.ndarray) -> list[bytes]:
    rows, scales = quantize(weights)
    listed = "".join(f"{name}\n" for name in names).encode("utf8")
    packed = rows.tobytes() + scales.tobytes() + idf.astype("<f4").tobytes()
    (folder / f"{stem}.txt").write_bytes(listed)
    (folder / f"{stem}.bin").write_bytes(packed)
    return [listed, packed]


def pairs_of(values) -> list[list[float]]:
    return [[round(float(each), 4) for each in pair] for pair in values]


def write(folder: Path, model: Model, understood: questions.Model, types: list[str], calibration: dict) -> str:
    """Writes the four files and model.json; the version is the hash of them all."""
    vectors = understood.weights[len(understood.vectorizer.names) :]
    asked = understood.vectorizer
    parts = write_rows(folder, "clauses", model.vectorizer.names, model.weights, model.vectorizer.idf)
    parts += write_rows(
        folder,
        "questions",
        [*asked.names, *(f"v:{axis}" for axis in range(len(vectors)))],
        understood.weights,
        np.concatenate([asked.idf, np.ones(len(vectors), dtype=np.float32)]),
    )
    description = {
        "types": types,
        "clauses": {
            "features": len(model.vectorizer.names),
            "normalized": [{"kinds": list(kinds), "weight": weight} for kinds, weight in NORMALIZED],
            "flags": [{"kinds": list(kinds), "weight": weight} for kinds, weight in FLAGS],
            "biases": [round(float(each), 5) for each in model.biases],
            "unit": pairs_of(calibration["unit"]),
            "presence": pairs_of(calibration["presence"]),
            "stated": [round(float(each), 4) for each in calibration["stated"]],
            "beside": BESIDE,
        },
        "questions": {
            "features": len(asked.names) + len(vectors),
            "normalized": [{"kinds": list(kinds), "weight": weight} for kinds, weight in questions.NORMALIZED],
            "flags": [],
            "vector": questions.VECTOR,
            "biases": [round(float(each), 5) for each in understood.biases],
            "temperature": round(understood.temperature, 2),
        },
    }
    digest = hashlib.sha256(b"".join([*parts, json.dumps(description, sort_keys=True).encode("utf8")])).hexdigest()[:12]
    (folder / "model.json").write_text(json.dumps({"version": digest, **description}, indent=1) + "\n", encoding="utf8")
    return digest


def golden(target: Path, model: Model, understood: questions.Model, asked: questions.Questions) -> None:
    """Scores of whole documents and of questions, by the rounded weights, for the plugin's test."""
    model = Model(model.vectorizer, rounded(model.weights), model.biases)
    with tempfile.TemporaryDirectory() as work:
        units = export(GOLDEN, Path(work) / "golden.jsonl")
    scores = model.scores([unit["features"] for unit in units])
    understood = questions.Model(
        understood.vectorizer, rounded(understood.weights), understood.biases, understood.temperature
    )
    chosen = np.linspace(0, len(asked.texts) - 1, GOLDEN_QUESTIONS).astype(int)
    logits = understood.logits([asked.features[row] for row in chosen], asked.vectors[chosen])
    lines = [
        *(
            {"document": unit["document"], "start": unit["start"], "end": unit["end"], "scores": shown(row)}
            for unit, row in zip(units, scores, strict=True)
        ),
        *({"question": asked.texts[row], "logits": shown(each)} for row, each in zip(chosen, logits, strict=True)),
    ]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf8")


def shown(scores: np.ndarray) -> list[float]:
    return [round(float(each), 3) for each in scores]


def unseen(
    folder: Path,
    units: Units,
    scores: np.ndarray,
    curves: list[tuple[float, float]],
    asked: questions.Questions,
    logits: np.ndarray,
    types: list[str],
) -> None:
    """What models say that saw neither the document nor the question, for fitting what stands on top of them."""
    folder.mkdir(parents=True, exist_ok=True)
    slopes, biases = np.array(curves).T
    said = 1 / (1 + np.exp(-(scores * slopes + biases)))
    with (folder / "units.jsonl").open("w", encoding="utf8") as out:
        for row, (start, end) in enumerate(units.places):
            told = likely(said[row], types, 0.02)
            if told:
                line = {"document": units.names[units.document[row]], "start": start, "end": end, "types": told}
                out.write(json.dumps(line) + "\n")
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares = powers / powers.sum(axis=1, keepdims=True)
    with (folder / "questions.jsonl").open("w", encoding="utf8") as out:
        for text, wanted, share in zip(asked.texts, asked.types, shares, strict=True):
            line = {"text": text, "about": str(wanted), "types": likely(share[:-1], types, 0.01)}
            out.write(json.dumps(line) + "\n")


def likely(said: np.ndarray, types: list[str], least: float) -> list[tuple[str, float]]:
    order = np.argsort(-said)
    return [(types[column], round(float(said[column]), 4)) for column in order if said[column] >= least]
