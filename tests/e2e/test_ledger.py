"""The ledger: threads over the meetings of the examples, its forms, and a person's marks on it."""
import json
import unittest

from program import EXAMPLES, Case

TALKS = [
    ('lima-2021', '2021-03-02', 'PER', '''President Pedro Quispe of Peru held talks with President Luis Rojas of Chile in Lima on March 2, 2021.

The two leaders agreed to build a railway between Tacna and Arica and to open ten new air routes by 2022.
'''),
    ('lima-2025', '2025-09-01', 'PER', '''President Pedro Quispe of Peru held talks with President Luis Rojas of Chile in Lima on September 1, 2025.

The two leaders agreed to set up a joint railway committee for the line between Tacna and Arica.
'''),
]


class Ledger(Case):
    def write_talks(self):
        rows = [json.dumps({'id': i, 'date': d, 'side': s, 'text': t}) for i, d, s, t in TALKS]
        return self.write('talks.jsonl', '\n'.join(rows) + '\n')

    def record(self):
        self.run_program('add', self.write_talks(), '--side', 'PER')

    def thread(self, ledger, word):
        return next(t for t in ledger['threads'] if any(word in e['text']['text'] for e in t['entries']))

    def test_threads_run_through_the_meetings_of_the_examples(self):
        self.run_program('add', EXAMPLES)
        ledger = self.json('ledger', 'VNM', 'China')
        self.assertEqual(ledger['states'], ['CHN', 'VNM'])
        railway = self.thread(ledger, 'railway')
        self.assertGreaterEqual(sum(s != 'absent' for s in railway['status'].values()), 3, railway['status'])
        ids = {m['id'] for m in ledger['meetings']}
        for thread in ledger['threads']:
            self.assertEqual(set(thread['status']), ids)
            for entry in thread['entries']:
                self.assertIn(entry['meeting'], ids)

    def test_the_meetings_have_the_ids_of_the_record(self):
        self.run_program('add', EXAMPLES)
        known = {m['id'] for m in self.json('meetings')} | {m.get('visit') for m in self.json('meetings')}
        ledger = self.json('ledger', 'VNM', 'CHN')
        self.assertTrue(any(m['id'] in known for m in ledger['meetings']))

    def test_files_and_record_give_the_same_threads(self):
        self.record()
        from_record = self.json('ledger', 'PER', 'CHL')
        from_file = self.json('ledger', self.path('talks.jsonl'))
        self.assertEqual([t['thread'] for t in from_record['threads']], [t['thread'] for t in from_file['threads']])
        self.assertEqual(list(self.thread(from_record, 'railway between')['status'].values()), ['first', 'advanced'])

    def test_a_text_of_no_meeting_and_no_day_is_left_out_and_said(self):
        self.record()
        before = self.json('ledger', 'PER', 'CHL')
        self.run_program('add', self.write('stray.txt', 'President Rojas of Chile said that Chile will build the port '
                                           'of Arica. President Quispe of Peru said that Peru will help.\n'))
        self.assertEqual(self.json('ledger', 'PER', 'CHL'), before)
        self.assertIn('left out: stray', self.run_program('ledger', 'PER', 'CHL').err)

    def test_every_place_is_exact(self):
        texts = {i: t for i, _, _, t in TALKS}
        for thread in self.json('ledger', self.write_talks())['threads']:
            for entry in thread['entries']:
                text = entry['text']
                self.assertEqual(texts[entry['doc']][text['start']:text['end']], text['text'])

    def test_the_calendar_has_the_due_dates(self):
        talks = self.write_talks()
        self.run_program('ledger', talks, '--calendar', 'due.ics')
        calendar = self.path('due.ics').read_bytes()
        self.assertIn(b'DTSTART;VALUE=DATE:20221231\r\n', calendar)
        self.assertEqual(calendar.count(b'BEGIN:VEVENT'), calendar.count(b'END:VEVENT'))
        self.assertTrue(all(len(line) <= 75 for line in calendar.split(b'\r\n')))
        self.run_program('ledger', talks, '--calendar', 'again.ics')
        self.assertEqual(self.path('again.ics').read_bytes(), calendar)

    def test_markdown_and_unknown_endings(self):
        talks = self.write_talks()
        self.run_program('ledger', talks, '-o', 'ledger.md')
        page = self.path('ledger.md').read_text('utf-8')
        self.assertIn('| kind | thread | 2021-03-02 | 2025-09-01 |', page)
        self.assertIn('absent, looked for in lima-2025', page)
        for ending in ('html', 'docx'):
            self.run_program('ledger', talks, '-o', 'ledger.' + ending)
            self.assertGreater(self.path('ledger.' + ending).stat().st_size, 1000)
        self.assertIn('.md, .html, .docx, .ics or .json', self.run_program('ledger', talks, '-o', 'ledger.xyz', code=2).err)

    def test_a_mark_is_a_persons_and_outlives_reading_again(self):
        self.record()
        entry = self.thread(self.json('ledger', 'PER', 'CHL'), 'air routes')['entries'][0]
        self.assertEqual(self.json('status'), [])
        missing = self.run_program('status', entry['id'], '-1', code=2)
        self.assertIn('--evidence', missing.err)
        self.run_program('status', entry['id'], '-1', '--evidence', 'lima-2025')
        self.run_program('refresh', '--all')
        marks = self.thread(self.json('ledger', 'PER', 'CHL'), 'air routes')['marks']
        self.assertEqual([(m['value'], m['scale'], m['date']) for m in marks], [(-1, 'compliance', '2025-09-01')])
        self.run_program('status', entry['id'], '2', '--evidence', 'lima-2025', '--date', '2025-10-01')
        self.assertEqual([m['scale'] for m in self.json('status')], ['compliance', 'implementation'])
        self.run_program('status', entry['id'], 'none', '--date', '2025-09-01')
        self.assertEqual([m['value'] for m in self.json('status')], [2])

    def test_a_mark_needs_what_is_there(self):
        self.record()
        self.assertIn('no such entry', self.run_program('status', 'c-nothere', '+1', '--evidence', 'lima-2025', code=1).err)
        entry = self.json('ledger', 'PER', 'CHL')['threads'][0]['entries'][0]['id']
        self.assertIn('no document', self.run_program('status', entry, '+1', '--evidence', 'nowhere', code=1).err)
        self.run_program('status', entry, '7', '--evidence', 'lima-2025', code=2)

    def test_every_id_that_is_printed_can_be_shown_explained_and_marked(self):
        self.run_program('add', EXAMPLES)
        ledger = [e['id'] for t in self.json('ledger', 'VNM', 'CHN')['threads'] for e in t['entries']]
        parts = [i for i in ledger if '.' in i or '~' in i or i.startswith('n-')]
        self.assertTrue(parts)
        meetings = self.json('meetings')
        told_twice = next(m['id'] for m in meetings if len(m['accounts']) > 1)
        document = self.json('documents')[0]
        ids = [*parts[:6], self.json('compare', told_twice)['points'][0]['id'], self.json('visits')[0]['id'],
               meetings[0]['id'], document['id'], document['text_id'] if 'text_id' in document else document['id'],
               self.json('names')[0]['id'], self.json('phrases')[0]['id'], self.json('actors')[0]['id']]
        for one in ids:
            for command in ('show', 'explain'):
                self.assertIn(one[:10], self.run_program(command, one, '--json').out, (command, one))
        for part in parts[:3]:
            self.run_program('status', part, '+1', '--evidence', document['id'], '--date', '2025-05-01')
            marked = [t for t in self.json('ledger', 'VNM', 'CHN')['threads'] if t['marks']]
            self.assertTrue(any(part in [e['id'] for e in t['entries']] for t in marked), part)
            self.run_program('status', part, 'none', '--date', '2025-05-01')

    def test_bad_input_is_told(self):
        talks = self.write_talks()
        unknown = self.run_program('ledger', 'Perru', 'CHL', code=2)
        self.assertIn('Peru (PER)', unknown.err)
        self.assertIn('one state', self.run_program('ledger', 'PER', code=2).err)
        self.record()
        empty = self.run_program('ledger', 'PER', 'JPN')
        self.assertIn('no account tells of a meeting of JPN and PER', empty.err)
        self.assertIn('one meeting only', self.run_program('ledger', talks.parent / 'one.txt', code=0).err
                      if self.write('one.txt', TALKS[0][3]) else '')
        german = self.write('de.txt', 'Der Präsident von Peru und der Präsident von Chile haben sich am Montag in Lima getroffen und '
                                      'über die Eisenbahn gesprochen, die beide Länder verbinden soll.\n')
        self.assertIn('language', self.run_program('ledger', talks, german).err)


if __name__ == '__main__':
    unittest.main()
