"""Which documents are the same text."""
from program import Case

WIRE = ('The two prime ministers met for three hours in the old customs house above the harbour on Monday. They went through '
        'a list of forty open questions that their officials had drawn up over the summer, and settled the smaller half of them. '
        'Fishing boats from both coasts will again be let into the shared bank from the first of March, on licences that each '
        'side issues to its own.\n')
COPY = ('Skippers waited long for this — “too long”, says one.\n'
        'They went through a list of forty open questions that their officials had drawn up over the summer, and settled the '
        'smaller half of them. Fishing boats from both coasts will again be let into the shared bank from the first of March, on '
        'licences that each side issues to its own.\n')


class Texts(Case):
    def setUp(self):
        super().setUp()
        self.write('wire.txt', WIRE)
        self.write('wire.json', '{"outlet": "Agency", "date": "2024-05-06"}')
        self.write('copy.txt', COPY)
        self.write('copy.json', '{"outlet": "Courier", "date": "2024-05-07"}')
        self.write('other.txt', 'The opera house reopens in autumn with a new roof and, its director hopes, an old singer.\n')

    def check(self, pairs):
        [pair] = pairs
        self.assertEqual((pair['relation'], pair['a'], pair['b'], pair['one_account']), ('wire-copy', 'wire', 'copy', True))
        self.assertGreater(pair['covered_b'], 0.8)
        [passage] = pair['passages']
        for side, text in (('a', WIRE), ('b', COPY)):
            place = passage[side]
            self.assertEqual(text[place['start']:place['end']], place['text'])
        self.assertEqual(passage['a']['text'], passage['b']['text'])

    def test_of_files(self):
        self.check(self.json('texts', 'other.txt', 'copy.txt', 'wire.txt'))
        self.assertEqual(self.run_program('texts', '--json', 'copy.txt', 'wire.txt').out,
                         self.run_program('texts', '--json', '--threads', 3, 'wire.txt', 'copy.txt').out)

    def test_of_the_record(self):
        self.run_program('add', 'copy.txt', 'other.txt', 'wire.txt')
        self.check(self.json('texts'))
        self.check(self.json('texts', '--relation', 'copy'))
        self.assertEqual(self.json('texts', '--relation', 'exact'), [])
        self.assertEqual(self.json('texts', '--from', '2025'), [])
        self.assertIn('one account in 2 documents: wire copy', self.run_program('texts').out)

    def test_one_text_in_two_outlets(self):
        self.run_program('add', 'wire.txt')
        self.write('again.txt', WIRE)
        self.run_program('add', 'again.txt', '--outlet', 'Observer', '--date', '2024-05-08')
        [pair] = self.json('texts')
        self.assertEqual((pair['relation'], pair['a'], pair['b']), ('exact', 'wire', 'again'))

    def test_what_cannot_be_read_is_said(self):
        result = self.run_program('texts', 'wire.txt', 'nowhere.txt', 'copy.txt', '--json', code=1)
        self.assertIn('nowhere.txt', result.err)
        self.assertIn('wire-copy', result.out)
        self.run_program('texts', '--relation', 'twin', code=2)
