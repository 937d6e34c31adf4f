"""Runs the program in a folder of its own, as a user would."""
import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

PROGRAM = os.environ['VERBALE']
ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / 'examples'

REPORT = '''The President of Vietnam To Lam held talks with Xi Jinping in Hanoi on {day} April 2025.
To Lam said the two countries will open {day} new flights. He thanked the guests for coming.
'''


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='verbale-e2e-'))
        self.addCleanup(shutil.rmtree, self.folder, True)

    def path(self, name):
        return self.folder / name

    def write(self, name, content):
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def write_reports(self, name, count):
        """A JSON Lines file with that many different reports."""
        rows = (json.dumps({'id': f'r{n:05}', 'date': f'2025-04-{n % 28 + 1:02}', 'outlet': 'Courier',
                            'text': REPORT.format(day=n % 28 + 1) + f'This is report number {n}.\n'})
                for n in range(count))
        return self.write(name, '\n'.join(rows) + '\n')

    def command(self, *arguments):
        return [PROGRAM, *map(str, arguments)]

    def environment(self, **more):
        environment = {k: v for k, v in os.environ.items() if k not in ('VERBALE_STORE', 'NO_COLOR', 'COLUMNS')}
        return {**environment, **more}

    def run_program(self, *arguments, code=0, stdin=b'', environment=None, **options):
        done = subprocess.run(self.command(*arguments), input=stdin, capture_output=True, cwd=self.folder,
                              env=self.environment(**(environment or {})), timeout=120, **options)
        done.out, done.err = done.stdout.decode(errors='replace'), done.stderr.decode(errors='replace')
        self.assertEqual(done.returncode, code, f'{arguments}\n{done.out[-2000:]}\n{done.err[-2000:]}')
        return done

    def json(self, *arguments, **options):
        return json.loads(self.run_program(*arguments, '--json', **options).out)

    def names(self, store='verbale.db'):
        return [d['name'] for d in self.json('documents', '--store', store)]

    def rows(self, sql, store='verbale.db'):
        with contextlib.closing(sqlite3.connect(self.path(store))) as connection:
            return connection.execute(sql).fetchall()

    def change(self, sql, store='verbale.db'):
        """Behind the program's back."""
        with contextlib.closing(sqlite3.connect(self.path(store), isolation_level=None)) as connection:
            connection.execute(sql)

    def dump(self, store='verbale.db'):
        """All that a record holds, word index apart (SQLite numbers its inner rows)."""
        tables = ('sources', 'source_bytes', 'texts', 'publications', 'settings', 'entries', 'entry_actors', 'readings',
                  'retired', 'passages', 'meeting_reports', 'meetings', 'meeting_members', 'visits', 'leads')
        return {table: self.rows(f'SELECT * FROM {table} ORDER BY 1, 2', store) for table in tables}
