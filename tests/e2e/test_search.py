"""Search as it is typed: operators, counts, saved searches; people, network and heat map over the examples."""
import json
import re

from program import EXAMPLES, ROOT, Case
from server import ServerCase


class Search(Case):
    def setUp(self):
        super().setUp()
        self.run_program('add', EXAMPLES)

    def test_what_is_found_stands_there(self):
        for query in ('railway', '"farm produce"', '"railway preferential"~8', 'rail*', '="Tô Lâm" OR ="Lam"', 'lam -xi'):
            for hit in self.json('search', query):
                for word in hit['words']:
                    start = word['start'] - hit['text']['start']
                    self.assertEqual(hit['text']['text'][start:start + len(word['text'])], word['text'], query)

    def test_any_writing_of_a_name(self):
        wanted = self.json('search', 'speaker:to-lam')
        self.assertGreater(len(wanted), 3)
        for query in ('speaker:"Tô Lâm"', 'speaker:"TO LAM"', 'speaker:("to lam" OR nobody)'):
            self.assertEqual(self.json('search', query), wanted, query)
        self.assertEqual(self.json('search', 'state:vietnam'), self.json('search', 'state:VNM'))
        self.assertEqual(self.json('search', 'side:"viet nam"'), self.json('search', 'side:vnm'))

    def test_any_usual_name(self):
        for names in (('framework:BRI', 'framework:"belt and road"', 'framework:"the Belt and Road Initiative"', 'framework:"one belt, one road"'),
                      ('framework:UNCLOS', 'framework:"law of the sea"', 'framework:"UN Convention on the Law of the Sea"'),
                      ('state:CHN', 'state:china', 'state:PRC', 'state:"people\'s republic of china"'),
                      ('side:VNM', 'side:vietnam', 'side:"viet nam"', 'side:vietnamese'),
                      ('place:Hanoi', 'place:"Hà Nội"', 'place:"ha noi"'), ('place:beijing', 'place:peking'),
                      ('to:CHN', 'to:china', 'to:PRC', 'to:"the People\'s Republic of China"'),
                      ('act:directive', 'act:asks')):
            first = self.json('search', names[0])
            self.assertGreater(len(first), 0, names[0])
            for name in names[1:]:
                self.assertEqual(self.json('search', name), first, name)

    def test_any_form_of_a_bare_word(self):
        self.assertEqual(self.json('search', 'railway'), self.json('search', '"railway" OR "railways"'))
        self.assertEqual(self.json('search', 'railways'), self.json('search', 'railway'))
        self.assertGreater(len(self.json('search', 'loan')), len(self.json('search', '"loan"')))
        self.assertGreater(len(self.json('search', '"railway loan"~9')), 0)
        self.assertGreater(len(self.json('search', 'agree')), len(self.json('search', '="agree"')))
        words = {w['text'].lower() for hit in self.json('search', 'railway') for w in hit['words']}
        self.assertEqual(words, {'railway', 'railways'})

    def examples(self):
        """Queries of docs/search.md and of the page's table."""
        page = (ROOT / 'docs/search.md').read_text('utf-8')
        rows = [line for line in page.splitlines() if line.startswith('| `')]
        operators = [q for row in rows[:rows.index(next(r for r in rows if r.startswith('| `speaker`')))]
                     for q in re.findall(r'`([^`]+)`', row.split('|')[1])]
        fields = [q for q in re.findall(r'`([^`]+)`', page) if re.match(r'-?[a-z]+:\S', q) and not re.match('field:|foo:', q)]
        commands = re.findall(r"^    verbale search '(.*)'$", page, re.M)
        shown = (ROOT / 'web/src/views/search/HowTo.svelte').read_text('utf-8')
        shown = [a or b for a, b in re.findall(r"""^    \[(?:"([^"]+)"|'([^']+)'), \"""", shown, re.M)]
        return operators, fields, commands, shown

    def test_every_example_finds_something(self):
        groups = self.examples()
        for queries in groups:
            self.assertGreater(len(queries), 2, groups)
            for query in queries:
                answer = json.loads(self.run_program('search', '--json', '--facets', '--limit', '1', '--', query).out)
                self.assertGreater(answer['total'], 0, query)
                self.assertFalse(answer['as_phrase'], query)

    def test_pages_and_counts(self):
        whole = self.json('search', 'cooperation OR railway')
        page = self.json('search', '--facets', '--limit', '2', '--offset', '1', 'cooperation OR railway')
        self.assertEqual(page['hits'], whole[1:3])
        self.assertEqual((page['total'], page['exact'], page['as_phrase']), (len(whole), True, False))
        for side in page['facets']['side']:
            self.assertEqual(side['count'], len(self.json('search', f'(cooperation OR railway) side:{side["value"]}')))
        for act in page['facets']['act']:
            self.assertEqual(act['count'], len(self.json('search', f'(cooperation OR railway) act:{act["value"]}')))
        for year in page['facets']['year']:
            self.assertEqual(year['count'], len(self.json('search', f'(cooperation OR railway) date:{year["value"]}')))
        newest = [hit['published'] for hit in self.json('search', '--sort', 'newest', 'railway')]
        self.assertEqual(newest, sorted(newest, reverse=True))

    def test_a_bad_query_is_a_phrase_and_says_so(self):
        answer = self.json('search', '--facets', 'farm produce)')
        self.assertTrue(answer['as_phrase'])
        self.assertIn('not opened', answer['note'])
        self.assertGreater(answer['total'], 0)
        self.assertIn('spelt alike', self.run_program('search', 'railwai~').err)
        self.assertIn('speaker:nobody', self.run_program('search', '--facets', 'speaker:nobody').err)

    def test_saved(self):
        self.run_program('search', '--save', 'rail', 'railway', 'side:VNM')
        self.assertEqual(self.json('search', '@rail'), self.json('search', 'railway side:VNM'))
        (saved,) = self.json('searches')
        self.assertEqual((saved['name'], saved['query']), ('rail', 'railway side:VNM'))
        self.assertTrue(re.fullmatch(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ', saved['made_at']))
        self.run_program('search', '--save', 'rail', 'rail*')
        self.assertEqual([(s['id'], s['query']) for s in self.json('searches')], [(saved['id'], 'rail*')])
        self.run_program('searches', '--drop', 'rail')
        self.assertEqual(self.json('searches'), [])
        self.run_program('searches', '--drop', 'rail', code=1)
        self.run_program('search', '@rail', code=1)
        self.run_program('search', '--save', '@rail', 'rail', code=2)


class Overviews(Case):
    def setUp(self):
        super().setUp()
        self.run_program('add', EXAMPLES)

    def test_offices_day_by_day(self):
        lam = self.json('people', 'to-lam')
        held = {office['title']: (office['first'], office['last']) for office in lam['offices']}
        self.assertEqual(held['President of Vietnam'][1][:7], '2024-08')
        leader = next(title for title in held if title.startswith('General Secretary'))
        self.assertEqual((held[leader][0][:7], held[leader][1][:7]), ('2024-08', '2025-04'))
        self.assertGreater(len(lam['meetings']), 1)
        self.assertLessEqual(set(lam['meetings']), {m['id'] for m in self.json('meetings')})

    def test_people(self):
        people = {actor['id']: actor for actor in self.json('people')}
        self.assertEqual(people['VNM']['kind'], 'state')
        self.assertEqual(people['to-lam']['statements'], len([s for s in self.json('statements') if 'to-lam' in s['speaker']]))
        self.assertEqual({a['state'] for a in self.json('people', '--state', 'VNM', '--kind', 'person')}, {'VNM'})
        self.run_program('people', 'nobody-at-all', code=1)
        self.assertIn('President of Vietnam', self.run_program('people', 'to-lam').out)

    def test_network(self):
        network = self.json('network')
        nodes = {node['id'] for node in network['nodes']}
        meetings = {meeting['id']: meeting for meeting in self.json('meetings')}
        self.assertTrue(network['edges'])
        for edge in network['edges']:
            self.assertLessEqual({edge['a'], edge['b']}, nodes)
            self.assertEqual(edge['count'], len(edge['meetings']))
            for meeting in edge['meetings']:
                self.assertGreaterEqual(len(meetings[meeting]['participants']), 2)
        self.assertEqual({n['id'] for n in self.json('network', '--of', 'state')['nodes']} & {'CHN', 'VNM'}, {'CHN', 'VNM'})

    def test_heat(self):
        for by in ('framework', 'topic'):
            heat = self.json('heat', 'CHN', 'VNM', '--by', by)
            columns = {column['id'] for column in heat['meetings']}
            self.assertTrue(heat['rows'])
            for row in heat['rows']:
                self.assertEqual(row['count'], sum(cell['count'] for cell in row['cells']))
                for cell in row['cells']:
                    self.assertIn(cell['meeting'], columns)
                    self.assertEqual(cell['count'], len(cell['evidence']))
        labels = [row['label'] for row in heat['rows']]
        for weak in ('policy', 'priority', 'relation', 'difference', 'standard', 'affair', 'visit', 'adhere', 'firmer', 'page'):
            self.assertNotIn(weak, labels)
        self.assertIn('farm produce', labels)
        frameworks = {row['label']: row for row in self.json('heat', 'CHN', 'VNM', '--by', 'framework')['rows']}
        self.assertIn('DOC', frameworks)  # of a joint statement and of a wrap-up
        self.assertEqual({cell['side'] for cell in frameworks['BRI']['cells']}, {'CHN', 'VNM'})
        self.assertTrue(all('CHN-VNM' in column['label'] for column in heat['meetings']), heat['meetings'])
        railway = [row for row in heat['rows'] if row['label'] == 'railway']
        self.assertEqual({cell['side'] for cell in railway[0]['cells']} & {'CHN', 'VNM'}, {'CHN', 'VNM'})


class OfThePage(ServerCase):
    def setUp(self):
        super().setUp()
        self.run_program('add', EXAMPLES)
        self.start()

    def test_the_same_answers(self):
        self.assertEqual(self.get('/api/people'), self.json('people'))
        self.assertEqual(self.get('/api/people/to-lam'), self.json('people', 'to-lam'))
        self.get('/api/people/nobody', 404)
        self.assertEqual(self.get('/api/network', of='state'), self.json('network', '--of', 'state'))
        self.assertEqual(self.get('/api/heat', states='CHN,VNM', by='topic', limit=20),
                         self.json('heat', 'CHN', 'VNM', '--by', 'topic', '--limit', '20'))
        self.assertEqual(self.get('/api/search', q='railway', order='newest', limit=3),
                         self.json('search', '--facets', '--sort', 'newest', '--limit', '3', 'railway'))
        self.get('/api/heat', 400, by='colour')

    def test_saved_searches(self):
        saved = self.send('/api/searches', {'name': 'rail', 'query': 'railway'})
        self.assertEqual(self.get('/api/searches'), [saved])
        self.assertEqual(self.get('/api/search', q='@rail')['query'], 'railway')
        self.send('/api/searches', {'name': '@x', 'query': 'railway'}, status=400)
        self.send('/api/searches', {'name': 'x'}, status=400)
        self.send('/api/searches/' + saved['id'], None, method='DELETE', kind=None)
        self.assertEqual(self.get('/api/searches'), [])
        self.get('/api/search', 404, q='@rail')
