"""Two reviewers' agreement against another program that computes it."""
import random

import krippendorff

from program import EXAMPLES, Case

ACTS = ('assertive', 'commissive', 'directive')


class AgreementOfOthers(Case):
    def test_alpha(self):
        self.run_program('add', EXAMPLES)
        statements = [s['id'] for s in self.json('statements')][:24]
        choose = random.Random(20260301)
        labels = {'Ann': [], 'Bob': []}
        for id in statements:
            for reviewer, of in labels.items():
                # Bob says what Ann said more often than not.
                label = labels['Ann'][-1] if reviewer == 'Bob' and choose.random() < 0.6 else choose.choice(ACTS + ('none',))
                self.run_program('decide', id, 'reject' if label == 'none' else f'act={label}', '--reviewer', reviewer)
                of.append(label)
        agreement = self.json('agreement', 'Ann', 'Bob')
        self.assertEqual(agreement['strict'], agreement['tolerant'])
        order = list(ACTS + ('none',))
        expected = krippendorff.alpha([[order.index(label) for label in labels[r]] for r in ('Ann', 'Bob')],
                                      level_of_measurement='nominal')
        self.assertAlmostEqual(agreement['strict']['alpha'], expected, places=5)
