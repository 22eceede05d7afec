"""The first day with Mukana, at the window itself: from the first start to the fee.

    test_first_day.py MUKANA MUKANA-CLI PO-FOLDER       inside run-ui.sh

Exits with 77 where something that drives a window is missing.
"""

import contextlib
import gettext
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

try:
    import atspi_kit as kit
    from atspi_kit import BUTTONS, GLib, Role, fill, find, press, see, wait_until
except (ImportError, ValueError) as missing:
    print(f'skipped: no accessible tree to drive the window by: {missing}', file=sys.stderr)
    sys.exit(77)

for tool in 'xdotool', 'openbox', 'faketime', 'pdftotext', 'gnome-keyring-daemon':
    if shutil.which(tool) is None:
        print(f'skipped: {tool} is not installed', file=sys.stderr)
        sys.exit(77)

PROGRAM, TERMINAL, WORDS = sys.argv[1:4]
COUNTY = 'Pirkanmaa wellbeing services county'
TITLE = 'Kitchen table talk about recovery'
LIST = """\
First name;Last name;Email;Municipality;Languages;Role;Status;Themes;Availability;Consent;Consent to matching
Aino;Koivuniemi;aino.koivuniemi@example.org;Tampere;fi, en;expert by experience;active;Depression;Tue 9-16;1.9.2026;1.9.2026
Eero;Lahdenranta;eero.lahdenranta@example.org;Tampere;fi;expert by experience;active;Depression;Tue 9-16, Thu 9-16;1.9.2026;1.9.2026
Hilja;Metsäpolku;hilja.metsapolku@example.org;Nokia;fi, sv;expert by experience;active;Depression;Tue 12-16;1.9.2026;1.9.2026
Ilmari;Kivelänoja;ilmari.kivelanoja@example.org;Kangasala;fi;expert by experience;active;Neurodiversity;Mon 9-12;1.9.2026;1.9.2026
Kerttu;Suokukka;kerttu.suokukka@example.org;Lempäälä;fi;expert by experience;active;Depression;Wed 9-16;1.9.2026;1.9.2026
Onni;Pihlajamaa;onni.pihlajamaa@example.org;Ylöjärvi;fi;expert by experience;active;Substance use and addictions;Tue 9-16;1.9.2026;no
Siiri;Tuomikoski;siiri.tuomikoski@example.org;Pirkkala;fi, en;expert by experience;active;Loneliness;Tue 9-16;1.9.2026;1.9.2026
Väinö;Harjunpää;vaino.harjunpaa@example.org;Tampere;fi;expert by experience;active;Depression;Tue 9-16;1.9.2026;no
"""
NAMES = [' '.join(line.split(';')[:2]) for line in LIST.splitlines()[1:]]
GROUP = re.compile(r'^Group \d: (\S+)$')
TYPE_NAME = re.compile(r'^((Gtk|Adw|Gdk|Mukana)[A-Z]\w*)?$')
CONTROLS = (*BUTTONS, *kit.ENTRIES, Role.CHECK_BOX, Role.COMBO_BOX, Role.RADIO_BUTTON, Role.SPIN_BUTTON)


def name_unnamed(root):
    """Controls that a screen reader could only call by their kind, with what stands beside them."""
    unnamed = []
    for node in see(root, CONTROLS, None):
        # Rows that are replaced while the tree is walked go without a parent, or answer no more.
        with contextlib.suppress(GLib.Error):
            parent = node.get_parent()
            # The button inside a choice and the cross of a toast are the toolkit's.
            if parent is None or parent.get_role() == Role.COMBO_BOX or not kit.is_visible(node):
                continue
            if parent.get_name() == 'AdwToastWidget':
                continue
            if TYPE_NAME.match(kit.name_of(node)):
                unnamed.append(f'{node.get_role_name()} {node.get_name()!r} beside {kit.words_near(node)} in {kit.path_of(node)}')
    return unnamed


