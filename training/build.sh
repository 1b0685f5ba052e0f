#!/usr/bin/env bash
# Rebuilds everything that was learned from data, each from what the one before made: training/build.sh CUAD_TRAIN_DIR
# Needs the Python packages of requirements.txt (see README.md) as `python`, or PYTHON=… another one.
set -euo pipefail
corpus=$(realpath "${1:?usage: training/build.sh CUAD_TRAIN_DIR}")
cd "$(dirname "$0")/.."
python=${PYTHON:-python}
unseen=$(mktemp -d)
trap 'rm -rf "$unseen"' EXIT

"$python" training/build_embedder.py --corpus "$corpus"
"$python" training/build_clauses.py --corpus "$corpus" --unseen "$unseen"
npx node training/answers/fit.ts "$corpus" "$unseen" 36
npx node training/terms/fit.ts "$corpus" "$unseen"
npx biome format --write agents/obligation/terms/read/ending/weights.ts agents/retrieval/answer/coefficients.ts plugins/clauses/contract-clauses/model.json
