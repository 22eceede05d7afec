"""What mukana-cli promises, driven as a script would: without a display and without a keyring.

    check_terminal.py MUKANA-CLI LOCALEDIR
"""

import datetime
import json
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
import unittest
from pathlib import Path

from register_kit import (CONFLICT, DONE, NO_KEY, NO_STORE, REFUSED, Register, USAGE,
                          WORKSHOP)


class Terminal(Register):

    # Lists

    def test_lists_give_items(self):
        for command, field in (('people', 'name'), ('organisations', 'name'),
                               ('requests', 'title'), ('assignments', 'title')):
            items = self.ask(command)['items']
            self.assertGreater(len(items), 3, command)
            self.assertTrue(all(item['id'] > 0 and item[field] for item in items), command)

    def test_limit_is_kept_and_the_total_told(self):
        answer = self.ask('people', '--limit', '3')
        self.assertEqual(len(answer['items']), 3)
        self.assertEqual(answer['total'], 57)   # of 60; the consent of three has ended

    def test_search_finds_by_the_beginning_of_a_name(self):
        names = [item['name'] for item in self.ask('people', '--search', 'kosk')['items']]
        self.assertIn('Aino Koskelo', names)

    def test_options_stand_before_or_after_the_command(self):
        before = self.ask('--limit', '2', 'people')
        after = self.ask('people', '--limit', '2')
        self.assertEqual(before, after)

    def test_people_are_told_in_aligned_columns(self):
        lines = self.run_on('people', '--limit', '2').stdout.splitlines()
        self.assertIn('Name', lines[0])
        self.assertEqual(lines[-1], '2 of 57')

    # The journal

    def test_the_journal_is_printed_and_verified(self):
        answer = self.ask('journal', '--limit', '5')
        self.assertEqual(len(answer['items']), 5)
        self.assertTrue(answer['is_whole'])
        self.assertEqual(answer['items'][0]['action'], 'unlocking.open')
        self.assertIn('Unlocked the register', self.run_on('journal').stdout)

    def test_the_journal_is_written_to_a_new_file_and_that_is_noted(self):
        path = self.home / f'{self.id()}.csv'

        self.run_on('journal', '--to', path)

        self.assertIn('Unlocked the register', path.read_text('utf-8-sig'))
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.ask('journal', '--limit', '2')['items'][1]['action'],
                         'exporting.journal')
        self.run_on('journal', '--to', path, status=CONFLICT)

    def test_a_look_at_a_person_is_in_the_journal(self):
        self.ask('people', '--search', 'kosk')
        actions = [item['action'] for item in self.ask('journal', '--limit', '9')['items']]
        self.assertIn('looking.search', actions)

    def test_a_wrong_key_is_noted_at_the_next_opening(self):
        other = self.home / f'{self.id()}.other'
        self.start('--register', other, '--recovery-key-file', f'{other}.key', 'create')
        refused = self.start('--register', self.register, '--recovery-key-file', f'{other}.key',
                             'people')
        actions = [item['action'] for item in self.ask('journal', '--limit', '9')['items']]
        self.assertEqual(refused.returncode, NO_KEY)
        self.assertEqual(actions.count('unlocking.failed'), 1)

    def test_an_older_copy_put_back_is_told_and_opens(self):
        before = self.register.read_bytes()
        self.run_on('people')
        self.register.write_bytes(before)
        told = self.run_on('people')
        self.assertIn('The end of the log is missing', told.stderr)

    # Matching

    def test_parts_add_up_to_the_score(self):
        answer = self.ask('match', 'SR-05', '--top', '4')
        self.assertLessEqual(len(answer['candidates']), 4)
        for candidate in answer['candidates']:
            self.assertEqual(len(candidate['parts']), 8)
            self.assertEqual(sum(part['points'] for part in candidate['parts']), candidate['score'])
            self.assertTrue(all(part['why'] and 0 <= part['points'] <= part['max']
                                for part in candidate['parts']))

    def test_everybody_is_a_candidate_or_excluded_with_reasons(self):
        answer = self.ask('match', WORKSHOP, '--top', '100')
        self.assertEqual(len(answer['candidates']) + len(answer['excluded']), 60)
        for out in answer['excluded']:
            self.assertTrue(out['reasons'])
            self.assertTrue(all(reason['code'] and reason['why'] for reason in out['reasons']))

    def test_a_request_is_found_by_number_reference_and_title(self):
        requests = {self.ask('match', word)['request'] for word in ('1', 'SR-01', WORKSHOP)}
        self.assertEqual(requests, {1})

    def test_why_tells_of_one_person(self):
        tapio = self.person('Tapio Rannikko')
        why = self.ask('match', 'SR-01', '--why', 'Tapio Rannikko')['why']
        self.assertEqual(why['person'], tapio)
        self.assertEqual(why['reasons'][0]['code'], 'no-theme')
        self.assertIn('Tapio Rannikko', self.run_on('match', 'SR-01', '--why', tapio).stdout)

    def test_what_would_help_is_told_by_codes_and_in_words(self):
        helped = [self.ask('match', request, '--top', '100')
                  for request, _ in self.would_be_helped()]
        self.assertTrue(helped)
        for answer in helped:
            for change in (out['change'] for out in answer['excluded'] if out['change']):
                self.assertIn(len(change['codes']), (1, 2, 3))
                self.assertTrue(change['why'])
            for candidate in answer['candidates']:
                rise = candidate['would_rise']
                self.assertTrue(rise is None or rise['score'] >= candidate['score'] + 2)

    def test_nothing_would_help_for_another_theme_or_without_consent_to_the_register(self):
        for out in self.ask('match', WORKSHOP, '--top', '100')['excluded']:
            codes = [reason['code'] for reason in out['reasons']]
            whys = [reason['why'] for reason in out['reasons']]
            if 'no-theme' in codes or 'Has not consented to the register' in whys:
                self.assertIsNone(out['change'])

    def test_why_tells_what_would_help(self):
        request, out = self.would_be_helped()[0]
        told = self.run_on('match', request, '--why', out['person']).stdout
        self.assertEqual(told.splitlines()[-1], out['change']['why'])

    def test_a_request_that_cannot_be_filled_tells_what_would_help(self):
        for request in self.ask('requests')['items']:
            answer = self.ask('match', request['id'])
            if 'relaxation' in answer:
                self.assertGreater(answer['relaxation']['fits'], answer['fits'])
                self.assertTrue(answer['relaxation']['codes'] and answer['relaxation']['why'])

    def test_withdrawn_person_is_gone_from_matching(self):
        before = self.ask('match', 'SR-01', '--top', '100')['candidates']
        person = before[0]['person']

        self.assertEqual(self.ask('withdraw', person, 'matching'), {'ended': 1})

        after = self.ask('match', 'SR-01', '--top', '100')
        self.assertNotIn(person, [candidate['person'] for candidate in after['candidates']])
        codes = {out['person']: out['reasons'][0]['code'] for out in after['excluded']}
        self.assertEqual(codes[person], 'no-consent')

    def test_restricted_person_is_gone_from_matching_until_it_is_lifted(self):
        def candidates():
            return [one['person'] for one in
                    self.ask('match', 'SR-01', '--top', '100')['candidates']]
        person = candidates()[0]
        self.ask('restrict', person, '--text', 'Tietoja tarkistetaan')
        self.assertNotIn(person, candidates())
        self.ask('restrict', person, '--drop', '--text', 'Tiedot on korjattu')
        self.assertIn(person, candidates())

    def test_objection_waits_until_it_is_taken_back(self):
        def waiting():
            return sum(item['kind'] == 'rights' for item in self.ask('today')['waiting'])
        person, before = self.person('Mirja Hakola'), waiting()
        self.ask('object', person, '--text', 'Ei enää ehdotuksia')
        self.assertEqual(waiting(), before + 1)
        self.ask('object', person, '--drop')
        self.assertEqual(waiting(), before)

    def test_erasing_tells_first_and_erases_when_accepted(self):
        person = self.person('Mirja Hakola')
        preview = self.ask('erase', person)
        self.assertFalse(preview['erased'])
        self.assertGreater(preview['consents'], 0)
        self.assertEqual(self.person('Mirja Hakola'), person)
        self.assertTrue(self.ask('erase', person, '--accept')['erased'])
        self.assertEqual(self.ask('people', '--search', 'Mirja Hakola')['items'], [])

    def test_an_erasure_is_in_the_diary_when_the_person_asked_for_it(self):
        people = [item['id'] for item in self.ask('people')['items']]
        self.ask('erase', people[0], '--accept')
        unasked = [one['kind'] for one in self.ask('diary')['items']]
        self.ask('erase', people[1], '--accept', '--asked')
        asked = [one['kind'] for one in self.ask('diary')['items']]

        self.assertEqual(asked.count('erasure'), unasked.count('erasure') + 1)

    def test_where_two_decide_one_alone_erases_nobody(self):
        person = self.person('Mirja Hakola')
        self.run_on('setting', 'erasing-needs-second', 'yes')
        asked = self.ask('erase', person, '--accept')
        waiting = self.ask('approve')['items']

        self.assertFalse(asked['erased'])
        self.assertTrue(asked['waits'])
        self.assertEqual(self.person('Mirja Hakola'), person)
        self.assertEqual([one['name'] for one in waiting], ['Mirja Hakola'])
        self.run_on('approve', str(waiting[0]['number']), status=REFUSED)
        self.run_on('approve', str(waiting[0]['number']), '--drop')
        self.assertEqual(self.ask('approve')['items'], [])

    def test_somebody_outside_asks_and_is_in_the_diary(self):
        self.run_on('asks', 'Ulla Ulkoinen', 'ulla@example.org')
        self.run_on('restrict', self.person('Mirja Hakola'), '--reason', 'claims')
        self.run_on('restrict', self.person('Mirja Hakola'), '--reason', 'marketing',
                    status=REFUSED)
        diary = self.ask('diary')['items']

        outsider = [one for one in diary if one['name'] == 'Ulla Ulkoinen'][0]
        self.assertEqual(outsider['contact'], 'ulla@example.org')
        self.assertIn('claims', [one['ground'] for one in diary])

    def test_a_request_of_a_person_is_noted_extended_and_answered(self):
        person = self.person('Mirja Hakola')
        number = self.ask('asks', person, 'access', '--how', 'phone', '--received', '1.11.2022')['id']

        def noted():
            return [one for one in self.ask('diary')['items'] if one['id'] == number][0]
        before = noted()
        self.run_on('diary', str(number), 'answer', 'refused', status=REFUSED)
        self.run_on('diary', str(number), 'extend', '--text', 'Asia on laaja', status=REFUSED)
        self.run_on('diary', str(number), 'answer', 'partly', '--text', 'Toisen tiedot peitettiin')

        self.assertEqual((before['person'], before['kind'], before['how'], before['received_on']),
                         (int(person), 'access', 'phone', '2022-11-01'))
        self.assertEqual((before['due_on'], before['answered_on']), ('2022-12-01', None))
        self.assertEqual((noted()['decision'], noted()['decision_reason']),
                         ('partly', 'Toisen tiedot peitettiin'))
        self.run_on('diary', str(number), 'answer', 'granted', status=REFUSED)
        self.run_on('diary', '99999', 'answer', 'granted', status=REFUSED)

    def test_more_time_is_taken_for_a_request(self):
        number = str(self.ask('asks', self.person('Mirja Hakola'), 'objection')['id'])
        self.run_on('diary', number, 'extend', status=REFUSED)
        self.run_on('diary', number, 'extend', '--text', 'Asia on laaja')
        self.run_on('diary', number, 'extend', '--text', 'Vielä', status=REFUSED)
        extended = [one for one in self.ask('diary')['items'] if str(one['id']) == number][0]

        self.assertEqual(extended['extended_reason'], 'Asia on laaja')

    def test_a_file_has_no_logins_to_let_in(self):
        self.run_on('grant', 'somebody', status=REFUSED)

    def test_people_are_narrowed_to_who_is_free(self):
        everybody = self.ask('people')['total']
        on_day = self.ask('people', '--free-on', '2027-02-03')['total']
        at_night = self.ask('people', '--where', '&free=2027-02-03T02:00-04:00')['total']
        self.assertLess(0, on_day)
        self.assertLess(on_day, everybody)
        self.assertEqual(at_night, 0)
        self.run_on('people', '--free-on', 'soon', status=REFUSED)

    def test_a_condition_that_is_not_understood_lists_nobody(self):
        for wrong in ('qqq=1', 'theem=ik.kot', '+rolle=peer', 'role', 'role=', 'role=peer role=expert'):
            self.run_on('people', '--where', wrong, status=REFUSED)
        self.run_on('people', '--where', 'role=peer +role=expert -asked=3')

    # Planning

    def test_plan_is_proposed_and_can_be_made_again(self):
        before = self.ask('plan', '--seed', '7')
        planned = self.ask('plan', '--seed', '7', '--apply')
        n_moves = sum(len(request['to_ask']) for request in before['requests'])
        self.assertGreater(n_moves, 0)
        self.assertEqual(planned['result_digest'], before['result_digest'])
        self.assertEqual(planned['proposed'], n_moves)
        self.assertGreaterEqual(before['bound'], before['value'])

        kept = self.ask('plan', '--protocol', planned['plan'])
        self.assertTrue(kept['holds'])
        self.assertEqual(kept['result_digest'], planned['result_digest'])

        after = self.ask('plan', '--seed', '7')
        self.assertEqual(sum(len(request['to_ask']) for request in after['requests']), 0)
        self.assertIn('planning.apply',
                      [item['action'] for item in self.ask('journal', '--limit', '20')['items']])

    def test_plan_is_told_in_words(self):
        told = self.run_on('plan').stdout
        self.assertRegex(told, r'Seats filled: \d+ of \d+, by the plan \d+')
        self.assertIn('Proven: no plan is better', told)
        self.assertIn('Most for: ', told)
        self.run_on('plan', '--seed', 'x', status=USAGE)
        self.run_on('plan', '--protocol', '99', status=REFUSED)

    def test_plan_asks_of_groups_what_the_county_has_decided(self):
        usual = self.ask('plan', '--seed', '7')['requests']
        self.run_on('setting', 'group-rules', 'two mentor areas sv')
        more = self.ask('plan', '--seed', '7')['requests']
        told = self.run_on('plan').stdout
        self.run_on('setting', 'group-rules', 'none')
        free = self.ask('plan', '--seed', '7')['requests']
        self.run_on('setting', 'group-rules', 'anybody', status=REFUSED)
        self.run_on('setting', 'plan-limits', '3 8')
        self.run_on('setting', 'plan-limits', '3 2', status=REFUSED)

        for plan, rules in ((usual, 'mentor'), (more, 'two mentor areas sv')):
            asked = {request['group_rules'] for request in plan if request['wanted'] > 1}
            self.assertEqual(asked - {None}, {rules})   # nothing where nobody fits
        self.assertIn('Asked of the group: nobody alone, ', told)
        for request in more:
            if request['wanted'] > 1 and not request['asked']:
                self.assertNotEqual(sum(not move['reserve'] for move in request['to_ask']), 1)
        self.assertEqual({request['group'] for request in free}, {None})

    def test_cooperation_waits_until_it_is_marked_done(self):
        first = self.ask('organisations')['items'][0]['id']
        logged = self.ask('log', str(first), 'meeting', 'Sovittu esittelystä', '--next',
                          'Lähetetään ohjelma', '--who', 'koordinaattori', '--by', '1.1.2027')
        before = self.ask('cooperation')
        self.ask('done', str(logged['id']))
        after = self.ask('cooperation')
        self.assertIn('Lähetetään ohjelma', [row['what'] for row in before['waiting']])
        self.assertNotIn('Lähetetään ohjelma', [row['what'] for row in after['waiting']])
        self.assertEqual(before['logged'], after['logged'])
        self.assertIn('Next step', self.run_on('cooperation').stdout)

    def test_log_refuses_what_it_does_not_understand(self):
        self.run_on('log', '1', status=USAGE)
        self.run_on('log', 'x', 'meeting', 'Sovittu', status=REFUSED)
        unknown = self.run_on('log', '99999', 'meeting', 'Sovittu', status=REFUSED)
        self.assertIn('There is no such organisation.', unknown.stderr)
        self.run_on('log', '1', 'dance', 'Sovittu', status=USAGE)
        self.run_on('log', '1', 'call', 'Sovittu', '--by', 'soon', status=USAGE)
        self.run_on('log', '1', 'call', 'Sovittu', '--next', 'Ilman päivää', status=REFUSED)

    def test_log_takes_an_organisation_by_its_name_and_adds_one_when_told(self):
        refused = self.run_on('log', 'Uusi yhdistys ry', 'call', 'Esittäytyi', status=REFUSED)
        self.assertIn('--new', refused.stderr)
        self.run_on('log', 'Uusi yhdistys ry', 'call', 'Esittäytyi', '--new')
        self.run_on('log', 'uusi yhdistys ry', 'meeting', 'Sovittiin jatkosta')
        names = [one['name'] for one in self.ask('organisations')['items']]
        self.assertEqual(names.count('Uusi yhdistys ry'), 1)

    def test_fields_are_told_and_a_number_that_is_not_said_is_not_zero(self):
        self.assertIn('n-encounters', self.run_on('add', 'encounters', 'x=1', status=USAGE).stderr)
        left = self.run_on('add', 'encounters', 'point-id=1', 'day=1.11.2026', status=REFUSED)
        self.assertIn('number is needed', left.stderr)

    def test_a_line_of_the_log_is_corrected_and_removed(self):
        organisation = self.ask('organisations')['items'][0]['id']
        line = self.ask('log', organisation, 'meeting', 'Sovittu esittelystä')['id']
        self.run_on('change', 'log', line, 'summary=Sovittu kahdesta esittelystä', 'kind=visit')
        newest = self.ask('cooperation')['log'][0]
        self.assertEqual((newest['id'], newest['summary']), (line, 'Sovittu kahdesta esittelystä'))
        self.run_on('log', line, '--drop')
        self.assertNotIn(line, [item['id'] for item in self.ask('cooperation')['log']])
        self.run_on('log', line, '--drop', status=REFUSED)

    def test_events_are_listed(self):
        events = self.ask('events')['events']
        self.assertEqual([event['attended'] for event in events], [21, 0])
        self.assertIn('Register by', self.run_on('events').stdout)

    def test_programme_is_empty_until_somebody_makes_one(self):
        self.assertEqual(self.ask('programme')['measures'], [])

    def test_panel_is_drawn_proposed_and_drawn_again_from_its_protocol(self):
        request = next(item for item in self.ask('requests')['items']
                       if item['state'] in ('open', 'searching') and
                       item['found'] + item['asked'] < item['people'] and
                       self.ask('panel', str(item['id']), '--size', '1')['pool'] > 3)
        drawn = self.ask('panel', str(request['id']), '--size', '1', '--reserve', '1', '--seed', '7',
                         '--targets', 'language:fi=1-1')
        self.assertEqual([member['reserve'] for member in drawn['members']],
                         [False, True])
        again = self.ask('panel', str(request['id']), '--size', '1', '--reserve', '1', '--seed', '7',
                         '--targets', 'language:fi=1-1', '--apply')
        self.assertEqual(again['result_digest'], drawn['result_digest'])
        kept = self.ask('panel', '--protocol', str(again['draw']))
        self.assertTrue(kept['holds'])
        paper = self.home / f'{self.id()}.pdf'
        self.run_on('panel', '--protocol', str(again['draw']), '--pdf', paper)
        self.assertTrue(paper.read_bytes().startswith(b'%PDF'))

    def test_papers_of_data_protection_are_printed_in_each_language(self):
        self.run_on('setting', 'unit-phone', '050 000 0007')
        for language in ('fi', 'sv', 'en'):
            for paper in ('consent-form', 'notice', 'record', 'assessment'):
                file = self.home / f'{self.id()}-{paper}-{language}.pdf'
                self.run_on('print', paper, file, '--lang', language)
                self.assertTrue(file.read_bytes().startswith(b'%PDF'))
                self.run_on('print', paper, file, '--lang', language, status=CONFLICT)
        self.run_on('print', 'notice', self.home / f'{self.id()}.pdf', '--plain')
        self.run_on('print', 'record', self.home / f'{self.id()}.pdf', '--plain', status=USAGE)
        self.run_on('print', 'novel', self.home / f'{self.id()}.pdf', status=USAGE)

    def test_impossible_panel_says_what_would_help_and_draws_nobody(self):
        request = next(item for item in self.ask('requests')['items']
                       if item['state'] in ('open', 'searching'))
        told = self.ask('panel', str(request['id']), '--size', '2',
                        '--targets', 'situation:immigrant=2-2')
        self.assertFalse(told['possible'])
        self.assertEqual(told['members'], [])
        self.assertTrue(told['would_help'])
        self.run_on('panel', str(request['id']), '--size', '2', '--targets', 'shoe:43=1-2',
                    status=REFUSED)
        self.run_on('panel', str(request['id']), status=USAGE)

    def test_sharing_tells_who_waits_and_no_small_number(self):
        shared = self.ask('sharing')
        self.assertGreater(shared['people'], 0)
        self.assertIn('never_asked', shared)
        for cell in shared['cells']:
            self.assertTrue(cell['people'] == '1–4' or int(cell['people']) >= 5)
        self.assertIn('Never asked:', self.run_on('sharing').stdout)

    def test_copy_of_a_person_is_two_files_that_only_their_owner_reads(self):
        folder = self.home / f'{self.id()}-copy'
        folder.mkdir()
        self.addCleanup(shutil.rmtree, folder)
        written = self.ask('copy', 'Mirja Hakola', folder)
        given = self.ask('copy', 'Mirja Hakola', folder, '--given')
        copy = json.loads(Path(written['json']).read_text('utf-8'))
        self.assertEqual([person['display_name'] for person in copy['person']], ['Mirja Hakola'])
        self.assertTrue(copy['consents'])
        self.assertEqual(Path(written['pdf']).read_bytes()[:5], b'%PDF-')
        self.assertIsNone(given['pdf'])
        self.assertNotIn('notes', json.loads(Path(given['json']).read_text('utf-8')))
        for path in folder.iterdir():
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
            self.assertNotIn('Hakola', path.name)

    def test_a_paper_with_lines_to_write_on_says_so(self):
        folder = self.home / f'{self.id()}-papers'
        folder.mkdir()
        self.addCleanup(shutil.rmtree, folder)
        blank = self.run_on('print', 'notice', folder / 'blank.pdf').stderr
        for name in ('controller-name', 'controller-address', 'unit-phone', 'unit-email',
                     'dpo-name', 'dpo-email', 'dpo-phone'):
            self.run_on('setting', name, 'Testi 040 000 0000')
        filled = self.run_on('print', 'notice', folder / 'filled.pdf').stderr

        self.assertIn('lines to write on', blank)
        self.assertEqual(filled, '')

    def test_calendar_lists_what_takes_place_in_some_days(self):
        events = [event for event in self.ask('events')['events'] if event['day']]
        day = events[0]['day']
        listed = self.ask('calendar', '--from', day, '--to', day)['calendar']
        self.assertIn((day, 'event', events[0]['title']),
                      [(item['day'], item['kind'], item['title']) for item in listed])
        self.assertTrue(all(item['day'] <= day <= item['last_day'] for item in listed))
        self.assertIn('Notice', self.run_on('calendar').stdout)
        self.run_on('calendar', '--from', 'soon', status=USAGE)
        self.run_on('calendar', '--from', '2026-12-31', '--to', '2026-12-30', status=USAGE)
        self.run_on('calendar', '--person', 'Mirja Hakola', status=USAGE)

    def test_busy_times_of_a_calendar_come_when_they_are_accepted(self):
        path = self.home / 'own.ics'
        self.addCleanup(path.unlink)
        day = (datetime.date.today() + datetime.timedelta(days=30)).strftime('%Y%m%d')
        path.write_text('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:salaisuus\r\n'
                        f'DTSTART:{day}T100000\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n')
        who = ('absences', 'Mirja Hakola')
        before = self.ask(*who)['absences']
        self.assertEqual(self.ask(*who, '--from-calendar', path)['new'], 1)
        self.assertEqual(self.ask(*who)['absences'], before)
        self.assertTrue(self.ask(*who, '--from-calendar', path, '--accept')['accepted'])
        after = self.ask(*who)['absences']
        self.assertEqual([(item['start_minute'], item['end_minute'])
                          for item in after if item not in before], [(600, 660)])
        self.assertIn('1 time as before', self.run_on(*who, '--from-calendar', path).stdout)
        self.assertNotIn(b'salaisuus', self.register.read_bytes())
        path.write_text('nimi;kunta\n')
        self.run_on(*who, '--from-calendar', path, status=REFUSED)
        self.run_on(*who, '--accept', status=USAGE)

    def test_calendar_is_a_file_of_one_person_or_one_request(self):
        path = self.home / f'{self.id()}.ics'
        self.addCleanup(path.unlink)
        written = self.ask('calendar', path, '--person', 'Mirja Hakola')
        text = path.read_bytes().decode('utf-8')
        self.assertEqual(written, {'file': str(path), 'events': text.count('BEGIN:VEVENT')})
        self.assertTrue(text.startswith('BEGIN:VCALENDAR\r\n'))
        self.assertNotIn('Hakola', text)
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
        self.run_on('calendar', path, '--person', 'Mirja Hakola', status=CONFLICT)
        path.unlink()
        self.assertGreater(self.ask('calendar', path, '--request', WORKSHOP)['events'], 0)
        self.run_on('calendar', path, status=USAGE)
        self.run_on('calendar', path, '--request', WORKSHOP, '--person', 'Mirja Hakola',
                    status=USAGE)

    def test_withdrawing_twice_is_harmless(self):
        self.ask('withdraw', 'Mirja Hakola', 'matching')
        self.assertEqual(self.ask('withdraw', 'Mirja Hakola', 'matching'), {'ended': 0})

    # Refusals, one status each

    def test_what_is_not_understood_ends_with_1(self):
        for arguments in (['dance'], ['match'],
                          ['people', '--top', '3'], ['people', '--limit', 'x'],
                          ['answer', '1', 'maybe'], ['--no-such-option', 'people'],
                          ['complete', '1'], ['feedback', '1', '--from', 'expert'],
                          ['stay', '1'], ['stay', '1', 'sings'], ['stay', '1', 'letter'],
                          ['--lang', 'xx', 'people']):
            self.run_on(*arguments, status=USAGE)
        self.assertEqual(self.start().returncode, USAGE)

    def test_what_is_refused_ends_with_2(self):
        for arguments in (['match', 'SR-99'], ['match', 'SR-01', '--why', 'Nobody Here'],
                          ['propose', 'SR-01', '99999'], ['withdraw', 'Aino Koskelo', 'everything'],
                          ['feedback', '1', '--from', 'expert', '--score', '11'],
                          ['complete', '99999', '--hours', '2']):
            self.run_on(*arguments, status=REFUSED)

    def test_who_is_meant_is_never_guessed(self):
        people = self.ask('people')['items']
        first_letters = [item['name'][0] for item in people]
        letter = max(first_letters, key=first_letters.count)
        done = self.run_on('withdraw', letter, 'matching', status=REFUSED)
        self.assertIn('Several people', done.stderr)
        self.assertFalse([item['name'] for item in people if item['name'] in done.stderr])

    def test_without_a_key_it_ends_with_3(self):
        done = self.start('--register', self.register, 'people')
        self.assertEqual(done.returncode, NO_KEY, done.stderr)
        done = self.start('--register', self.register, '--recovery-key-file', '/nowhere', 'people')
        self.assertEqual(done.returncode, NO_KEY, done.stderr)

    def test_a_key_of_another_register_ends_with_3(self):
        other, key = self.home / 'other.mukana', self.home / 'other.txt'
        self.start('--register', other, '--recovery-key-file', key, 'create', check=True)
        done = self.start('--register', self.register, '--recovery-key-file', key, 'people')
        self.assertEqual(done.returncode, NO_KEY)
        self.assertIn('another register', done.stderr)

    def test_a_slip_in_the_key_is_told_by_its_group(self):
        slip = self.home / 'slip.txt'
        text = self.key.read_text()
        line = next(line for line in text.splitlines() if re.fullmatch(r'(\w{7}-){8}\w{7}', line))
        groups = line.split('-')
        groups[2] = ('2' if groups[2][0] != '2' else '3') + groups[2][1:]
        slip.write_text('-'.join(groups))
        done = self.start('--register', self.register, '--recovery-key-file', slip, 'people')
        self.assertEqual(done.returncode, NO_KEY)
        self.assertIn('Group 3', done.stderr)

    def test_a_plain_file_ends_with_4(self):
        plain = self.home / 'plain.mukana'
        with sqlite3.connect(plain) as connection:
            connection.execute('CREATE TABLE person (name TEXT)')
        done = self.start('--register', plain, '--recovery-key-file', self.key, 'people')
        self.assertEqual(done.returncode, NO_STORE)

    def test_no_register_there_ends_with_4(self):
        done = self.start('--register', self.home / 'none.mukana',
                          '--recovery-key-file', self.key, 'people')
        self.assertEqual(done.returncode, NO_STORE)

    def test_a_clash_ends_with_5_unless_a_reason_is_given(self):
        first, second = (self.ask('propose', request, 'Mirja Hakola')['proposals'][0]['id']
                         for request in ('SR-01', 'SR-07'))
        self.assertTrue(self.ask('answer', first, 'accepted')['assignments'])

        done = self.run_on('answer', second, 'accepted', status=CONFLICT)
        self.assertIn('clashes', done.stderr)
        self.assertRegex(done.stderr, r'assignment of the same person: .*\d:\d\d–\d+:\d\d')
        agreed = self.ask('answer', second, 'accepted', '--despite-clash', 'Ehtii molempiin')
        self.assertTrue(agreed['assignments'])

    # Making a register

    def test_create_prints_the_recovery_key_once(self):
        place = self.home / 'new.mukana'
        done = self.start('--register', place, '--json', 'create')
        self.assertEqual(done.returncode, DONE, done.stderr)
        answer = json.loads(done.stdout)
        self.assertEqual(answer['register'], str(place))
        self.assertRegex(answer['recovery_key'], r'^(\w{7}-){8}\w{7}$')
        key = self.home / 'typed.txt'
        key.write_text(answer['recovery_key'])
        again = self.start('--register', place, '--recovery-key-file', key, '--json', 'people')
        self.assertEqual(json.loads(again.stdout)['items'], [])

    def test_create_writes_the_key_for_the_owner_only(self):
        place, key = self.home / 'private.mukana', self.home / 'private.txt'
        done = self.start('--register', place, '--recovery-key-file', key, '--json', 'create')
        answer = json.loads(done.stdout)
        self.assertNotIn('recovery_key', answer)
        self.assertEqual(stat.S_IMODE(key.stat().st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(place.stat().st_mode), 0o600)

    def test_create_never_touches_what_is_there(self):
        before = self.register.read_bytes()
        done = self.start('--register', self.register, '--recovery-key-file', self.home / 'k',
                          'create')
        self.assertEqual(done.returncode, CONFLICT)
        self.assertEqual(self.register.read_bytes(), before)
        self.assertFalse((self.home / 'k').exists())

    def test_create_never_overwrites_a_key_file(self):
        place = self.home / 'unmade.mukana'
        before = self.key.read_bytes()
        done = self.start('--register', place, '--recovery-key-file', self.key, 'create')
        self.assertEqual(done.returncode, CONFLICT)
        self.assertEqual(self.key.read_bytes(), before)
        self.assertFalse(place.exists())

    def test_the_usual_place_is_the_folder_of_data(self):
        key = self.home / 'usual.txt'
        done = self.start('--recovery-key-file', key, 'create')
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.assertTrue((self.home / 'data' / 'mukana' / 'register.mukana').exists())

    # Checking

    def test_a_whole_register_is_in_order(self):
        self.assertEqual(self.ask('check'), {'file': 'ok', 'journal': 'ok', 'search': 'ok', 'matching': 'ok',
                                             'fees': 'ok'})

    def test_a_damaged_file_is_no_register(self):
        data = bytearray(self.register.read_bytes())
        data[40000:44096] = bytes(4096)
        self.register.write_bytes(data)
        done = self.start('--register', self.register, '--recovery-key-file', self.key, 'check')
        self.assertEqual(done.returncode, NO_STORE, done.stdout + done.stderr)

    # Languages, and the demonstration

    def test_lang_chooses_the_words_of_the_program_and_of_the_county(self):
        (self.home / 'locales').mkdir()
        # Its warnings are no failure: where there is no locale to build, C.UTF-8 has to do.
        subprocess.run(['localedef', '-i', 'fi_FI', '-f', 'UTF-8',
                        self.home / 'locales' / 'fi_FI.UTF-8'], capture_output=True)

        for language, role, state in (('fi', 'kokemusasiantuntija', 'Aktiivinen'),
                                      ('sv', 'erfarenhetsexpert', 'Aktiv')):
            folder = self.home / 'locale' / language / 'LC_MESSAGES'
            folder.mkdir(parents=True)
            words = (f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
                     f'msgctxt "language code"\nmsgid "en"\nmsgstr "{language}"\n'
                     f'msgid "Active"\nmsgstr "{state}"\n')
            subprocess.run(['msgfmt', '-o', folder / 'mukana.mo', '-'], input=words, text=True,
                           check=True)

            done = self.run_on('--lang', language, 'people', locales=self.home / 'locale')
            self.assertIn(role, done.stdout)
            self.assertIn(state, done.stdout)

    def test_the_demonstration_leaves_nothing_behind(self):
        done = self.start('demo', '--people', '40', '--json')
        self.assertEqual(done.returncode, DONE, done.stderr)
        self.assertGreater(len(json.loads(done.stdout)['steps']), 15)
        self.assertEqual(list(self.home.glob('mukana-demo-*')), [])

    def test_errors_never_name_anybody(self):
        self.run_on('propose', 'SR-01', 'Aino Koskelo')
        done = self.run_on('propose', 'SR-01', 'Aino Koskelo', status=CONFLICT)
        self.assertNotIn('Koskelo', done.stderr)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
