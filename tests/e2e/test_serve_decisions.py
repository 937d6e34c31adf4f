"""The review page's questions, and decisions made and withdrawn from it."""
import time

from program import EXAMPLES
from server import ServerCase


class ServeDecisions(ServerCase):
    def setUp(self):
        super().setUp()
        self.run_program('add', EXAMPLES)
        self.start()

    def test_a_decision_and_its_undoing(self):
        queue = self.get('/api/review/queue', layer='statement')
        item = queue['items'][0]
        id = item['entry']['id']
        wish = {'reviewer': 'Ann', 'entry': id, 'action': 'correct', 'change': {'act': 'declarative'}, 'comment': 'it says so'}
        made = self.send('/api/decisions', wish)
        self.assertEqual(made['entry']['entry']['act'], 'declarative')
        self.assertEqual(self.get(f'/api/entries/{id}')['entry']['act'], 'declarative')
        self.assertEqual(self.json('statements'), [s for s in self.get('/api/statements')])
        self.assertEqual(self.get('/api/decisions', entry=id), self.json('decisions'))
        self.assertEqual(self.get('/api/reviewers'), [{'reviewer': 'Ann', 'decisions': 1}])
        after = self.get('/api/review/queue', layer='statement')
        self.assertEqual((after['total'], after['decided']), (queue['total'] - 1, 1))
        self.assertEqual(self.get('/api/review/queue', state='decided')['items'][0]['entry']['id'], id)
        undone = self.send('/api/decisions/' + made['decision']['id'], None, 'DELETE', kind=None)
        self.assertTrue(undone['decision']['withdrawn_at'])
        self.send('/api/decisions/' + made['decision']['id'], None, 'DELETE', kind=None, status=409)
        self.assertEqual(self.get('/api/review/queue', layer='statement'), {**queue, 'items': self.get(
            '/api/review/queue', layer='statement')['items']})
        self.assertEqual(self.get(f'/api/entries/{id}')['entry']['act'], item['entry']['act'])

    def test_the_same_said_again_at_once_stands(self):
        wish = {'reviewer': 'Ann', 'entry': self.get('/api/statements', limit=1)[0]['id'], 'action': 'reject'}
        ids = set()
        for _ in range(3):
            made = self.send('/api/decisions', wish)
            self.assertIsNone(made['decision']['withdrawn_at'])
            self.assertIsNone(made['entry'])
            ids.add(made['decision']['id'])
            self.assertTrue(self.send('/api/decisions/' + made['decision']['id'], None, 'DELETE', kind=None)['entry'])
        self.assertEqual(len(ids), 3)
        self.run_program('verify')

    def test_two_reviewers_and_a_new_entry(self):
        [first, second] = self.get('/api/statements', limit=2)
        for reviewer, action in (('Ann', 'accept'), ('Bob', 'reject')):
            for statement in (first, second):
                self.send('/api/decisions', {'reviewer': reviewer, 'entry': statement['id'], 'action': action})
        agreement = self.get('/api/review/agreement', a='Ann', b='Bob')
        self.assertEqual((agreement['judged'], agreement['strict']['percent'], len(agreement['differences'])), (2, 0, 2))
        upheld = self.send('/api/decisions', {'reviewer': 'Chief', 'entry': first['id'], 'action': 'adjudicate',
                                              'upholds': agreement['differences'][0]['a']['id']})
        self.assertEqual(upheld['entry']['entry']['id'], first['id'])
        # What was said of another entry, or taken back, settles nothing here.
        of_second = [d for d in self.get('/api/decisions', entry=second['id']) if d['action'] == 'reject'][0]
        wish = {'reviewer': 'Chief', 'action': 'adjudicate', 'upholds': of_second['id']}
        refusal = self.send('/api/decisions', {**wish, 'entry': first['id']}, status=400)
        self.assertIn('something else', refusal['error'])
        self.send('/api/decisions/' + of_second['id'], None, 'DELETE', kind=None)
        refusal = self.send('/api/decisions', {**wish, 'entry': second['id']}, status=400)
        self.assertIn('withdrawn', refusal['error'])
        document, start = first['document'], first['content'][0]['start']
        made = self.send('/api/decisions', {'reviewer': 'Ann', 'document': document, 'layer': 'topic', 'start': start,
                                            'end': start + 5, 'action': 'correct', 'change': {'by': first['speaker']}})
        self.assertEqual(made['entry']['entry']['text']['start'], start)

    def test_refusals(self):
        id = self.get('/api/statements', limit=1)[0]['id']
        good = {'reviewer': 'Ann', 'entry': id, 'action': 'accept'}
        self.send('/api/decisions', good, status=401, token=None)
        for wrong in ({'entry': 's-none'}, {'action': 'shout'}, {'reviewer': ''}, {'reviewer': 7}, {'entry': ''}, {'action': 'correct'},
                      {'action': 'correct', 'change': {'act': 'sung'}}, {'action': 'correct', 'change': {'speaker': 'xi'}},
                      {'action': 'correct', 'change': {'content': [[5, 2]]}}, {'action': 'correct', 'change': {'colour': 'red'}},
                      {'comment': 'x' * 20000}, {'action': 'adjudicate', 'upholds': 'j-none'}, {'action': 'correct', 'change': []}):
            self.assertIn('error', self.send('/api/decisions', {**good, **wrong}, status=400), wrong)
        self.send('/api/decisions/j-0000', None, 'DELETE', status=404, kind=None)
        self.get('/api/review/agreement', status=404, a='Ann', b='Bob')
        self.get('/api/review/queue', status=400, state='shut')
        self.assertEqual(self.get('/api/decisions'), [])

    def test_deciding_is_quick(self):
        """Far below a second also on a busy machine; docs/performance.md has the figure of a quiet one."""
        statements = self.get('/api/statements', limit=5)
        begun = time.monotonic()
        for statement in statements:
            self.send('/api/decisions', {'reviewer': 'Ann', 'entry': statement['id'], 'action': 'accept'})
        self.assertLess((time.monotonic() - begun) / len(statements), 1)
