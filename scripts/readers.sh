#!/usr/bin/env bash
# The programs that read our exports in the tests (tests/readers), in an environment of their own.
set -euo pipefail
cd "$(dirname "$0")/.."
wanted=tests/readers/requirements.txt
[ -f build/readers/installed ] && cmp -s "$wanted" build/readers/installed && exit 0
rm -rf build/readers
/usr/bin/python3 -m venv build/readers
build/readers/bin/pip install --quiet --disable-pip-version-check -r "$wanted"
cp "$wanted" build/readers/installed
