"""A backup and the recovery key are enough on another computer.

    check_restore.py MUKANA-CLI

Each drill makes a register, carries one backup and the sheet of its key into an empty home where
there is no keyring and no bus, restores it there, and compares all that the terminal tells.  Two
drills; twenty with MUKANA_HARNESS=nightly.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.path.abspath(sys.argv[1])
N_DRILLS = 20 if os.environ.get('MUKANA_HARNESS') == 'nightly' else 2
LONG_LISTS = ('people', 'organisations', 'requests', 'assignments', 'findings')
LISTS = (*LONG_LISTS, 'events', 'programme', 'cooperation', 'sharing')
# In a world of its own, where the system lets it have one: other users, no network.
APART = ['unshare', '-Urn', '--']


def can_be_apart():
    try:
        return subprocess.run([*APART, 'true'], capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


class Machine:
    """A home with nothing in it."""

    def __init__(self, before=()):
        self.home, self.before = Path(tempfile.mkdtemp(prefix='mukana-machine-')), before
        self.register = self.home / 'share' / 'mukana' / 'register.mukana'
        self.key = self.home / 'key.txt'

    def run(self, *arguments):
        environment = {'HOME': str(self.home), 'XDG_DATA_HOME': str(self.home / 'share'),
                       'LANG': 'C', 'PATH': os.environ['PATH'], 'XDG_RUNTIME_DIR': str(self.home),
                       'DBUS_SESSION_BUS_ADDRESS': 'disabled:'}
        environment.update({name: os.environ[name] for name in ('ASAN_OPTIONS', 'LSAN_OPTIONS')
                            if name in os.environ})
        done = subprocess.run([*self.before, PROGRAM, '--register', self.register, '--json',
                               '--recovery-key-file', self.key, *map(str, arguments)],
                              env=environment, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=120)
        if done.returncode != 0:
            raise AssertionError(f'{arguments}: {done.returncode} {done.stderr}')
        return done.stdout

    def content(self):
        """The digest of every list, and of the whole record of every tenth person."""
        digest = hashlib.sha256()
        for name in LISTS:
            limit = ('--limit', '1000') if name in LONG_LISTS else ()
            digest.update(self.run(name, *limit).encode())
        for number, person in enumerate(json.loads(self.run('people', '--limit', '1000'))['items']):
            if number % 10 == 0:
                digest.update(json.dumps(self.record(person['id']), sort_keys=True).encode())
        return digest.hexdigest()

    def record(self, person):
        folder = Path(tempfile.mkdtemp(dir=self.home))
        path = json.loads(self.run('copy', person, folder, '--given'))['json']
        record = json.loads(Path(path).read_text('utf-8'))
        shutil.rmtree(folder)
        return record


class Restore(unittest.TestCase):

    def machine(self, before=()):
        machine = Machine(before)
        self.addCleanup(shutil.rmtree, machine.home)
        return machine

    def drill(self, seed):
        old, new = self.machine(), self.machine(APART if can_be_apart() else ())
        old.register.parent.mkdir(parents=True)
        old.run('demo', '--people', '30', '--seed', seed)
        backup = Path(json.loads(old.run('backup', old.home / 'stick'))['file'])
        shutil.copyfile(old.key, new.key)
        shutil.copyfile(backup, new.home / 'stick.mukana-backup')

        answer = json.loads(new.run('restore', new.home / 'stick.mukana-backup'))

        self.assertEqual(answer['people'], 30)
        self.assertEqual(new.content(), old.content())
        self.assertEqual(set(json.loads(new.run('check')).values()), {'ok'})

    def test_the_recovery_key_alone_opens_a_backup_on_another_computer(self):
        for seed in range(N_DRILLS):
            with self.subTest(seed=seed):
                self.drill(seed + 1)

    def test_the_digest_tells_registers_apart(self):
        machine = self.machine()
        machine.register.parent.mkdir(parents=True)
        machine.run('demo', '--people', '30', '--seed', 1)
        before = machine.content()
        person = json.loads(machine.run('people', '--limit', '1'))['items'][0]['id']
        machine.run('withdraw', person, 'register')
        self.assertNotEqual(machine.content(), before)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
