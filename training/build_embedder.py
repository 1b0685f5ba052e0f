"""
Rebuilds the built-in embedder: python training/build_embedder.py --corpus ../shared/corpora/cuad-train

Writes plugins/shared/static-vectors/{vectors.bin,vocabulary.txt,model.json} and the golden file of their test.
About 20 minutes on two free cores, nearly all of it the teacher reading sentences; --cache keeps what it made of them.
"""

import argparse
from pathlib import Path

import numpy as np
from scipy import sparse

from embedder import artefact, distil, golden, texts
from embedder.questions import everyday_questions
from embedder.teacher import Teacher

DIMENSIONS = 256
QUESTIONS = 20_000
# Questions repeat their frames, so only some of them count where the rarity of words is counted.
QUESTIONS_COUNTED = 4_000
ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", type=Path, required=True, help="folder of cuad-train")
    arguments.add_argument("--cache", type=Path, help="file for the teacher's vectors (.npy), read where it exists")
    given = arguments.parse_args()

    teacher = Teacher()
    sources = [
        texts.dictionary_sentences(),
        texts.contract_sentences(given.corpus),
        everyday_questions(QUESTIONS, texts.SEED),
    ]
    sentences = [sentence for source in sources for sentence in source]
    print(f"{len(sentences)} sentences", flush=True)
    if given.cache and given.cache.exists():
        taught = np.load(given.cache)
    else:
        taught = teacher.encode(sentences)
        if given.cache:
            np.save(given.cache, taught)
    ends = np.cumsum([len(source) for source in sources])[:-1]
    targets = np.concatenate([distil.center(part) for part in np.split(taught, ends)])

    teacher.tokenizer.no_truncation()
    counts = distil.count_tokens(teacher.tokenizer, sentences)
    means = sparse.csr_matrix(counts.multiply(1 / counts.sum(1)), dtype=np.float32)
    vectors = distil.fit(means, targets, distil.token_prior(teacher, means, targets))
    vectors = distil.weigh(vectors, counts[: ends[-1] + QUESTIONS_COUNTED])
    vectors = distil.reduce(vectors, DIMENSIONS)

    rows, scales = artefact.quantize(vectors)
    artefact.write(ROOT / "plugins/shared/static-vectors", teacher.tokenizer, rows, scales)
    golden.write(ROOT / "test/plugins/embedders/builtin.golden.jsonl", teacher.tokenizer, rows, scales)


if __name__ == "__main__":
    main()
