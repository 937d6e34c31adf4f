#!/usr/bin/env bash
# Makes the pictures in docs/screenshots anew: the page on the record of examples/.
set -euo pipefail
cd "$(dirname "$0")/.."
VERBALE=${VERBALE:-$PWD/build/release/verbale} VERBALE_HOME=$PWD node tests/page/screenshots.mjs docs/screenshots
