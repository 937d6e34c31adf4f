"""Dates and durations against texts marked up in TimeML (TIMEX3), such as WikiWars.

    dates.py VERBALE FOLDER...

Each *.tml file is stripped of its marks and read with its creation time as date of publication. Printed: precision,
recall and F1 of the places (any overlap), the share of pairs whose place is the same to the character, and of those
whose value is the same; for all expressions and for those that name their year, where no knowledge of the story is
needed. Python standard library only.
"""
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

TIMEX = re.compile(r'<TIMEX3\b([^>]*)>|</TIMEX3>')


def plain_text(body):
    """The text without marks, and its expressions: (start, end, type, value)."""
    out, marks, open_marks, at = [], [], [], 0
    length = 0
    for match in TIMEX.finditer(body):
        piece = html.unescape(re.sub(r'<[^>]+>', '', body[at:match.start()]))
        out.append(piece)
        length += len(piece)
        at = match.end()
        if match.group().startswith('</'):
            start, attributes = open_marks.pop()
            marks.append((start, length, attributes.get('type'), attributes.get('value', '')))
        else:
            open_marks.append((length, dict(re.findall(r'(\w+)="([^"]*)"', match.group(1)))))
    out.append(html.unescape(re.sub(r'<[^>]+>', '', body[at:])))
    return ''.join(out), marks


def read(program, text, date):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, 'document.txt')
        path.write_text(text, 'utf-8')
        path.with_suffix('.json').write_text(json.dumps({'date': date}), 'utf-8')
        output = subprocess.run([program, 'read', '--json', str(path)], capture_output=True, check=True).stdout
    return [(q['text']['start'], q['text']['end'], q['kind'], q['value'])
            for q in json.loads(output)['quantities'] if q['kind'] in ('date', 'duration')]


def pair(ours, gold):
    used, pairs = set(), []
    for g in gold:
        best = max((min(g[1], o[1]) - max(g[0], o[0]), -i) for i, o in enumerate(ours)) if ours else (0, 0)
        if best[0] > 0 and -best[1] not in used:
            used.add(-best[1])
            pairs.append((ours[-best[1]], g))
    return pairs


def line(name, ours, gold, pairs):
    p, r = len(pairs) / (ours or 1), len(pairs) / (gold or 1)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    exact = sum(o[:2] == g[:2] for o, g in pairs) / (len(pairs) or 1)
    value = sum(o[3] == g[3] for o, g in pairs) / (len(pairs) or 1)
    print(f'{name:34} gold {gold:5}  p {p:.3f}  r {r:.3f}  f1 {f1:.3f}  exact place {exact:.3f}  value {value:.3f}')


def main(program, folders):
    kinds = {'date': ('DATE',), 'duration': ('DURATION',)}
    totals = {}
    for path in sorted(p for folder in folders for p in pathlib.Path(folder).rglob('*.tml')):
        source = path.read_text('utf-8', 'replace')
        created = re.search(r'functionInDocument="CREATION_TIME"[^>]*value="([\d-]+)"', source)
        text, marks = plain_text(source[source.index('<TEXT>') + 6:source.index('</TEXT>')])
        ours = read(program, text, created.group(1)[:10] if created else '')
        for kind, types in kinds.items():
            mine = [o for o in ours if o[2] == kind]
            theirs = [g for g in marks if g[2] in types]
            pairs = pair(mine, theirs)
            dated = [g for g in theirs if kind == 'date' and re.search(r'\b\d{4}\b', text[g[0]:g[1]])]
            for name, gold in ((kind, theirs), (kind + ' with its year', dated)):
                total = totals.setdefault(name, [0, 0, []])
                kept = [x for x in pairs if x[1] in gold]
                total[0] += len(mine) - (len(pairs) - len(kept))
                total[1] += len(gold)
                total[2] += kept
    for name, (ours, gold, pairs) in totals.items():
        if gold:
            line(name, ours, gold, pairs)


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
