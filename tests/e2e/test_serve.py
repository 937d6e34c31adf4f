"""The page's API: the same answers as the command line, and what it changes."""
import contextlib
import gzip
import json
import re
import signal
import sqlite3
import subprocess
import threading
import unittest
import urllib.parse

from program import EXAMPLES, REPORT
from server import ServerCase

LISTS = ('documents', 'meetings', 'visits', 'statements', 'commitments', 'topics', 'instruments', 'frameworks',
         'quantities', 'actors', 'names', 'phrases', 'texts')


class Reading(ServerCase):
    def setUp(self):
        super().setUp()
        self.run_program('add', EXAMPLES)
        self.start()

    def test_lists_are_those_of_the_command_line(self):
        for name in LISTS:
            self.assertEqual(self.get(f'/api/{name}'), self.json(name), name)
        self.assertEqual(self.get('/api/ledger', states='CHN,VNM'), self.json('ledger', 'CHN', 'VNM'))
        self.assertEqual(self.get('/api/statements', side='vnm', act='commissive'),
                         self.json('statements', '--side', 'VNM', '--act', 'commissive'))
        self.assertEqual(self.get('/api/marks'), [])

    def test_pages_of_a_list(self):
        whole = self.get('/api/statements')
        status, headers, body = self.ask('/api/statements?limit=3&offset=2')
        self.assertEqual((status, headers['X-Total-Count']), (200, str(len(whole))))
        self.assertEqual(json.loads(body), whole[2:5])
        self.assertEqual(self.get('/api/statements', offset=len(whole)), [])

    def test_pages_of_what_is_found_across_documents(self):
        whole = self.get('/api/ledger', states='CHN,VNM')
        status, headers, body = self.ask('/api/ledger?states=CHN,VNM&limit=2&offset=1')
        self.assertEqual((status, headers['X-Total-Count']), (200, str(len(whole['threads']))))
        self.assertEqual(json.loads(body), {**whole, 'threads': whole['threads'][1:3]})
        for name in ('phrases', 'names'):
            whole = self.get(f'/api/{name}')
            status, headers, body = self.ask(f'/api/{name}?limit=1&offset=1')
            self.assertEqual((status, headers['X-Total-Count']), (200, str(len(whole))), name)
            self.assertEqual(json.loads(body), whole[1:2], name)
            self.assertEqual(self.get(f'/api/{name}', offset=len(whole)), [])

    def test_entries_and_why(self):
        for layer in ('statements', 'commitments', 'frameworks'):
            entry = self.json(layer)[0]['id']
            self.assertEqual(self.get(f'/api/entries/{entry}'), self.json('show', entry))
            self.assertEqual(self.get(f'/api/entries/{entry}/why'), self.json('explain', entry))

    def test_a_document_proves_its_entries(self):
        for row in self.json('documents'):
            shown = self.get('/api/documents/' + urllib.parse.quote(row['name']))
            self.assertEqual(shown, self.get('/api/documents/' + row['id']))
            self.assertEqual(shown['document'], row)
            text = shown['text']
            self.assertEqual({e['id'] for e in shown['record']['statements']},
                             {e['id'] for e in self.json('statements', '--document', row['name'])})
            for statement in shown['record']['statements']:
                for place in statement['content']:
                    self.assertEqual(text[place['start']:place['end']], place['text'])
            for paragraph in shown['paragraphs']:
                self.assertTrue(text[paragraph['start']:paragraph['end']].strip())
            self.assertEqual(set(shown['meetings']),
                             {m['id'] for m in self.json('meetings', '--document', row['name'])})

    def test_meetings_with_what_belongs_to_them(self):
        visits = {v['id']: v for v in self.json('visits')}
        for meeting in self.json('meetings'):
            shown = self.get('/api/meetings/' + meeting['id'])
            self.assertEqual((shown['meeting'], shown['asked']), (meeting, None))
            self.assertEqual(shown['visit'], visits.get(meeting['visit']))
            self.assertNotIn(meeting['id'], [m['id'] for m in shown['siblings']])
            self.assertEqual({d['name'] for d in shown['documents']},
                             {a['document'] for a in meeting['accounts'] if 'mention' not in a})
            if shown['documents']:
                self.assertEqual(self.get(f'/api/meetings/{meeting["id"]}/comparison'),
                                 self.json('compare', meeting['id']))
            else:  # documents only refer to it
                self.get(f'/api/meetings/{meeting["id"]}/comparison', 404)
        for visit in visits:
            self.assertEqual(self.get('/api/meetings/' + visit)['visit'], visits[visit])

    def test_search(self):
        found = self.get('/api/search', q='railway OR cooperation')
        self.assertEqual(found['hits'], self.json('search', 'railway OR cooperation'))
        for hit in found['hits']:
            self.assertEqual([said['id'] for said in hit['said']], hit['entries'])
            for said in hit['said']:
                entry = self.get('/api/entries/' + said['id'])['entry']
                who = 'speaker' if said['layer'] == 'statement' else 'by'
                self.assertEqual(sorted(one['id'] for one in said[who]), sorted(set(entry[who])))
                self.assertEqual(said.get('act', said.get('kind')), entry['act' if who == 'speaker' else 'kind'])
        newest = self.get('/api/search', q='railway OR cooperation', order='newest')['hits']
        dates = [hit['published'] for hit in newest]
        self.assertEqual(dates, sorted(dates, reverse=True))
        self.assertEqual(found['total'], len(found['hits']))
        found = self.get('/api/search', q='cooperation (')
        self.assertTrue(found['as_phrase'] and found['note'])

    def test_files_to_take_away(self):
        status, headers, body = self.ask('/api/export/csv')
        self.assertEqual(status, 200)
        self.assertIn('filename="verbale.csv"', headers['Content-Disposition'])
        self.assertEqual(body, self.run_program('export', 'csv').stdout)
        status, headers, body = self.ask('/api/brief?states=CHN,VNM&format=md')
        self.assertEqual((status, body.decode()), (200, self.run_program('brief', 'CHN', 'VNM').out))
        self.assertEqual(self.ask('/api/brief?states=CHN,VNM&format=docx')[2][:2], b'PK')

    def test_the_accounts_of_one_meeting_to_take_away(self):
        for kind in ('meetings', 'visits'):
            for row in self.get('/api/' + kind):
                meetings = row.get('meetings', [row])
                told = {account['document'] for meeting in meetings for account in meeting['accounts'] if not account.get('mention')}
                lines = self.ask(f'/api/export/jsonl?meeting={row["id"]}')[2].decode().splitlines()
                self.assertEqual({json.loads(line)['document'] for line in lines}, told)
                self.assertLess(len(told), len(self.get('/api/documents')))
                self.assertEqual('\n'.join(lines) + '\n', self.run_program('export', 'jsonl', '--meeting', row['id']).out)
                one = self.ask(f'/api/export/jsonl?meeting={row["id"]}&limit=1')[2].splitlines()
                self.assertEqual(len({json.loads(line)['document'] for line in one}), 1)
        names = lambda query: {json.loads(line)['document'] for line in self.ask('/api/export/jsonl?' + query)[2].splitlines()}
        everything = names('')
        for query, wanted in (('person=nguyen-phu-trong', {d['name'] for d in self.json('documents') if d['name'].startswith('2023')}),
                              ('kind=joint-statement', {'2025-04-joint-statement'}), ('kind=call', {'2022-01-02-call', '2022-01-27-call'}),
                              ('outlet=potomac%20herald', {'2022-01-02-call', '2022-01-27-call'}), ('outlet=nobody', set()),
                              ('person=xi-jinping&side=CHN&from=2025', {'2025-04-hanoi-observer'})):
            self.assertEqual(names(query), wanted, query)
        asked = {s['document'] for s in self.json('statements', '--speaker', 'xi-jinping', '--act', 'directive')}
        self.assertEqual(names('speaker=xi-jinping&act=directive'), asked)
        self.assertTrue(asked < everything)
        self.get('/api/export/jsonl?kind=chat', 400)
        self.get('/api/export/jsonl?meeting=m-none', 404)
        self.run_program('export', 'jsonl', '--meeting', 'm-none', code=1)

    def test_the_answer_is_sent_again_only_when_it_changed(self):
        for path in ('/api/statements', '/api/ledger'):
            _, headers, _ = self.ask(path)
            status, again, body = self.ask(path, headers={'If-None-Match': headers['ETag']})
            self.assertEqual((status, body), (304, b''))
        before = self.get('/api/record')
        self.run_program('add', self.write('new.txt', REPORT.format(day=7)))  # another program writes
        after = self.get('/api/record')
        self.assertNotEqual(before['version_of_data'], after['version_of_data'])
        self.assertEqual(after['documents'], before['documents'] + 1)

    def test_wrong_questions(self):
        for path in ('/api/nothing', '/api/', '/api/statements/x', '/api/entries/s-none', '/api/documents/none',
                     '/api/meetings/m-none', '/api/meetings/m-none/comparison', '/api/export/xls',
                     '/api/phrase?text=no+such+words+anywhere', '/api/jobs/j-99'):
            self.assertTrue(self.get(path, 404)['error'], path)
        for path in ('/api/statements?sidee=VNM', '/api/statements?side=Vietnam', '/api/statements?limit=-1',
                     '/api/statements?limit=99999999999999999999', '/api/statements?offset=x',
                     '/api/statements?from=yesterday', '/api/statements?act=none', '/api/ledger?states=VNM',
                     '/api/brief', '/api/phrase', '/api/record?x', '/api/statements?speaker=' + 'a' * 2000):
            self.assertTrue(self.get(path, 400)['error'], path)
        status, headers, _ = self.ask('/api/statements', 'PUT')
        self.assertEqual((status, headers['Allow']), (405, 'GET'))


