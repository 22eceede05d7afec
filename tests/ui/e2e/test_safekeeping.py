"""A register that nobody loses, at the window itself: backup, restore, another key, and the lock.

    test_safekeeping.py MUKANA MUKANA-CLI       inside run-ui.sh

Exits with 77 where something that drives a window is missing.
"""

import base64
import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

try:
    import atspi_kit as kit
    from gi.repository import Gio, GLib
    from atspi_kit import BUTTONS, Role, fill, find, press, see, wait_until
except (ImportError, ValueError) as missing:
    print(f'skipped: no accessible tree to drive the window by: {missing}', file=sys.stderr)
    sys.exit(77)

for tool in 'xdotool', 'openbox', 'gdbus', 'gnome-keyring-daemon':
    if shutil.which(tool) is None:
        print(f'skipped: {tool} is not installed', file=sys.stderr)
        sys.exit(77)

PROGRAM, TERMINAL = sys.argv[1:3]
LIST = """\
First name;Last name;Role;Status;Consent;Consent to matching
Aino;Koivuniemi;expert by experience;active;1.9.2026;1.9.2026
Eero;Lahdenranta;expert by experience;active;1.9.2026;1.9.2026
"""
GROUP = re.compile(r'^Group \d: (\S+)$')


class SessionManager:
    """What of the system's session manager a program meets, on a bus of its own."""

    NAME, PATH = 'org.freedesktop.login1', '/org/freedesktop/login1'
    INTERFACE = """<node><interface name="org.freedesktop.login1.Manager">
        <method name="Inhibit"><arg type="s" direction="in"/><arg type="s" direction="in"/>
          <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="h" direction="out"/></method>
        <signal name="PrepareForSleep"><arg type="b"/></signal></interface></node>"""

    def __init__(self):
        self.asked, self.ends = [], []
        self.daemon = subprocess.Popen(['dbus-daemon', '--session', '--print-address', '--nofork'],
                                       stdout=subprocess.PIPE, text=True)
        self.address = self.daemon.stdout.readline().strip()
        self.context = GLib.MainContext()
        self.loop = GLib.MainLoop(self.context)
        self.is_there = threading.Event()
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()
        self.is_there.wait(10)

    def __enter__(self):
        os.environ['DBUS_SYSTEM_BUS_ADDRESS'] = self.address

    def __exit__(self, *what):
        del os.environ['DBUS_SYSTEM_BUS_ADDRESS']

    def serve(self):
        self.context.push_thread_default()
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(
            self.address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        node = Gio.DBusNodeInfo.new_for_xml(self.INTERFACE)
        self.bus.register_object(self.PATH, node.interfaces[0], self.called, None, None)
        Gio.bus_own_name_on_connection(self.bus, self.NAME, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: self.is_there.set(), None)
        self.loop.run()

    def called(self, bus, sender, path, interface, method, parameters, invocation):
        here, theirs = os.pipe()
        fds = Gio.UnixFDList.new()
        index = fds.append(theirs)
        os.close(theirs)
        os.set_blocking(here, False)
        self.ends.append(here)
        self.asked.append(parameters.unpack())
        invocation.return_value_with_unix_fd_list(GLib.Variant('(h)', (index,)), fds)

    def is_held(self):
        """A pipe nobody holds the other end of is at its end."""
        try:
            return os.read(self.ends[0], 1) != b''
        except BlockingIOError:
            return True

    def fall_asleep(self):
        self.bus.emit_signal(None, self.PATH, 'org.freedesktop.login1.Manager', 'PrepareForSleep',
                             GLib.Variant('(b)', (True,)))
        self.bus.flush_sync(None)

    def end(self):
        self.loop.quit()
        self.daemon.kill()
        self.daemon.wait()
        self.daemon.stdout.close()


class Safekeeping(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix='safekeeping-'))
        self.addCleanup(shutil.rmtree, self.folder)
        os.environ.update(HOME=str(self.folder), XDG_DATA_HOME=str(self.folder / 'share'), LANGUAGE='en')
        self.register = self.folder / 'share' / 'mukana' / 'register.mukana'
        self.register.parent.mkdir(parents=True)
        people = self.folder / 'people.csv'
        people.write_text(LIST, encoding='utf-8')
        self.recovery_key = self.terminal('create')['recovery_key']
        self.terminal('import', people, '--accept')

    def terminal(self, *words):
        done = subprocess.run([TERMINAL, '--register', self.register, '--json', *words], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout) if done.stdout.strip() else None

    def start(self):
        self.program = kit.Program([PROGRAM])
        self.addCleanup(self.program.kill)
        self.window = self.program.windows()[0]
        find(self.window, [Role.LIST], 'Pages')

    def act(self, action, *parameters):
        subprocess.run(['gdbus', 'call', '--session', '-d', 'fi.mukana.Mukana', '-o', '/fi/mukana/Mukana', '-m',
                        'org.gtk.Actions.Activate', action, f'[{", ".join(parameters)}]', '{}'],
                       check=True, capture_output=True)

    def open_page(self):
        self.start()
        # The program goes to its first page by itself: asked before, it would leave ours again.
        wait_until('the first page', lambda: kit.name_of(self.window) == 'Today')
        self.act('show', "<('safekeeping', int64 0)>")
        find(self.window, BUTTONS, 'Back up now')

    def back_up(self):
        self.open_page()
        press(self.window, 'Back up now')
        find(self.window, [Role.LABEL], 'The newest is of today, and was found whole')
        self.assertEqual(self.program.quit(), 0)

    def test_a_withdrawal_survives_the_restore_of_an_older_backup(self):
        self.back_up()
        self.terminal('withdraw', '2', 'register')

        self.open_page()
        press(self.window, re.compile('^Restore the backup of '))
        press(self.program.dialog(re.compile('^Restore the backup of ')), 'Restore')
        find(self.window, [Role.LABEL], re.compile('The register is as it was on .*2 withdrawals since then were kept'))
        self.assertEqual(self.program.quit(), 0)

        kept = [path for path in self.register.parent.iterdir() if '.replaced-' in path.name]
        self.assertEqual(len(kept), 1)
        self.terminal('check')
        people = {person['name']: person for person in self.terminal('people')['items']}
        self.assertEqual(people['Aino Koivuniemi']['consent'], 'valid')
        self.assertNotIn('Eero Lahdenranta', people)

    def test_a_backup_and_the_sheet_are_enough_on_a_new_computer(self):
        self.back_up()
        backup = next((self.register.parent / 'backups').iterdir()).rename(self.folder / 'stick.mukana-backup')
        shutil.rmtree(self.register.parent)
        subprocess.run(['secret-tool', 'clear', 'xdg:schema', 'fi.mukana.Register'], check=True)

        self.program = kit.Program([PROGRAM])
        self.addCleanup(self.program.kill)
        self.window = self.program.windows()[0]
        press(self.window, 'Restore a backup…')
        kit.choose_file(self.program, 'Restore a backup', backup, 'Open')
        press(self.program.dialog(re.compile('^Restore “')), 'Restore')
        dialog = self.program.dialog('Recovery key')
        entry = next(iter(see(dialog, kit.ENTRIES, None)))
        kit.Atspi.EditableText.set_text_contents(entry, self.recovery_key)
        press(dialog, 'Open')
        find(self.window, [Role.LABEL], re.compile('^The register is as it was on '))
        self.act('show', "<('people', int64 0)>")
        find(self.window, [Role.LABEL], 'Aino Koivuniemi')
        self.assertEqual(self.program.quit(), 0)

    def test_a_new_key_is_typed_back_and_opens_the_register(self):
        before = self.register.read_bytes()[:16]
        self.open_page()
        press(self.window, 'Change…')
        dialog = self.program.dialog('New key')
        shown = [GROUP.match(kit.name_of(node)).group(1) for node in see(dialog, [Role.LABEL], GROUP)]
        self.assertEqual(len(shown), 9)
        fill(dialog, 'Recovery key, typed back', '-'.join(shown).lower())
        press(dialog, 'Continue')
        find(self.window, [Role.LABEL], 'The register has a new key')
        self.assertEqual(self.program.quit(), 0)

        self.assertNotEqual(self.register.read_bytes()[:16], before)
        self.start()   # with the key in the keyring
        self.assertEqual(self.program.quit(), 0)
        self.terminal('check')

    @unittest.skipUnless(os.geteuid() == 0, 'only root may look into the memory of the program')
    def test_the_register_is_locked_with_the_screen_and_its_people_leave_the_memory(self):
        self.start()
        self.act('show', "<('people', int64 0)>")
        find(self.window, [Role.LABEL], 'Aino Koivuniemi')
        secrets = self.names() + self.forms_of_the_key()
        self.assertTrue(all(self.count_in_memory(name) for name in self.names()))
        self.assertTrue(any(self.count_in_memory(form) for form in self.forms_of_the_key()))

        subprocess.run(['gdbus', 'emit', '--session', '--object-path', '/org/gnome/ScreenSaver', '--signal',
                        'org.gnome.ScreenSaver.ActiveChanged', 'true'], check=True)
        self.look_again()
        find(self.window, BUTTONS, 'Unlock')
        self.assertEqual([number for number, secret in enumerate(secrets) if self.count_in_memory(secret)], [])
        press(self.window, 'Unlock')
        find(self.window, [Role.LIST], 'Pages')
        self.assertEqual(self.program.quit(), 0)

    @unittest.skipUnless(shutil.which('dbus-daemon'), 'there is no bus to put a session manager on')
    def test_the_computer_sleeps_when_the_register_is_locked_and_not_before(self):
        manager = SessionManager()
        self.addCleanup(manager.end)
        with manager:
            self.start()
            wait_until('the program to hold the sleep back', lambda: manager.asked)
            self.assertEqual(manager.asked[0][0::3], ('sleep', 'delay'))
            self.assertTrue(manager.is_held())

            manager.fall_asleep()
            self.look_again()
            find(self.window, BUTTONS, 'Unlock')
            wait_until('the program to let go', lambda: not manager.is_held())
        self.program.kill()

    def test_what_was_being_typed_is_there_when_the_register_is_unlocked(self):
        self.start()
        self.act('show', "<('request-form', int64 0)>")
        fill(self.window, 'Title', 'waiting room workshop')

        self.act('lock')
        self.look_again()
        press(self.window, 'Unlock')

        entry = kit.find_entry(self.window, 'Title')
        wait_until('what was typed', lambda: kit.text_of(entry) == 'waiting room workshop')
        self.program.kill()

    def markers(self):
        """Of everybody in the register, in every form in which a program might keep a word."""
        for name in self.names():
            word = name.decode()
            yield from (name, word.lower().encode(), word.encode('utf-16-le'))
            # A word in base64 begins at one of three places in a group.
            yield from (base64.b64encode(b'x' * shift + name)[4 if shift else 0:-4] for shift in range(3))

    def traces(self):
        """Files of the home that have a marker, but for the list that was brought in."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob('*')
                      if path.is_file() and path.name != 'people.csv' and
                      any(marker in path.read_bytes() for marker in self.markers()))

    @staticmethod
    def window_titles():
        ids = subprocess.run(['xdotool', 'search', '--class', 'mukana'], capture_output=True, text=True).stdout.split()
        return [subprocess.run(['xdotool', 'getwindowname', number], capture_output=True).stdout for number in ids]

    def test_the_desktop_keeps_no_trace_of_anybody(self):
        os.environ.update(GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=str(self.folder / 'config'),
                          XDG_CACHE_HOME=str(self.folder / 'cache'))
        self.addCleanup(os.environ.update, GSETTINGS_BACKEND='memory')
        heard = subprocess.Popen(['dbus-monitor', '--session', "interface='org.freedesktop.Notifications'",
                                  "interface='org.gtk.Notifications'"], stdout=subprocess.PIPE)
        titles = []
        self.start()
        for page, number in (('people', 0), ('person', 1), ('person', 2), ('journal', 0), ('assignments', 0)):
            self.act('show', f"<('{page}', int64 {number})>")
            if page in ('people', 'person'):
                find(self.window, [Role.LABEL], re.compile('Koivuniemi|Lahdenranta'))
            titles += self.window_titles()
        self.act('show', "<('people', int64 0)>")
        kit.keys('ctrl+f')
        kit.type_keys('koivuniemi')
        find(self.window, [Role.LABEL], re.compile('Koivuniemi'))
        titles += self.window_titles()
        self.assertEqual(self.program.quit(), 0)
        heard.terminate()
        told = heard.communicate()[0]

        self.assertEqual(self.traces(), [])
        self.assertIn(b'People', {title.split(b' ')[0].strip() for title in titles}, titles)
        self.assertFalse([title for title in [*titles, told] for marker in self.markers() if marker in title])
        (self.folder / 'control').write_bytes(base64.b64encode(b'1 Aino Koivuniemi'))
        self.assertEqual(self.traces(), ['control'])

    def look_again(self):
        """A locked program begins anew under its old number, and is another one in the tree."""
        old = self.program.root
        def another():
            root = self.program.look_up()
            return root if root is not None and root != old and root.get_child_count() else None
        self.program.root = wait_until('the program that began anew', another, 30)
        self.window = self.program.windows()[0]

    @staticmethod
    def names():
        return [b'Koivuniemi', b'Lahdenranta']

    def forms_of_the_key(self):
        """As bytes, in digits, and as it is printed and kept in the keyring."""
        groups = re.split('[- ]', self.recovery_key)
        number = 0
        for letter in ''.join(group[:-1] for group in groups):   # the last of each is its check
            number = number << 5 | '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.index(letter)
        key = (number >> 14).to_bytes(32, 'big')                 # and so are the last bits
        return [key, key.hex().encode(), key.hex().upper().encode(), self.recovery_key.encode(),
                ''.join(groups).encode()]

    def count_in_memory(self, needle):
        """Wherever the process may write: as root, because the program hides its memory from its user."""
        found = 0
        with open(f'/proc/{self.program.process.pid}/maps') as maps, \
                open(f'/proc/{self.program.process.pid}/mem', 'rb', 0) as memory:
            for line in maps:
                span, rights = line.split()[:2]
                if 'w' not in rights:
                    continue
                start, end = (int(number, 16) for number in span.split('-'))
                if end - start > 1 << 32:
                    continue   # shadow of a sanitizer
                with contextlib.suppress(OSError, ValueError):
                    memory.seek(start)
                    found += memory.read(end - start).count(needle)
        return found


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2, warnings='ignore')
