#!/usr/bin/env python3
"""Story clusters of news as rows for benchmarks/story_clusters: `outlet` is the story a text belongs to.

    scripts/story_clusters.py ecb FOLDER/ECB+ OUT      writes OUT.tune.jsonl (even topics) and OUT.test.jsonl (odd ones)
    scripts/story_clusters.py allsides events.jsonl OUT
"""
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree


def ecb(folder, out):
    """A topic holds two events that are easily taken for each other: of the ecb and of the ecbplus files."""
    parts = {'tune': [], 'test': []}
    for path in sorted(pathlib.Path(folder).glob('*/*.xml')):
        topic, event = path.parent.name, 'plus' if path.stem.endswith('plus') else 'ecb'
        sentences = {}
        for token in ElementTree.parse(path).getroot().iter('token'):
            sentences.setdefault(int(token.get('sentence')), []).append(token.text or '')
        text = '\n'.join(re.sub(r" ([.,;:!?)%']|n't)", r'\1', ' '.join(words)) for _, words in sorted(sentences.items()))
        parts['test' if int(topic) % 2 else 'tune'].append({'id': path.stem, 'outlet': f'{topic}-{event}', 'text': text})
    for part, rows in parts.items():
        write(f'{out}.{part}.jsonl', rows)


def allsides(path, out):
    seen, rows = set(), []
    for line in open(path, encoding='utf-8'):
        event = json.loads(line)
        for article in event['articles']:
            if article['id'] not in seen and article['text'].strip():
                seen.add(article['id'])
                rows.append({'id': article['id'], 'outlet': event['event'], 'date': article['date'],
                             'text': article['title'] + '\n' + article['text']})
    write(f'{out}.jsonl', rows)


def write(path, rows):
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + '\n' for row in rows)
    print(path, len(rows))


if __name__ == '__main__':
    {'ecb': ecb, 'allsides': allsides}[sys.argv[1]](sys.argv[2], sys.argv[3])
