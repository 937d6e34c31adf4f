"""Meetings and visits across documents."""
from program import Case

HOST = '''OSLO, May 2 - President Emmanuel Macron of France held talks with Prime Minister Jonas Gahr Store in Oslo on {day} May 2023.
Jonas Gahr Store said Norway will open a new consulate in Lyon.
'''
GUEST = '''Prime Minister Jonas Gahr Store of Norway received President Emmanuel Macron in Oslo on {day} May 2023.
Emmanuel Macron thanked his host.
'''
OTHER = '''President Emmanuel Macron of France held talks with Chancellor Olaf Scholz in Berlin on {day} May 2023.
Emmanuel Macron thanked his host.
'''


class Meetings(Case):
    def add(self, name, text, date, outlet, side):
        self.run_program('add', self.write(f'{name}.txt', text), '--date', date, '--outlet', outlet, '--side', side)

    def setUp(self):
        super().setUp()
        self.add('host', HOST.format(day=2), '2023-05-02', 'Oslo Courier', 'NOR')
        self.add('guest', GUEST.format(day=2), '2023-05-03', 'Paris Courier', 'FRA')
        self.add('later', HOST.format(day=29), '2023-05-29', 'Oslo Courier', 'NOR')
        self.add('other', OTHER.format(day=3), '2023-05-03', 'Paris Courier', 'FRA')

    def meetings(self, *filters):
        return sorted(sorted({a['document'] for a in m['accounts']}) for m in self.json('meetings', *filters))

    def meeting_of(self, document):
        [meeting] = self.json('meetings', '--document', document)
        return meeting

    def test_accounts_of_one_meeting_are_one_entry(self):
        self.assertEqual(self.meetings(), [['guest', 'host'], ['later'], ['other']])
        self.assertEqual(self.meetings('--side', 'FRA'), [['guest', 'host'], ['other']])
        self.assertEqual(self.meetings('--speaker', 'Scholz'), [['other']])
        self.run_program('verify')

    def test_visits_hold_their_meetings(self):
        visits = self.json('visits')
        self.assertEqual([(v['guest_state'], v['host_state'], v['from'], len(v['meetings'])) for v in visits],
                         [('FRA', 'NOR', '2023-05-02', 1), ('FRA', 'DEU', '2023-05-03', 1), ('FRA', 'NOR', '2023-05-29', 1)])
        self.assertEqual(self.json('visits', '--state', 'DEU'), visits[1:2])
        for visit in visits:
            shown = self.json('show', visit['id'])
            self.assertEqual((shown['layer'], shown['entry']), ('visit', visit))
            self.assertIn(visit['meetings'][0]['id'], self.run_program('show', visit['id']).out)
            self.assertEqual(visit['meetings'][0]['visit'], visit['id'])

    def test_ids_lead_on(self):
        meeting = self.meeting_of('guest')
        entries = {a['document']: a['entry'] for a in meeting['accounts']}
        self.assertEqual(meeting['id'], entries['host'])  # stored first
        self.assertEqual(self.json('show', entries['guest'])['entry'], meeting)
        self.assertIn('belongs to it', self.run_program('show', entries['guest']).out)
        self.run_program('remove', 'host')
        self.assertEqual(self.meeting_of('guest')['id'], entries['guest'])
        shown = self.json('show', meeting['id'])
        self.assertEqual((shown['asked'], shown['entry']['id']), (meeting['id'], entries['guest']))
        self.assertEqual(self.json('show', meeting['visit'])['entry']['id'], shown['entry']['visit'])
        self.run_program('verify')

    def test_what_a_person_sets_joins_and_parts(self):
        self.add('loose', HOST[len('OSLO, May 2 - '):].replace(' on {day} May 2023', ''), '2023-05-17', 'Bergen Courier', 'NOR')
        self.assertIn(['loose'], self.meetings())
        self.run_program('set', 'loose', 'date=2023-05-02')
        self.assertIn(['guest', 'host', 'loose'], self.meetings())
        self.run_program('set', 'loose', 'date=')
        self.assertIn(['loose'], self.meetings())
        self.run_program('verify')

    def test_what_is_published_again_joins_its_meeting(self):
        self.add('again', HOST.format(day=2) + 'This was first published earlier.\n', '2023-05-20', 'Bergen Courier', 'NOR')
        self.assertIn(['again', 'guest', 'host'], self.meetings())

    def test_why(self):
        meeting = self.meeting_of('guest')
        why = self.json('explain', meeting['id'])['why']
        self.assertIn('join.same-day', ' '.join(reason['words'] for reason in why))
        self.run_program('show', 'v-nobody', code=1)
