"""Names for one thing, and set phrases: of files, of the record, with filters, and where there is nothing."""
import json
import time

from program import EXAMPLES, Case

HANOI = '''Vietnam's foreign minister said calm in the East Sea serves all. Vietnam values the great river pact and
mutual respect, peaceful coexistence and win-win cooperation.
'''
BEIJING = '''China's foreign minister said calm in the South China Sea serves all. China stands for win-win cooperation.
'''


class Phrases(Case):
    def reports(self):
        return (self.write('hanoi.md', '---\ndate: 2021-05-01\nside: VNM\n---\n' + HANOI),
                self.write('beijing.md', '---\ndate: 2021-06-01\nside: CHN\n---\n' + BEIJING))

    def test_names_of_files(self):
        files = self.reports()
        thing = next(t for t in self.json('names', *files) if t['name'] == 'South China Sea')
        self.assertEqual(thing['same'], ['East Sea', 'South China Sea'])
        self.assertEqual([n['sides'] for n in thing['names']], [{'VNM': 1}, {'CHN': 1}])
        place = thing['used_by']['hanoi'][0]
        text = files[0].read_text().split('---\n')[2]
        self.assertEqual(text[place['start']:place['end']], 'East Sea')
        self.assertEqual(self.json('names', *files), self.json('names', *reversed(files)))
        self.assertIn('East Sea', self.run_program('names', *files).out)

    def test_every_string_stands_where_it_says(self):
        files = self.reports()
        texts = {file.stem: file.read_text().split('---\n')[2] for file in files}
        seen = 0
        for entry in self.json('names', *files) + self.json('phrases', '--documents', '1', *files):
            for document, places in entry['used_by'].items():
                for place in places:
                    self.assertEqual(texts[document][place['start']:place['end']], place['text'])
                    seen += 1
        self.assertGreater(seen, 4)

    def test_the_record_gives_what_the_files_give(self):
        files = self.reports()
        self.run_program('add', *files)
        self.assertEqual(self.json('names'), self.json('names', *files))
        self.assertEqual(self.json('phrases'), self.json('phrases', *files))

    def test_life_of_a_phrase(self):
        files = self.reports()
        life = self.json('phrase', 'Win-Win Cooperation', *files)
        self.assertEqual((life['kind'], life['documents']), ('known', 2))
        self.assertEqual([use['said_by'] for use in life['life']], [['VNM'], ['CHN']])
        self.assertEqual(life['taken_up'][0]['state'], 'CHN')
        self.assertEqual(life['first']['date'], '2021-05-01')
        self.assertIn('taken up', self.run_program('phrase', 'win-win cooperation', *files).out)
        self.assertIn('stands in none', self.run_program('phrase', 'purple sheep', *files, code=1).err)

    def test_filters(self):
        files = self.reports()
        self.assertEqual(self.json('phrases', '--side', 'CHN', *files)[0]['sides'][0]['side'], 'CHN')
        self.assertEqual(self.json('phrases', '--from', '2022', *files), [])
        self.assertEqual(self.json('names', '--to', '2021-05', *files), self.json('names', files[0]))
        self.assertEqual(len(self.json('phrases', '--limit', '1', *files)), 1)

    def test_nothing_there(self):
        self.assertIn('nowhere', self.run_program('names', 'nowhere.txt', code=1).err)
        self.run_program('names', '--store', 'none.db', code=1)
        empty = self.write('empty.txt', '')
        self.assertEqual(self.json('names', self.write('one.txt', 'Peru.\n')), [])
        self.run_program('phrases', empty, self.write('one.txt', 'Peru.\n'), code=1)
        self.run_program('phrases', '--kind', 'odd', code=2)

    def test_many_documents(self):
        reports = self.write_reports('many.jsonl', 500)
        start = time.monotonic()
        self.json('phrases', reports)
        self.json('names', reports)
        self.assertLess(time.monotonic() - start, 30)

    def test_examples(self):
        self.run_program('add', EXAMPLES)
        self.assertTrue(self.json('names'))
        for phrase in self.json('phrases', '--kind', 'known')[:3]:
            self.assertEqual(self.json('phrase', phrase['phrase'])['id'], phrase['id'])
