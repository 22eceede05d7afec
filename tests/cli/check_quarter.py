"""A quarter of a county's life, played through the terminal with a calendar in the hand.

    check_quarter.py MUKANA-CLI LOCALEDIR

October to December 2025, and the weeks after it in which what was promised falls due.  Every sum
and day that is expected is worked out by hand in a comment.  Places and dates of events are those
of published programmes; people and associations are made up.
"""

import csv
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

try:
    import icalendar
except ImportError:
    icalendar = None

if shutil.which('faketime') is None:
    print('skipped: faketime is not installed', file=sys.stderr)
    sys.exit(77)

PROGRAM, LOCALES = sys.argv[1], sys.argv[2]
# The library alone: its wrapper keeps a semaphore by the number of the process, and numbers return.
CLOCK = subprocess.run(['faketime', '2025-10-01', 'printenv', 'LD_PRELOAD'], capture_output=True,
                       text=True).stdout.strip()
DONE, USAGE, REFUSED, NO_KEY, NO_STORE, CONFLICT = range(6)
HELSINKI = 'Europe/Helsinki'
# Somebody else by name, on the same files.
COLLEAGUE = ('unshare', '--user', '--map-user=65534')

PEOPLE = """\
First name;Last name;Email;Municipality;Languages;Role;Status;Themes;Availability;Consent;Consent to matching
Aino;Koivuniemi;aino.koivuniemi@example.org;Kuhmo;fi;expert by experience;active;Depression;Thu 8-20;1.9.2025;1.9.2025
Eero;Lahdenranta;eero.lahdenranta@example.org;Kajaani;fi;expert by experience;active;Depression;Thu 8-20;1.9.2025;1.9.2025
Hilja;Metsäpolku;hilja.metsapolku@example.org;Helsinki;fi;volunteer;active;Depression;Sat 9-16;1.9.2025;1.9.2025
"""
AINO, EERO, HILJA = 'Aino Koivuniemi', 'Eero Lahdenranta', 'Hilja Metsäpolku'

# Sixteen Mondays, Tuesdays, Wednesdays and Thursdays in a row, at a point where somebody helps.
SHIFTS = ';'.join(f'2025-11-{day:02}T09:00/16:00' for day in
                  (3, 4, 5, 6, 10, 11, 12, 13, 17, 18, 19, 20, 24, 25, 26, 27))
REQUESTS = f"""\
id,title,unit_fi,theme_ids,method_id,role_fi,people,reserve,slots,prep_hours,municipality_code,venue,mode_fi,language
T-01,Kotihoidon työpaja,Kotihoito,mt.mas,muotoilutyopaja,kokemusasiantuntija,2,0,2025-11-20T13:00/16:00,1,205,"Ravintola HerkkuHetki, Seminaarinkatu 2",lähi,fi
T-02,Nuorten raati,Perhekeskus,mt.mas,asiakasraati,kokemusasiantuntija,2,0,2026-01-15T13:00/14:00,0,205,Kaukametsä,lähi,fi
T-03,Kellojen siirto,Kotihoito,mt.mas,muotoilutyopaja,kokemusasiantuntija,2,0,2025-10-25T13:00/15:00;2025-10-26T13:00/15:00,0,205,Kaukametsä,lähi,fi
T-04,Pisteen vapaaehtoiset,Osallisuus,mt.mas,vapaaehtoistyo,vapaaehtoinen,1,0,{SHIFTS},0,205,Keskussairaala,lähi,fi
"""
ORGANISATIONS = 'Järjestö;Kunta\nEsimerkkiyhdistys;Kouvola\nToinen esimerkkiyhdistys;Kotka\n'
# A rule of the county's own: 30 € an hour, at least 75 €, half of it when cancelled in 24 hours.
FEE_RULE = ('code=hour', 'label-fi=Tuntipalkkio', 'label-sv=Timarvode', 'label-en=Hourly fee',
            'unit=hour', 'amount-cents=30', 'income-type=336', 'valid-from=1.10.2025',
            'pays-preparation=yes', 'minimum-cents=75', 'cancel-hours=24', 'cancel-percent=50',
            'cost-centre=4711', 'decision-ref=§ 12/2025')


