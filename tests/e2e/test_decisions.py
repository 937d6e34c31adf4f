"""What persons decide about entries, and what follows from it everywhere."""
import csv
import io
import json
import re
import unicodedata
import zipfile

from program import EXAMPLES, Case

TALKS = '''The President of Vietnam To Lam held talks with Chinese President Xi Jinping in Hanoi on 14 April 2025.
Xi Jinping thanked his host for the welcome. He said he would send a delegation of railway engineers to Lao Cai in 2026.
'''
LISTS = ('statements', 'topics', 'commitments', 'meetings', 'instruments', 'frameworks', 'quantities', 'actors')


class Base(Case):
    def setUp(self):
        super().setUp()
        self.run_program('add', EXAMPLES)

    def lists(self):
        return {name: self.json(name) for name in LISTS}

    def everything(self):
        """All that the record holds but the decisions and the numbers of rows."""
        columns = {'entries': 'id, text, layer, ordinal, anchor, nth, start, "end", kind, act, date, key, label, made_by, body',
                   'retired': '*', 'readings': '*', 'texts': 'id, publication, digest', 'meetings': '*', 'visits': '*',
                   'meeting_reports': '*', 'meeting_members': '*', 'leads': '*', 'publications': '*'}
        return {table: self.rows(f'SELECT {names} FROM {table} ORDER BY 1, 2') for table, names in columns.items()}

    def decide(self, *arguments, reviewer='Ann', **options):
        return self.json('decide', '--reviewer', reviewer, *arguments, **options)

    def spoken(self, wanted=lambda s: True):
        return next(s for s in self.json('statements') if len(s['speaker']) == 1 and s['cue'] and wanted(s))

    def bound(self):
        """A statement by one person from which an undertaking follows, another person of another state in the text."""
        of = {c['statement_id'] for c in self.json('commitments')}
        for statement in self.json('statements'):
            if statement['id'] not in of or len(statement['speaker']) != 1:
                continue
            actors = {a['id']: a for a in self.json('actors', '--document', statement['document'])}
            speaker = actors[statement['speaker'][0]]
            for other in actors.values():
                if other['kind'] == speaker['kind'] == 'person' and other.get('state') not in (None, speaker.get('state')):
                    return statement, speaker, other
        self.fail('no such statement in the examples')


