"""How well the score of two clauses tells the same from the different, on published sets beside two baselines.

    alignment.py SCORE_PAIRS REUSE_DIR

SCORE_PAIRS is the program build/release/benchmarks/score_pairs; REUSE_DIR holds msrp/, superpal/ and qa-align/ (none of them is
part of the project). Sets that are not there are skipped. Of each set: average precision and the best F1 over all thresholds for
every method, and F1 at the one threshold that compare works with.
"""
import ast
import collections
import csv
import math
import pathlib
import re
import subprocess
import sys

THRESHOLD = 0.34  # kSame of src/accounts/points.cc
csv.field_size_limit(10 ** 8)


def words(text):
    return re.findall(r'\w+', text.lower())


def msrp(root):
    for path in sorted(root.glob('msrp/dataset/*/*test*')):
        for line in path.read_text('utf-8-sig').splitlines()[1:]:
            cells = line.split('\t')
            if len(cells) >= 5:
                yield cells[3], cells[4], cells[0] == '1'


def superpal(root, part):
    """Every proposition of a summary with every proposition of its topic's documents."""
    topics = collections.defaultdict(set)
    path = root / f'superpal/manual_datasets/{part}_MN_only.csv'
    if path.is_file():
        for row in csv.DictReader(path.open(encoding='utf-8')):
            topics[row['topic']].add((row['summarySpanText'], row['docSpanText']))
    for _, aligned in sorted(topics.items()):
        for left in sorted({a for a, _ in aligned}):
            for right in sorted({b for _, b in aligned}):
                yield left, right, (left, right) in aligned


def qa_align(root):
    """Every predicate of a sentence, with the answers to its questions, with every one of the other sentence."""
    path = root / 'qa-align/data/official_qa_alignments/qaalign_dev_gold_official.csv'
    if not path.is_file():
        return
    for row in csv.DictReader(path.open(encoding='utf-8')):
        sides = []
        for name in ('qas_1', 'qas_2'):
            predicates = collections.defaultdict(list)
            for qa in ast.literal_eval(row[name]):
                predicates[qa['verb_idx'], qa['verb']].append(qa['answer'])
            sides.append({k[0]: ' '.join([k[1], *v]) for k, v in sorted(predicates.items())})
        aligned = {(a['verb_idx'], b['verb_idx']) for one in ast.literal_eval(row['alignments'])
                   for a in one['sent1'] for b in one['sent2']}
        for i, left in sides[0].items():
            for j, right in sides[1].items():
                yield left, right, (i, j) in aligned


def cosine(pairs):
    texts = sorted({t for a, b, _ in pairs for t in (a, b)})
    counts = collections.Counter(w for t in texts for w in set(words(t)))
    vectors = {}
    for text in texts:
        vector = {w: n * math.log(1 + len(texts) / counts[w]) for w, n in collections.Counter(words(text)).items()}
        length = math.sqrt(sum(v * v for v in vector.values())) or 1
        vectors[text] = {w: v / length for w, v in vector.items()}
    return [sum(v * vectors[b].get(w, 0) for w, v in vectors[a].items()) for a, b, _ in pairs]


def containment(pairs):
    def one(a, b):
        a, b = set(words(a)), set(words(b))
        return len(a & b) / (min(len(a), len(b)) or 1)
    return [one(a, b) for a, b, _ in pairs]


def compare(program, pairs):
    lines = '\n'.join('\t'.join(' '.join(t.split()) for t in (a, b)) for a, b, _ in pairs) + '\n'
    done = subprocess.run([program], input=lines, capture_output=True, text=True, check=True)
    return [float(line) for line in done.stdout.split()]


def f1(scores, truth, threshold):
    hits = sum(s >= threshold and t for s, t in zip(scores, truth))
    total = sum(s >= threshold for s in scores) + sum(truth)
    return 2 * hits / total if total else 0


def average_precision(scores, truth):
    hits, total = 0, 0.0
    for rank, (_, right) in enumerate(sorted(zip(scores, truth), key=lambda x: -x[0]), 1):
        hits += right
        total += hits / rank if right else 0
    return total / max(1, sum(truth))


def main(program, reuse):
    root = pathlib.Path(reuse)
    sets = {'MSRP test': list(msrp(root)), 'SuperPAL dev': list(superpal(root, 'dev')),
            'SuperPAL test': list(superpal(root, 'test')), 'QA-Align dev': list(qa_align(root))}
    for name, pairs in sets.items():
        if not pairs:
            print(f'{name}: not there, skipped')
            continue
        truth = [t for *_, t in pairs]
        print(f'{name}: {len(pairs)} pairs, {sum(truth)} the same')
        for method, scores in (('TF-IDF cosine', cosine(pairs)), ('containment', containment(pairs)),
                               ('compare', compare(program, pairs))):
            best = max(f1(scores, truth, t / 100) for t in range(1, 101))
            fixed = f', F1 at {THRESHOLD} {f1(scores, truth, THRESHOLD):.3f}' if method == 'compare' else ''
            print(f'  {method:14} AP {average_precision(scores, truth):.3f}  best F1 {best:.3f}{fixed}')


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