class Quarter(unittest.TestCase):
    """A register of 1.10.2025 with people, associations, requests and a fee rule; each test has a
    copy of its own, and a day of its own."""

    @classmethod
    def setUpClass(cls):
        cls.home = Path(tempfile.mkdtemp(prefix='mukana-quarter-'))
        cls.key, cls.register = cls.home / 'key.txt', cls.home / 'template.mukana'
        cls.now = '2025-10-01 09:00:00'
        cls.start(cls, 'create').check_returncode()
        for name, text in (('people', PEOPLE), ('requests', REQUESTS),
                           ('organisations', ORGANISATIONS)):
            path = cls.home / f'{name}.csv'
            path.write_text(text, 'utf-8')
            cls.start(cls, 'import', path, '--accept', '--themes-covered').check_returncode()
        cls.start(cls, 'add', 'fee-rule', *FEE_RULE).check_returncode()
        cls.template = cls.register

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.home)

    def setUp(self):
        self.folder = self.home / self.id()
        self.folder.mkdir()
        self.register = self.folder / 'county.mukana'
        shutil.copyfile(self.template, self.register)
        self.on('2025-10-01')

    def on(self, day, time='09:00:00'):
        """What follows happens on that day."""
        self.now = f'{day} {time}'

    def start(self, *arguments, before=()):
        environment = {
            'HOME': str(self.home), 'PATH': os.environ['PATH'], 'XDG_RUNTIME_DIR': str(self.home),
            'DBUS_SESSION_BUS_ADDRESS': 'disabled:', 'MUKANA_LOCALE_DIR': LOCALES, 'LANG': 'C',
            'TZ': HELSINKI, 'LD_PRELOAD': CLOCK, 'FAKETIME': f'@{self.now}',
            'FAKETIME_DONT_FAKE_MONOTONIC': '1',
        }
        for name in ('ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS', 'MUKANA_IMPORT_HELPER'):
            if name in os.environ:
                environment[name] = os.environ[name]
        if 'ASAN_OPTIONS' in environment:   # the clock is loaded before it
            environment['ASAN_OPTIONS'] += ':verify_asan_link_order=0'
        return subprocess.run([*before, PROGRAM, '--register', self.register,
                               '--recovery-key-file', self.key, *map(str, arguments)],
                              env=environment, timeout=120, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL)

    def do(self, *arguments, status=DONE, **more):
        done = self.start(*arguments, **more)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def ask(self, *arguments):
        done = self.do('--json', *arguments)
        return json.loads(done.stdout)

    def add(self, kind, *fields):
        return self.ask('add', kind, *fields)['id']

    def refuse(self, *arguments, status=REFUSED):
        return self.do(*arguments, status=status).stderr

    def agree(self, request, person):
        """Returns the numbers of the assignments."""
        proposal = self.ask('propose', request, person, '--reason', 'agreed')['proposals'][0]['id']
        return [item['id'] for item in self.ask('answer', proposal, 'accepted')['assignments']]

    def complete(self, assignment, *options):
        return {fee['kind']: fee for fee in self.ask('complete', assignment, *options)['fees']}

    def waiting(self, kind):
        return [item for item in self.ask('today')['waiting'] if item['kind'] == kind]

    # Events and trainings

    def test_workshops_at_five_places_are_registered_for_two_weeks_before(self):
        event = self.add('event', 'title=Osallisuustyöpaja', 'kind=event', 'mode=on-site',
                         'register-days=14', 'facilitators=Osallisuuskoordinaattorit')
        places = (('27.10.2023', '8.30', '12.30', '777', 'Kylpylähotelli Kiannon Kuohut'),
                  ('2.11.2023', '8.30', '12.30', '205', 'Ravintola HerkkuHetki'),
                  ('3.11.2023', '8.30', '12.30', '290', 'Kaesan kotileipomo'),
                  ('9.11.2023', '12.00', '16.00', '765', 'Break Sokos Hotel Vuokatti'),
                  ('10.11.2023', '12.00', '16.00', '205', 'Ravintola HerkkuHetki'))

        for day, begins, ends, municipality, venue in places:
            self.add('occurrence', f'event-id={event}', f'day={day}', f'start-minute={begins}',
                     f'end-minute={ends}', f'municipality-code={municipality}', f'venue={venue}')

        found = sorted(self.ask('events')['events'], key=lambda item: item['day'])
        self.assertEqual([(item['day'], item['register_by'], item['municipality'])
                          for item in found],
                         [('2023-10-27', '2023-10-13', '777'), ('2023-11-02', '2023-10-19', '205'),
                          ('2023-11-03', '2023-10-20', '290'), ('2023-11-09', '2023-10-26', '765'),
                          ('2023-11-10', '2023-10-27', '205')])
        self.assertEqual((found[3]['start_minute'], found[3]['end_minute']), (12 * 60, 16 * 60))

    def test_hybrid_afternoon_is_registered_for_until_a_day(self):
        event = self.add('event', 'title=Järjestöiltapäivä', 'kind=event', 'mode=hybrid',
                         'register-by=31.10.2023')
        self.add('occurrence', f'event-id={event}', 'day=8.11.2023', 'start-minute=12.30',
                 'end-minute=16.00', 'municipality-code=205', 'venue=Kaukametsän Koutasali')
        self.add('agenda', f'event-id={event}', 'start-minute=12.50', 'title=Avaus',
                 'speaker=Hyvinvointialueen johto')

        found = self.ask('events')['events'][0]
        self.assertEqual((found['mode'], found['register_by']), ('hybrid', '2023-10-31'))
        self.refuse('change', 'event', event, 'register-days=7')   # both is neither

    def test_training_that_was_attended_stands_in_the_persons_own_record(self):
        event = self.add('event', 'title=Kokemuskouluttajan perusteet', 'kind=training',
                         'mode=on-site')
        time = self.add('occurrence', f'event-id={event}', 'day=12.11.2025', 'start-minute=9.00',
                        'end-minute=15.00', 'municipality-code=205')
        self.ask('register', time, AINO, '--email', 'aino.koivuniemi@example.org', '--diet',
                 'Gluteeniton')
        self.ask('register', time, '--person', EERO)
        self.ask('register', time, 'Outi Vieras')
        self.refuse('register', time, status=USAGE)
        self.refuse('register', time, 'Outi Vieras', '--person', EERO, status=USAGE)

        self.on('2025-11-12', '16:00:00')
        self.do('attended', time)

        self.assertEqual([item['attended'] for item in self.ask('registrations', time)['items']],
                         [True, True, True])
        for person in (AINO, EERO):
            written = self.ask('copy', person, self.folder)
            copy = json.loads(Path(written['json']).read_text('utf-8'))
            self.assertEqual([(one['kind'], one['done_on'])
                              for one in copy['trainings_and_commitments']],
                             [('training', '2025-11-12')])
        self.assertEqual(len(self.ask('events')['events']), 1)

    # Work and what it costs

    def test_eighty_two_kilometres_cost_the_same_by_two_rates(self):
        workshop, = self.agree('T-01', AINO)
        council, = self.agree('T-02', AINO)
        self.on('2025-11-21')
        before = self.complete(workshop, '--hours', '4', '--km', '82')
        self.on('2026-01-16')
        after = self.complete(council, '--hours', '1', '--km', '82', '--passengers', '1')

        # 2025: 82 × 0.59 = 48.38.  2026: 82 × (0.55 + 0.04) = 82 × 0.59 = 48.38.
        self.assertEqual(before['travel']['amount_cents'], 4838)
        self.assertEqual(after['travel']['amount_cents'], 4838)
        self.assertIn('0,59', before['travel']['calculation'])
        self.assertIn('0,55', after['travel']['calculation'])
        # Three hours and one of preparation: 4 × 30.00.  One hour is 30.00, at least 75.00.
        self.assertEqual(before['fee']['amount_cents'], 12000)
        self.assertEqual(after['fee']['amount_cents'], 7500)
        self.assertEqual(self.ask('check')['fees'], 'ok')

    def test_late_cancellation_by_the_unit_pays_half_and_an_early_one_nothing(self):
        workshop, = self.agree('T-01', AINO)
        other, = self.agree('T-01', EERO)
        self.on('2025-11-20', '17:00:00')
        late = self.complete(workshop, '--attendance', 'cancelled-unit', '--notice', '23')
        early = self.complete(other, '--attendance', 'cancelled-unit', '--notice', '24')

        # Planned 13-16 and one hour of preparation: 4 × 30.00 = 120.00; half of it is 60.00.
        self.assertEqual(late['fee']['amount_cents'], 6000)
        self.assertEqual(early, {})

    def test_support_is_due_as_many_days_before_as_the_county_has_decided(self):
        for person in (AINO, EERO):
            self.ask('add', 'consent', f'person-id={self.person(person)}', 'purpose=support',
                     'how=form', 'given-on=1.9.2025')
        self.ask('change', 'person', self.person(AINO), 'support-kinds=interpreter ticket')
        self.ask('change', 'person', self.person(EERO), 'support-kinds=interpreter')

        self.agree('T-01', AINO)
        self.refuse('setting', 'support-days', 'soon')
        self.do('setting', 'support-days', '21 3 5')
        self.agree('T-01', EERO)

        # 20.11. less 14 days is 6.11., less 7 days 13.11., less 21 days 30.10.
        items = self.ask('support')['items']
        self.assertEqual([(item['kind'], item['due']) for item in items],
                         [('interpreter', '2025-10-30'), ('interpreter', '2025-11-06'),
                          ('ticket', '2025-11-13')])
        self.do('arranged', items[0]['id'])
        self.on('2025-11-01')
        self.assertEqual([item['due'] for item in self.waiting('support')], ['2025-11-06'])

    def person(self, name):
        return self.ask('people', '--search', name)['items'][0]['id']

    def test_volunteers_limits_are_told_at_four_fifths_and_when_they_are_full(self):
        self.ask('change', 'person', self.person(HILJA), 'fee-mode=volunteer')
        shifts = self.agree('T-04', HILJA)
        self.assertEqual(len(shifts), 16)
        self.on('2025-11-28')

        # 1017 km × 0.59 = 600.03; three trips 1800.09 are 60 % of 3000, four 2400.12 are 80 %,
        # five 3000.15 are full.
        for shift in shifts[:3]:
            self.complete(shift, '--hours', '7', '--km', '1017')
        self.assertEqual(self.limits(), {})
        lines = self.complete(shifts[3], '--hours', '7', '--km', '1017')
        self.assertEqual(list(lines), ['travel'])
        self.assertEqual(lines['travel']['amount_cents'], 60003)
        self.assertEqual(self.limits(), {'volunteer-km': 80})
        self.complete(shifts[4], '--hours', '7', '--km', '1017')
        self.assertEqual(self.limits(), {'volunteer-km': 100})

    def test_volunteers_days_are_counted_to_twenty(self):
        self.ask('change', 'person', self.person(HILJA), 'fee-mode=volunteer')
        shifts = self.agree('T-04', HILJA)
        self.on('2025-11-28')

        # 15 of 20 days are 75 %, 16 are 80 %.
        for shift in shifts[:15]:
            self.complete(shift, '--hours', '7', '--per-diem', 'part')
        self.assertEqual(self.limits(), {})
        self.complete(shifts[15], '--hours', '7', '--per-diem', 'part')
        self.assertEqual(self.limits(), {'volunteer-days': 80})

    def limits(self):
        return {item['limit']: item['percent'] for item in self.ask('limits')['items']}

    # To the payroll

    def test_nobody_is_paid_twice_and_nobody_approves_alone(self):
        workshop, = self.agree('T-01', AINO)
        self.on('2025-11-21')
        self.complete(workshop, '--hours', '5', '--km', '90')
        # Recorded again, it takes the place of what was recorded wrongly.
        self.complete(workshop, '--hours', '3,5', '--km', '82', '--other', '12,40', '--receipt',
                      'tosite 7')
        # What is not said again stays as it was recorded.
        self.complete(workshop, '--hours', '3,5')
        batch = self.ask('gather', 'Marraskuu')['id']
        self.refuse('gather', 'Marraskuu uudestaan')
        self.refuse('complete', workshop, '--hours', '3')

        # 3.5 × 30.00 = 105.00, 48.38 for the journey and 12.40: 165.78.
        self.assertEqual(self.ask('batch', batch)['sum_cents'], 16578)
        self.do('batch', batch, 'check')
        self.assertIn('somebody else', self.refuse('batch', batch, 'approve'))
        target = self.folder / 'payroll.csv'
        self.refuse('payroll', batch, target)
        self.assertFalse(target.exists())

    def test_payroll_gets_sums_and_no_theme_role_or_title(self):
        if subprocess.run([*COLLEAGUE, 'true'], capture_output=True).returncode != 0:
            self.skipTest('another account needs a user namespace')
        workshop, = self.agree('T-01', AINO)
        self.on('2025-11-21')
        self.complete(workshop, '--hours', '3,5', '--km', '82')
        batch = self.ask('gather', 'Marraskuu')['id']
        self.do('batch', batch, 'check')
        self.do('batch', batch, 'approve', before=COLLEAGUE)
        target = self.folder / 'payroll.csv'
        self.do('payroll', batch, target)
        self.do('payroll', batch, self.folder / 'again.csv')   # written again, sent once
        self.assertEqual((self.folder / 'again.csv').read_bytes(), target.read_bytes())
        self.refuse('complete', workshop, '--hours', '4')
        self.refuse('batch', batch, 'reopen', '--reason', 'Uudestaan')

        text = target.read_text('utf-8-sig')
        rows = list(csv.reader(text.splitlines(), delimiter=';'))
        sums = sorted(float(cell.replace(',', '.')) for row in rows[1:] for cell in row
                      if cell in ('105,00', '48,38'))
        self.assertEqual(sums, [48.38, 105.00])
        for word in ('mt.mas', 'Masennus', 'Depression', 'kokemusasiantuntija', 'expert',
                     'Kotihoidon työpaja'):
            self.assertNotIn(word.lower(), text.lower())

        # The fee should have been for four hours: 120.00, of which 105.00 was paid.
        self.do('batch', batch, 'acknowledge')
        fee = next(line for line in self.ask('batch', batch)['items'] if line['kind'] == 'fee')
        self.ask('correct', fee['id'], '120,00', 'Neljä tuntia')
        again = self.ask('gather', 'Joulukuu')['id']
        mended, = self.ask('batch', again)['items']
        self.assertEqual((mended['amount_cents'], mended['corrects']), (1500, fee['id']))
        self.assertEqual(self.ask('check')['fees'], 'ok')

    # Calendars, as another program reads them

    @unittest.skipIf(icalendar is None, 'python3-icalendar is not installed')
    def test_another_program_reads_the_hours_on_both_sides_of_the_change_of_clocks(self):
        first, second = self.agree('T-03', AINO)
        before = self.read_calendar('first.ics')
        # Saturday is still in summer time, UTC+3; Sunday 26.10. is not any more, UTC+2.
        self.assertEqual([event.decoded('dtstart').astimezone(datetime.timezone.utc)
                          for event in before],
                         [datetime.datetime(2025, 10, 25, 10, tzinfo=datetime.timezone.utc),
                          datetime.datetime(2025, 10, 26, 11, tzinfo=datetime.timezone.utc)])

        self.do('move', second, '2025-10-30', '9.00-11.00')
        moved = self.read_calendar('second.ics')
        self.assertEqual({event['uid'] for event in moved}, {event['uid'] for event in before})
        self.assertGreater(moved[1]['sequence'], before[1]['sequence'])
        self.assertEqual(moved[1].decoded('dtstart').astimezone(datetime.timezone.utc),
                         datetime.datetime(2025, 10, 30, 7, tzinfo=datetime.timezone.utc))

        self.on('2025-10-27')
        self.do('complete', first, '--attendance', 'cancelled-unit', '--notice', '1')
        cancelled = self.read_calendar('third.ics')
        self.assertEqual([str(event.get('status')) for event in cancelled][0], 'CANCELLED')

    def read_calendar(self, name):
        path = self.folder / name
        self.do('calendar', path, '--person', AINO)
        self.assertNotIn('Koivuniemi', path.read_text('utf-8'))
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        return sorted(calendar.walk('VEVENT'), key=lambda event: event.decoded('dtstart'))

    # Feedback, and what followed

    def test_words_with_three_points_are_due_over_christmas_in_working_days(self):
        workshop, = self.agree('T-01', AINO)
        self.on('2025-11-21')
        self.complete(workshop, '--hours', '4')
        self.do('setting', 'feedback-handling', '7 working')
        self.refuse('setting', 'feedback-handling', '7 lazy')
        self.on('2025-12-19')
        feedback = self.ask('feedback', workshop, '--from', 'expert', '--score', '3', '--text',
                            'Kukaan ei kuunnellut')['id']
        self.ask('feedback', workshop, '--from', 'requester', '--score', '10', '--text', 'Hyvä')

        # Given on Friday.  22., 23., (24.-26. Christmas), 29., 30., 31., (1.1.), 2., 5. is the
        # seventh; 6.1. would be Epiphany.
        self.assertEqual([(item['id'], item['due']) for item in self.waiting('feedback')],
                         [(feedback, '2026-01-05')])
        self.do('handle', feedback, '--text', 'Soitettu')
        self.assertEqual(self.waiting('feedback'), [])

    def test_finding_that_nobody_answered_for_keeps_its_request_from_the_archive(self):
        workshop, = self.agree('T-01', AINO)
        self.on('2025-11-21')
        self.complete(workshop, '--hours', '4')
        request = self.ask('match', 'T-01')['request']
        finding = self.ask('finding', 'T-01', '--text', 'Ovi aukeaa väärään suuntaan')['id']
        self.ask('change', 'request', request, 'state=held')

        self.refuse('change', 'request', request, 'state=archived')
        self.refuse('told', 'T-01', 'osallistujille', 'kirje')
        self.do('followed', finding, 'partly', '--text', 'Toinen ovista käännettiin.')
        self.refuse('change', 'request', request, 'state=archived')
        letters = self.folder / 'letters'
        letters.mkdir()
        self.assertEqual(self.ask('letters', 'T-01', letters)['letters'], 1)
        # 20.11. and 60 days is 19.1.: the last day of the promise.
        self.assertEqual([item['due'] for item in self.waiting('outcome')], ['2026-01-19'])
        self.on('2026-01-19')
        self.do('told', 'T-01', 'osallistujille', 'kirje')

        heard = self.ask('findings')
        self.assertEqual((heard['promised'], heard['kept']), (1, 1))
        self.do('change', 'request', request, 'state=archived')

    def test_promise_that_is_kept_a_day_late_was_not_kept(self):
        workshop, = self.agree('T-01', AINO)
        self.on('2025-11-21')
        self.complete(workshop, '--hours', '4')
        self.ask('change', 'request', self.ask('match', 'T-01')['request'], 'state=held')
        finding = self.ask('finding', 'T-01', '--text', 'Ovi aukeaa väärään suuntaan')['id']
        self.do('followed', finding, 'adopted')

        self.on('2026-01-20')
        self.do('told', 'T-01', 'osallistujille', 'kirje')

        heard = self.ask('findings')
        self.assertEqual((heard['promised'], heard['kept']), (1, 0))

    # Organisations

    def organisation(self, name='Esimerkkiyhdistys'):
        return next(item['id'] for item in self.ask('organisations')['items']
                    if item['name'] == name)

    def test_agreement_that_ends_next_week_waits_today(self):
        association = self.organisation()
        agreement = self.add('agreement', f'organisation-id={association}', 'kind=agreement',
                             'title=Yhteistyösopimus', 'from-day=1.1.2024', 'until-day=8.10.2025')
        self.add('agreement', f'organisation-id={association}', 'kind=grant',
                 'title=Toiminta-avustus', 'from-day=1.1.2025', 'until-day=31.12.2025',
                 'amount-cents=12000')

        # On 1.10. the first ends in a week and the second in three months.
        self.assertEqual([(item['due'], item['organisation_id'])
                          for item in self.waiting('agreement')], [('2025-10-08', association)])
        self.do('change', 'agreement', agreement, 'until-day=8.10.2026')
        self.assertEqual(self.waiting('agreement'), [])
        # The second ends 30 days after 1.12.
        self.on('2025-12-01')
        self.assertEqual([item['due'] for item in self.waiting('agreement')], ['2025-12-31'])

    def test_agreement_that_was_let_to_end_is_told_of_again_once_it_is_renewed(self):
        agreement = self.add('agreement', f'organisation-id={self.organisation()}',
                             'kind=agreement', 'title=Tilat', 'until-day=8.10.2025')
        self.do('change', 'agreement', agreement, 'is-settled=yes')
        self.assertEqual(self.waiting('agreement'), [])

        self.do('change', 'agreement', agreement, 'until-day=8.10.2026')

        self.on('2026-10-01')
        self.assertEqual([item['due'] for item in self.waiting('agreement')], ['2026-10-08'])

    def test_statements_are_asked_given_and_counted(self):
        numbers = [self.add('statement', f'organisation-id={self.organisation(name)}',
                            'kind=assessment', 'about=Palveluverkko', 'asked-on=1.10.2025',
                            'due-on=15.10.2025')
                   for name in ('Esimerkkiyhdistys', 'Toinen esimerkkiyhdistys')]
        self.assertEqual(len(self.waiting('statement')), 2)

        self.on('2025-10-10')
        self.do('change', 'statement', numbers[0], 'given-on=10.10.2025', 'summary=Lähelle pitää')

        self.assertEqual(len(self.waiting('statement')), 1)
        desk = self.ask('cooperation')
        self.assertEqual((desk['statements_asked'], desk['statements_given']), (2, 1))

    def test_points_count_encounters_and_have_one_organisation_a_day(self):
        first, second = self.organisation(), self.organisation('Toinen esimerkkiyhdistys')
        point = self.add('point', 'name=Ratamokeskus', 'municipality-code=286',
                         'opened-on=18.9.2023', 'opens-minute=9.00', 'closes-minute=15.00')
        later = self.add('point', 'name=KOKS', 'municipality-code=285', 'opened-on=25.9.2023',
                         'opens-minute=9.00', 'closes-minute=15.00')
        self.add('encounters', f'point-id={point}', 'day=1.10.2025', 'n-encounters=40')
        self.add('encounters', f'point-id={point}', 'day=1.10.2025', 'n-encounters=42')
        self.add('encounters', f'point-id={later}', 'day=1.10.2025', 'n-encounters=8')
        self.add('theme-day', f'point-id={point}', 'day=14.10.2025', f'organisation-id={first}',
                 'title=Sydänpäivä')

        refused = self.refuse('add', 'theme-day', f'point-id={point}', 'day=14.10.2025',
                              f'organisation-id={second}')
        self.assertIn('Another organisation has the point', refused)
        self.refuse('add', 'theme-day', f'point-id={later}', 'day=24.9.2023',
                    f'organisation-id={second}')   # it opened a day later
        self.add('theme-day', f'point-id={later}', 'day=14.10.2025', f'organisation-id={second}')
        # A number of a day takes the place of the earlier one: 42 + 8.
        desk = self.ask('cooperation')
        self.assertEqual((desk['encounters'], desk['theme_days']), (50, 2))

    # The programme

    def test_programme_counts_what_the_register_knows_and_is_printed(self):
        self.do('programme', '--example')
        self.refuse('programme', '--example')
        event = self.add('event', 'title=Osallisuustyöpaja', 'kind=event', 'mode=on-site')
        for day in ('7.10.2025', '8.10.2025', '9.10.2024'):
            self.add('occurrence', f'event-id={event}', f'day={day}', 'start-minute=9.00',
                     'end-minute=12.00')
        self.add('statement', f'organisation-id={self.organisation()}', 'kind=hearing',
                 'about=Palveluverkko', 'asked-on=1.10.2025', 'given-on=1.10.2025')
        turnout = self.indicator('3.1.c')
        self.add('reading', f'indicator-id={turnout["id"]}', 'day=1.10.2025', 'hundredths=46,2')

        # What is booked has not been held yet.
        self.assertEqual(self.indicator('3.3.b')['value'], '0')
        self.on('2025-10-10')
        # Two of the three were this year; one statement was given.
        self.assertEqual(self.indicator('3.3.b')['value'], '2')
        self.assertEqual(self.indicator('2.2.b')['value'], '1')
        self.assertRegex(self.indicator('3.1.c')['value'], r'^46,20?')
        self.assertEqual(len(self.ask('programme')['measures']), 29)
        paper = self.folder / 'programme.pdf'
        self.do('programme', '--pdf', paper, '--lang', 'fi')
        self.refuse('programme', '--pdf', paper, status=CONFLICT)
        self.assertEqual(paper.read_bytes()[:5], b'%PDF-')
        if shutil.which('pdftotext'):
            text = subprocess.run(['pdftotext', '-layout', paper, '-'], capture_output=True,
                                  text=True).stdout
            self.assertIn('46,2', text)
            self.assertIn('Asiakaslähtöiset palvelut', text)

    def measure(self, code):
        return next(item for item in self.ask('programme')['measures'] if item['code'] == code)

    def indicator(self, code):
        return self.measure(code)['indicators'][0]

    # All of it, in one register

    def test_whole_quarter_ends_in_order_and_the_programme_counts_it(self):
        self.do('programme', '--example')
        experts = self.add('indicator', f'measure-id={self.measure("2.1.a")["id"]}',
                           'title=Kokemusasiantuntijat', 'kind=per-year', 'source=experts')
        association = self.organisation()
        point = self.add('point', 'name=Ratamokeskus', 'opened-on=18.9.2023', 'opens-minute=9.00',
                         'closes-minute=15.00')
        fits = {candidate['name'] for candidate in self.ask('match', 'T-01')['candidates']}
        self.assertEqual(fits, {AINO, EERO})
        works = [self.agree('T-01', person)[0] for person in (AINO, EERO)]

        self.on('2025-11-21')
        for work in works:
            self.complete(work, '--hours', '4', '--km', '82')
        self.ask('gather', 'Marraskuu')
        feedback = [self.ask('feedback', work, '--from', 'expert', '--score', '4', '--text',
                             'Kiire')['id'] for work in works]
        finding = self.ask('finding', 'T-01', '--text', 'Ohje on vaikea')['id']
        for day, score in (('24.11.2025', 9), ('25.11.2025', 10), ('26.11.2025', 6),
                           ('27.11.2025', 8)):
            self.add('theme-day', f'point-id={point}', f'day={day}', f'score={score}',
                     f'organisation-id={association}')
        self.on('2025-11-23')
        self.do('handle', feedback[0], '--text', 'Soitettu')
        self.on('2025-11-26')
        self.do('handle', feedback[1], '--text', 'Soitettu')
        self.do('followed', finding, 'adopted')
        self.do('told', 'T-01', 'osallistujille', 'kirje')
        self.do('change', 'request', self.ask('match', 'T-01')['request'], 'state=archived')

        self.on('2025-12-31')
        # Handled in 2 and 5 days: 3.5 on average.  Two people.  Of four scores two are 9 or 10 and
        # one is 0 to 6: 50 % - 25 %.  Four theme days.
        self.assertRegex(self.indicator('1.1.a')['value'], '^3,50?')
        self.assertEqual(self.indicator('2.1.a')['id'], experts)
        self.assertEqual(self.indicator('2.1.a')['value'], '2')
        self.assertRegex(self.indicator('2.2.d')['value'], r'^\+?25')
        self.assertEqual(self.indicator('3.3.b')['value'], '4')
        # Two times 4 × 30.00 + 48.38.
        batch, = self.ask('batches')['items']
        self.assertEqual((batch['lines'], batch['sum_cents']), (4, 2 * (12000 + 4838)))
        self.assertEqual(self.ask('check'), {'file': 'ok', 'journal': 'ok', 'search': 'ok',
                                             'matching': 'ok', 'fees': 'ok'})
        self.assertTrue(self.ask('journal', '--limit', '1')['is_whole'])

    # What is typed wrongly

    def test_fields_that_are_none_and_values_that_cannot_be_are_told(self):
        self.refuse('add', 'dance', status=USAGE)
        self.refuse('add', 'person', 'note=x', status=USAGE)
        self.refuse('change', 'reading', '1', 'day=1.1.2026', status=USAGE)
        self.refuse('add', 'event', 'colour=red', status=USAGE)
        self.refuse('add', 'event', 'id=7', status=USAGE)
        self.refuse('add', 'event', 'title=Ilman laatua', 'mode=remote')
        self.refuse('add', 'event', 'title=Väärä', 'kind=dance', 'mode=remote')
        self.refuse('add', 'event', 'title=Väärä', 'kind=event', 'mode=remote', 'register-by=soon')
        self.refuse('add', 'event', 'title=Väärä', 'kind=event', 'mode=remote', 'is-recorded=1')
        self.refuse('change', 'event', '99', 'title=Ei ole')
        self.assertEqual(self.ask('events')['events'], [])


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
