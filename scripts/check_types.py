#!/usr/bin/env python3
"""No two types of one name: two folders that define one each would corrupt memory at link time (the
one-definition rule), and no compiler says so. Types in an unnamed namespace may share a name."""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
TYPE = re.compile(r'^(?:struct|class|enum class|enum)\s+(\w+)(?!\w*::)[^;{]*\{', re.M)


def types(path):
    """Names of the types that a file defines at the level of a namespace that has a name."""
    text = re.sub(r'R"(\w*)\(.*?\)\1"', '""', path.read_text(encoding='utf-8'), flags=re.S)
    inner = 0  # namespaces within verbale, unnamed or of a helper's own
    for part in re.split(r'(^namespace [\w:]* ?\{$|^\}  // namespace.*$)', text, flags=re.M):
        if part.startswith('namespace'):
            inner += part != 'namespace verbale {'
        elif part.startswith('}  // namespace'):
            inner -= part != '}  // namespace verbale'
        elif inner <= 0:
            yield from TYPE.findall(part)


def main():
    places = collections.defaultdict(set)
    for path in sorted((ROOT / 'src').rglob('*.[hc]*')):
        for name in types(path):
            places[name].add(str(path.relative_to(ROOT)))
    clashes = {name: files for name, files in places.items() if len(files) > 1}
    for name, files in sorted(clashes.items()):
        print(f'{name} is defined in {" and ".join(sorted(files))}: give one of them a name of its own')
    return 1 if clashes else 0


if __name__ == '__main__':
    sys.exit(main())
