"""What leaves the process of mukana-cli while somebody works with it: nothing that can be read.

    check_session.py MUKANA-CLI IMPORT-HELPER STATFS-SHIM

A session from making a register to withdrawing a consent, on people with names, addresses and
diagnoses that occur nowhere else, is watched call by call.  Where strace may not be used, it is
skipped.
"""

import ctypes.util
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import traces

PROGRAM, HELPER, SHIM = map(os.path.abspath, sys.argv[1:4])
DONE, NO_STORE = 0, 4

# No other text has these; searched without regard to case.
MARKERS = ('Zqxvanen', 'zqxposti', 'Zqxtauti', 'Zqxpalaute', 'Zqxjuttu')
LIST = ('Etunimi;Sukunimi;Sähköposti;Kunta;Teemat;Suostumus;Suostumus välitykseen;Huom\n'
        'Aino;Zqxvanen;zqxposti.aino@example.org;Kajaani;Diabetes;kyllä 2.11.2026;kyllä 2.11.2026;'
        'Zqxtauti vuodesta 2010\n'
        'Eero;Zqxvanen-Koe;zqxposti.eero@example.org;Helsinki;Zqxtauti;kyllä 2.11.2026;;Zqxjuttu\n')


def environment(home, **more):
    values = {'HOME': str(home), 'XDG_DATA_HOME': str(home / 'data'), 'PATH': os.environ['PATH'],
              'XDG_RUNTIME_DIR': str(home / 'run'), 'DBUS_SESSION_BUS_ADDRESS': 'disabled:',
              'TMPDIR': str(home / 'tmp'), 'LANG': 'C', 'MUKANA_IMPORT_HELPER': HELPER,
              'G_MESSAGES_DEBUG': 'all'}
    # Leaks cannot be looked for under a tracer, and what is loaded first is not the sanitizer.
    if 'ASAN_OPTIONS' in os.environ:
        values['ASAN_OPTIONS'] = (os.environ['ASAN_OPTIONS'] +
                                  ':detect_leaks=0:verify_asan_link_order=0:disable_coredump=0')
    for name in ('UBSAN_OPTIONS',):
        if name in os.environ:
            values[name] = os.environ[name]
    values.update(more)
    return values