class Decisions(Base):
    def test_a_corrected_speaker_is_everywhere(self):
        self.run_program('add', self.write('talks.txt', TALKS), '--side', 'VNM')
        [statement] = [s for s in self.json('statements', '--document', 'talks') if s['cue']['text'] == 'said']
        [before] = [c for c in self.json('commitments') if c['statement_id'] == statement['id']]
        self.assertEqual((statement['speaker'], before['by']), (['xi-jinping'], ['CHN']))
        other = {'id': 'to-lam', 'state': 'VNM'}
        decided = self.decide(statement['id'], f'speaker={other["id"]}', '--comment', 'his guest said it')
        self.assertEqual(decided['entry']['entry']['speaker'], [other['id']])
        self.assertEqual(decided['decision']['as_it_stood']['speaker'], statement['speaker'])
        now = next(s for s in self.json('statements') if s['id'] == statement['id'])
        self.assertEqual((now['speaker'], now['made_by']), ([other['id']], 'person:Ann'))
        # What he undertakes binds his state, in lists, ledger, comparison and exports.
        [after] = [c for c in self.json('commitments') if c['statement_id'] == statement['id']]
        self.assertEqual((after['by'], after['id'], after['text']), (['VNM'], before['id'], before['text']))
        entries = [e for thread in self.json('ledger', 'CHN', 'VNM')['threads'] for e in thread['entries'] if e['doc'] == 'talks']
        self.assertEqual([e['by'] for e in entries], [['VNM']])
        comparison = self.json('compare', self.json('meetings', '--document', 'talks')[0]['id'])
        [told] = [told for point in comparison['points'] for told in point['entries'].values()
                  if statement['id'] in told['statements']]
        self.assertEqual(told['speakers'], ['to-lam'])
        self.assertIn(statement['id'], [s['id'] for s in self.json('statements', '--speaker', other['id'])])
        rows = csv.DictReader(io.StringIO(self.run_program('export', 'csv').out.lstrip('\ufeff')))
        self.assertEqual({row['id']: row['who'] for row in rows}[statement['id']], 'To Lam')
        why = self.run_program('explain', statement['id']).out
        self.assertIn('his guest said it', why)
        self.assertIn('read by', why)
        self.run_program('verify')

    def test_it_survives_reading_again_and_undo_gives_the_very_same_record(self):
        before, lists = self.everything(), self.lists()
        statement, _, other = self.bound()
        commitment = self.json('commitments')[-1]
        topic = self.json('topics')[0]
        meeting = self.json('meetings')[0]['id']
        ids = [self.decide(statement['id'], f'speaker={other["id"]}')['decision']['id'],
               self.decide(commitment['id'], 'reject')['decision']['id'],
               self.decide(topic['id'], 'nothing-here')['decision']['id'],
               self.decide(statement['id'], 'content=' + statement['content'][0]['text'].split()[-1])['decision']['id'],
               self.decide(self.spoken()['id'], 'accept', reviewer='Bob')['decision']['id']]
        decided = self.lists()
        self.assertNotEqual(decided, lists)
        self.assertIn(statement['id'], [s['id'] for s in decided['statements']])
        self.assertNotIn(commitment['id'], [c['id'] for c in decided['commitments']])
        self.run_program('refresh', '--all')
        self.assertEqual(self.lists(), decided)
        self.run_program('verify')
        name = statement['document']
        self.assertEqual(len(self.json('decisions', '--document', name)), sum(
            d['document'] == name for d in self.json('decisions')))
        for decision in ids:
            self.run_program('decide', '--undo', decision)
        self.assertEqual(self.lists(), lists)
        after = self.everything()
        # An id that an entry had only in between was perhaps cited: it leads on.
        between = set(after.pop('retired')) - set(before.pop('retired'))
        self.assertTrue(all(row[5] for row in between), between)
        self.assertEqual(after, before)
        self.assertTrue(all(d['withdrawn_at'] for d in self.json('decisions')))
        self.run_program('decide', '--undo', ids[0], code=1)
        self.assertTrue(meeting)

    def test_it_waits_while_the_document_is_out(self):
        statement, _, other = self.bound()
        self.decide(statement['id'], f'speaker={other["id"]}')
        decided = self.lists()
        self.run_program('remove', statement['document'])
        self.run_program('verify')
        self.run_program('add', EXAMPLES)
        self.assertEqual(self.lists(), decided)

    def test_what_a_statement_undertakes_leaves_with_it(self):
        statement, _, _ = self.bound()
        self.decide(statement['id'], 'reject')
        self.assertNotIn(statement['id'], [s['id'] for s in self.json('statements')])
        self.assertEqual([c for c in self.json('commitments') if c['statement_id'] == statement['id']], [])
        self.run_program('verify')
        # Another reviewer may see it otherwise: the latest counts.
        self.decide(statement['id'], 'accept', reviewer='Bob')
        self.assertIn(statement['id'], [s['id'] for s in self.json('statements')])

    def test_adjudication(self):
        statement, speaker, other = self.bound()
        first = self.decide(statement['id'], f'speaker={other["id"]}')['decision']['id']
        self.decide(statement['id'], f'speaker={speaker["id"]}', reviewer='Bob')
        settled = self.decide(statement['id'], '--uphold', first, reviewer='Chief')
        self.assertEqual((settled['decision']['action'], settled['decision']['verdict']), ('adjudicate', 'correct'))
        self.assertEqual(settled['entry']['entry']['speaker'], [other['id']])
        self.decide(statement['id'], f'speaker={speaker["id"]}', reviewer='Bob')
        self.assertEqual(self.json('show', statement['id'])['entry']['speaker'], [other['id']])

    def test_what_is_upheld_is_about_the_same_entry(self):
        statement, speaker, other = self.bound()
        first = self.decide(statement['id'], f'speaker={other["id"]}')['decision']['id']
        foreign = next(s for s in self.json('statements') if s['id'] != statement['id'])
        failed = self.run_program('decide', foreign['id'], '--uphold', first, '--reviewer', 'Chief', code=1)
        self.assertIn('is about something else', failed.err)
        self.run_program('decide', '--undo', first)
        failed = self.run_program('decide', statement['id'], '--uphold', first, '--reviewer', 'Chief', code=1)
        self.assertIn('was withdrawn', failed.err)
        self.assertEqual(len(self.json('decisions')), 1)

    def test_values_are_of_their_kind(self):
        quantity = self.json('quantities')[0]
        instrument = self.json('instruments')[0]
        framework = self.json('frameworks')[0]
        for entry, setting in ((quantity, 'value=1\r\n=1+1'), (instrument, 'count=1000001'), (framework, 'name=\x01'),
                               (framework, 'name='), (framework, 'name=' + 'a' * 201)):
            self.run_program('decide', entry['id'], setting, '--reviewer', 'Ann', code=1)
        for reviewer in ('\x1b[31mAnn', 'A\nB', ' ', 'a' * 101):
            self.run_program('decide', quantity['id'], 'accept', '--reviewer', reviewer, code=1)
        self.assertEqual(self.json('decisions'), [])

    def test_words_are_whole(self):
        spoken = self.spoken(lambda s: len(s['content'][0]['text'].split()[0]) > 3)
        content = spoken['content'][0]
        decided = self.decide(spoken['id'], f'content={content["start"] + 1}-{content["end"] - 1}')
        self.assertEqual(decided['entry']['entry']['content'][0]['start'], content['start'])
        self.assertTrue(content['text'].startswith(decided['entry']['entry']['content'][0]['text']))

    def test_a_person_adds_what_the_reader_missed(self):
        name = self.spoken()['document']
        speaker = self.spoken()['speaker'][0]
        quantity = self.json('quantities', '--document', name)[0]['text']
        added = self.decide('--document', name, '--layer', 'topic', '--start', quantity['start'], '--end', quantity['end'],
                            f'by={speaker}')
        self.assertEqual(added['entry']['entry']['text'], quantity)
        id = added['entry']['entry']['id']
        self.run_program('refresh', '--all')
        self.assertEqual(self.json('show', id)['entry']['by'], [speaker])
        self.run_program('verify')
        self.run_program('decide', '--undo', added['decision']['id'])
        self.assertNotIn(id, [t['id'] for t in self.json('topics')])

    def test_refusals_name_the_remedy(self):
        statement = self.spoken()['id']
        for arguments, code in (((statement, 'speaker=nobody-known'), 1), ((statement, 'act=shouted'), 1),
                                ((statement, 'kind=agreed'), 1), ((statement, 'content=no such words'), 1),
                                ((statement, 'content=0-99999999'), 1), ((statement,), 2), (('s-nowhere', 'accept'), 1),
                                (('--document', 'nowhere', '--start', 1, '--end', 2), 1), ((statement, 'comment'), 1)):
            failed = self.run_program('decide', '--reviewer', 'Ann', *arguments, code=code)
            self.assertTrue(failed.err.count(': ') >= 2, failed.err)
        self.run_program('decide', statement, 'accept', code=2)
        self.assertEqual(self.json('decisions'), [])


