"""datasketch and rensa on the corpus that `reuse_bench --write FILE.jsonl` made: MB/s and recall of the planted copies.

    DIR/venv/bin/python benchmarks/reuse_peers.py FILE.jsonl        DIR as ../shared/peers/setup.sh DIR made it

128 permutations over shingles of five words, made in Python, one core. Each peer is asked at several thresholds: the usual
one of 0.8, and lower ones, for most copies of less than half a text have a Jaccard similarity under 0.3. Peers report pairs of
texts only: no passages, no relation, nothing verified.
"""
import json
import os
import sys
import time
from importlib.metadata import version

os.environ["RAYON_NUM_THREADS"] = "1"
from datasketch import MinHash, MinHashLSH  # noqa: E402
from rensa import RMinHash, RMinHashLSH  # noqa: E402

PERMUTATIONS = 128
SHARES = (10, 30, 50, 70, 90)


def shingles(text):
    words = text.lower().split()
    return [" ".join(words[i:i + 5]) for i in range(max(1, len(words) - 4))]


def read(path):
    texts, planted = [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if "planted" in row:
                planted = row["planted"]
            else:
                texts.append(row["text"])
    return texts, planted


def datasketch_runs(texts):
    """(name, seconds, candidate lists) for each threshold."""
    start = time.process_time()
    sketches = []
    for text in texts:
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in shingles(text)])
        sketches.append(sketch)
    sketching = time.process_time() - start
    for threshold in (0.8, 0.5, 0.2):
        start = time.process_time()
        index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        found = []
        for number, sketch in enumerate(sketches):
            found.append(index.query(sketch))
            index.insert(number, sketch)
        taken = time.process_time() - start
        yield f"datasketch {version('datasketch')}, threshold {threshold}", sketching + taken, found


def rensa_runs(texts):
    start = time.process_time()
    sketches = []
    for text in texts:
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=42)
        sketch.update(shingles(text))
        sketches.append(sketch)
    sketching = time.process_time() - start
    for threshold, bands in ((0.8, 16), (0.5, 32), (0.2, 64)):
        start = time.process_time()
        index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=bands)
        found = []
        for number, sketch in enumerate(sketches):
            found.append(index.query(sketch))
            index.insert(number, sketch)
        taken = time.process_time() - start
        yield f"rensa {version('rensa')}, {bands} bands", sketching + taken, found


def main():
    texts, planted = read(sys.argv[1])
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{len(texts)} texts, {megabytes:.1f} MB, {len(planted)} planted copies")
    print(f"{'':34} {'MB/s':>7} {'pairs':>9} {'recall':>7}  " + " ".join(f"{share:>6}%" for share in SHARES))
    for runs in (rensa_runs, datasketch_runs):
        for name, seconds, found in runs(texts):
            sets = [set(hits) for hits in found]
            counts = {share: [0, 0] for share in SHARES}
            for source, copy, kept, _, _ in planted:
                first, second = min(source, copy), max(source, copy)
                counts[kept][0] += first in sets[second]
                counts[kept][1] += 1
            recall = sum(hit for hit, _ in counts.values()) / len(planted)
            by_share = " ".join(f"{hit / max(all_, 1):7.4f}" for hit, all_ in counts.values())
            print(f"{name:34} {megabytes / seconds:7.2f} {sum(map(len, sets)):9} {recall:7.4f}  {by_share}", flush=True)


if __name__ == "__main__":
    main()