def digest(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def found_markers(text):
    return [marker for marker in MARKERS if marker.lower() in text.lower()]


class Session(unittest.TestCase):
    """One session, traced once; each test asks something else of the trace."""

    @classmethod
    def setUpClass(cls):
        cls.home = Path(tempfile.mkdtemp(prefix='mukana-session-'))
        cls.addClassCleanup(shutil.rmtree, cls.home)
        cls.place = cls.home / 'register'
        for folder in (cls.place, cls.home / 'run', cls.home / 'tmp', cls.home / 'lists'):
            folder.mkdir(mode=0o700)
        cls.register, cls.key = cls.place / 'r.mukana', cls.home / 'key.txt'
        cls.list = cls.home / 'lists' / 'people.csv'
        cls.list.write_text(LIST, 'utf-8')
        cls.traces, cls.spoken = [], []
        cls.work()

    @classmethod
    def start(cls, *arguments, before=(), register=None, key=None, **more):
        return subprocess.run([*before, PROGRAM, '--register', str(register or cls.register),
                               '--recovery-key-file', str(key or cls.key), *map(str, arguments)],
                              env=environment(cls.home, **more), timeout=120, text=True,
                              capture_output=True, stdin=subprocess.DEVNULL, cwd=cls.home)

    @classmethod
    def run_traced(cls, *arguments, **more):
        output = cls.home / f'trace-{len(cls.traces)}'
        done = cls.start(*arguments, before=traces.command(output), **more)
        if done.returncode != DONE:
            raise AssertionError(f'{arguments}: {done.returncode} {done.stderr}')
        cls.traces.append(output)
        cls.spoken.append(done.stderr)
        return done.stdout

    @classmethod
    def ask(cls, *arguments):
        return json.loads(cls.run_traced('--json', *arguments))

    @classmethod
    def work(cls):
        """A made-up register has requests; the people of the list are brought in beside."""
        cls.run_traced('create', register=cls.place / 'new.mukana', key=cls.home / 'new-key.txt')
        cls.run_traced('demo', '--people', '20', '--seed', '3')
        cls.ask('import', cls.list)
        cls.ask('import', cls.list, '--accept')
        cls.run_traced('people', '--search', 'Zqxvanen')
        cls.run_traced('match', 'SR-01', '--why', 'Aino Zqxvanen')
        person = cls.ask('match', 'SR-01', '--top', '30')['candidates'][0]['person']
        proposal = cls.ask('propose', 'SR-01', person)['proposals'][0]['id']
        cls.ask('answer', proposal, 'accepted', '--despite-clash', 'Zqxjuttu')
        held = cls.ask('assignments', '--search', 'neuvolan')['items'][0]['id']
        cls.ask('complete', held, '--hours', '2', '--km', '10')
        cls.ask('feedback', held, '--from', 'expert', '--score', '9', '--text', 'Zqxpalaute')
        cls.run_traced('withdraw', 'Aino Zqxvanen', 'matching')
        cls.ask('check')

    # What is written

    @staticmethod
    def leaks(output):
        """Writes of a marker to anything but standard output, its error, and pipes."""
        return [f'{write.target}: {markers}' for write in traces.writes(output)
                if write.descriptor not in (1, 2) and not write.target.startswith('pipe:')
                and (markers := found_markers(write.data))]

    def test_nothing_readable_is_written_but_to_the_terminal(self):
        self.assertEqual([leak for output in self.traces for leak in self.leaks(output)], [])

    def test_the_session_did_show_and_hand_over_the_markers(self):
        shown = ''.join(write.data for output in self.traces for write in traces.writes(output)
                        if write.target.startswith('pipe:'))
        self.assertEqual(found_markers(shown), [marker for marker in MARKERS if marker not in
                                                ('Zqxpalaute',)])

    def test_control_a_plain_write_is_found(self):
        output, plain = self.home / 'trace-control', self.home / 'plain.txt'
        subprocess.run([*traces.command(output), 'python3', '-c',
                        'import sys; open(sys.argv[1], "w").write(sys.argv[2])', plain, LIST],
                       check=True, env={'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8'})
        self.assertTrue(self.leaks(output))
        self.assertIn(str(plain), self.strange_files(output))

    def test_nothing_readable_is_in_any_file_afterwards(self):
        for path in self.home.rglob('*'):
            if path.is_file() and path not in self.traces and not path.name.startswith('trace') \
                    and path not in (self.list, self.home / 'plain.txt'):
                self.assertEqual(found_markers(path.read_bytes().decode('latin-1')), [], path)

    def test_debug_messages_name_nobody(self):
        self.assertEqual(found_markers(''.join(self.spoken)), [])

    # Which files are made

    def strange_files(self, output):
        chosen = (str(self.key), str(self.home / 'new-key.txt'), '/dev/null', '/dev/tty')
        own = (f'{self.place}/', f'{self.home}/run/mukana/')
        return [path for path in traces.made_files(output)
                if path not in chosen and not path.startswith(own)]

    def test_no_file_is_made_elsewhere(self):
        self.assertEqual([path for output in self.traces for path in self.strange_files(output)], [])
        self.assertEqual(list((self.home / 'tmp').iterdir()), [])

    def test_at_rest_there_is_nothing_beside_the_registers(self):
        """But the newest link of each journal, where there is no keyring to keep it in, and the
        numbers of what was taken back."""
        names = sorted(path.name for path in self.place.iterdir())
        self.assertEqual([name for name in names if not name.endswith('.link')],
                         ['new.mukana', 'r.mukana', 'r.mukana.withdrawals'])
        taken_back = self.place / 'r.mukana.withdrawals'
        self.assertRegex(taken_back.read_text('ascii'),
                         r'\A(\n|[a-z]+( -?[0-9]+){3} (-|[0-9-]+) [0-9]+ [0-9a-f]{64}\n)+\Z')
        self.assertEqual(taken_back.stat().st_mode & 0o777, 0o600)
        for path in self.place.glob('*.link'):
            self.assertRegex(path.read_text('ascii'), r'\A[0-9a-f]{64}\Z')
            self.assertEqual(path.stat().st_mode & 0o777, 0o600)

    def test_the_register_is_looked_at_once_and_then_left_to_the_database(self):
        for output in self.traces[3:]:
            flags = list(traces.openings(output, self.register))
            first = next(i for i, flag in enumerate(flags) if 'O_RDWR' in flag)
            self.assertEqual(len(flags) - first, 4, flags)      # one for each lane
            self.assertTrue(all('O_RDWR' in flag for flag in flags[first:]), flags)

    # What the file is

    def test_the_file_is_never_a_plain_database(self):
        self.assertNotEqual(self.register.read_bytes()[:15], b'SQLite format 3')

    def test_another_database_library_in_the_process_changes_nothing(self):
        library = ctypes.util.find_library('sqlite3')
        if library is None:
            self.skipTest('There is no other library of the database on this system')
        other, key = self.place / 'other.mukana', self.home / 'other-key.txt'
        self.addCleanup(other.unlink, missing_ok=True)
        self.addCleanup((self.place / 'other.mukana.link').unlink, missing_ok=True)

        made = self.start('create', register=other, key=key, LD_PRELOAD=library)
        read = self.start('people', LD_PRELOAD=library)

        for done, path in ((made, other), (read, self.register)):
            self.assertIn(done.returncode, (DONE, NO_STORE), done.stderr)
            self.assertFalse(path.exists() and path.read_bytes()[:15] == b'SQLite format 3')
        self.assertEqual(self.start('people').returncode, DONE)

    def test_network_file_systems_are_refused_with_the_reason(self):
        before = digest(self.register)
        for magic in ('6969', 'ff534d42', 'fe534d42', '65735546'):
            done = self.start('people', LD_PRELOAD=SHIM, MUKANA_HARNESS_FILE_SYSTEM=magic,
                              G_MESSAGES_DEBUG='')
            self.assertEqual(done.returncode, NO_STORE, done.stderr)
            self.assertIn('network', done.stderr)
        self.assertEqual(digest(self.register), before)
        self.assertEqual(self.start('people', LD_PRELOAD=SHIM).returncode, DONE)


if __name__ == '__main__':
    if not traces.works():
        print('skipped: strace is not installed, or may not trace here')
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
