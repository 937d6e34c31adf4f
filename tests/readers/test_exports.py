"""Exports read back by the programs that know each format.

The documents hold an emoji, decomposed Vietnamese and CR LF: what counts characters wrongly shows."""
import csv
import io
import json
import re
import tempfile
import unicodedata
import unittest
import xml.etree.ElementTree
import zipfile

import citeproc.source.json
import docx
import followthemoney.model
import icalendar
import networkx
import pybrat.parser
import pybtex.database
import rispy

from program import Case

VIETNAMESE = unicodedata.normalize('NFD', 'Tô Lâm')
TALKS = (f'HANOI, 14 April 2025 \U0001F91D\r\n\r\nThe General Secretary of Vietnam {VIETNAMESE} held talks with the President of China '
         f'Xi Jinping in Hanoi on 14 April 2025.\r\n\r\n{VIETNAMESE} said \U0001F686 "the railway" would be opened by 30 June 2026. '
         'The two leaders agreed to set up a joint committee on rail transport. '
         'Xi Jinping proposed that both sides sign an agreement on visas.\r\n')


class Exports(Case):
    def setUp(self):
        super().setUp()
        talks = self.path('talks.txt')
        talks.write_bytes(TALKS.encode())
        self.write('odd=name.txt', 'Peru said =1+1 is two. "Peru, a friend" was welcomed.\n')
        self.run_program('add', talks, self.path('odd=name.txt'), '--outlet', 'Courier & Post', '--date', '2025-04-14')
        self.statements = [s for s in self.json('statements')]

    def export(self, name, *arguments):
        path = self.path('out.' + {'bibtex': 'bib'}.get(name, name))
        self.run_program('export', name, '-o', path, *arguments)
        return path

    def test_the_program_reads_something_to_export(self):
        self.assertGreaterEqual(len(self.statements), 4)

    def test_jsonl_places_hold_the_quotes(self):
        lines = [json.loads(line) for line in self.export('jsonl').read_text().splitlines()]
        places = 0
        for line in lines:
            for place in line['places']:
                if line['document'] == 'talks':
                    self.assertEqual(TALKS[place['start']:place['end']], place['quote'])
                    self.assertEqual(TALKS.encode()[place['first_byte']:place['last_byte']].decode(), place['quote'])
                    places += 1
        self.assertGreater(places, 10)

    def test_csv(self):
        rows = list(csv.DictReader(io.StringIO(self.export('csv').read_bytes().decode('utf-8-sig'), newline='')))
        ids = {row['id'] for row in rows}
        self.assertTrue({s['id'] for s in self.statements} <= ids)
        for row in rows:
            for cell in row.values():
                self.assertFalse(cell and cell[0] in '=+@', cell)
        quote = next(r for r in rows if r['layer'] == 'statement' and r['document'] == 'talks')
        self.assertEqual(TALKS[int(quote['start']):int(quote['end'])], quote['quote'])

    def test_webannotation(self):
        collection = json.loads(self.export('webannotation').read_text())
        items = collection['first']['items']
        self.assertEqual(collection['total'], len(items))
        in_talks = 0
        for item in items:
            for target in item['target']:
                selectors = {s['type']: s for s in target['selector']}
                position, quote = selectors['TextPositionSelector'], selectors['TextQuoteSelector']
                data = selectors['DataPositionSelector']
                if quote['exact'] in TALKS and TALKS[position['start']:position['end']] == quote['exact']:
                    in_talks += 1
                    self.assertTrue(TALKS[:position['start']].endswith(quote['prefix']))
                    self.assertTrue(TALKS[position['end']:].startswith(quote['suffix']))
                    self.assertEqual(TALKS.encode()[data['start']:data['end']].decode(), quote['exact'])
                else:
                    self.assertNotIn(VIETNAMESE, quote['exact'], 'a place in the talks is off')
        self.assertGreater(in_talks, 10)

    def test_qdpx_follows_the_rules_of_the_schema(self):
        archive = zipfile.ZipFile(self.export('qdpx'))
        self.assertEqual(archive.namelist()[0], 'project.qde')
        space = {'q': 'urn:QDA-XML:project:1.0'}
        project = xml.etree.ElementTree.fromstring(archive.read('project.qde'))
        guids = [e.get('guid') for e in project.iter() if e.get('guid')]
        self.assertEqual(len(guids), len(set(guids)), 'guids are unique')
        for guid in guids:
            self.assertRegex(guid, r'^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$')
        codes = {c.get('guid'): c.get('name') for c in project.iterfind('.//q:Code', space)}
        quotes = []
        for source in project.iterfind('.//q:TextSource', space):
            path = source.get('plainTextPath')
            self.assertTrue(path.startswith('internal://'))
            text = archive.read('sources/' + path.removeprefix('internal://')).decode()
            self.assertNotIn('\r', text)
            for selection in source.iterfind('q:PlainTextSelection', space):
                start, end = int(selection.get('startPosition')), int(selection.get('endPosition'))
                self.assertLess(start, end)
                self.assertLessEqual(end, len(text))
                reference = selection.find('q:Coding/q:CodeRef', space).get('targetGUID')
                quotes.append((codes[reference], text[start:end]))
        wanted = TALKS.replace('\r\n', '\n')
        self.assertIn(('agreed', 'set up a joint committee on rail transport'), quotes)
        self.assertTrue(any(VIETNAMESE in q and q in wanted for _, q in quotes))

    def test_qdpx_says_who_speaks_and_who_decided(self):
        statement = next(s for s in self.statements if 'opened by' in s['content'][0]['text'])
        self.run_program('decide', statement['id'], 'accept', '--reviewer', 'Lan & Anh')
        space = {'q': 'urn:QDA-XML:project:1.0'}
        project = xml.etree.ElementTree.fromstring(zipfile.ZipFile(self.export('qdpx')).read('project.qde'))
        users = {u.get('guid'): u.get('name') for u in project.iterfind('q:Users/q:User', space)}
        self.assertEqual(sorted(users.values()), ['Lan & Anh', 'Verbale'])
        codes = {}
        for tree in project.iterfind('q:CodeBook/q:Codes/q:Code', space):
            codes |= {c.get('guid'): (tree.get('name'), c.get('name')) for c in tree.iter('{urn:QDA-XML:project:1.0}Code')}
        coded = {}
        for selection in project.iterfind('.//q:PlainTextSelection', space):
            self.assertIn(selection.get('creatingUser'), users)
            for coding in selection.iterfind('q:Coding', space):
                code = codes[coding.find('q:CodeRef', space).get('targetGUID')]
                coded.setdefault(selection.get('name'), set()).add((*code, users[coding.get('creatingUser')]))
        act = ('statement', statement['act'], 'Lan & Anh')
        self.assertEqual(coded[statement['id']], {act, ('speaker', VIETNAMESE, 'Lan & Anh')})
        agreed = next(c for c in self.json('commitments') if c['kind'] == 'agreed')
        self.assertEqual({name for tree, name, _ in coded[agreed['id']] if tree == 'by'}, {'Vietnam', 'China'})

    def test_brat_is_read_by_pybrat(self):
        archive = zipfile.ZipFile(self.export('brat'))
        with tempfile.TemporaryDirectory() as folder:
            archive.extractall(folder)
            examples = list(pybrat.parser.BratParser(error='ignore').parse(folder))
        talks = next(e for e in examples if 'joint committee' in e.text)
        self.assertGreater(len(talks.entities), 8)
        for entity in talks.entities:
            words = ' '.join(talks.text[s.start:s.end] for s in entity.spans)
            self.assertEqual(words, entity.mention)

    def test_webanno_offsets_are_utf16(self):
        archive = zipfile.ZipFile(self.export('webanno'))
        tsv = archive.read('talks.tsv').decode()
        head, mark, _ = tsv.partition('\n\n#Text=')
        self.assertTrue(mark)
        self.assertRegex(head, r'\A#FORMAT=WebAnno TSV 3\.3\n#T_SP=webanno\.custom\.Claim\|claim\|kind\|layer\|who\n#verbale=x-\w+ \d+( [a-z]-\w+=[0-9a-f]{8})+\Z')
        units = TALKS.encode('utf-16-le')
        rows = [line.split('\t') for line in tsv.splitlines() if re.match(r'\d+-\d', line)]
        self.assertGreater(len(rows), 60)
        annotated = {}
        for row in rows:
            start, end = map(int, row[1].split('-'))
            self.assertEqual(units[2 * start:2 * end].decode('utf-16-le'), row[2].replace('\\', ''))
            self.assertEqual(len(row), 8)
            for claim in re.findall(r'([a-z]-[0-9a-z]+)\[(\d+)\]', row[3]):
                annotated.setdefault(claim, []).append(row[2])
        self.assertIn('set up a joint committee on rail transport'.split(), list(annotated.values()))

    def test_ftm(self):
        entities = [followthemoney.model.get_proxy(json.loads(line), cleaned=False)
                    for line in self.export('ftm').read_text().splitlines()]
        by_id = {e.id: e for e in entities}
        self.assertEqual(len(by_id), len(entities), 'an entity stands once')
        for entity in entities:
            entity.schema.validate(entity.to_dict())
            for prop in entity.iterprops():
                if prop.type.name == 'entity':
                    for reference in entity.get(prop):
                        self.assertIn(reference, by_id)
        xi = next(e for e in entities if e.schema.name == 'Person' and e.caption == 'Xi Jinping')
        self.assertEqual(xi.get('country'), ['cn'])
        event = next(e for e in entities if e.schema.name == 'Event')
        self.assertEqual(event.get('date'), ['2025-04-14'])
        self.assertIn(xi.id, event.get('involved'))

    def test_citations(self):
        items = json.loads(self.export('csl').read_text())
        bibliography = citeproc.source.json.CiteProcJSON(items)
        self.assertEqual(len(bibliography), 2)
        self.assertEqual(items[0]['issued'], {'date-parts': [[2025, 4, 14]]})
        library = pybtex.database.parse_file(str(self.export('bibtex')))
        self.assertEqual({e.fields['journal'] for e in library.entries.values()}, {'Courier \\& Post'})
        entries = rispy.loads(self.export('ris').read_text())
        self.assertEqual([(e['type_of_reference'], e['secondary_title'], e['year']) for e in entries],
                         [('NEWS', 'Courier & Post', '2025')] * 2)

    def test_graphml(self):
        graph = networkx.read_graphml(self.export('graphml'), force_multigraph=True)
        names = {n: d['name'] for n, d in graph.nodes(data=True)}
        met = [(names[a], names[b]) for a, b, d in graph.edges(data=True) if d['relation'] == 'met']
        self.assertEqual([{unicodedata.normalize('NFC', n) for n in pair} for pair in met], [{'Tô Lâm', 'Xi Jinping'}])

    def test_calendar(self):
        calendar = icalendar.Calendar.from_ical(self.export('ical').read_bytes())
        events = {str(e['CATEGORIES'].cats[0]): e for e in calendar.walk('VEVENT')}
        self.assertEqual(events['meeting'].decoded('DTSTART').isoformat(), '2025-04-14')
        self.assertIn(VIETNAMESE, str(events['meeting']['SUMMARY']))

    def test_word(self):
        document = docx.Document(self.export('docx'))
        text = '\n'.join(p.text for p in document.paragraphs)
        self.assertIn('set up a joint committee on rail transport', text)
        self.assertIn('Heading 2', {p.style.name for p in document.paragraphs})

    def test_a_brief_in_word(self):
        path = self.path('brief.docx')
        self.run_program('brief', 'VNM', 'CHN', '-o', path)
        document = docx.Document(path)
        self.assertEqual(document.paragraphs[0].text, 'Vietnam and China')
        self.assertEqual(document.paragraphs[0].style.name, 'Title')
        self.assertIn(VIETNAMESE, '\n'.join(p.text for p in document.paragraphs))
        self.assertEqual(document.tables[0].cell(0, 0).text, 'when')

    def test_due_dates_of_the_ledger(self):
        path = self.path('due.ics')
        self.run_program('ledger', 'VNM', 'CHN', '--calendar', path)
        events = list(icalendar.Calendar.from_ical(path.read_bytes()).walk('VEVENT'))
        self.assertIn('2026-06-30', [e.decoded('DTSTART').isoformat() for e in events])

    def test_positions_only_holds_no_word_of_the_text(self):
        for name in ('jsonl', 'csv', 'webannotation', 'qdpx', 'brat', 'ftm', 'csl', 'bibtex', 'ris', 'graphml', 'md', 'docx', 'ical', 'html'):
            path = self.export(name, '--positions-only')
            parts = [path.read_bytes()]
            if zipfile.is_zipfile(path):
                archive = zipfile.ZipFile(path)
                parts = [archive.read(n) for n in archive.namelist()]
            for part in parts:
                for word in ('joint committee', 'railway', VIETNAMESE, 'Xi Jinping', 'Hanoi', 'HANOI', 'General Secretary', 'visas'):
                    self.assertNotIn(word.encode(), part, name)
        refused = self.run_program('export', 'webanno', '--positions-only', '-o', self.path('x'), code=1)
        self.assertIn('cannot leave the words out', refused.err)

    def test_the_same_record_gives_the_same_bytes(self):
        for name in ('jsonl', 'qdpx', 'docx', 'brat', 'webanno', 'ical'):
            first = self.export(name).read_bytes()
            self.assertEqual(first, self.export(name).read_bytes(), name)


if __name__ == '__main__':
    unittest.main()
