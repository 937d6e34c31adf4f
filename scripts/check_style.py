"""Checks what a reader of the code relies on: the layers of src/, the width of lines, the size of files.

    check_style.py        from the project's root; prints one line a finding, exit status 1 if there is any
"""
import pathlib
import re
import subprocess
import sys

COLUMNS = 100
LINES = 400
# A folder of src/ may include from itself and from what CMakeLists.txt links it to, directly or not.
LIBRARY = re.compile(r'^verbale_library\((\w+)((?:[^()]|\n)*)\)', re.M)


def layers(root):
    direct = {name: set(re.findall(r'verbale_(\w+)', links))
              for name, links in LIBRARY.findall((root / 'CMakeLists.txt').read_text('utf-8'))}
    reach = {}
    for name in direct:  # in the order of the file, so that what a folder links is already known
        reach[name] = {name} | direct[name] | {far for near in direct[name] for far in reach.get(near, ())}
    return reach


def findings(root):
    reach = layers(root)
    listed = subprocess.run(['git', 'ls-files'], cwd=root, capture_output=True, text=True, check=True).stdout.split('\n')
    for name in filter(None, listed):
        path = root / name
        if path.suffix not in ('.cc', '.h') or not path.is_file():
            continue
        lines = path.read_text('utf-8').split('\n')
        if len(lines) > LINES + 1 and not name.endswith('_test.cc'):
            yield f'{name}: {len(lines)} lines, at most {LINES}'
        for number, line in enumerate(lines, 1):
            if len(line) > COLUMNS and 'R"' not in line:
                yield f'{name}:{number}: {len(line)} columns, at most {COLUMNS}'
            included = re.match(r'#include "(\w+)/', line)
            folder = name.split('/')[1] if name.startswith('src/') and name.count('/') > 1 else None
            if included and included[1] in reach and folder in reach and included[1] not in reach[folder]:
                yield f'{name}:{number}: {folder} may not use {included[1]}'


if __name__ == '__main__':
    found = list(findings(pathlib.Path(__file__).resolve().parents[1]))
    print(*found, sep='\n')
    print(f'{len(found)} findings')
    sys.exit(1 if found else 0)
