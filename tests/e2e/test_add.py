"""Adding: what is added, known and refused; the same record on any threads and in any order."""
import os

from program import EXAMPLES, REPORT, Case


class Add(Case):
    def test_adding_again_changes_nothing(self):
        first = self.run_program('add', EXAMPLES)
        self.assertRegex(first.out, r'^\d+ added, 0 known, 0 refused\n$')
        before = self.dump()
        again = self.run_program('add', EXAMPLES)
        self.assertRegex(again.out, r'^0 added, [1-9]\d* known, 0 refused\n$')
        self.assertEqual(self.dump(), before)

    def test_threads_give_the_same_record(self):
        self.write_reports('many.jsonl', 300)
        self.run_program('add', EXAMPLES, 'many.jsonl', '--store', 'one.db', '--threads', 1)
        self.run_program('add', EXAMPLES, 'many.jsonl', '--store', 'two.db', '--threads', 2)
        self.run_program('add', EXAMPLES, 'many.jsonl', '--store', 'five.db', '--threads', 5)
        self.assertEqual(self.dump('one.db'), self.dump('two.db'))
        self.assertEqual(self.dump('one.db'), self.dump('five.db'))

    def test_any_order_gives_the_same_lists(self):
        files = sorted(p for p in EXAMPLES.iterdir() if p.suffix in ('.txt', '.md', '.html', '.jsonl', '.csv')
                       and p.stem != 'README')
        self.run_program('add', *files, '--store', 'forward.db')
        self.run_program('add', *reversed(files), '--store', 'backward.db')
        for command in ('documents', 'statements', 'commitments', 'meetings', 'frameworks', 'actors', 'quantities'):
            lists = [self.json(command, '--store', store) for store in ('forward.db', 'backward.db')]
            if command == 'meetings':  # their ids, and those of visits, are of what was stored first
                for meeting in lists[0] + lists[1]:
                    del meeting['id'], meeting['visit']
            self.assertEqual(*lists, command)

    def test_read_gives_the_same_on_any_threads(self):
        reports = self.write_reports('many.jsonl', 50)
        one = self.run_program('read', '--json', reports, '--threads', 1)
        two = self.run_program('read', '--json', reports, '--threads', 2)
        self.assertEqual(one.out, two.out)
        self.assertEqual(len(one.out.splitlines()), 50)

    def test_a_folder_is_walked(self):
        self.write('in/a.txt', REPORT.format(day=1))
        self.write('in/deep/er/b.md', REPORT.format(day=2))
        self.write('in/c.pdf', b'%PDF-1.4')
        self.write('in/.hidden.txt', REPORT.format(day=3))
        self.write('in/README.md', 'What is in this folder.\n')
        self.write('elsewhere/d.txt', REPORT.format(day=4))
        os.symlink(self.path('elsewhere'), self.path('in/link'))
        os.symlink(self.path('elsewhere/d.txt'), self.path('in/e.txt'))
        done = self.run_program('add', 'in')
        self.assertEqual(done.out, '2 added, 0 known, 0 refused\n')
        self.assertEqual(sorted(self.names()), ['a', 'b'])

    def test_two_outlets_with_one_text_are_two_publications_of_it(self):
        self.write('a.txt', REPORT.format(day=1))
        self.write('b.txt', REPORT.format(day=1))
        self.run_program('add', 'a.txt', '--outlet', 'Courier', '--date', '2025-04-02', '--side', 'VNM')
        self.run_program('add', 'b.txt', '--outlet', 'Observer', '--date', '2025-04-03', '--side', 'CHN')
        documents = self.json('documents')
        self.assertEqual([(d['name'], d['outlet'], d['side']) for d in documents],
                         [('a', 'Courier', 'VNM'), ('b', 'Observer', 'CHN')])
        self.assertEqual(len({d['text_id'] for d in documents}), 1)
        self.assertEqual(self.rows('SELECT count(*) FROM texts'), [(1,)])

    def test_the_same_file_twice_is_one(self):
        self.write('a.txt', REPORT.format(day=1))
        self.write('copy/a.txt', REPORT.format(day=1))
        done = self.run_program('add', 'a.txt', 'copy')
        self.assertEqual(done.out, '1 added, 1 known, 0 refused\n')

    def test_a_bad_file_does_not_stop_the_others(self):
        self.write('a.txt', REPORT.format(day=1))
        self.write('b.txt', b'\x00\x01\x02\xff' * 100)
        self.write('c.txt', REPORT.format(day=2))
        done = self.run_program('add', 'a.txt', 'b.txt', 'missing.txt', 'c.txt', code=1)
        self.assertRegex(done.out, r'^2 added, 0 known, [12] refused\n$')
        self.assertIn('missing.txt', done.err)

    def test_standard_input(self):
        self.run_program('add', '-', stdin=REPORT.format(day=1).encode())
        self.assertEqual(len(self.names()), 1)
        self.run_program('verify')

    def test_sidecar_changed_later_renews(self):
        self.write('a.txt', REPORT.format(day=1))
        self.run_program('add', 'a.txt')
        self.write('a.json', '{"date": "2025-04-02", "outlet": "Courier"}')
        done = self.run_program('add', 'a.txt')
        self.assertEqual(done.out, '0 added, 1 read again, 0 known, 0 refused\n')
        self.assertEqual([(d['name'], d['published'], d['outlet']) for d in self.json('documents')],
                         [('a', '2025-04-02', 'Courier')])
        self.run_program('verify')
