"""Accounts side by side, as a user asks for them."""
import json
import re

from program import EXAMPLES, Case

LEFT = ('President Alar Karis of Estonia held talks with President Gitanas Nauseda of Lithuania in Vilnius on 4 March 2024.\n\n'
        'Nauseda said Lithuania will finish the rail link to Tallinn by 2028. The two presidents stressed the need to '
        'protect undersea cables. Nauseda proposed that the two sides open a joint school for nurses.\n')
RIGHT = '''President Gitanas Nauseda of Lithuania met President Alar Karis of Estonia in Vilnius on 4 March 2024.

The two presidents agreed to guard undersea cables. Karis said Estonia supports a tax on digital services.
'''
OTHER = '''President To Lam of Vietnam met President Xi Jinping of China in Hanoi on 14 April 2025.

To Lam proposed that the two sides build railways.
'''


class Compare(Case):
    def setUp(self):
        super().setUp()
        self.write('left.txt', LEFT)
        self.write('right.txt', RIGHT)

    def test_json_points_to_characters(self):
        made = self.json('compare', 'left.txt', 'right.txt')
        self.assertEqual(made['accounts'], ['left', 'right'])
        texts = {'left': LEFT, 'right': RIGHT}
        for point in made['points']:
            self.assertEqual(list(point['in']), made['accounts'])
            for document, words in point['in'].items():
                for word in words:
                    self.assertEqual(texts[document][word['start']:word['end']], word['text'])
        shared = [p for p in made['points'] if all(p['in'].values())]
        self.assertTrue(any('cables' in p['in']['left'][0]['text'] for p in shared))
        for point in made['points']:
            self.assertEqual(point['wording'] is None, not (all(point['in'].values()) and point['differences']))
            lacks = [d for d in made['accounts'] if not point['in'][d]]
            self.assertEqual([a['document'] for a in point['absent']], lacks)

    def test_order_of_files_does_not_matter(self):
        one = self.run_program('compare', '--json', 'left.txt', 'right.txt').out
        self.assertEqual(one, self.run_program('compare', '--json', 'right.txt', 'left.txt').out)
        self.assertEqual(one, self.run_program('compare', '--json', 'right.txt', 'left.txt', '--threads', '4').out)

    def test_filters(self):
        agree = self.json('compare', '--agree', 'left.txt', 'right.txt')['points']
        self.assertTrue(agree and all(all(p['in'].values()) for p in agree))
        differs = self.json('compare', '--differs', 'left.txt', 'right.txt')['points']
        self.assertTrue(differs and all(p['differences'] for p in differs))
        only = self.json('compare', '--only', 'right', 'left.txt', 'right.txt')['points']
        self.assertTrue(only and all(not p['in']['left'] for p in only))
        self.run_program('compare', '--agree', '--differs', 'left.txt', 'right.txt', code=2)

    def test_table_names_the_accounts(self):
        out = self.run_program('compare', 'left.txt', 'right.txt').out
        self.assertIn('talks, 2024-03-04', out)
        self.assertIn('undersea cables', out)

    def test_pages(self):
        self.run_program('compare', 'left.txt', 'right.txt', '-o', 'a.html')
        page = self.path('a.html').read_text('utf-8')
        self.assertNotRegex(page, r'(src|href)="[^#"]')
        for anchor in re.findall(r'href="#([^"]+)"', page):
            self.assertIn(f'id="{anchor}"', page)
        self.run_program('compare', 'left.txt', 'right.txt', '-o', 'a.md')
        self.assertIn('undersea cables', self.path('a.md').read_text('utf-8'))
        self.run_program('compare', 'left.txt', 'right.txt', '-o', 'a.xls', code=2)
        self.assertIn('cannot write', self.run_program('compare', 'left.txt', '-o', 'no/a.md', code=1).err)

    def test_no_common_meeting_is_said_and_compared_all_the_same(self):
        self.write('other.txt', OTHER)
        done = self.run_program('compare', '--json', 'left.txt', 'other.txt')
        self.assertIn('no meeting in common', done.err)
        self.assertEqual(len(json.loads(done.out)['accounts']), 2)
        self.assertNotIn('no meeting in common', self.run_program('compare', 'left.txt', 'right.txt').err)

    def test_one_account_is_shown(self):
        done = self.run_program('compare', 'left.txt')
        self.assertIn('the only account', done.err)
        self.assertIn('school for nurses', done.out)

    def test_the_same_file_twice(self):
        done = self.run_program('compare', '--json', 'left.txt', 'left.txt')
        self.assertIn('the only account', done.err)
        comparison = json.loads(done.out)
        self.assertEqual(comparison['accounts'], ['left'])
        self.assertEqual([(c['document'], c['prints']) for c in comparison['copies']], [('left-2', 'left')])

    def test_a_language_that_is_not_read(self):
        self.write('vi.txt', 'Chủ tịch nước Tô Lâm đã hội đàm với Tổng Bí thư Tập Cận Bình tại Hà Nội ngày 19 tháng 8. '
                             'Hai bên nhất trí tăng cường hợp tác về đường sắt và nông nghiệp trong thời gian tới.\n')
        done = self.run_program('compare', '--json', 'left.txt', 'vi.txt', code=1)
        self.assertIn('not read yet', done.err)
        self.assertTrue(all(not p['absent'] for p in json.loads(done.out)['points']))

    def test_what_is_not_there(self):
        self.assertIn('no such file', self.run_program('compare', 'nowhere.txt', code=1).err)
        self.write('empty.txt', '')
        self.assertIn('is empty', self.run_program('compare', 'left.txt', 'empty.txt', code=1).err)

    def test_a_meeting_of_the_record(self):
        self.run_program('add', 'left.txt', 'right.txt')
        meeting = self.json('compare', 'left.txt', 'right.txt')['meeting']
        done = self.json('compare', meeting)
        self.assertEqual(done['accounts'], ['left', 'right'])
        self.assertIn('no such meeting', self.run_program('compare', 'm-none', code=1).err)
        self.assertEqual(self.json('compare', 'left', 'right')['accounts'], ['left', 'right'])
        for one in self.json('meetings'):
            self.assertEqual(set(self.json('compare', one['id'])['accounts']),
                             {a['document'] for a in one['accounts'] if a.get('standing') != 'mention'})

    def test_a_visit_of_the_record(self):
        self.run_program('add', EXAMPLES)
        visits = self.json('visits')
        for visit in visits:
            made = self.json('compare', visit['id'])
            self.assertEqual(made['meeting'], visit['id'])
            self.assertTrue(made['points'])

    def test_many_accounts_of_one_meeting(self):
        rows = [json.dumps({'id': f'r{n:03}', 'text': LEFT.replace('2028', str(2028 + n % 3)) + f'Report {n} adds a line.\n'})
                for n in range(60)]
        self.write('many.jsonl', '\n'.join(rows) + '\n')
        made = self.json('compare', 'many.jsonl')
        self.assertEqual(len(made['accounts']), 60)
        cables = [p for p in made['points'] if any('cables' in w['text'] for w in p['in']['r000'])]
        self.assertTrue(all(cables[0]['in'].values()))

    def test_examples(self):
        made = self.json('compare', EXAMPLES / '2024-08-beijing-courier.txt', EXAMPLES / '2024-08-beijing-observer.html')
        self.assertTrue(any(all(p['in'].values()) for p in made['points']))

    def test_a_side_that_no_account_has(self):
        self.write('a.txt', 'Peru proposed a joint survey of the river.\n')
        self.assertIn('there are a', self.run_program('compare', 'a.txt', '--only', 'FRA', code=2).err)
