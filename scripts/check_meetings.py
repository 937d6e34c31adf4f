#!/usr/bin/env python3
"""Joins meetings over corpora of published readouts and prints what is wrong.

    VERBALE_DATA=FOLDER scripts/check_meetings.py [PROGRAM]

FOLDER holds white-house-readouts.jsonl, kremlin-calls-meetings.jsonl and two-sided-pairs.jsonl (rows with title, date,
url, text). All readouts go into one record. Then

- each pair that is in English on both sides must be accounts of one meeting;
- a document that gives an account of a meeting must name two of those who took part, in its text or title;
- two documents of one outlet that are accounts of one meeting must name the same persons in their titles.

Exit code 1 where something is wrong. `--all` prints every meeting of several documents, to be read.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent


def rows(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines]


def fold(text):
    text = ''.join(c for c in unicodedata.normalize('NFD', text.lower().replace('đ', 'd')) if not unicodedata.combining(c))
    return re.findall(r'[a-z0-9]+', text)


def collect(folder):
    """Documents by name, and the pairs of names that must come together."""
    documents, by_text, pairs = {}, {}, []

    def put(name, row, outlet):
        key = (row['title'], row['text'])
        if row['text'].strip() and key not in by_text:
            by_text[key] = name
            documents[name] = {'id': name, 'title': row['title'], 'date': row['date'], 'url': row['url'],
                               'source': outlet, 'text': row['text']}
        return by_text.get(key)

    for i, row in enumerate(rows(folder / 'white-house-readouts.jsonl')):
        put(f'wh-{i:04}', row, 'White House')
    for row in rows(folder / 'kremlin-calls-meetings.jsonl'):
        put(f'kremlin-{row["id"]}', row, 'Kremlin')
    for i, row in enumerate(rows(folder / 'two-sided-pairs.jsonl')):
        if row['a']['lang'] == row['b']['lang'] == 'en':
            pairs.append([put(f'pair-{i:02}-{side}', row[side], row[side]['source']) for side in 'ab'])
    return documents, pairs


def names_of(words, participants):
    """Ids of those whose family name is among the words: the last of the name, in the east the first."""
    named = set()
    for person in participants:
        name = [word for word in fold(person['name']) if word not in ('jr', 'sr')]
        east = person['side'] in ('CHN', 'KOR', 'JPN', 'VNM', 'HUN')
        if name and (name[-1] in words or east and name[0] in words):
            named.add(person['id'])
    return named


def check(meeting, documents, wrong):
    accounts = [a['document'] for a in meeting['accounts'] if not a.get('mention')]
    titles = {}
    for name in accounts:
        document = documents[name]
        words = set(fold(document['title'] + ' ' + document['text']))
        if len(accounts) > 1 and len(names_of(words, meeting['participants'])) < 2:
            wrong.append(f'{meeting["id"]}: {name} does not name two of those who took part')
        named = names_of(set(fold(document['title'])), meeting['participants'])
        for other, others in titles.items():
            if documents[other]['source'] == document['source'] and named != others:
                wrong.append(f'{meeting["id"]}: titles that name others: {documents[other]["title"]} | {document["title"]}')
        titles[name] = named
    return accounts


def main():
    arguments = [a for a in sys.argv[1:] if a != '--all']
    program = arguments[0] if arguments else ROOT / 'build/release/verbale'
    documents, pairs = collect(pathlib.Path(os.environ['VERBALE_DATA']))
    with tempfile.TemporaryDirectory() as folder:
        corpus, store = pathlib.Path(folder, 'all.jsonl'), str(pathlib.Path(folder, 'record.db'))
        corpus.write_text(''.join(json.dumps(d, ensure_ascii=False) + '\n' for d in documents.values()), encoding='utf-8')
        subprocess.run([program, 'add', '--store', store, corpus], check=True)
        meetings = json.loads(subprocess.run([program, 'meetings', '--json', '--store', store], check=True,
                                             capture_output=True).stdout)
    wrong, together, several = [], {}, 0
    for meeting in meetings:
        accounts = check(meeting, documents, wrong)
        several += len(accounts) > 1
        for name in accounts:
            together.setdefault(name, set()).add(meeting['id'])
        if '--all' in sys.argv and len(accounts) > 1:
            print(meeting['date'], meeting['kind'], ', '.join(p['name'] for p in meeting['participants']))
            for name in accounts:
                print('   ', name, documents[name]['date'], documents[name]['title'])
    for a, b in pairs:
        if not together.get(a, set()) & together.get(b, set()):
            wrong.append(f'not together: {documents[a]["title"]} | {documents[b]["title"]}')
    print(f'{len(documents)} documents, {len(meetings)} meetings, {several} of several documents; '
          f'{len(pairs)} pairs; {len(wrong)} wrong')
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
