"""
Rebuilds the clause model: python training/build_clauses.py --corpus ../shared/corpora/cuad-train

Writes plugins/clauses/contract-clauses/{clauses,questions}.{txt,bin} and model.json, the golden file of their test, and
training/clauses/FIGURES.md with the figures of the cross-validation. About ten minutes on two free cores.
"""

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np

from clauses import artefact, calibrate, corpus, figures, linear, questions

FOLDS = 5
# What an example of our own counts against a sentence of a contract.
EXAMPLE = 0.5
ROOT = Path(__file__).resolve().parent.parent
PLUGIN = ROOT / "plugins/clauses/contract-clauses"
TABLES = ROOT / "training/clauses"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", type=Path, required=True, help="folder of cuad-train")
    arguments.add_argument("--unseen", type=Path, help="folder for what models say of contracts and questions they did not see")
    given = arguments.parse_args()
    taxonomy = json.loads((PLUGIN / "taxonomy.json").read_text(encoding="utf8"))
    types = [each["id"] for each in taxonomy]
    with tempfile.TemporaryDirectory() as work:
        units = corpus.read_corpus(given.corpus.resolve(), Path(work), types)
        examples = corpus.read_examples(TABLES / "examples.tsv", Path(work), types)
        asked = questions.read(TABLES / "questions.tsv", taxonomy, given.corpus, Path(work))
    print(f"{len(units.features)} units, {len(examples[0])} examples, {len(asked.texts)} questions", flush=True)

    documents = len(units.presence)
    folds = np.random.RandomState(1).permutation(documents) % FOLDS
    scores = np.zeros(units.states.shape)
    for fold in range(FOLDS):
        seen = np.flatnonzero(folds[units.document] != fold)
        unseen = np.flatnonzero(folds[units.document] == fold)
        model = learn(units, examples, seen)
        scores[unseen] = model.scores([units.features[row] for row in unseen])
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    highest = calibrate.highest(scores, units.document, documents)
    columns = range(len(types))
    calibration = {
        "unit": [calibrate.platt(scores[:, c], units.states[:, c]) for c in columns],
        "presence": [calibrate.platt(highest[:, c], units.presence[:, c]) for c in columns],
        "stated": calibrate.thresholds(highest, units.presence),
    }
    model = learn(units, examples, np.arange(len(units.features)))
    understood, logits = questions.fit(asked, [*types, "none"])
    version = artefact.write(PLUGIN, model, understood, types, calibration)
    artefact.golden(ROOT / "test/plugins/clauses/contract-clauses/golden.jsonl", model, understood, asked)
    figures.write(TABLES / "FIGURES.md", taxonomy, units, scores, highest, folds, asked, logits)
    if given.unseen:
        artefact.unseen(
            given.unseen, units, scores, calibration["unit"], asked, logits, types
        )
    print(f"version {version}", flush=True)


def learn(units: corpus.Units, examples: tuple[list[list[str]], np.ndarray], rows: np.ndarray) -> linear.Model:
    features = [units.features[row] for row in rows] + examples[0]
    states = np.vstack([units.states[rows], examples[1]])
    weights = np.concatenate([np.ones(len(rows)), np.full(len(examples[0]), EXAMPLE)])
    unsure = np.vstack([units.unsure[rows], np.zeros_like(examples[1])])
    vectorizer = linear.Vectorizer(features)
    return linear.Model(vectorizer, *linear.fit(vectorizer.matrix(features), states, weights, unsure))


if __name__ == "__main__":
    main()
