"""A real server on a record, and a caller of it that can be rude."""
import contextlib
import http.client
import json
import re
import signal
import socket
import subprocess
import urllib.parse

from program import Case


class ServerCase(Case):
    """Tests that ask a server. start() serves the record of the test's folder."""

    def start(self, *arguments, store='verbale.db', **options):
        log = open(self.path('serve.log'), 'wb')
        self.addCleanup(log.close)
        self.server = subprocess.Popen(self.command('serve', '--port', '0', '--store', store, *arguments),
                                       stdout=subprocess.PIPE, stderr=log, cwd=self.folder, env=self.environment(), **options)
        self.addCleanup(self.stop)
        line = self.server.stdout.readline().decode()
        found = re.search(r'http://127\.0\.0\.1:(\d+)/#token=([0-9a-f]+)', line)
        self.assertTrue(found, line + self.path('serve.log').read_text())
        self.port, self.token = int(found[1]), found[2]

    def stop(self, how=signal.SIGTERM):
        if self.server.poll() is None:
            self.server.send_signal(how)
        code = self.server.wait(timeout=30)
        self.server.stdout.close()
        return code

    def ask(self, path, method='GET', body=None, headers=None, token=None):
        """Status, headers and body of the answer."""
        headers = dict(headers or {})
        if token:
            headers['X-Verbale-Token'] = self.token if token is True else token
        with contextlib.closing(http.client.HTTPConnection('127.0.0.1', self.port, timeout=30)) as connection:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

    def get(self, path, status=200, **query):
        if query:
            path += '?' + urllib.parse.urlencode(query)
        got, _, body = self.ask(path)
        self.assertEqual(got, status, f'{path}: {body[:500]!r}')
        return json.loads(body)

    def send(self, path, body, method='POST', status=200, kind='application/json', token=True):
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
        got, _, answer = self.ask(path, method, body.encode() if isinstance(body, str) else body,
                                  {'Content-Type': kind} if kind else {}, token)
        self.assertEqual(got, status, f'{method} {path}: {answer[:500]!r}')
        return json.loads(answer)

    def add(self, name, content, **query):
        """Adds a file as the page does and waits for it."""
        query['name'] = name
        job = self.send('/api/add?' + urllib.parse.urlencode(query), content, status=202,
                        kind='application/octet-stream')['job']
        for _ in range(600):
            state = self.get(f'/api/jobs/{job}')
            if state['state'] != 'reading':
                return state
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.server.wait(timeout=0.1)
        self.fail(f'{name} is never done: {state}')

    def raw(self, data, patience=20):
        """What the server answers to these bytes until it closes."""
        with socket.create_connection(('127.0.0.1', self.port), timeout=patience) as connection:
            with contextlib.suppress(OSError):
                connection.sendall(data)
            got = b''
            with contextlib.suppress(OSError):
                while part := connection.recv(65536):
                    got += part
            return got
