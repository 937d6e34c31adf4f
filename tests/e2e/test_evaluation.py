"""eval counts as the scorer in Python does, where that is at hand."""
import pathlib
import subprocess
import sys

from program import ROOT, Case

SHARED = pathlib.Path(ROOT).parent / 'shared' / 'gold'


class Evaluation(Case):
    def setUp(self):
        super().setUp()
        if not (SHARED / 'score.py').exists():
            self.skipTest('the gold is not at hand')

    def compare(self, gold, texts, *options):
        records = self.path('records')
        records.mkdir()
        for file in sorted(pathlib.Path(gold).glob('*.gold.json')):
            name = file.name.split('.')[0]
            text = next(p for d in texts for p in sorted(pathlib.Path(d).glob(name + '*.txt')))
            (records / f'{name}.json').write_text(self.run_program('read', '--json', text).out)
        theirs = subprocess.run([sys.executable, SHARED / 'score.py', *options, records, gold, *texts],
                                capture_output=True, text=True)
        ours = self.run_program('eval', gold, *texts, *options, code=theirs.returncode)
        self.assertEqual(ours.out, theirs.stdout)

    def test_the_same_numbers_and_misses(self):
        self.compare(SHARED, [SHARED.parent / 'seeds', SHARED / 'texts'], '--documents', '--misses')

    def test_the_same_json(self):
        self.compare(SHARED, [SHARED.parent / 'seeds', SHARED / 'texts'], '--json')

    def test_no_gold(self):
        self.run_program('eval', self.folder, self.folder, code=1)
