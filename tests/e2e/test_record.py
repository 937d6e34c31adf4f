"""What a person sets, removes and asks for."""
from program import EXAMPLES, REPORT, Case


class Record(Case):
    def test_a_list_says_what_it_does_not_show(self):
        self.run_program('add', self.write('dated.txt', REPORT.format(day=1)), '--date', '2025-04-01')
        self.run_program('add', self.write('undated.txt', 'The ministers welcomed the plan. They agreed to open an office.\n'))
        done = self.run_program('statements', '--speaker', 'nobody-at-all')
        self.assertIn('nothing found', done.err)
        self.assertIn('one document without a date is left out', self.run_program('documents', '--from', '2025').err)
        self.assertNotIn('left out', self.run_program('documents').err)

    def test_set_outlives_reading_again(self):
        self.run_program('add', self.write('a.txt', REPORT.format(day=1)))
        self.run_program('set', 'a', 'date=2025-04-02', 'outlet=Courier', 'side=VNM')
        for command in (['add', 'a.txt'], ['refresh', '--all']):
            self.run_program(*command)
            [document] = self.json('documents')
            self.assertEqual((document['published'], document['outlet'], document['side']),
                             ('2025-04-02', 'Courier', 'VNM'))
        self.run_program('set', 'a', 'outlet=')
        [document] = self.json('documents')
        self.assertNotEqual(document['outlet'], 'Courier')
        self.assertEqual(document['set'], {'date': '2025-04-02', 'side': 'VNM'})
        self.run_program('verify')

    def test_remove(self):
        self.run_program('add', EXAMPLES)
        names = self.names()
        self.run_program('remove', *names[:-1])
        self.assertEqual(self.names(), names[-1:])
        self.run_program('verify')
        self.run_program('remove', names[-1])
        self.assertEqual(self.rows('SELECT count(*) FROM texts UNION ALL SELECT count(*) FROM entries UNION ALL '
                                   'SELECT count(*) FROM sources UNION ALL SELECT count(*) FROM passages'), [(0,)] * 4)
        self.run_program('remove', 'nobody', code=1)

    def test_removing_one_of_two_publications_keeps_the_text(self):
        self.write('a.txt', REPORT.format(day=1))
        self.write('b.txt', REPORT.format(day=1))
        self.run_program('add', 'a.txt', '--outlet', 'Courier')
        self.run_program('add', 'b.txt', '--outlet', 'Observer')
        first = self.json('quantities')[0]['document']
        self.run_program('remove', first)
        self.assertEqual({q['document'] for q in self.json('quantities')}, {'a', 'b'} - {first})
        self.run_program('verify')

    def test_ids_stay_when_all_is_read_again(self):
        self.run_program('add', EXAMPLES)
        before = {command: self.json(command) for command in ('statements', 'commitments', 'quantities', 'actors')}
        self.run_program('refresh', '--all')
        for command, entries in before.items():
            self.assertEqual(self.json(command), entries)

    def test_lists_show_and_explain_agree(self):
        self.run_program('add', EXAMPLES)
        for command in ('statements', 'commitments', 'meetings', 'topics', 'instruments', 'frameworks', 'quantities', 'actors'):
            for entry in self.json(command, '--limit', 3):
                id = entry['entry'] if command == 'actors' else entry['id']
                shown = self.json('show', id)
                self.assertEqual(shown['entry'].items() & {}.items(), set())
                self.assertEqual(shown['entry'].get('entry', shown['entry'].get('id')), id)
                self.assertIn(id, self.run_program('show', id[:9]).out)
                self.assertTrue(self.json('explain', id)['why'], id)

    def test_filters_take_part(self):
        self.run_program('add', EXAMPLES)
        documents = self.json('documents')
        some = [d for d in documents if d['side']]
        for document in some:
            self.assertIn(document['name'], [d['name'] for d in self.json('documents', '--side', document['side'].lower())])
        self.assertEqual(self.json('documents', '--from', '2999'), [])
        self.assertEqual(len(self.json('documents', '--limit', 2)), min(2, len(documents)))

    def test_search(self):
        self.run_program('add', self.write('a.txt', 'Tổng Bí thư Tô Lâm thăm Bắc Kinh.\n'),
                         self.write('b.txt', 'To Lam visited the capital.\n'))
        self.assertEqual([hit['document'] for hit in self.json('search', 'to lam')], ['a', 'b'])
        bad = self.run_program('search', '(capital')
        self.assertIn('as a phrase', bad.err)
        self.assertIn('To Lam visited the capital', bad.out)
        self.assertEqual(self.json('search', 'nowhere'), [])
        self.run_program('search', '--', '-capital')

    def test_meetings_have_the_form_of_the_contract(self):
        self.run_program('add', EXAMPLES)
        documents = {d['name'] for d in self.json('documents')}
        for meeting in self.json('meetings'):
            self.assertLessEqual({'id', 'kind', 'date', 'place', 'participants', 'accounts'}, set(meeting))
            for participant in meeting['participants']:
                self.assertEqual(set(participant), {'id', 'name', 'role', 'side'})
                self.assertIsInstance(participant['role'], (str, type(None)))
            self.assertTrue(meeting['accounts'])
            for account in meeting['accounts']:
                self.assertLessEqual({'document', 'side', 'outlet', 'report_kind', 'evidence'}, set(account))
                self.assertIn(account['document'], documents)
                self.assertEqual(set(account['evidence'][0]), {'text', 'start', 'end'})
