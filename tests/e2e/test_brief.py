"""verbale brief: pages to send on, from the record and from files."""
import re
import sqlite3
import unittest

from program import EXAMPLES, Case


class Brief(Case):
    def setUp(self):
        super().setUp()
        self.run_program('add', EXAMPLES)

    def test_a_relationship(self):
        page = self.run_program('brief', 'Viet Nam', 'CHN').out
        self.assertTrue(page.startswith('# Vietnam and China\n'), page[:80])
        for heading in ('Meetings in the record', 'Who and when', 'Agreed', 'New since', 'Read for this'):
            self.assertIn(f'\n## {heading}', page)

    def test_every_quotation_stands_where_its_source_says(self):
        page = self.run_program('brief', 'VNM', 'CHN').out
        lines = page.splitlines()
        shown = 0
        heading = ''
        for line, source in zip(lines, lines[1:]):
            heading = line if line.startswith('## ') else heading
            if heading == '## Told differently':  # there a line holds the words of several accounts
                continue
            place = re.search(r', ([\w#-]+), characters (\d+) to (\d+)', source)
            quote = re.search(r'“([^“]*)”$', line)
            if not place or not quote or '…' in quote[1]:
                continue
            text = self.text_of(place[1])
            words = ' '.join(text[int(place[2]):int(place[3])].split())
            self.assertIn(re.sub(r'\\(.)', r'\1', quote[1]), words, source)
            shown += 1
        self.assertGreater(shown, 8)

    def text_of(self, name):
        """The text of a document of the record, from its passages as the record keeps it."""
        with sqlite3.connect(self.path('verbale.db')) as record:
            row = record.execute('SELECT t.content FROM texts t JOIN publications p ON p.text = t.row WHERE p.name = ?',
                                 (name,)).fetchone()
        return row[0].decode() if isinstance(row[0], bytes) else row[0]

    def test_a_visit_a_meeting_and_an_account_of_it(self):
        visit = self.json('visits')[0]['id']
        page = self.run_program('brief', visit).out
        self.assertIn('## Who and when', page)
        meeting = self.json('meetings', '--state', 'VNM')[0]['id']
        self.assertIn('## Who and when', self.run_program('brief', meeting).out)

    def test_files_need_no_record(self):
        page = self.run_program('brief', EXAMPLES / '2024-08-beijing-courier.txt',
                                EXAMPLES / '2024-08-beijing-observer.html').out
        self.assertIn('## Read for this', page)

    def test_the_same_bytes_each_time(self):
        for ending in ('md', 'html', 'docx'):
            files = [self.path(f'{n}.{ending}') for n in 'ab']
            for file in files:
                self.run_program('brief', 'VNM', 'CHN', '-o', file)
            self.assertEqual(files[0].read_bytes(), files[1].read_bytes(), ending)

    def test_what_cannot_be_told_is_said(self):
        self.assertIn('No account in the record', self.run_program('brief', 'PER', 'NOR').out)
        self.assertIn('Atlantis', self.run_program('brief', 'Atlantis', 'CHN', code=2).err)
        self.assertIn('m-nothing', self.run_program('brief', 'm-nothing', code=1).err)
        self.assertIn('.docx', self.run_program('brief', 'VNM', 'CHN', '-o', self.path('x.pdf'), code=2).err)


if __name__ == '__main__':
    unittest.main()
