"""Work at the terminal: lists that come in, and the way from a proposal to fees and feedback.

    check_terminal_work.py MUKANA-CLI LOCALEDIR
"""

import datetime
import json
import re
import shutil
import subprocess
import sys
import unittest

from register_kit import COLLEAGUE, CONFLICT, REFUSED, Register, USAGE, WORKSHOP


class Work(Register):

    # Bringing lists in

    def test_a_dry_run_changes_nothing(self):
        answer = self.ask('import', self.list_file())
        self.assertEqual((answer['rows'], answer['new'], answer['accepted']), (2, 2, False))
        self.assertEqual(sum(answer[outcome] for outcome in
                             ('new', 'changed', 'same', 'duplicate', 'refused')), answer['rows'])
        self.assertEqual(self.ask('people', '--search', 'Ahonkorpi')['items'], [])

    def test_a_problem_tells_its_row_column_value_and_reason(self):
        problems = self.ask('import', self.list_file())['problems']
        place = next(problem for problem in problems if problem['column'] == 'Kunta')
        self.assertEqual((place['row'], place['value']), (3, 'Kummala'))
        self.assertTrue(place['reason'])

    def test_a_no_in_a_list_gives_no_consent_and_each_purpose_is_counted(self):
        path = self.list_file(
            'Etunimi;Sukunimi;Kunta;Suostumus rekisteriin;Suostumus tehtävien ehdottamiseen;Teemat\n'
            'Yksi;Testi;Kajaani;kyllä;ei;Omaishoito\nKaksi;Testi;Kajaani;kyllä;kyllä;\n')
        counts = self.ask('import', path)['consents']
        self.assertEqual([counts[one] for one in ('register', 'matching', 'theme')], [2, 1, 0])
        self.assertEqual(self.ask('import', path, '--themes-covered')['consents']['theme'], 1)

    def test_an_accepted_list_comes_in_once(self):
        path = self.list_file()
        self.ask('import', path, '--accept')
        found = self.ask('people', '--search', 'Ahonkorpi')['items']
        self.assertEqual([item['state'] for item in found], ['candidate'])
        self.assertEqual(self.ask('import', path)['new'], 0)

    def test_somebody_without_consent_is_never_a_candidate_of_a_request(self):
        self.ask('import', self.list_file(), '--accept')
        person = self.person('Ahonkorpi')
        out = {out['person']: out['reasons'] for out in self.ask('match', 'SR-01')['excluded']}
        self.assertIn('no-consent', [reason['code'] for reason in out[person]])
        self.run_on('propose', 'SR-01', person, status=REFUSED)

    def test_a_restriction_is_named_to_whoever_asks(self):
        person = self.ask('match', 'SR-01')['candidates'][0]['person']
        self.run_on('restrict', person, '--text', 'Pyydetty')
        told = self.run_on('propose', 'SR-01', person, status=REFUSED).stderr
        self.assertIn('Processing restricted', told)
        self.assertNotIn('No consent', told)
        self.assertNotIn('theme', told)

    def test_what_is_no_list_is_refused(self):
        self.run_on('import', self.home / 'none.csv', status=REFUSED)
        self.run_on('import', self.list_file(''), status=REFUSED)
        self.run_on('import', self.register, status=REFUSED)

    # By what payment knows somebody

    def test_an_identity_code_is_kept_where_it_was_decided_and_masked(self):
        person = self.ask('people')['items'][0]['id']
        self.run_on('change', 'person', person, 'birth-year=1952')
        typed = self.typed('identity-code=131052-308t', 'account=FI21 1234 5600 0007 85')
        self.run_on('identity', person, 'change', before=typed, status=REFUSED)
        self.assertEqual(self.ask('identities')['kept'], 0)
        self.run_on('identities', 'Decision of the board, 12 §')
        self.run_on('identity', person, 'change', before=typed)
        self.assertEqual(self.ask('identity', person),
                         {'identity_code': '131052-****', 'account': '**** 0785'})
        self.assertEqual(self.ask('identity', person, 'show')['identity_code'], '131052-308T')
        actions = [item['action'] for item in self.ask('journal', '--limit', '10')['items']]
        self.assertIn('looking.identity', actions)
        wrong = self.run_on('identity', person, 'change', status=REFUSED,
                            before=self.typed('identity-code=131052-308A'))
        self.assertNotIn('131052', wrong.stderr)
        self.assertEqual(self.ask('identities', '--drop'), {'people': 1})
        self.assertEqual(self.ask('identity', person), {'identity_code': None, 'account': None})

    # From a proposal to feedback

    def test_a_yes_becomes_an_agreed_assignment(self):
        person, proposal = self.propose()
        assignments = self.ask('answer', proposal, 'accepted')['assignments']
        agreed = {item['id']: item for item in self.ask('assignments')['items']}
        self.assertEqual(agreed[assignments[0]['id']]['state'], 'agreed')
        self.assertEqual(agreed[assignments[0]['id']]['person'], person)

    def test_a_no_becomes_none(self):
        _, proposal = self.propose()
        answer = self.ask('answer', proposal, 'declined', '--reason', 'time')
        self.assertEqual(answer, {'assignments': []})

    def test_proposing_twice_is_a_conflict(self):
        person, _ = self.propose()
        self.run_on('propose', 'SR-01', person, status=CONFLICT)

    def test_a_ceiling_of_their_own_is_told_before_anybody_is_asked(self):
        person = self.ask('match', 'SR-01')['candidates'][0]['person']
        self.run_on('change', 'person', person, 'fee-mode=fee', 'fee-ceiling-cents=0,01')
        n_before = len(self.ask('assignments')['items'])
        told = self.run_on('propose', 'SR-01', person, status=REFUSED)
        self.assertIn('more than they want', told.stdout)
        self.assertIn('--despite-ceiling', told.stderr)
        asked = self.ask('propose', 'SR-01', person, '--despite-ceiling', '--reason', 'agreed')
        self.assertEqual(len(asked['over_ceiling']), 1)
        self.assertEqual(len(asked['proposals']), 1)
        self.assertEqual(len(self.ask('assignments')['items']), n_before)

    def test_answering_twice_is_a_conflict(self):
        _, proposal = self.propose()
        self.ask('answer', proposal, 'accepted')
        self.run_on('answer', proposal, 'accepted', status=CONFLICT)

    def test_hours_and_kilometres_become_fees_with_their_calculation(self):
        assignment = self.past()
        fees = self.ask('complete', assignment, '--hours', '2', '--km', '82')['fees']
        by_kind = {fee['kind']: fee for fee in fees}
        self.assertEqual(by_kind['fee']['amount_cents'], 5000)
        rate = re.search(r'82 km × 0,(\d\d) ', by_kind['travel']['calculation'])
        self.assertEqual(by_kind['travel']['amount_cents'], 82 * int(rate.group(1)))

    def test_a_batch_is_gathered_once_and_never_approved_alone(self):
        self.run_on('complete', self.past(), '--hours', '2', '--km', '82')
        before = self.ask('batches')['waiting']
        batch = self.ask('gather', 'Marraskuu', '--by', '31.12.2200')['id']
        lines = self.ask('batch', batch)
        self.assertGreater(before, 0)
        self.assertEqual(len(lines['items']), before)
        self.assertEqual(sum(line['amount_cents'] for line in lines['items']),
                         lines['sum_cents'])
        self.assertEqual(self.ask('batches')['waiting'], 0)
        self.run_on('gather', 'Uudestaan', status=REFUSED)
        self.run_on('batch', batch, 'check')
        refused = self.run_on('batch', batch, 'approve', status=REFUSED)
        self.assertIn('somebody else', refused.stderr)
        target = self.home / 'payroll.csv'
        self.run_on('payroll', batch, target, status=REFUSED)
        self.assertFalse(target.exists())
        self.run_on('batch', batch, 'reopen', status=REFUSED)
        self.run_on('batch', batch, 'reopen', '--reason', 'Väärä kuu')
        self.assertEqual(self.ask('batch', batch)['state'], 'draft')
        self.run_on('batch', batch, 'lose', status=USAGE)

    def test_another_account_approves_a_batch_and_payroll_has_it_once(self):
        if subprocess.run([*COLLEAGUE, 'true'], capture_output=True).returncode != 0:
            self.skipTest('another account needs a user namespace')
        batch = self.ask('gather', 'Marraskuu', '--by', '31.12.2200')['id']
        self.run_on('batch', batch, 'check')
        self.run_on('batch', batch, 'approve', before=COLLEAGUE)
        target = self.home / 'payroll.csv'
        self.addCleanup(target.unlink)
        self.run_on('payroll', batch, target)
        self.run_on('payroll', batch, self.home / 'again.csv')   # written again, sent once
        self.assertEqual((self.home / 'again.csv').read_bytes(), target.read_bytes())
        self.run_on('batch', batch, 'acknowledge')
        line = self.ask('batch', batch)['items'][0]
        self.ask('correct', line['id'], '10,00', 'Väärä tuntimäärä')
        rows = target.read_text(encoding='utf-8-sig').splitlines()
        self.assertEqual(len(rows) - 1, self.ask('batch', batch)['lines'])
        self.assertNotIn(WORKSHOP, '\n'.join(rows))
        self.assertEqual(self.ask('batches')['waiting'], 1)

    def test_budgets_of_units_and_projects_are_listed_by_year(self):
        self.run_on('budget', 'Kotihoito', '2026', 'training', '1500')
        self.run_on('budget', '', '2026', 'fees', '250,50', '--project', 'Yöhanke')
        self.run_on('budget', 'Kotihoito', '2026', 'sweets', '1', status=REFUSED)
        self.run_on('budget', '', '2026', 'fees', '1', status=REFUSED)
        found = {(item['unit'], item['project'], item['item']): item['planned_cents']
                 for item in self.ask('budgets', '2026')['items']}
        self.assertEqual(found['Kotihoito', None, 'training'], 150000)
        self.assertEqual(found[None, 'Yöhanke', 'fees'], 25050)
        self.assertEqual(self.ask('budgets', '2031')['items'], [])

    def test_a_receipt_is_a_paper(self):
        paper, program = self.home / 'taksi.pdf', self.home / 'taksi2.pdf'
        paper.write_bytes(b'%PDF-1.5\nTaksi')
        program.write_bytes(b'\x7fELF\x02\x01\x01')
        self.assertGreater(self.ask('receipt', self.past(), paper)['id'], 0)
        self.run_on('receipt', self.past(), program, status=REFUSED)
        self.run_on('receipt', '999999', paper, status=REFUSED)

    def test_a_summary_of_fees_is_written_once(self):
        target = self.home / 'fees.pdf'
        self.run_on('summary', 'Aino Koskelo', '2026', target)
        self.assertTrue(target.read_bytes().startswith(b'%PDF'))
        self.run_on('summary', 'Aino Koskelo', '2026', target, status=CONFLICT)

    def test_a_no_show_earns_nothing(self):
        self.assertEqual(self.ask('complete', self.past(), '--attendance', 'no-show'), {'fees': []})

    def test_work_that_lies_ahead_is_not_completed(self):
        _, proposal = self.propose()
        assignment = self.ask('answer', proposal, 'accepted')['assignments'][0]['id']
        done = self.run_on('complete', assignment, '--hours', '2', status=REFUSED)
        self.assertIn('The day has not come yet.', done.stderr)

    def test_feedback_has_a_number(self):
        answer = self.ask('feedback', self.past(), '--from', 'expert', '--score', '9',
                          '--text', 'Hyvä')
        self.assertGreater(answer['id'], 0)

    def test_a_finding_is_answered_before_it_is_told(self):
        finding = self.ask('finding', 'SR-10', '--text', 'Ovi aukeaa väärään suuntaan')['id']
        self.run_on('told', 'SR-10', 'osallistujille', 'kirje', status=REFUSED)
        self.run_on('followed', finding, 'not', status=REFUSED)
        for item in self.ask('findings')['items']:
            if item['result'] == 'waiting':
                self.ask('followed', item['id'], 'not', '--text', 'Laki määrää sen.')
        self.ask('told', 'SR-10', 'osallistujille', 'kirje')
        found = self.ask('findings', '--search', 'VÄÄRÄÄN')['items']
        self.assertEqual([item['id'] for item in found], [finding])
        self.assertEqual(found[0]['reason'], 'Laki määrää sen.')
        self.assertTrue(found[0]['told_on'])

    def test_an_invitation_is_written_once(self):
        _, proposal = self.propose()
        path = self.home / 'invitation.pdf'
        self.ask('invitation', proposal, path)
        self.assertEqual(path.read_bytes()[:5], b'%PDF-')
        self.run_on('invitation', proposal, path, status=CONFLICT)

    def test_a_heading_of_a_list_of_registrations_can_be_said(self):
        time = [item['id'] for item in self.ask('events')['events'] if 'id' in item][0]
        rows = self.home / 'lomake.csv'
        rows.write_text('Kuka tulee;Onko allergioita?\nEsa Virta;Pähkinä\n', 'utf-8')
        self.run_on('registrations', time, '--from-list', rows, status=REFUSED)
        said = self.ask('registrations', time, '--from-list', rows, '--columns',
                        'Kuka tulee=name')
        self.assertEqual(said['new'], 1)
        self.assertEqual([column['read_as'] for column in said['columns']], ['name', 'diet'])

    def test_who_comes_is_registered_listed_and_recorded(self):
        time = [item['id'] for item in self.ask('events')['events'] if 'id' in item][0]
        rows = self.home / 'lista.csv'
        rows.write_text('Nimi;Ruokavalio\nEsa Virta;Vegaani\nMaija Niemi;\n', 'utf-8')
        self.assertEqual(self.ask('registrations', time, '--from-list', rows)['new'], 2)
        self.assertEqual(self.ask('registrations', time)['items'], [])
        self.ask('registrations', time, '--from-list', rows, '--accept')
        self.ask('register', time, 'Outi Salo', '--diet', 'Gluteeniton')
        self.ask('attended', time)
        items = self.ask('registrations', time)['items']
        self.assertEqual([(item['name'], item['attended']) for item in items],
                         [('Esa Virta', True), ('Maija Niemi', True), ('Outi Salo', True)])
        self.ask('registrations', time, '--to', self.home / 'out.csv')
        self.assertIn('Gluteeniton', (self.home / 'out.csv').read_text('utf-8'))

    def test_an_agreed_assignment_moves_to_a_time_that_is_free(self):
        assignment = self.ask('assignments', '--search', 'digiraati')['items'][0]['id']
        self.ask('move', assignment, '2027-03-01', '9-1130')
        self.run_on('move', assignment, '2027-03-01', '11.30-9.00', status=REFUSED)
        self.run_on('move', assignment, 'tomorrow', '9.00-11.30', status=USAGE)

    def test_support_is_listed_by_day_and_only_what_is_there_is_arranged(self):
        items = self.ask('support')['items']
        self.assertEqual([item['due'] for item in items], sorted(item['due'] for item in items))
        self.run_on('arranged', 999999, status=REFUSED)

    def test_a_paper_of_an_assignment_is_written_once(self):
        path = self.home / 'paper.pdf'
        self.ask('paper', self.past(), 'commitment', path)
        self.assertEqual(path.read_bytes()[:5], b'%PDF-')
        self.run_on('paper', self.past(), 'commitment', path, status=CONFLICT)
        self.run_on('paper', self.past(), 'postcard', self.home / 'other.pdf', status=REFUSED)

    def test_each_who_took_part_has_a_letter(self):
        folder = self.home / 'letters'
        folder.mkdir()
        answer = self.ask('letters', 'SR-11', folder)
        self.assertGreater(answer['letters'], 0)
        self.assertEqual(len(list(folder.iterdir())), 2 * answer['letters'])
        self.run_on('letters', 'SR-01', folder, status=REFUSED)

    @unittest.skipIf(shutil.which('faketime') is None, 'faketime is not installed')
    def test_whoever_is_quiet_is_asked_and_answers(self):
        later = ('env', 'ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0',
                 'faketime', '-f', '+1000d')
        path = self.home / 'stay.pdf'

        def listed():
            return json.loads(self.run_on('--json', 'stay', before=later).stdout)['items']

        self.assertEqual(self.ask('stay')['items'], [])
        self.run_on('stay', 'Aino Koskelo', 'phone', status=REFUSED)
        quiet = listed()
        self.assertGreater(len(quiet), 3)
        self.assertTrue(all(item['asked'] is None and item['last_active'] for item in quiet))
        first, second, third = (item['person'] for item in quiet[:3])

        self.run_on('stay', first, 'letter', path, before=later)
        self.assertEqual(path.read_bytes()[:5], b'%PDF-')
        self.run_on('stay', second, 'letter', path, status=CONFLICT, before=later)
        self.run_on('stay', second, 'phone', before=later)
        asked = {item['person']: item for item in listed() if item['asked']}
        self.assertEqual({item['how'] for item in asked.values()}, {'letter', 'phone'})
        days = [datetime.date.fromisoformat(asked[first][day]) for day in ('asked', 'erased_from')]
        self.assertEqual((days[1] - days[0]).days, 92)

        self.run_on('stay', first, 'stays', before=later)
        self.run_on('stay', second, 'leaves', before=later)
        self.run_on('stay', second, 'stays', status=CONFLICT, before=later)
        self.run_on('stay', third, 'leaves', status=CONFLICT, before=later)
        left = {item['person'] for item in listed()}
        self.assertEqual(left, {item['person'] for item in quiet} - {first, second})
        self.assertIn('Last heard of', self.run_on('stay', before=later).stdout)

    def test_feedback_of_six_is_handled_once_and_with_words(self):
        feedback = self.ask('feedback', self.past(), '--from', 'expert', '--score', '6',
                            '--heard', '0', '--aim', '10', '--text', 'Kiire')['id']
        self.run_on('handle', feedback, status=USAGE)
        self.ask('handle', feedback, '--text', 'Soitettu')
        self.run_on('handle', feedback, '--text', 'Soitettu', status=CONFLICT)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
