"""Units of contracts with the types of clause that lawyers marked in them."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
# A unit states a type where so many characters of it are marked, or half of it, or half of the mark.
MARKED = 40
# What stands in a mark for what it leaves out.
OMITTED = "<omitted>"


def type_id(name: str) -> str:
    """The id of a category: "Rofr/Rofo/Rofn" is rofr-rofo-rofn."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


@dataclass
class Units:
    """
    Units of several documents, in order; `states` (by unit) and `presence` (by document) have a column per type.
    `unsure` are units that are part of a mark and say too little alone to learn from.
    """

    names: list[str]
    features: list[list[str]]
    document: np.ndarray
    states: np.ndarray
    unsure: np.ndarray
    presence: np.ndarray
    spans: list[list[list[tuple[int, int]]]]
    places: list[tuple[int, int]]


def export(source: Path, target: Path) -> list[dict]:
    """What features.ts sees in each unit of a corpus, or in each line of a table of examples."""
    subprocess.run(["npx", "node", "training/clauses/export.ts", str(source), str(target)], cwd=ROOT, check=True)
    with target.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def places_of(mark: dict, text: str) -> list[tuple[int, int]]:
    """Where a mark stands; the parts of one that leaves something out, where they follow one another most closely."""
    if "start" in mark:
        return [(mark["start"], mark["end"])]
    parts = [part.split() for part in mark["text"].split(OMITTED)]
    first, *rest = [re.compile(r"\s+".join(map(re.escape, words))) for words in parts if words]
    found = []
    for begin in first.finditer(text):
        places = [begin.span()]
        for part in rest:
            following = part.search(text, places[-1][1])
            if following is None:
                break
            places.append(following.span())
        else:
            found.append(places)
    return min(found, key=lambda places: places[-1][1] - places[0][0], default=[])


def is_marked(unit: dict, start: int, end: int) -> bool:
    shared = min(end, unit["end"]) - max(start, unit["start"])
    return shared > 0 and (shared >= MARKED or 2 * shared >= min(end - start, unit["end"] - unit["start"]))


def read_corpus(folder: Path, work: Path, types: list[str]) -> Units:
    """A corpus in the layout of cuad-train, with its labels."""
    units = export(folder, work / "units.jsonl")
    with (folder / "labels.jsonl").open(encoding="utf8") as lines:
        labels = {each["id"]: each["clauses"] for each in map(json.loads, lines)}
    documents = sorted(labels)
    number = {name: index for index, name in enumerate(documents)}
    states = np.zeros((len(units), len(types)), dtype=np.int8)
    introduced = np.zeros_like(states)
    presence = np.zeros((len(documents), len(types)), dtype=np.int8)
    leads: list[list[list[tuple[int, int]]]] = [[[] for _ in types] for _ in documents]
    spans = [[[] for _ in types] for _ in documents]
    for name, clauses in labels.items():
        text = (folder / "documents" / f"{name}.txt").read_text(encoding="utf8")
        for category, marked in clauses.items():
            column = types.index(type_id(category))
            presence[number[name], column] = len(marked["spans"]) > 0
            for mark in marked["spans"]:
                # Of a mark that leaves something out the first part only leads in: "Either party may terminate: … (c)".
                places = places_of(mark, text)
                leads[number[name]][column] += places[:-1][:1]
                spans[number[name]][column] += places[1:] or places
    for row, unit in enumerate(units):
        for marked, target in ((spans, states), (leads, introduced)):
            for column, marks in enumerate(marked[number[unit["document"]]]):
                target[row, column] = any(is_marked(unit, *mark) for mark in marks)
    return Units(
        documents,
        [unit["features"] for unit in units],
        np.array([number[unit["document"]] for unit in units]),
        states,
        introduced & ~states & 1,
        presence,
        spans,
        [(unit["start"], unit["end"]) for unit in units],
    )


def read_examples(table: Path, work: Path, types: list[str]) -> tuple[list[list[str]], np.ndarray]:
    """Examples of our own: features of each, and the types that it states. Only what an example says itself counts."""
    units = export(table, work / "examples.jsonl")
    with table.open(encoding="utf8") as lines:
        stated = [line.split("\t")[0].split(",") for line in lines if line.strip()]
    states = np.zeros((len(units), len(types)), dtype=np.int8)
    for row, unit in enumerate(units):
        for name in stated[int(unit["document"])]:
            if name != "none":
                states[row, types.index(name)] = 1
    kept = ("w:", "b:", "r:")
    return [[name for name in unit["features"] if name.startswith(kept)] for unit in units], states
