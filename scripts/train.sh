#!/usr/bin/env bash
# Trains the English models of the fast tier into models/en.fast and prints their scores.
# Data: $VERBALE_DATA (default ../shared/data), a folder with english.tar.zst, or with english/ unpacked.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
data=${VERBALE_DATA:-$root/../shared/data}
if [ ! -d "$data/english" ]; then
  work=$root/build/data
  mkdir -p "$work"
  [ -d "$work/english" ] || tar --zstd -xf "$data/english.tar.zst" -C "$work"
  data=$work
fi
cd "$root"
cmake --preset release > /dev/null
cmake --build --preset release -j "${JOBS:-2}" --target verbale-train verbale-evaluate
build/release/train/verbale-train "$data" models/en.fast
build/release/train/verbale-evaluate "$root" "$data"
