#!/usr/bin/env python3
"""Adds office-holders of open data sets to knowledge/world/persons.tsv and terms.tsv.

    import_offices.py GAZETTEERS PACKS

GAZETTEERS holds the folders of the "every-politician-scrapers" data sets (Wikidata, CC0): gaz-ministers-us,
gaz-ministers-china, gaz-ministers-vietnam, gaz-foreign-ministers-2022, gaz-world-leaders-2021. PACKS is
knowledge/world. Rows that are there already are never changed, so that a correction by hand outlives every import: a
person whose name or other name is known is skipped with all terms. Python standard library only.
"""
import csv
import pathlib
import re
import sys
import unicodedata

SOURCE = 'Wikidata 2022'
LETTERS = str.maketrans({'đ': 'd', 'Đ': 'D', 'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L', 'ı': 'i', 'ß': 'ss', 'æ': 'ae',
                         'Æ': 'Ae', 'ð': 'd', 'þ': 'th', 'Þ': 'Th', 'ə': 'e', 'Ə': 'E', '’': "'"})
# In order: the first pattern that the title has decides.
KINDS = [
    (r'deputy (prime|foreign)|vice[- ](president|premier)|first deputy', 'deputy-head'),
    (r'^(acting )?president|^monarch|^king|^queen|^emir|^sultan|head of state|governor-general|^emperor', 'head-of-state'),
    (r'prime minister|premier|chancellor|head of government|taoiseach|chief executive', 'head-of-government'),
    (r'general secretary', 'party-leader'),
    (r'foreign|external (affairs|relations)|^secretary of state$', 'foreign-minister'),
    (r'ambassador|permanent representative|envoy', 'envoy'),
    (r'national assembly|speaker', 'speaker'),
    (r'minister|^secretary of|attorney general', 'minister'),
]
WITH_ARTICLE = set('USA GBR NLD PHL ARE BHS GMB MDV COD COG CZE DOM CAF MHL SLB COM'.split())
US_POSTS = re.compile(r'^(President|Vice President|Secretary of (State|Defen[cs]e|the Treasury|Commerce|Energy|Homeland '
                      r'Security|Agriculture|Labor|Transportation|the Interior|Education|Health.*)|Deputy Secretary of '
                      r'(State|Defen[cs]e|the Treasury|Energy|Commerce)|Attorney General|Ambassador to the United '
                      r'Nations|ambassador to .*|Assistant Secretary of State .*|Under ?[Ss]ecretary of State.*|'
                      r'(Deputy )?National Security Advisor|Director of (National Intelligence|the CIA)|Homeland Security '
                      r'Advisor|White House (Press Secretary|Chief of Staff)|.*Trade Representative)$')


def fold(text):
    text = unicodedata.normalize('NFD', text.translate(LETTERS))
    return ''.join(c for c in text if not unicodedata.combining(c))


def identifier(name):
    return re.sub('-+', '-', re.sub('[^a-z]+', '-', fold(name).lower().replace("'", ''))).strip('-')


def kind_of(title):
    return next((kind for pattern, kind in KINDS if re.search(pattern, title.lower())), 'other')


def rows_of(path):
    with open(path, encoding='utf-8', newline='') as file:
        yield from csv.DictReader(file)


class Packs:
    def __init__(self, folder):
        self.folder = folder
        self.states = {}
        self.state_names = {}
        for cells in self.rows('states.tsv'):
            self.state_names[cells[0]] = cells[1]
            for name in [cells[1], cells[2], *cells[4].split('|')]:
                self.states[identifier(name)] = cells[0]
        self.persons = list(self.rows('persons.tsv'))
        self.terms = list(self.rows('terms.tsv'))
        self.ids = {cells[0] for cells in self.persons}
        self.known = {identifier(name) for cells in self.persons for name in [cells[1], *cells[2].split('|')]}
        self.ends = {(cells[3], self.first_and_last(name))
                     for cells in self.persons for name in [cells[1], *cells[2].split('|')]}
        self.added = {}

    @staticmethod
    def first_and_last(name):
        """What "Hage Geingob" and "Hage Gottfried Geingob" have in common."""
        parts = [part for part in identifier(name).split('-') if part not in ('jr', 'sr')]
        return (parts[0], parts[-1]) if parts else ()

    def rows(self, name):
        lines = (self.folder / name).read_text(encoding='utf-8').splitlines()
        body = [line for line in lines if line and not line.startswith('#')]
        return (line.split('\t') for line in body[1:])

    def add(self, name, state, title, since, until, gender=''):
        name = re.sub(r'\s+', ' ', re.sub(r'\(.*?\)', '', name)).strip()
        key = identifier(name)
        if len(name.split()) < 2 or (key in self.known and key not in self.added) or not key or '\t' in name:
            return
        if key not in self.added and (state, self.first_and_last(name)) in self.ends:
            return
        if key not in self.added:
            plain = fold(name)
            self.added[key] = state
            self.persons.append([key, plain, name if name != plain else '', state, gender[:1], SOURCE])
        elif self.added[key] != state:
            return
        if state and ' of ' not in title and ' to ' not in title:
            article = 'the ' if state in WITH_ARTICLE else ''
            title = f'{title} of {article}{self.state_names[state]}'
        title = title[0].upper() + title[1:]
        self.terms.append([key, title, kind_of(title), state, '', since[:10], until[:10], SOURCE])

    def write(self):
        self.persons.sort()
        self.terms.sort(key=lambda cells: (cells[0], cells[5]))
        for name, rows in (('persons.tsv', self.persons), ('terms.tsv', self.terms)):
            path = self.folder / name
            lines = path.read_text(encoding='utf-8').splitlines()
            header = [line for line in lines if line.startswith('#')]
            columns = next(line for line in lines if line and not line.startswith('#'))
            body = ['\t'.join(cells) for cells in rows]
            path.write_text('\n'.join([*header, columns, *body]) + '\n', encoding='utf-8')


def since_2000(end):
    return not end or end[:4] >= '2000'


def import_ministers(packs, path, state, wanted=None):
    for row in rows_of(path):
        if (wanted is None or wanted.match(row['position'])) and since_2000(row['end']):
            packs.add(row['person'], state, row['position'], row['start'], row['end'], row.get('gender', ''))


def main(gazetteers, folder):
    packs = Packs(folder)
    import_ministers(packs, gazetteers / 'gaz-ministers-us/holders21.csv', 'USA', US_POSTS)
    import_ministers(packs, gazetteers / 'gaz-ministers-china/holders21.csv', 'CHN')
    import_ministers(packs, gazetteers / 'gaz-ministers-vietnam/holders21.csv', 'VNM')
    for row in rows_of(gazetteers / 'gaz-world-leaders-2021/wikidata.csv'):
        state = packs.states.get(identifier(row['country']))
        if state and row['officeholderlabel' if 'officeholderlabel' in row else 'officeholderLabel']:
            packs.add(row.get('officeholderLabel') or row['officeholderlabel'], state, row['positionLabel'],
                      row['start_year'], row['end_year'])
    for row in rows_of(gazetteers / 'gaz-foreign-ministers-2022/sources/foreign/wikidata.csv'):
        state = packs.states.get(identifier(row['countryLabel']))
        if state and row['name']:
            packs.add(row['name'], state, 'Foreign Minister', row['start'], '')
    packs.write()
    print(f'{len(packs.added)} persons added; {len(packs.persons)} persons, {len(packs.terms)} terms')


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
