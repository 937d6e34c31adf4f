"""The program is killed, stopped, or finds no room: nothing stored is lost or doubled, nothing is half stored."""
import contextlib
import resource
import signal
import sqlite3
import subprocess
import time

from program import Case


class Interrupted(Case):
    REPORTS = 6000

    def start_add(self):
        self.reports = self.write_reports('many.jsonl', self.REPORTS)
        return subprocess.Popen(self.command('add', self.reports, '--threads', 1), cwd=self.folder,
                                env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def wait_for_rows(self, process):
        """Until something is committed."""
        uri = f"file:{self.path('verbale.db')}?mode=ro"
        for _ in range(3000):
            if process.poll() is not None:
                self.fail('the program was done too early for this test')
            try:
                with contextlib.closing(sqlite3.connect(uri, uri=True)) as connection:
                    if connection.execute('SELECT count(*) FROM publications').fetchone()[0] > 0:
                        return
            except sqlite3.OperationalError:
                pass
            time.sleep(0.01)
        self.fail('nothing was ever committed')

    def complete_and_compare(self):
        """Adding again must lead to the very record that an undisturbed run makes."""
        self.run_program('verify')
        self.run_program('add', self.reports)
        self.run_program('verify')
        self.run_program('add', self.reports, '--store', 'other.db')
        self.assertEqual(len(self.names()), self.REPORTS)
        for command in ('documents', 'statements', 'quantities'):
            self.assertEqual(self.run_program(command, '--json').out,
                             self.run_program(command, '--json', '--store', 'other.db').out)

    def test_killed(self):
        process = self.start_add()
        self.wait_for_rows(process)
        process.kill()
        process.communicate()
        stored = len(self.names())
        self.assertGreater(stored, 0)
        self.assertLess(stored, self.REPORTS)
        self.complete_and_compare()

    def test_interrupted_by_the_user(self):
        process = self.start_add()
        self.wait_for_rows(process)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, -signal.SIGINT)
        self.assertIn(b' added', out)
        self.assertIn(b'add again to go on', err)
        stored = len(self.names())
        self.assertIn(f'{stored} added'.encode(), out)
        self.complete_and_compare()

    def test_no_room_left(self):
        reports = self.write_reports('many.jsonl', self.REPORTS)
        limit = 2_000_000

        def little_room():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        done = self.run_program('add', reports, '--threads', 1, code=1, preexec_fn=little_room)
        self.assertIn('verbale.db', done.err)
        self.assertIn('add again', done.err)
        self.run_program('add', reports)
        self.assertEqual(len(self.names()), self.REPORTS)
        self.run_program('verify')
