#!/usr/bin/env python3
"""Counts how often each rule was wholly right on annotated texts, and prints knowledge/rule_scores.tsv.

    rule_scores.py PROGRAM SCORE_PY GOLD_DIR TEXT_DIR...

SCORE_PY is the scorer that belongs to the gold; an entry is wholly right where it is paired and none of the columns that
count is wrong. To be run again when rules have changed much: the counts only order what reviewers look at first.
"""
import collections
import importlib.util
import json
import pathlib
import subprocess
import sys

LAYERS = ('statements', 'topics', 'commitments', 'meetings', 'instruments', 'frameworks', 'quantities')


def load(path):
    spec = importlib.util.spec_from_file_location('score', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(program, score_path, *folders):
    score = load(score_path)
    right, made = collections.Counter(), collections.Counter()
    gold_dir, text_dirs = folders[0], folders[1:]
    for path in sorted(pathlib.Path(gold_dir).glob('*.gold.json')):
        name = path.name[:-len('.gold.json')]
        texts = [t for d in text_dirs for t in sorted(pathlib.Path(d).glob(name + '*.txt'))]
        if not texts:
            continue
        system = json.loads(subprocess.run([program, 'read', '--json', texts[0]], capture_output=True, check=True).stdout)
        document = score.Document(system, json.loads(path.read_text('utf-8')))
        for layer in LAYERS:
            entries, gold, pairs = document.pairs(layer)
            whole = {i for i, j in pairs if not any(value is False and not column.startswith('(')
                                                    for column, value in document.tests(layer, entries[i], gold[j]).items())}
            for i, entry in enumerate(entries):
                key = (layer[:-1] if layer != 'quantities' else 'quantity', entry['made_by'])
                made[key] += 1
                right[key] += i in whole
    return {key: (right[key], made[key]) for key in made}


if __name__ == '__main__':
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    print('# How often each rule was wholly right on texts that careful readers have annotated; orders what reviewers look at first.\n'
          '# source: counted by scripts/rule_scores.py\n# licence: Apache-2.0\nlayer\trule\tright\tmade')
    for (layer, rule), (n, of) in sorted(main(*sys.argv[1:]).items()):
        print(layer, rule, n, of, sep='\t')
