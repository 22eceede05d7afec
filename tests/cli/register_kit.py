"""A made-up register at the terminal: what the tests of mukana-cli share.

Who runs it gives two words: MUKANA-CLI LOCALEDIR
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM, LOCALES = sys.argv[1], sys.argv[2]
DONE, USAGE, REFUSED, NO_KEY, NO_STORE, CONFLICT = range(6)
WORKSHOP = 'Kotihoito yöllä, työpaja'
# Somebody else by name, on the same files.
COLLEAGUE = ('unshare', '--user', '--map-user=65534')


class Register(unittest.TestCase):
    """A made-up register, made once; each test works on its own copy."""

    @classmethod
    def setUpClass(cls):
        cls.home = Path(tempfile.mkdtemp(prefix='mukana-cli-'))
        cls.key = cls.home / 'key.txt'
        cls.template = cls.home / 'template.mukana'
        done = cls.start('--register', cls.template, '--recovery-key-file', cls.key,
                         'demo', '--people', '60', '--seed', '3')
        if done.returncode != DONE:
            raise AssertionError(done.stderr)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.home)

    def setUp(self):
        self.register = self.home / f'{self.id()}.mukana'
        shutil.copyfile(self.template, self.register)
        self.addCleanup(self.register.unlink)

    @classmethod
    def start(cls, *arguments, locales=LOCALES, before=(), **more):
        environment = {
            'HOME': str(cls.home), 'XDG_DATA_HOME': str(cls.home / 'data'),
            'PATH': os.environ['PATH'],
            'XDG_RUNTIME_DIR': str(cls.home), 'DBUS_SESSION_BUS_ADDRESS': 'disabled:',
            'MUKANA_LOCALE_DIR': str(locales), 'LANG': 'C', 'LOCPATH': str(cls.home / 'locales'),
        }
        for name in ('ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS', 'MUKANA_IMPORT_HELPER'):
            if name in os.environ:
                environment[name] = os.environ[name]
        return subprocess.run([*before, PROGRAM, *map(str, arguments)], env=environment,
                              timeout=120, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, **more)

    def run_on(self, *arguments, status=DONE, **more):
        done = self.start('--register', self.register, '--recovery-key-file', self.key,
                          *arguments, **more)
        self.assertEqual(done.returncode, status, done.stderr)
        if status != DONE:
            self.assertEqual(done.stderr.count('\n'), 1, done.stderr)
        return done

    def ask(self, *arguments):
        return json.loads(self.run_on('--json', *arguments).stdout)

    def would_be_helped(self):
        """Each request that looks for people, with the first whom a change would help."""
        found = []
        for request in self.ask('requests')['items']:
            if request['state'] in ('draft', 'open', 'searching'):
                outs = self.ask('match', request['id'])['excluded']
                found += [(request['id'], out) for out in outs if out['change']][:1]
        return found

    def person(self, name):
        found = [item['id'] for item in self.ask('people', '--search', name)['items']]
        self.assertEqual(len(found), 1)
        return found[0]

    LIST = ('Etunimi;Sukunimi;Sähköposti;Kunta;Teemat\n'
            'Kaisu;Ahonkorpi;kaisu.ahonkorpi@example.org;Kajaani;Kotihoito\n'
            'Jorma;Tervajoki;jorma.tervajoki@example.org;Kummala;Diabetes\n')

    def list_file(self, text=LIST):
        path = self.home / f'{self.id()}.csv'
        path.write_text(text, 'utf-8')
        self.addCleanup(path.unlink)
        return path

    def typed(self, *lines):
        """Words that stand before the program, and give it @lines to read."""
        return ('sh', '-c', 'printf "%s\\n" ' + ' '.join(f'"{line}"' for line in lines) +
                ' | "$@"', 'sh')

    def propose(self, request='SR-01'):
        person = self.ask('match', request)['candidates'][0]['person']
        proposal = self.ask('propose', request, person)['proposals'][0]['id']
        return person, proposal

    def past(self):
        """An agreed assignment whose day has come: there is one to be recorded."""
        items = self.ask('assignments', '--search', 'neuvolan')['items']
        return items[0]['id']
