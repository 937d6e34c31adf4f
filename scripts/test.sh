#!/usr/bin/env bash
# All tests: the release build with warnings as errors, the unit and property tests once more under the address and
# undefined-behaviour sanitizers, then everything on the release build.
set -euo pipefail
jobs=${1:-2}
bash scripts/readers.sh || echo "the readers of our exports could not be installed: their tests are skipped"
cmake --preset ci > /dev/null
cmake --build --preset ci -j "$jobs"
cmake --preset asan > /dev/null
cmake --build --preset asan -j "$jobs"
ctest --test-dir build/asan -L 'unit|property|cases' --output-on-failure -j "$jobs"
ctest --test-dir build/release --output-on-failure -j "$jobs"