class Changing(ServerCase):
    def setUp(self):
        super().setUp()
        self.start()

    def test_a_record_that_is_not_there_is_made(self):
        self.assertIn('an empty record was made', self.path('serve.log').read_text())
        self.assertEqual(self.get('/api/record')['documents'], 0)
        for name in LISTS:
            self.assertEqual(self.get(f'/api/{name}'), [])
        self.assertEqual(self.get('/api/ledger')['threads'], [])

    def test_documents_are_added_as_by_the_command_line(self):
        for file in sorted(EXAMPLES.glob('*.txt')):
            job = self.add(file.name, file.read_bytes())
            self.assertEqual((job['state'], job['added'], job['done']), ('done', [file.stem], 1))
        again = self.add(file.name, file.read_bytes())
        self.assertEqual((again['known'], again['added']), ([file.stem], []))
        self.run_program('verify')
        for file in sorted(EXAMPLES.glob('*.txt')):  # one by one, as they came from the page
            self.run_program('add', '--store', 'other.db', self.write(file.name, file.read_bytes()))
        for name in ('statements', 'meetings', 'visits', 'actors'):
            self.assertEqual(self.json(name), self.json(name, '--store', 'other.db'), name)

    def test_pasted_text_with_what_is_known_of_it(self):
        job = self.send('/api/add?name=pasted.txt&outlet=Courier&date=2025-04-07&side=vnm',
                        REPORT.format(day=7), status=202, kind='text/plain; charset=utf-8')['job']
        self.assertTrue(job)
        while self.get(f'/api/jobs/{job}')['state'] == 'reading':
            pass
        [document] = self.json('documents')
        self.assertEqual((document['outlet'], document['side'], document['published'], document['name']),
                         ('Courier', 'VNM', '2025-04-07', 'pasted'))

    def test_refused_files_are_told(self):
        job = self.add('photo.jpg', b'\xff\xd8\xff\xe0' + bytes(2000))
        self.assertEqual(job['state'], 'failed')
        self.assertTrue(job['refused'][0]['what'])
        rows = json.dumps({'id': 'a', 'text': REPORT.format(day=3)}) + '\n{"id": \n'
        job = self.add('rows.jsonl', rows)
        self.assertEqual((job['state'], job['added'], len(job['refused'])), ('done', ['a'], 1))
        self.assertEqual(self.names(), ['a'])
        for name in ('', '..', 'a' * 300, '\x01', 'a/', 'a/' * 120 + 'b.txt'):
            self.assertTrue(self.send('/api/add?' + urllib.parse.urlencode({'name': name}), 'x', status=400,
                                      kind='text/plain')['error'])
        for wrong in ({'date': ''}, {'date': 'soon'}, {'outlet': 'a' * 501}, {'title': 'a' * 501}, {'side': ''}, {'side': 'Vietnam'}):
            refusal = self.send('/api/add?' + urllib.parse.urlencode({'name': 'a.txt', **wrong}), 'x', status=400, kind='text/plain')
            self.assertIn(next(iter(wrong)), refusal['error'])
        self.assertEqual(self.add('../../etc/far.txt', REPORT.format(day=4))['added'], ['far'])
        self.assertEqual(self.rows("SELECT path FROM publications WHERE name = 'far'"), [('far.txt',)])

    def test_settings_and_removal(self):
        self.add('report.txt', REPORT.format(day=7))
        self.send('/api/documents/report/set', {'outlet': 'Nhan Dan', 'date': '2025-04-08'})
        [document] = self.get('/api/documents')
        self.assertEqual((document['outlet'], document['published']), ('Nhan Dan', '2025-04-08'))
        for wrong in ({'side': 'Vietnam'}, {'date': 'soon'}, {'colour': 'red'}, {'side': 3}, {}):
            self.send('/api/documents/report/set', wrong, status=400)
        self.send('/api/documents/none/set', {'outlet': 'x'}, status=404)
        self.send('/api/documents/report', None, 'DELETE', kind=None)
        self.assertEqual(self.get('/api/documents'), [])
        self.send('/api/documents/report', None, 'DELETE', status=404, kind=None)

    def test_marks(self):
        self.add('report.txt', REPORT.format(day=7))
        entry = self.get('/api/commitments')[0]['id']
        mark = {'entry': entry, 'value': '+1', 'evidence': 'report', 'date': '2025-05-01'}
        self.assertEqual(self.send('/api/marks', mark), self.get('/api/marks')[0])
        self.assertEqual(self.get('/api/marks'), self.json('status'))
        self.send('/api/marks', {**mark, 'value': 'none'})
        self.assertEqual(self.get('/api/marks'), [])
        self.send('/api/marks', {**mark, 'value': 'none'}, status=404)
        for wrong in ({**mark, 'evidence': 'none'}, {**mark, 'entry': 'c-none'}):
            self.send('/api/marks', wrong, status=404)
        for wrong in ({}, {**mark, 'value': '9'}, {**mark, 'evidence': ''}, {**mark, 'date': 'soon'}, {**mark, 'scale': 'x'}, {**mark, 'entry': [1]},
                      {**mark, 'date': ''}, {**mark, 'evidence': 'a' * 501}, {**mark, 'entry': 'a' * 501}):
            self.send('/api/marks', wrong, status=400)
        for body in ('', '[]', '{', '{"entry": ' * 1000, '\xff'):
            self.send('/api/marks', body, status=400)
        self.send('/api/marks', mark, status=415, kind='text/plain')

    def test_a_record_that_was_replaced(self):
        self.add('report.txt', REPORT.format(day=7))
        for path in self.folder.glob('verbale.db*'):
            path.unlink()
        self.run_program('add', self.write('other.txt', REPORT.format(day=9)))
        self.assertEqual([d['name'] for d in self.get('/api/documents')], ['other'])
        self.send('/api/searches', {'name': 'rail', 'query': 'railway'})
        self.assertEqual(len(self.get('/api/searches')), 1)

    def test_one_waits_while_another_program_writes(self):
        self.add('report.txt', REPORT.format(day=7))
        with contextlib.closing(sqlite3.connect(self.path('verbale.db'), isolation_level=None)) as connection:
            connection.execute('BEGIN IMMEDIATE')
            refusal = self.send('/api/searches', {'name': 'rail', 'query': 'railway'}, status=503)
            self.assertTrue(refusal['remedy'])
            connection.execute('ROLLBACK')
        self.send('/api/searches', {'name': 'rail', 'query': 'railway'})

    def test_decisions_are_taken_while_documents_are_added(self):
        self.add('report.txt', REPORT.format(day=7))
        entry = self.get('/api/statements')[0]['id']
        rows = self.write_reports('many.jsonl', 1500).read_bytes()
        job = self.send('/api/add?name=many.jsonl', rows, status=202, kind='application/octet-stream')['job']
        for action in ('accept', 'reject', 'accept'):
            self.send('/api/decisions', {'reviewer': 'Ann', 'entry': entry, 'action': action})
        state = self.get(f'/api/jobs/{job}')
        while state['state'] == 'reading':
            state = self.get(f'/api/jobs/{job}')
        self.assertEqual((state['state'], state['added_count'], len(state['added'])), ('done', 1500, 1000))
        self.run_program('verify')

    def test_writing_needs_the_token(self):
        self.add('report.txt', REPORT.format(day=7))
        for token in (None, 'x', self.token[:-1], self.token + 'a', self.token.upper() + 'A'):
            for method, path in (('POST', '/api/add?name=a.txt'), ('POST', '/api/marks'),
                                 ('DELETE', '/api/documents/report'), ('POST', '/api/documents/report/set')):
                self.assertEqual(self.ask(path, method, b'x' * 100, token=token)[0], 401)
        self.assertEqual(self.names(), ['report'])

    def test_a_record_that_cannot_be_written_is_shown(self):
        self.add('report.txt', REPORT.format(day=7))
        self.stop()
        self.change('PRAGMA journal_mode = DELETE')
        self.change('PRAGMA user_version = 99')
        done = self.run_program('serve', '--port', '0', code=1)
        self.assertIn('newer verbale', done.err)