class Review(Base):
    """The queue, two reviewers, and decisions from files."""

    def test_the_queue(self):
        queue = self.json('review')
        ranks = [item['doubt'] * item['importance'] for item in queue['items']]
        self.assertEqual(ranks, sorted(ranks, reverse=True))
        self.assertGreater(ranks[0], 0)
        self.assertTrue(queue['items'][0]['reasons'])
        for item in queue['items']:
            start = item['text']['start'] - item['context']['start']
            words = item['context']['text'][start:start + item['text']['end'] - item['text']['start']]
            self.assertTrue(any(words.startswith(t) or t in words for t in strings(item['entry'])), item)
        first, last = queue['items'][0]['entry']['id'], queue['items'][-1]['entry']['id']
        self.decide(first, 'accept')
        self.decide(last, 'reject', reviewer='Bob')
        self.assertEqual(self.json('review')['total'], queue['total'] - 2)
        self.assertEqual(self.json('review', '--reviewer', 'Bob')['total'], queue['total'] - 1)
        decided = self.json('review', '--decided')
        self.assertEqual({item['entry']['id']: item['rejected'] for item in decided['items']}, {first: False, last: True})
        self.assertEqual([i['entry']['id'] for i in self.json('review', '--limit', 2, '--offset', 1)['items']],
                         [i['entry']['id'] for i in self.json('review')['items']][1:3])

    def test_two_reviewers(self):
        statements = [s['id'] for s in self.json('statements')][:6]
        for n, id in enumerate(statements):
            self.decide(id, 'accept')
            self.decide(id, 'reject' if n == 0 else 'accept', reviewer='Bob')
        agreement = self.json('agreement', 'Ann', 'Bob')
        self.assertEqual((agreement['judged'], agreement['strict']['items']), (6, 6))
        self.assertAlmostEqual(agreement['strict']['percent'], 100 * 5 / 6, places=3)
        [difference] = agreement['differences']
        self.assertEqual((difference['entry'], difference['fields'], difference['settled']), (statements[0], [], None))
        self.assertEqual([i['entry']['id'] for i in self.json('review', '--disputed')['items']], statements[:1])
        chief = self.decide(statements[0], '--uphold', difference['a']['id'], reviewer='Chief')
        self.assertEqual(self.json('agreement', 'Ann', 'Bob')['differences'][0]['settled'], chief['decision']['id'])
        self.assertEqual(self.json('review', '--disputed')['items'], [])
        self.run_program('agreement', 'Ann', 'Nobody', code=1)

    def test_decisions_from_another_record(self):
        statement, _, other = self.bound()
        self.decide(statement['id'], f'speaker={other["id"]}')
        self.decide(self.json('topics')[0]['id'], 'reject', reviewer='Bob')
        decided, decisions = self.lists(), self.json('decisions')
        self.write('list.json', json.dumps(decisions))
        self.write('lines.jsonl', '\n'.join(json.dumps(d) for d in decisions))
        for n, name in enumerate(('list.json', 'lines.jsonl')):
            self.run_program('add', EXAMPLES, '--store', f'{n}.db')
            self.run_program('import', 'decisions', name, '--store', f'{n}.db')
            self.assertEqual({command: self.json(command, '--store', f'{n}.db') for command in LISTS}, decided)
            self.assertEqual(self.json('decisions', '--store', f'{n}.db'), decisions)
            again = self.run_program('import', 'decisions', name, '--store', f'{n}.db')
            self.assertIn('0 decisions kept, 2 known', again.out)
            self.run_program('verify', '--store', f'{n}.db')
        # What was changed on the way is refused by line, the rest is taken.
        forged = {**decisions[1], 'reviewer': 'Eve'}
        self.write('forged.jsonl', json.dumps(decisions[0]) + '\n' + json.dumps(forged) + '\nnonsense\n')
        self.run_program('add', EXAMPLES, '--store', 'c.db')
        failed = self.run_program('import', 'decisions', 'forged.jsonl', '--store', 'c.db', code=1)
        self.assertIn('line 2', failed.err)
        self.assertIn('line 3', failed.err)
        self.assertEqual(len(self.json('decisions', '--store', 'c.db')), 1)
        # What it stood for before, who is meant and the words are part of what it says.
        for key, value in (('as_it_stood', {**decisions[0]['as_it_stood'], 'act': 'expressive'}),
                           ('actors', [{**a, 'name': 'Atlantis'} for a in decisions[0]['actors']]),
                           ('text', {**decisions[0]['text'], 'text': decisions[0]['text']['text'][::-1]})):
            self.write('forged.jsonl', json.dumps({**decisions[0], key: value}))
            failed = self.run_program('import', 'decisions', 'forged.jsonl', '--store', 'c.db', code=1)
            self.assertIn('does not follow', failed.err)
        # Before the document is there, they wait for it.
        self.run_program('add', self.write('other.txt', 'Nothing was said.\n'), '--store', 'd.db')
        self.run_program('import', 'decisions', 'list.json', '--store', 'd.db')
        self.run_program('add', EXAMPLES, '--store', 'd.db')
        self.run_program('remove', 'other', '--store', 'd.db')
        self.assertEqual(self.json('statements', '--store', 'd.db'), decided['statements'])

    def test_what_annotators_made_of_webanno(self):
        statement, _, other = self.bound()
        name = statement['document']
        self.run_program('export', 'webanno', '-o', 'out.zip', '--document', name)
        before = self.lists()
        self.run_program('import', 'decisions', 'out.zip', '--reviewer', 'Ann')
        self.assertEqual(self.json('decisions'), [])
        with zipfile.ZipFile(self.path('out.zip')) as archive:
            [member] = archive.namelist()
            text = archive.read(member).decode()
        commitment = next(c for c in self.json('commitments', '--document', name) if c['kind'] != 'agreed')
        topic = self.json('frameworks', '--document', name)[0]
        lines = []
        for line in text.split('\n'):
            cells = line.split('\t')
            if len(cells) > 6:
                cells[3:7] = edit(cells[3:7], commitment['id'], topic['id'])
            lines.append('\t'.join(cells))
        # A new label on a word that has none.
        free = next(i for i, line in enumerate(lines) if line.split('\t')[3:7] == ['_'] * 4 and line.split('\t')[2].isalpha())
        cells = lines[free].split('\t')
        cells[3:7] = ['*', '*', 'topic', '*']
        lines[free] = '\t'.join(cells)
        self.write(member, '\n'.join(lines))
        self.run_program('import', 'decisions', member, '--reviewer', 'Ann')
        decisions = self.json('decisions')
        self.assertEqual(sorted(d['action'] for d in decisions), ['correct', 'correct', 'reject'])
        self.assertEqual(self.json('show', commitment['id'])['entry']['kind'], 'agreed')
        self.assertNotIn(topic['id'], [f['id'] for f in self.json('frameworks')])
        self.assertIn(cells[2], [t['text']['text'] for t in self.json('topics', '--document', name)])
        self.run_program('import', 'decisions', member, '--reviewer', 'Ann')
        self.assertEqual(self.json('decisions'), decisions)
        self.run_program('verify')
        self.write(member, text.replace('\t0-', '\t1-', 1))
        failed = self.run_program('import', 'decisions', member, '--reviewer', 'Ann', code=1)
        self.assertIn('line ', failed.err)
        self.assertTrue(other and before)

    def webanno(self, name):
        self.run_program('export', 'webanno', '-o', 'out.zip', '--document', name)
        with zipfile.ZipFile(self.path('out.zip')) as archive:
            [member] = archive.namelist()
            return member, archive.read(member).decode()

    def test_an_old_export_says_nothing_of_what_came_later(self):
        spoken = self.spoken()
        name = spoken['document']
        member, text = self.webanno(name)
        quantity = self.json('quantities', '--document', name)[0]['text']
        self.decide('--document', name, '--layer', 'topic', '--start', quantity['start'], '--end', quantity['end'],
                    f'by={spoken["speaker"][0]}', reviewer='Lan')
        self.decide(spoken['id'], 'act=commissive', reviewer='Lan')
        lists = self.lists()
        self.write(member, text)
        imported = self.run_program('import', 'decisions', member, '--reviewer', 'Bob')
        self.assertIn('0 decisions kept', imported.out)
        self.assertEqual(self.lists(), lists)
        # An annotation program drops the head: what is missing may never have been there.
        lines = text.split('\n')
        taken = self.json('frameworks', '--document', name)[0]['id']
        for n, line in enumerate(lines):
            cells = line.split('\t')
            if len(cells) > 6:
                cells[3:7] = edit(cells[3:7], '-', taken)
                lines[n] = '\t'.join(cells)
        self.write(member, '\n'.join('' if line.startswith('#verbale=') else line for line in lines))
        imported = self.run_program('import', 'decisions', member, '--reviewer', 'Bob')
        self.assertIn('left as they are', imported.out)
        self.assertNotIn('reject', [d['action'] for d in self.json('decisions')])
        imported = self.run_program('import', 'decisions', member, '--reviewer', 'Bob', '--exported', 'out.zip')
        self.assertIn('1 of them reject', imported.out)
        self.assertEqual([d['entry'] for d in self.json('decisions') if d['action'] == 'reject'], [taken])
        self.run_program('verify')

    def test_a_file_that_was_cut_is_refused(self):
        member, text = self.webanno(self.spoken()['document'])
        self.write(member, '\n\n'.join(text.split('\n\n')[:3]) + '\n')
        lists = self.lists()
        for cut in ('\n\n'.join(text.split('\n\n')[:3]) + '\n',
                    '\n\n'.join(text.replace('#verbale=', '#other=').split('\n\n')[:3]) + '\n'):
            self.write(member, cut)
            failed = self.run_program('import', 'decisions', member, '--reviewer', 'Ann', code=1)
            self.assertIn('does not hold all words', failed.err)
        self.assertEqual(self.lists(), lists)
        self.assertEqual(self.json('decisions'), [])

    def test_webanno_counts_utf16(self):
        text = TALKS.replace('Hanoi on', 'Hanoi \U0001F91D on').replace('To Lam', unicodedata.normalize('NFD', 'Tô Lâm')).replace('\n', '\r\n')
        self.run_program('add', self.write('wide.txt', text))
        self.run_program('export', 'webanno', '-o', 'wide.zip', '--document', 'wide')
        self.run_program('import', 'decisions', 'wide.zip', '--reviewer', 'Ann')
        self.assertEqual(self.json('decisions'), [])
        with zipfile.ZipFile(self.path('wide.zip')) as archive:
            lines = archive.read('wide.tsv').decode().split('\n')
        [commitment] = self.json('commitments', '--document', 'wide')
        # The label loses its last word.
        mine = [i for i, line in enumerate(lines) if commitment['id'] in line]
        cells = lines[mine[-1]].split('\t')
        cells[3:7] = edit(cells[3:7], '-', commitment['id'])
        lines[mine[-1]] = '\t'.join(cells)
        self.write('wide.tsv', '\n'.join(lines))
        self.run_program('import', 'decisions', 'wide.tsv', '--reviewer', 'Ann')
        [decision] = self.json('decisions')
        self.assertEqual((decision['action'], decision['entry']), ('correct', commitment['id']))
        now = self.json('show', commitment['id'])['entry']['text']
        self.assertEqual(now['text'], commitment['text']['text'].rsplit(' ', 1)[0])
        self.run_program('verify')


def strings(entry):
    """All strings copied from the text in an entry."""
    if isinstance(entry, dict):
        if 'start' in entry and 'end' in entry:
            yield entry['text']
        for value in entry.values():
            yield from strings(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from strings(value)


def edited(line, gone):
    """The line without the labels of a claim."""
    cells = line.split('\t')
    if len(cells) > 6:
        cells[3:7] = edit(cells[3:7], '-', gone)
    return '\t'.join(cells)


def edit(cells, agreed, gone):
    """The cells claim, kind, layer, who of a line, with one claim's kind made `agreed` and another's labels taken away."""
    stacked = [cell.split('|') for cell in cells]
    keep = [i for i, claim in enumerate(stacked[0]) if not claim.startswith(gone)]
    for i in keep:
        if stacked[0][i].startswith(agreed):
            stacked[1][i] = 'agreed' + stacked[1][i][stacked[1][i].index('['):]
    return ['|'.join(column[i] for i in keep) or '_' for column in stacked]
