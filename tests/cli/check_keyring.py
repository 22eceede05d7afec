"""With a keyring the terminal keeps the key there, and opens the register without being told it.

    check_keyring.py MUKANA-CLI        in a session that has an open keyring
"""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = sys.argv[1]


class Keyring(unittest.TestCase):
    def test_what_create_keeps_opens_the_register(self):
        with tempfile.TemporaryDirectory() as folder:
            register = Path(folder) / 'register.mukana'

            made = subprocess.run([PROGRAM, '--register', register, '--json', 'create'],
                                  capture_output=True, text=True, timeout=60)
            people = subprocess.run([PROGRAM, '--register', register, '--json', 'people'],
                                    capture_output=True, text=True, timeout=60)

            self.assertEqual(made.returncode, 0, made.stderr)
            self.assertTrue(json.loads(made.stdout)['keyring'])
            self.assertEqual(people.returncode, 0, people.stderr)
            self.assertEqual(json.loads(people.stdout)['items'], [])


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
