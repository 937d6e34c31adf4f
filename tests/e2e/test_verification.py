"""verify through the program; each kind of corruption has its unit test in src/verify."""
from program import EXAMPLES, REPORT, Case


class Verification(Case):
    def test_the_files_may_be_gone(self):
        self.run_program('add', self.write('a.txt', REPORT.format(day=1)))
        self.path('a.txt').unlink()
        self.assertIn('all proved', self.run_program('verify').out)

    def test_everything_in_the_examples_is_proved(self):
        self.run_program('add', EXAMPLES)
        self.assertEqual(self.json('verify')['failures'], [])

    def test_a_change_is_listed(self):
        self.run_program('add', self.write('a.txt', REPORT.format(day=1)))
        self.change("UPDATE texts SET content = replace(content, 'flights', 'freight')")
        done = self.run_program('verify', code=1)
        self.assertIn('failed  a', done.out)
        self.assertTrue(self.json('verify', code=1)['failures'])

    def test_a_damaged_file_is_said_to_be_so(self):
        self.run_program('add', self.write_reports('many.jsonl', 200))
        path = self.path('verbale.db')
        content = bytearray(path.read_bytes())
        for at in range(20 * 4096, 40 * 4096):
            content[at] ^= 0x5a
        path.write_bytes(content)
        done = self.run_program('verify', code=1)
        self.assertTrue(done.out or done.err)

    def test_what_is_worked_out_is_proved_too(self):
        self.run_program('add', EXAMPLES)
        alone = self.json('verify')
        everything = self.json('verify', '--worked-out')
        self.assertEqual(everything['failures'], [])
        self.assertGreater(everything['strings'], alone['strings'])

    def test_comparisons_and_ledgers_against_their_files(self):
        files = sorted(p for p in EXAMPLES.iterdir() if p.name.startswith('2024-08'))
        for command in ('compare', 'ledger', 'names', 'phrases'):
            out = self.run_program(command, *files, '--json').out
            self.write('worked-out.json', out)
            self.run_program('verify', 'worked-out.json', *files)
            self.write('worked-out.json', out.replace('"start": ', '"start": 1', 1))
            self.run_program('verify', 'worked-out.json', *files, code=1)

    def test_a_mark_whose_evidence_is_gone_is_listed(self):
        self.run_program('add', EXAMPLES)
        entry = self.json('commitments')[0]['id']
        evidence = self.json('documents')[0]['id']
        self.run_program('status', entry, '0', '--evidence', evidence, '--date', '2025-05-01')
        self.assertEqual(self.json('verify')['marks'], 1)
        self.change("UPDATE marks SET evidence = 'd-000000000000'")
        self.assertIn('d-000000000000', self.run_program('verify', code=1).out)

    def test_records_against_their_files(self):
        for path in sorted(EXAMPLES.iterdir()):
            if path.suffix in ('.txt', '.md', '.html', '.jsonl', '.csv'):
                self.write('record.json', self.run_program('read', '--json', path).out)
                self.run_program('verify', 'record.json', path)
        record = self.run_program('read', '--json', self.write('a.txt', REPORT.format(day=1))).out
        self.write('record.json', record.replace('"start": ', '"start": 1', 1))
        self.run_program('verify', 'record.json', 'a.txt', code=1)