class Window(unittest.TestCase):
    """A program with a home of its own."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix='first-day-'))
        self.addCleanup(shutil.rmtree, self.folder)
        os.environ['HOME'] = str(self.folder)
        os.environ['XDG_DATA_HOME'] = str(self.folder / '.local' / 'share')
        os.environ['FAKETIME_DONT_FAKE_MONOTONIC'] = '1'
        self.register = self.folder / '.local' / 'share' / 'mukana' / 'register.mukana'
        self.program = None

    def start(self, *before, language='en'):
        os.environ['LANGUAGE'] = language
        if language == 'fi':
            self.be_in_finland()
        self.program = kit.Program([*before, PROGRAM])
        self.addCleanup(self.program.kill)
        self.window = self.program.windows()[0]

    def be_in_finland(self):
        """A later C library heeds LANGUAGE in no locale of C.  Warnings of localedef are no failure."""
        subprocess.run(['localedef', '-i', 'fi_FI', '-f', 'UTF-8', self.folder / 'fi_FI.UTF-8'], capture_output=True)
        if (self.folder / 'fi_FI.UTF-8').exists():
            self.addCleanup(os.environ.update, LC_ALL=os.environ['LC_ALL'])
            self.addCleanup(os.environ.pop, 'LOCPATH')
            os.environ.update(LOCPATH=str(self.folder), LC_ALL='fi_FI.UTF-8')

    def assert_named(self, where):
        self.assertEqual(name_unnamed(self.window), [], f'controls without a name: {where}')


class FirstDay(Window):
    def test_from_the_first_start_to_the_fee(self):
        self.start('faketime', '2026-11-24 10:00:00')
        self.make_a_register()
        self.save_the_key_and_type_it_back()
        self.bring_a_list()
        self.find_them_in_the_list()
        self.make_a_request()
        self.propose_the_best()
        self.accept_for_them()
        self.assertEqual(self.program.quit(), 0)
        self.check_agreed()

        self.start('faketime', '2026-12-16 10:00:00')
        self.record_the_day()
        self.assertEqual(self.program.quit(), 0)
        self.check_paid_for()

    def make_a_register(self):
        press(self.window, 'New register')
        kit.choose(self.window, 'Whose register', COUNTY)
        self.assert_named('the first step')
        press(self.window, 'Make the register')

    def save_the_key_and_type_it_back(self):
        sheet = self.folder / 'recovery-key.pdf'
        press(self.window, 'Save the sheet…')
        self.assert_named('the second step')
        chooser = self.program.dialog('Save the sheet with the recovery key')
        fill(chooser, 'Name:', str(sheet))
        press(chooser, 'Save')
        wait_until('the sheet to be there', sheet.exists)
        find(self.window, [Role.LABEL], 'The sheet is saved. Print it, and remove the file.')

        shown = [GROUP.match(kit.name_of(node)).group(1) for node in see(self.window, [Role.LABEL], GROUP)]
        printed = subprocess.run(['pdftotext', '-layout', sheet, '-'], check=True, capture_output=True,
                                 text=True).stdout
        self.assertEqual(len(shown), 9)
        self.assertEqual([group for group in shown if group not in printed], [])
        self.typed = self.folder / 'typed.txt'
        self.typed.write_text('-'.join(shown) + '\n')
        fill(self.window, 'Recovery key, typed back', '-'.join(shown).lower())
        press(self.window, 'Continue')
        find(self.window, BUTTONS, 'Bring your list…')

    def bring_a_list(self):
        people = self.folder / 'people.csv'
        people.write_text(LIST, encoding='utf-8')

        press(self.window, 'Bring your list…')
        find(self.window, [Role.LIST_ITEM], 'People')
        wait_until('the recovery key to be gone from the window',
                   lambda: not see(self.window, None, GROUP) and
                   not see(self.window, None, 'Recovery key, typed back'))
        press(self.window, 'Choose a List…')
        kit.choose_file(self.program, 'Choose a list', people, 'Open')
        kit.choose_one(find(self.window, [Role.CHECK_BOX], 'The list’s consent covers its themes'))
        press(self.window, 'See what would happen')
        find(self.window, [Role.TOGGLE_BUTTON, Role.PUSH_BUTTON], 'New 8')
        for name in 'Aino Koivuniemi', 'Väinö Harjunpää':
            find(self.window, [Role.LABEL], name)
        self.assert_named('the list and what would happen')
        press(self.window, 'Accept')
        find(self.window, None, 'The list is in')
        press(self.window, 'Done')

    def find_them_in_the_list(self):
        self.go_to('People')
        wait_until('everybody in the list', self.everybody, otherwise=lambda: kit.outline(self.window))
        self.assert_named('people')

    def everybody(self):
        return all(see(self.window, [Role.LABEL], name) for name in NAMES)

    def go_to(self, page):
        kit.click(find(find(self.window, [Role.LIST], 'Pages'), [Role.LIST_ITEM], page))
        self.wait_for_page(page)

    def wait_for_page(self, page):
        """By the name of the window: pages that were left stay in the tree, and look as before."""
        wait_until(f'the page {page}', lambda: kit.name_of(self.window) == page)

    def make_a_request(self):
        self.go_to('Requests')
        press(self.window, 'New request (Ctrl+N)')
        fill(self.window, 'Title', TITLE)
        fill(self.window, 'Add a theme: type a few letters', 'depr')
        press(self.window, 'Depression')
        press(self.window, 'Add Time')
        fill(self.window, 'Day, as 10.12.2026', '15.12.2026')
        fill(self.window, 'From', '12.00')
        fill(self.window, 'Until', '15.00')
        fill(self.window, 'Venue', 'Kitchen of the house')
        fill(self.window, 'How many', '1')
        self.assert_named('the new request')
        press(self.window, 'Save')
        press(self.window, 'Find People')

    def propose_the_best(self):
        wait_until('a candidate to tick', self.see_candidate, otherwise=lambda: kit.outline(self.window))
        self.assert_named('finding people')
        for name in 'Väinö Harjunpää', 'Onni Pihlajamaa':   # no consent to be proposed
            self.assertEqual(self.see_boxes(name), [])
        kit.tick('the candidate', self.see_candidate)
        press(self.window, 'Propose…')
        question = self.program.dialog('Propose?')
        kit.choose_one(find(question, [Role.CHECK_BOX, Role.RADIO_BUTTON], 'Theme'))
        press(question, 'Propose')

    def accept_for_them(self):
        press(self.window, 'Back')
        self.wait_for_page('Request')
        self.assert_named('the request')
        press(self.window, re.compile('^Accepted: '))
        wait_until('the answer to be stored', lambda: not see(self.window, BUTTONS, re.compile('^Accepted: ')),
                   otherwise=lambda: kit.outline(self.program.root))

    def record_the_day(self):
        self.go_to('Assignments')
        kit.click(wait_until('the assignment in the list', lambda: self.see_row('Aino Koivuniemi')))
        self.wait_for_page('Assignment')
        fill(self.window, 'Hours, preparation included', '3,5')
        self.assert_named('the assignment')
        press(self.window, 'Record the Day')
        find(self.window, [Role.LABEL], '3,5 h × 25,00 €/h = 87,50 €')

    def check_agreed(self):
        [agreed] = self.ask_terminal('assignments')
        self.assertEqual((agreed['name'], agreed['title'], agreed['day'], agreed['state'], agreed['fee_cents']),
                         ('Aino Koivuniemi', TITLE, '2026-12-15', 'agreed', 0))

    def check_paid_for(self):
        [held] = self.ask_terminal('assignments')
        self.assertEqual((held['name'], held['state'], held['attendance'], held['actual_minutes'], held['fee_cents']),
                         ('Aino Koivuniemi', 'held', 'full', 210, 8750))

    def see_row(self, name):
        rows = [label for label in see(self.window, [Role.LABEL], name) if kit.is_mapped(label)]
        return kit.row_of(rows[-1]) if rows else None

    def ask_terminal(self, about):
        """What the register holds, opened with nothing but the key of the sheet."""
        answer = subprocess.run([TERMINAL, '--register', self.register, '--recovery-key-file', self.typed,
                                 '--json', about], capture_output=True, text=True, timeout=60)
        self.assertEqual(answer.returncode, 0, answer.stderr)
        return json.loads(answer.stdout)['items']

    def see_boxes(self, name):
        """The boxes of those who fit, not those of the list of people behind the page."""
        return [box for fits in see(self.window, [Role.LIST], 'People who fit')
                for box in see(fits, [Role.CHECK_BOX], re.compile(name)) if kit.is_mapped(box)]

    def see_candidate(self):
        return next(iter(self.see_boxes('Aino Koivuniemi')), None)


class Finnish(Window):
    def test_the_window_opens_in_finnish(self):
        words = gettext.translation('mukana', WORDS, ['fi'])
        self.start(language='fi')
        find(self.window, BUTTONS, words.gettext('_New register').replace('_', ''))
        press(self.window, words.gettext('_Try with a made-up register').replace('_', ''))
        rows = kit.children(find(self.window, [Role.LIST], words.gettext('Pages')))
        self.assertLessEqual({words.gettext(page) for page in ('Today', 'People', 'Requests', 'Assignments')},
                             {kit.name_of(row) for row in rows})
        self.assertNotEqual(words.gettext('People'), 'People')


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2, warnings='ignore')