class Ending(ServerCase):
    def test_signals_end_it_well(self):
        for how in (signal.SIGINT, signal.SIGTERM):
            self.start()
            self.get('/api/record')
            self.assertEqual(self.stop(how), 0)

    def test_an_add_that_is_cut_short_is_kept_so_far(self):
        self.start()
        rows = self.write_reports('many.jsonl', 3000).read_bytes()
        job = self.send('/api/add?name=many.jsonl', rows, status=202, kind='application/octet-stream')['job']
        while self.get(f'/api/jobs/{job}')['done'] < 20:
            pass
        self.assertEqual(self.stop(), 0)
        self.assertIn(len(self.names()), range(20, 3000))
        self.run_program('verify')

    def test_a_taken_port_is_named(self):
        self.start()
        done = self.run_program('serve', '--port', self.port, code=1)
        self.assertIn('--port', done.err)
        self.run_program('serve', '--port', '70000', code=2)
        self.run_program('serve', '--store', self.path('no/folder/x.db'), '--port', '0', code=1)


class Page(ServerCase):
    def test_the_page_is_built_in_or_says_that_it_is_not(self):
        self.start()
        status, headers, body = self.ask('/')
        page = body.decode()
        self.assertEqual((status, headers['Content-Type']), (200, 'text/html; charset=utf-8'))
        self.assertLess(len(body), 4000)
        self.assertNotRegex(page, r'<script(?![^>]* src=)|<style| on\w+=| style=')
        assets = re.findall(r'(?:src|href)="(/assets/[^"]+)"', page)
        if not assets:  # built without Node
            self.assertIn('/api/record', page)
            return
        for address in ('/m/m-1', '/d/T%C3%B4%20L%C3%A2m', '/l/CHN-VNM', '/search?q=a', '/review'):
            self.assertEqual(self.ask(address)[::2], (200, body), address)
        self.assertEqual(self.ask('/nothing')[0], 404)
        self.assertEqual(self.ask('/assets/nothing.js')[0], 404)
        for asset in assets:
            status, headers, plain = self.ask(asset)
            self.assertEqual((status, headers['Cache-Control']), (200, 'public, max-age=31536000, immutable'))
            _, headers, packed = self.ask(asset, headers={'Accept-Encoding': 'gzip'})
            if headers['Content-Encoding'] == 'gzip':
                self.assertEqual(gzip.decompress(packed), plain)


class Together(ServerCase):
    def test_readers_go_on_while_documents_are_added(self):
        self.run_program('add', EXAMPLES)
        self.start()
        paths = ['/api/record', '/api/statements?limit=20', '/api/meetings', '/api/search?q=flights', '/api/ledger',
                 '/api/documents?limit=5']
        wrong, done = [], threading.Event()

        def read():
            while not done.is_set():
                for path in paths:
                    status, _, body = self.ask(path)
                    if status != 200:
                        wrong.append((path, status, body[:200]))

        readers = [threading.Thread(target=read) for _ in range(6)]
        for reader in readers:
            reader.start()
        try:
            page = self.add('page.jsonl', self.write_reports('page.jsonl', 150).read_bytes())
            self.run_program('add', self.write_reports('line.jsonl', 300))
        finally:
            done.set()
            for reader in readers:
                reader.join()
        self.assertEqual(wrong, [])
        self.assertEqual(page['state'], 'done')
        self.run_program('verify')


if __name__ == '__main__':
    unittest.main()
