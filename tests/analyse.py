"""What three analysers find in the C of the program: nothing, or this fails.

    analyse.py BUILD [PATTERN…]        of a build folder; files by pattern, else all of src and ui

Cppcheck, GCC's -fanalyzer and Clang's analyser read each file with the options that it is built
with.  An analyser that is not installed is left out, and said to be.  Takes an hour or more for
everything: part of harness/nightly.sh.
"""

import concurrent.futures
import fnmatch
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FINDING = re.compile(r'^(?P<path>[^ :]+):(?P<line>\d+):\d+: (?:warning|error|portability): (?P<what>.*)$')

# What is known to be no fault, by file and the beginning of what is said: with a reason.
KNOWN = ()


def commands(build, patterns):
    """(file, arguments) of each file of ours, without what names an output."""
    for entry in json.loads((build / 'compile_commands.json').read_text()):
        path = (build / entry['file']).resolve()
        name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else ''
        if name.startswith(('src/', 'ui/')) and any(fnmatch.fnmatch(name, one) for one in patterns):
            words = [word for word in shlex.split(entry['command'])
                     if word not in ('ccache', '-MD') and not word.startswith('-fsanitize')]
            for option in ('-o', '-MQ', '-MF', '-c'):
                while option in words:
                    at = words.index(option)
                    del words[at:at + 2]
            yield name, words[1:]


def gcc(name, words):
    return ['gcc', *words, '-w', '-fanalyzer', '-c', '-o', '/dev/null', ROOT / name]


def clang(name, words):
    return ['clang', *(word for word in words if word != '-mfpmath=sse'), '-w', '--analyze',
            '-Xclang', '-analyzer-output=text', '-o', '/dev/null', ROOT / name]


def cppcheck(name, words):
    kept = [word for word in words if word.startswith(('-I', '-D'))]
    return ['cppcheck', '--quiet', '--enable=warning,portability', '--inline-suppr',
            '--suppress=*:/usr/*', '--template={file}:{line}:{column}: {severity}: {message}',
            *kept, ROOT / name]


def findings(build, command):
    done = subprocess.run(list(map(str, command)), cwd=build, capture_output=True, text=True)
    for line in (done.stderr + done.stdout).splitlines():
        match = FINDING.match(line)
        path = (build / match['path']).resolve() if match else None
        if path is not None and path.is_relative_to(ROOT):
            yield path.relative_to(ROOT).as_posix(), int(match['line']), match['what']


def is_known(finding):
    return any(finding[0] == path and finding[2].startswith(what) for path, what, _ in KNOWN)


def main():
    build, patterns = Path(sys.argv[1]).resolve(), sys.argv[2:] or ['*']
    todo = list(commands(build, patterns))
    found = set()
    for tool in (cppcheck, gcc, clang):
        if shutil.which(tool.__name__) is None:
            print(f'{tool.__name__}: not installed')
            continue
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            answers = pool.map(lambda one: list(findings(build, tool(*one))), todo)
            here = {finding for answer in answers for finding in answer if not is_known(finding)}
        print(f'{tool.__name__}: {len(todo)} files, {len(here)} findings')
        found |= {(*finding, tool.__name__) for finding in here}
    for path, line, what, tool in sorted(found):
        print(f'{path}:{line}: {what} ({tool})')
    return 1 if found or not todo else 0


if __name__ == '__main__':
    sys.exit(main())
