"""FIGURES.md: how good the models are on contracts and questions that they did not see."""

from pathlib import Path

import numpy as np

from .calibrate import thresholds
from .corpus import Units
from .questions import Questions, log_loss

# Categories that say what document it is; the corpus' scorer leaves them out, too.
NO_CLAUSES = {"document-name", "parties", "agreement-date", "effective-date"}
LEAST = 5


def f1(truth: np.ndarray, said: np.ndarray) -> float:
    right = int((truth & said).sum())
    return 2 * right / max(1, int(truth.sum() + said.sum()))


def write(
    target: Path,
    taxonomy: list[dict],
    units: Units,
    scores: np.ndarray,
    highest: np.ndarray,
    folds: np.ndarray,
    asked: Questions,
    logits: np.ndarray,
) -> None:
    rows, counted, firsts = [], [], []
    wanted = np.array([[each["id"] for each in taxonomy].index(name) if name != "none" else -1 for name in asked.types])
    order = np.argsort(-logits, axis=1)
    said_of = np.zeros(units.presence.shape, dtype=bool)
    for fold in np.unique(folds):
        held = folds == fold
        said_of[held] = highest[held] > thresholds(highest[~held], units.presence[~held])
    for column, each in enumerate(taxonomy):
        truth, said = units.presence[:, column].astype(bool), said_of[:, column]
        first = []
        for document in np.flatnonzero(truth):
            inside = np.flatnonzero(units.document == document)
            if units.states[inside, column].any():
                first.append(units.states[inside[scores[inside, column].argmax()], column])
        firsts += first
        mine = wanted == column
        understood = (order[mine, 0] == column).mean()
        if each["id"] not in NO_CLAUSES and truth.sum() >= LEAST:
            counted.append(f1(truth, said))
        rows.append(
            f"| {each['title']} | {int(truth.sum())} | {f1(truth, said):.3f} | {np.mean(first):.3f} | {understood:.3f} |"
        )
    named = wanted >= 0
    top = [(order[named, :count] == wanted[named, None]).any(axis=1).mean() for count in (1, 3)]
    everything = np.where(wanted < 0, len(taxonomy), wanted)
    lines = [
        "# How good the clause model is on what it did not see",
        "",
        "Made by training/build_clauses.py. Contracts and questions are judged by models of the other four of five folds.",
        "*Stated* is the F1 of saying which contracts state the type; *first* how often its likeliest sentence is one that",
        "lawyers marked; *asked* how often a question about the type is taken to be about it before all others.",
        "",
        f"Over the {len(counted)} types of clause that {LEAST} contracts have: stated {np.mean(counted):.3f}. "
        f"All contracts and types: first {np.mean(firsts):.3f}.",
        f"Of {int(named.sum())} questions about a type it comes first in {top[0]:.3f} and among three in {top[1]:.3f}; "
        f"of {int((~named).sum())} others {(order[~named, 0] == len(taxonomy)).mean():.3f} are taken to be about none. "
        f"Log loss {log_loss(logits, everything):.3f}.",
        "",
        "| type | contracts | stated | first | asked |",
        "| --- | --- | --- | --- | --- |",
        *rows,
        "",
    ]
    target.write_text("\n".join(lines), encoding="utf8")
