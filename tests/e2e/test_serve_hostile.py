"""Requests that nobody means well by: refused, and nothing happens."""
import json
import socket
import time
import unittest

from program import REPORT
from server import ServerCase


class Guarded(ServerCase):
    kept = ['report']

    def setUp(self):
        super().setUp()
        self.run_program('add', self.write('report.txt', REPORT.format(day=7)))
        self.start()

    def tearDown(self):
        """Whatever was sent, the server is there and holds what it held."""
        self.assertEqual([d['name'] for d in self.get('/api/documents')], self.kept)
        super().tearDown()


class Hostile(Guarded):
    def request(self, target, headers=b'', method=b'GET', host=None, body=b''):
        host = host if host is not None else f'127.0.0.1:{self.port}'.encode()
        return self.raw(method + b' ' + target + b' HTTP/1.1\r\nHost: ' + host + b'\r\nConnection: close\r\n' +
                        headers + b'\r\n' + body)

    def status(self, answer):
        return int(answer.split(b' ')[1]) if answer else None

    def test_huge_heads(self):
        self.assertEqual(self.status(self.request(b'/', b'X-Long: ' + b'a' * 100_000 + b'\r\n')), 431)
        self.assertEqual(self.status(self.request(b'/', b'X-A: b\r\n' * 20_000)), 431)
        self.assertEqual(self.status(self.request(b'/' + b'a' * 20_000)), 414)
        self.assertEqual(self.status(self.request(b'/api/statements?' + b'a&' * 4000)), 400)

    def test_path_tricks(self):
        for target in (b'/../../../../etc/passwd', b'/%2e%2e/%2e%2e/etc/passwd', b'/..%2f..%2fetc/passwd',
                       b'/assets/../../../etc/passwd', b'/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd', b'//etc/passwd',
                       b'/assets/..%5c..%5cx', b'/api/documents/..%2f..%2fetc%2fpasswd', b'/api/../api/record'):
            answer = self.request(target)
            self.assertNotIn(b'root:', answer, target)
            self.assertIn(self.status(answer), (200, 404), target)
            if self.status(answer) == 200:  # the page itself, for an address it does not know
                self.assertIn(b'<title>Verbale</title>', answer, target)
        for target in (b'/%00', b'/%zz', b'/%', b'/a%00b', b'/api/documents/%ff%fe', b'/api/search?q=%c3%28',
                       b'http://evil.example/', b'*', b'evil'):
            self.assertEqual(self.status(self.request(target)), 400, target)

    def test_foreign_host_and_origin(self):
        for host in (b'evil.example', b'evil.example:%d' % self.port, b'127.0.0.1', b'', b'127.0.0.1:80',
                     b'localhost.evil.example:%d' % self.port, b'127.0.0.1:%d.evil.example' % self.port):
            self.assertEqual(self.status(self.request(b'/api/record', host=host)), 403, host)
        for origin in (b'https://evil.example', b'null', b'http://127.0.0.1:1', b'https://127.0.0.1:%d' % self.port):
            self.assertEqual(self.status(self.request(b'/api/record', b'Origin: ' + origin + b'\r\n')), 403, origin)
            answer = self.request(b'/api/documents/report', b'Origin: ' + origin + b'\r\nX-Verbale-Token: ' +
                                  self.token.encode() + b'\r\n', b'DELETE')
            self.assertEqual(self.status(answer), 403, origin)

    def test_noise_and_broken_http(self):
        two = b'GET /api/record HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nHost: evil.example\r\nConnection: close\r\n\r\n' % self.port
        self.assertEqual(self.status(self.raw(two)), 400)
        self.assertEqual(self.status(self.raw(b'\x16\x03\x01' + bytes(range(256)) * 8 + b'\r\n\r\n')), 400)
        self.assertEqual(self.status(self.raw(b'GET\r\n\r\n')), 400)
        self.assertEqual(self.status(self.raw(b'GET / HTTP/9.9\r\nHost: x\r\n\r\n')), 400)
        head = b'X-Verbale-Token: ' + self.token.encode() + b'\r\nContent-Type: application/json\r\n'
        for framing in (b'Content-Length: -5\r\n', b'Content-Length: 99999999999999999999\r\n',
                        b'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', b'Content-Length: 5\r\nContent-Length: 6\r\n'):
            self.assertIn(self.status(self.request(b'/api/marks', head + framing, b'POST', body=b'hello')), (400, 413, None))
        self.assertIn(self.status(self.request(b'/api/marks', head + b'Transfer-Encoding: chunked\r\n', b'POST',
                                               body=b'ffffffffffffffff\r\nhello')), (400, 413, None))

    def test_bodies_are_bounded_and_refused_before_they_are_read(self):
        head = b'Content-Length: %d\r\nX-Verbale-Token: ' % (1 << 40) + self.token.encode() + b'\r\n'
        self.assertEqual(self.status(self.request(b'/api/add?name=a.txt', head, b'POST')), 413)
        head = b'Content-Length: 100000000\r\nX-Verbale-Token: wrong\r\n'
        self.assertEqual(self.status(self.request(b'/api/add?name=a.txt', head, b'POST')), 401)
        big = json.dumps({'entry': 'x' * 2_000_000})
        self.send('/api/marks', big, status=413)

    def test_a_body_in_pieces_is_bounded_too(self):
        head = b'X-Verbale-Token: ' + self.token.encode() + b'\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n'
        piece = b'%x\r\n' % 100_000 + b'a' * 100_000 + b'\r\n'
        self.assertEqual(self.status(self.request(b'/api/marks', head, b'POST', body=piece * 20)), 413)

    def test_where_no_body_is_taken_none_is_read(self):
        length = b'Content-Length: 200000000\r\n'
        self.assertEqual(self.status(self.request(b'/api/documents', length, b'POST')), 405)
        self.assertEqual(self.status(self.request(b'/api/nothing', length, b'POST')), 404)
        self.assertEqual(self.status(self.request(b'/', length, b'POST')), 405)
        self.assertEqual(self.status(self.request(b'/api/documents', length)), 413)
        self.assertEqual(self.status(self.request(b'/', length)), 413)

    def test_who_asks_first_is_told_to_go_on(self):
        head = b'X-Verbale-Token: ' + self.token.encode() + b'\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 2\r\n'
        host = b'127.0.0.1:%d' % self.port
        with socket.create_connection(('127.0.0.1', self.port), timeout=20) as caller:
            caller.sendall(b'POST /api/marks HTTP/1.1\r\nHost: ' + host + b'\r\n' + head + b'\r\n')
            self.assertEqual(caller.recv(25), b'HTTP/1.1 100 Continue\r\n\r\n')
            caller.sendall(b'{}')
            self.assertTrue(caller.recv(100).startswith(b'HTTP/1.1 400 '))
        refused = self.request(b'/api/marks', head.replace(self.token.encode(), b'wrong'), b'POST')
        self.assertEqual(self.status(refused), 401)

    def test_pages_of_other_sites_ask_nothing(self):
        fetched = b'Sec-Fetch-Site: %s\r\nSec-Fetch-Mode: %s\r\n'
        for site in (b'cross-site', b'same-site'):
            for mode in (b'no-cors', b'cors', b'navigate'):
                self.assertEqual(self.status(self.request(b'/api/record', fetched % (site, mode))), 403, (site, mode))
            self.assertEqual(self.status(self.request(b'/', fetched % (site, b'no-cors'))), 403)
            self.assertEqual(self.status(self.request(b'/', fetched % (site, b'navigate'))), 200)
        for site in (b'same-origin', b'none'):
            self.assertEqual(self.status(self.request(b'/api/record', fetched % (site, b'cors'))), 200)

    def test_what_is_deleted_is_named_in_full(self):
        [document] = self.get('/api/documents')
        for part in (document['id'][:4], document['id'][:-1]):
            self.send('/api/documents/' + part, None, 'DELETE', status=404, kind=None)
            self.send('/api/documents/' + part + '/set', {'outlet': 'Courier'}, status=404)

    def test_slow_callers_hold_nobody_up(self):
        slow = []
        for _ in range(50):
            caller = socket.create_connection(('127.0.0.1', self.port))
            caller.sendall(b'GET /api/record HTTP/1.1\r\nHost: 127.0')
            slow.append(caller)
        began = time.monotonic()
        self.get('/api/record')
        self.assertLess(time.monotonic() - began, 2)
        slow[0].settimeout(30)
        self.assertEqual(slow[0].recv(100), b'')  # left after the seconds that a head may take
        for caller in slow:
            caller.close()

    def test_too_many_connections(self):
        callers = [socket.create_connection(('127.0.0.1', self.port)) for _ in range(1100)]
        callers[-1].settimeout(10)
        callers[-1].sendall(b'GET /api/record HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n' % self.port)
        try:
            got = callers[-1].recv(100)
        except ConnectionError:
            got = b''
        self.assertEqual(got, b'')
        for caller in callers:
            caller.close()
        for _ in range(50):  # those that are gone make room
            try:
                self.get('/api/record')
                break
            except OSError:
                time.sleep(0.2)

    def test_every_answer_is_fenced(self):
        for path in ('/', '/api/record', '/api/nothing', '/api/statements?x', '/m/whatever'):
            _, headers, _ = self.ask(path)
            policy = headers['Content-Security-Policy']
            self.assertIn("default-src 'none'", policy)
            self.assertIn("script-src 'self'", policy)
            self.assertNotIn('unsafe', policy)
            self.assertEqual(headers['X-Content-Type-Options'], 'nosniff')
            self.assertEqual(headers['X-Frame-Options'], 'DENY')
            self.assertNotIn('Access-Control-Allow-Origin', headers)


class Script(Guarded):
    NAME = '<img src=x onerror=alert(1)>.txt'
    TEXT = REPORT.format(day=7) + '<script>alert("1")</script> He stressed "<b>trust</b>" & \u2028 more.\n'

    kept = ['<img src=x onerror=alert(1)>', 'report']

    def setUp(self):
        super().setUp()
        self.assertEqual(self.add(self.NAME, self.TEXT)['state'], 'done')

    def test_script_in_a_document_stays_text(self):
        _, headers, body = self.ask('/api/documents/%3Cimg%20src=x%20onerror=alert(1)%3E')
        self.assertTrue(headers['Content-Type'].startswith('application/json'))
        self.assertIn('<script>', json.loads(body)['text'])
        for path in ('/api/export/html', '/api/export/md', '/api/brief?states=CHN,VNM&format=html'):
            status, headers, body = self.ask(path)
            self.assertEqual(status, 200)
            self.assertIn('attachment', headers['Content-Disposition'])
            self.assertNotIn(b'<script>alert', body)
            self.assertNotRegex(body, rb'(?<!\\)<img src=x')  # Markdown writes \<


if __name__ == '__main__':
    unittest.main()
