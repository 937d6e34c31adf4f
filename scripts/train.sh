#!/usr/bin/env bash
# Trains the English models of the fast tier into models/en.fast and prints their scores.
# Data: the archives english, corpora and white-house-2021-2023 in $VERBALE_DATA (default ../shared/data).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
data=${VERBALE_DATA:-$root/../shared/data}
work=$root/build/data
mkdir -p "$work"
[ -d "$work/english" ] || tar --zstd -xf "$data/english.tar.zst" -C "$work"
[ -d "$work/corpora" ] || tar --zstd -xf "$data/corpora.tar.zst" -C "$work"
[ -f "$work/white-house-2021-2023.jsonl" ] ||
  zstd -q -d "$data/white-house-2021-2023.jsonl.zst" -o "$work/white-house-2021-2023.jsonl"
cd "$root"
cmake --preset release > /dev/null
cmake --build --preset release -j "${JOBS:-2}" --target verbale-train verbale-evaluate
build/release/train/verbale-train "$work" "$root" models/en.fast
build/release/train/verbale-evaluate "$root" "$work"
