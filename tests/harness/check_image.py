"""Nothing of anybody is on the disk that a whole session was at work on, not even where files were.

    check_image.py MUKANA-CLI MUKANA RUN-UI      as root; at night, with MUKANA_HARNESS=nightly

Home and temporary folders are on a disk of their own, an image with a file system.  People are
brought in from a list that lies elsewhere, the terminal is killed at that, the window shows them
and is killed too, the register is backed up and restored.  Then the image itself is read, byte by byte, so that
what was removed is seen too.  The control writes the list there, removes it, and must find it.
"""

import base64
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM, WINDOW, RUN_UI = map(os.path.abspath, sys.argv[1:4])
SIZE_MIB = 256
SHOWN_SECONDS = 4
PEOPLE = [(f'Zqx{letter}vanen', f'zqx{letter}.posti@example.org', f'050 73 {number:02} 913',
           f'Zqx{letter}tauti') for number, letter in enumerate('abcdefghijklm')]
LIST = 'Etunimi;Sukunimi;Sähköposti;Puhelin;Suostumus;Suostumus välitykseen;Huom\n' + ''.join(
    f'Aino;{name};{mail};{phone};1.9.2026;1.9.2026;{illness} vuodesta 2010\n'
    for name, mail, phone, illness in PEOPLE)


# In a home that run-ui.sh makes on the disk and removes at the end.
SESSION = f'''
set -e
"$CLI" create > /dev/null
"$CLI" import "$LIST" --accept > /dev/null
"$CLI" import "$LIST" --accept > /dev/null & killed=$!
sleep 0.05; kill -9 $killed || true; wait $killed || true   # a quick one has ended
"$CLI" people --limit 100
"$WINDOW" 2> /dev/null & window=$!
for _ in $(seq 200); do
  xdotool search --name Mukana > /dev/null && break; sleep 0.1
done
sleep {SHOWN_SECONDS}
gdbus call --session -d fi.mukana.Mukana -o /fi/mukana/Mukana \\
  -m org.gtk.Actions.Activate show "[<('people', int64 0)>]" {{}} > /dev/null
sleep 2; xdotool key ctrl+f; xdotool type zqxa; sleep 2
gdbus call --session -d fi.mukana.Mukana -o /fi/mukana/Mukana \\
  -m org.gtk.Actions.Activate show "[<('person', int64 1)>]" {{}} > /dev/null
sleep 2; kill -9 $window; wait $window || true
"$CLI" backup "$HOME/stick" > /dev/null
"$CLI" withdraw 1 register > /dev/null
"$CLI" restore "$HOME"/stick/*.mukana-backup > /dev/null
"$CLI" journal --to "$HOME/log.csv" > /dev/null
'''


def forms(word):
    yield from {word.encode(), word.lower().encode(), word.upper().encode()}
    yield word.encode('utf-16-le')
    # A word in base64 begins at one of three places in a group.
    yield from (base64.b64encode(b'x' * shift + word.encode())[4 if shift else 0:-4]
                for shift in range(3))


MARKERS = [form for person in PEOPLE for word in person for form in forms(word)]


def markers_in(path):
    """The markers that an image has, each once."""
    with tempfile.NamedTemporaryFile('wb', prefix='mukana-markers-') as patterns:
        patterns.write(b'\n'.join(form for form in MARKERS if b'\0' not in form))
        patterns.flush()
        found = subprocess.run(['grep', '-a', '-o', '-F', '-f', patterns.name, path],
                               env={'LC_ALL': 'C'}, capture_output=True).stdout.splitlines()
    wide = [form for form in MARKERS if b'\0' in form]
    data = Path(path).read_bytes()
    return set(found) | {form for form in wide if form in data}


class Disk:
    """An image, mounted."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix='mukana-image-'))
        self.image, self.home = self.folder / 'disk.img', self.folder / 'disk'
        self.home.mkdir()
        with self.image.open('wb') as image:
            image.truncate(SIZE_MIB << 20)
        subprocess.run(['mkfs.ext4', '-q', self.image], check=True)
        subprocess.run(['mount', '-o', 'loop', self.image, self.home], check=True)
        self.is_mounted = True

    def leave(self):
        if self.is_mounted:
            subprocess.run(['umount', self.home], check=True)
            self.is_mounted = False

    def remove(self):
        self.leave()
        shutil.rmtree(self.folder)


class Image(unittest.TestCase):

    def setUp(self):
        self.disk = Disk()
        self.addCleanup(self.disk.remove)
        self.elsewhere = Path(tempfile.mkdtemp(prefix='mukana-elsewhere-'))
        self.addCleanup(shutil.rmtree, self.elsewhere)
        self.list = self.elsewhere / 'people.csv'
        self.list.write_text(LIST, 'utf-8')

    def test_a_session_leaves_nothing_of_anybody_on_the_disk(self):
        done = subprocess.run([RUN_UI, 'bash', '-c', SESSION], capture_output=True, text=True,
                              timeout=400, env={**os.environ, 'TMPDIR': str(self.disk.home),
                                                'CLI': PROGRAM, 'WINDOW': WINDOW,
                                                'LIST': str(self.list), 'UI_LANGUAGE': 'en'})
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual([name for name, *_ in PEOPLE if name not in done.stdout], [])
        self.disk.leave()
        self.assertEqual(markers_in(self.disk.image), set())

    def test_control_a_list_that_was_removed_is_found(self):
        path = self.disk.home / 'people.csv'
        path.write_text(LIST, 'utf-8')
        os.sync()
        path.unlink()
        self.disk.leave()
        self.assertGreaterEqual(len(markers_in(self.disk.image)), 4 * len(PEOPLE))


if __name__ == '__main__':
    if os.environ.get('MUKANA_HARNESS') != 'nightly':
        print('skipped: the disk is read at night')
        sys.exit(77)
    try:
        Disk().remove()
    except (OSError, subprocess.CalledProcessError) as refused:
        print(f'skipped: this system mounts no disk of ours: {refused}')
        sys.exit(77)
    unittest.main(argv=sys.argv[:1], verbosity=2)
