"""A record that cannot be written: the server says so with what can be done, and readers go on."""
import os
import resource
import socket
import time
import unittest

from program import EXAMPLES, REPORT
from server import ServerCase

NOBODY = 65534


class Unwritable(ServerCase):
    def setUp(self):
        super().setUp()
        self.run_program('add', EXAMPLES)
        self.entry = self.json('commitments')[0]['id']
        self.before = self.json('statements')

    def start_as_nobody(self):
        """Nothing is read-only for root."""
        if os.stat(self.folder).st_mode & 0o777 == 0o700:
            os.chmod(self.folder, 0o755)
        options = {'user': NOBODY, 'group': NOBODY, 'extra_groups': []} if os.geteuid() == 0 else {}
        self.start(**options)

    def chmod(self, path, mode):
        os.chmod(path, mode)
        self.addCleanup(os.chmod, path, 0o755)

    def wishes(self):
        """What changes the record, one of each kind."""
        yield 'POST', '/api/decisions', {'reviewer': 'Ann', 'entry': self.entry, 'action': 'accept'}
        yield 'POST', '/api/searches', {'name': 'rail', 'query': 'railway'}
        yield 'POST', '/api/documents/' + self.before[0]['document'] + '/set', {'outlet': 'Courier'}
        yield 'DELETE', '/api/documents/' + self.before[0]['document'], None

    def assert_readers_go_on(self):
        self.assertEqual(self.get('/api/statements'), self.before)
        self.assertTrue(self.get('/api/search', q='cooperation')['hits'])
        self.assertEqual(self.get('/api/decisions'), [])

    def assert_refused(self, status, but=()):
        for method, path, body in self.wishes():
            if path in but:
                continue
            answer = self.send(path, body, method, status=status, kind='application/json' if body else None)
            self.assertTrue(answer['error'] and answer['remedy'], path)

    def test_a_read_only_file_and_folder(self):
        for what, mode in (('verbale.db', 0o444), ('.', 0o555)):
            self.chmod(self.path(what), mode)
            self.start_as_nobody()
            self.assertIn('the page can only read', self.path('serve.log').read_text())
            self.assertFalse(self.get('/api/record')['writable'])
            self.assert_refused(403)
            self.assertEqual(self.ask('/api/add?name=a.txt', 'POST', b'x', token=True)[0], 403)
            self.assert_readers_go_on()
            self.assertEqual(self.stop(), 0)

    def test_one_that_becomes_read_only(self):
        for path in (self.folder, *self.folder.glob('verbale.db*')):
            os.chmod(path, 0o777)
        self.start_as_nobody()
        self.assertTrue(self.get('/api/record')['writable'])
        for path in self.folder.glob('verbale.db*'):
            self.chmod(path, 0o444)
        self.assert_refused(409)
        job = self.add('late.txt', REPORT.format(day=7))
        self.assertEqual(job['state'], 'failed')
        self.assertTrue(job['refused'][0]['remedy'])
        self.assert_readers_go_on()

    def test_a_full_disk(self):
        full = (40_000, 40_000)  # bytes that a file may have: what is written to the record goes beyond them
        self.start(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, full))
        self.assert_refused(507, but=['/api/searches'])  # that is but a row
        job = self.add('many.jsonl', self.write_reports('many.jsonl', 200).read_bytes())
        self.assertEqual((job['state'], job['added']), ('failed', []))
        self.assertTrue(job['refused'][0]['remedy'])
        self.assert_readers_go_on()
        self.assertEqual(self.stop(), 0)
        self.run_program('verify')
        self.assertEqual(self.json('statements'), self.before)

    def test_few_open_files(self):
        few = (120, 120)
        self.start(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, few))
        callers = [socket.create_connection(('127.0.0.1', self.port)) for _ in range(140)]
        began = self.seconds_of_work()
        time.sleep(2)
        self.assertLess(self.seconds_of_work() - began, 0.5)
        for caller in callers:
            caller.close()
        for _ in range(50):  # those that are gone make room
            try:
                self.assert_readers_go_on()
                return
            except OSError:
                time.sleep(0.2)
        self.assert_readers_go_on()

    def seconds_of_work(self):
        """Of the server's processor time."""
        fields = open(f'/proc/{self.server.pid}/stat').read().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


if __name__ == '__main__':
    unittest.main()
