"""Scores the program on the gold documents and fails where a score is below its floor (floors.tsv).

    gold_floors.py PROGRAM FLOORS

The gold is not part of the project: its place is $VERBALE_DATA, else ../shared beside the checkout. Exit status 77 (skipped)
where there is none.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HELD_OUT_FROM = 130  # documents 130 and above of the second set are never looked at, only scored


def sets(data):
    gold = data / 'gold'
    more = sorted((gold / 'more').glob('*.gold.json'))
    number = lambda path: int(path.name[:3])
    yield 'gold', sorted(gold.glob('*.gold.json')), [data / 'seeds', gold / 'texts']
    yield 'more', [p for p in more if number(p) < HELD_OUT_FROM], [gold / 'more/texts']
    yield 'held', [p for p in more if number(p) >= HELD_OUT_FROM], [gold / 'more/texts']


def score(program, data, records, texts):
    """The JSON of score.py over the records' documents as the program reads them."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / 'system').mkdir()
        (folder / 'gold').mkdir()
        for record in records:
            name = record.name[:-len('.gold.json')]
            (folder / 'gold' / record.name).write_bytes(record.read_bytes())
            text = next(p for t in texts for p in sorted(t.glob(name + '*.txt')))
            made = subprocess.run([program, 'read', '--json', text], check=True, capture_output=True)
            (folder / 'system' / f'{name}.json').write_bytes(made.stdout)
        run = subprocess.run([sys.executable, data / 'gold/score.py', '--json', folder / 'system', folder / 'gold', *texts],
                             capture_output=True, text=True)
        if run.returncode:
            sys.exit(f'score.py: {run.stderr}')
        return json.loads(run.stdout)


def compare(program, data):
    """Scores of each pair of accounts by score_accounts.py, and their mean."""
    scores = {}
    for path in sorted((data / 'gold/accounts').glob('*.json')):
        accounts = json.loads(path.read_text('utf-8'))['accounts']
        texts = [next(p for t in (data / 'seeds', data / 'gold/texts') for p in t.glob(f'{a}.txt')) for a in accounts]
        with tempfile.NamedTemporaryFile() as made:
            made.write(subprocess.run([program, 'compare', '--json', *texts], check=True, capture_output=True).stdout)
            made.flush()
            run = subprocess.run([sys.executable, data / 'gold/score_accounts.py', 'compare', made.name, path],
                                 check=True, capture_output=True, text=True)
        scores[path.stem] = {k: v['f1'] for k, v in json.loads(run.stdout).items()}
    scores['mean'] = {k: sum(s[k] for s in scores.values()) / len(scores) for k in ('links', 'only')}
    return scores


def ledger(program, data):
    """Scores of the ledger of three accounts of two meetings by score_accounts.py."""
    gold = data / 'gold/ledger-2023-2024.json'
    accounts = [a for m in json.loads(gold.read_text('utf-8'))['meetings'] for a in m['accounts']]
    texts = [next((data / 'seeds').glob(a + '*.txt')) for a in accounts]
    with tempfile.NamedTemporaryFile(suffix='.json') as made:
        made.write(subprocess.run([program, 'ledger', '--json', *texts], check=True, capture_output=True).stdout)
        made.flush()
        run = subprocess.run([sys.executable, data / 'gold/score_accounts.py', 'ledger', made.name, gold],
                             check=True, capture_output=True, text=True)
    return json.loads(run.stdout)


def main(program, floors):
    root = pathlib.Path(__file__).resolve().parents[2]
    data = pathlib.Path(os.environ.get('VERBALE_DATA') or root.parent / 'shared')
    if not (data / 'gold/score.py').is_file():
        print(f'skipped: no gold at {data} (VERBALE_DATA names its place)')
        return 77
    results = {name: score(program, data, records, texts) for name, records, texts in sets(data) if records}
    results['compare'] = compare(program, data)
    results['ledger'] = ledger(program, data)
    low = 0
    for line in pathlib.Path(floors).read_text('utf-8').splitlines():
        if not line or line.startswith(('#', 'set\t')):
            continue
        name, layer, number, floor = line.split('\t')
        value = results[name][layer][number]
        below = value < float(floor)
        low += below
        print(f'{"LOW" if below else "ok ":3} {name:4} {layer:13} {number:14} {value:.3f} (floor {floor})')
    return 1 if low else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
