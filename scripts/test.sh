#!/usr/bin/env bash
# All tests: the release build with warnings as errors, then ctest.
set -euo pipefail
jobs=${1:-2}
cmake --preset ci > /dev/null
cmake --build --preset ci -j "$jobs"
ctest --test-dir build/release --output-on-failure -j "$jobs"
