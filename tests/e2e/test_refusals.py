"""What is wrong is said with the file, the place and what to do, and with the right exit code."""
import os
import sqlite3
import subprocess

from program import REPORT, Case


class Refusals(Case):
    def refused(self, *arguments, code=1, says='', **options):
        done = self.run_program(*arguments, code=code, **options)
        self.assertRegex(done.err, r'(?m)^verbale: ')
        self.assertIn(says, done.err)
        return done

    def test_wrong_usage(self):
        self.refused(code=2, says='no command')
        self.refused('nonsense', code=2, says='there is no such command')
        self.refused('statements', '--nonsense', code=2, says='--nonsense')
        self.refused('read', code=2)
        self.refused('read', '--until', 'nonsense', 'a.txt', code=2, says='no stage `nonsense`')
        self.refused('add', '--threads', 'many', 'a.txt', code=2)
        self.refused('add', '--threads', '0', 'a.txt', code=2)
        self.refused('statements', '--act', 'nonsense', code=2, says='assertive')
        self.refused('statements', '--from', 'yesterday', code=2, says='YYYY')
        self.refused('statements', '--limit', '-1', code=2)
        self.refused('set', 'a', 'nonsense', code=2, says='KEY=VALUE')
        self.refused('verify', 'only-one.json', code=2)
        self.refused('completion', 'tcsh', code=2)

    def test_bad_files(self):
        self.write('binary.txt', bytes(range(256)) * 20)
        self.write('good.txt', REPORT.format(day=1))
        self.refused('read', 'missing.txt', says='missing.txt')
        self.refused('read', 'binary.txt', says='binary.txt')
        done = self.refused('read', '--json', 'missing.txt', 'good.txt', says='missing.txt')
        self.assertIn('"name": "good"', done.out)

    def test_odd_files_never_crash(self):
        odd = {'empty.txt': b'', 'nul.txt': b'He said\0 it was good.\n' * 3, 'broken.txt': b'He said \xff\xfe\xc3( yes.\n',
               'blank.txt': b'\n\n  \n', 'line.txt': b'word ' * 200000, 'quotes.txt': b'"' * 10000 + b' he said.\n',
               'bracket.txt': b'(' * 10000, 'empty.jsonl': b'', 'bad.jsonl': b'{"text": \n{}\n[]\n', 'bad.csv': b'a,b\n1\n',
               'bad.html': b'<html><body><div><p>', 'surrogate.jsonl': b'{"text": "\\ud800 he said yes."}\n'}
        for name, content in odd.items():
            path = self.write(name, content)
            for arguments in (['read', '--json', path], ['add', path]):
                done = self.run_any(*arguments)
                self.assertIn(done.returncode, (0, 1), f'{name}: {done.stderr[-500:]}')
                if done.returncode == 1:
                    self.assertIn(name.encode(), done.stderr)
        self.run_program('verify')

    def run_any(self, *arguments):
        return subprocess.run(self.command(*arguments), capture_output=True, cwd=self.folder, env=self.environment(),
                              stdin=subprocess.DEVNULL, timeout=120)

    def test_no_record(self):
        for command in ('documents', 'statements', 'verify', 'refresh'):
            self.refused(command, '--store', 'none.db', says='there is no record')
            self.assertFalse(self.path('none.db').exists())

    def test_not_a_record(self):
        self.write('text.db', 'This is not a database, but long enough to look like a file of one. ' * 20)
        self.refused('documents', '--store', 'text.db', says='is no record of verbale')
        self.refused('add', '--store', 'text.db', self.write('a.txt', REPORT), says='is no record of verbale')
        self.change('CREATE TABLE t (x)', 'other.db')
        self.refused('add', '--store', 'other.db', 'a.txt', says='no record of verbale')

    def test_a_record_of_a_newer_version(self):
        self.run_program('add', self.write('a.txt', REPORT.format(day=1)))
        self.change('PRAGMA user_version = 99')
        before = self.path('verbale.db').read_bytes()
        self.refused('documents', says='format 99')
        self.refused('add', 'a.txt', says='newer verbale')
        self.assertEqual(self.path('verbale.db').read_bytes(), before)

    def test_a_locked_record(self):
        self.run_program('add', self.write('a.txt', REPORT.format(day=1)))
        holder = sqlite3.connect(self.path('verbale.db'), isolation_level=None)
        holder.execute('BEGIN IMMEDIATE')
        self.refused('add', self.write('b.txt', REPORT.format(day=2)), says='locked by another program')
        self.assertEqual(self.names(), ['a'])  # reading goes on
        holder.execute('ROLLBACK')
        holder.close()
        self.run_program('add', 'b.txt')

    def test_a_folder_that_cannot_be_written(self):
        self.refused('add', '--store', '/proc/verbale.db', self.write('a.txt', REPORT), says='cannot be opened or created')
        self.refused('add', '--store', self.path('no/such/folder.db'), 'a.txt', says='folder')

    def test_a_read_only_record(self):
        self.run_program('add', self.write('a.txt', REPORT.format(day=1)))
        folder = self.path('locked')
        folder.mkdir()
        os.rename(self.path('verbale.db'), folder / 'verbale.db')
        if os.geteuid() == 0:
            self.skipTest('nothing is read-only for root')
        os.chmod(folder / 'verbale.db', 0o444)
        os.chmod(folder, 0o555)
        self.addCleanup(os.chmod, folder, 0o755)
        self.assertEqual(self.names(folder / 'verbale.db'), ['a'])
        self.refused('add', '--store', folder / 'verbale.db', self.write('b.txt', REPORT), says='read-only')

    def test_output_that_takes_no_more(self):
        self.write('a.txt', REPORT.format(day=1))
        with open('/dev/full', 'wb') as full:
            done = subprocess.run(self.command('read', '--json', 'a.txt'), stdout=full, stderr=subprocess.PIPE,
                                  cwd=self.folder, env=self.environment())
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'standard output: cannot write', done.stderr)
