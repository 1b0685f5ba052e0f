"""
Rebuilds the built-in embedder: python training/build_embedder.py --corpus ../shared/corpora/cuad-train

Writes plugins/embedders/builtin/{vectors.bin,vocabulary.txt,model.json} and the golden file of their test.
About half an hour on two cores, nearly all of it the teacher reading sentences; --cache keeps what it made of them.
"""

import argparse
from pathlib import Path

import numpy as np
from scipy import sparse

from embedder import artefact, distil, golden, texts
from embedder.teacher import Teacher

VERSION = "1"
DIMENSIONS = 256
ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", type=Path, required=True, help="folder of cuad-train")
    arguments.add_argument("--cache", type=Path, help="file for the teacher's vectors (.npy), read where it exists")
    given = arguments.parse_args()

    teacher = Teacher()
    sentences = texts.dictionary_sentences() + texts.contract_sentences(given.corpus)
    print(f"{len(sentences)} sentences", flush=True)
    if given.cache and given.cache.exists():
        taught = np.load(given.cache)
    else:
        taught = teacher.encode(sentences)
        if given.cache:
            np.save(given.cache, taught)

    teacher.tokenizer.no_truncation()
    counts = distil.count_tokens(teacher.tokenizer, sentences)
    means = sparse.csr_matrix(counts.multiply(1 / counts.sum(1)), dtype=np.float32)
    targets = distil.center(taught)
    vectors = distil.fit(means, targets, distil.token_prior(teacher, means, targets))
    vectors = distil.reduce(distil.weigh(vectors, counts), DIMENSIONS)

    rows, scales = artefact.quantize(vectors)
    artefact.write(ROOT / "plugins/embedders/builtin", VERSION, teacher.tokenizer, rows, scales)
    golden.write(ROOT / "test/plugins/embedders/builtin.golden.json", teacher.tokenizer, rows, scales)


if __name__ == "__main__":
    main()
