"""The programs are built to be hard to misuse: moved about in memory, nothing written that is run.

    check_hardened.py is-fortified PROGRAM...     "1" where the build can check sizes of copies
"""

import re
import shutil
import subprocess
import sys

is_fortified, programs = sys.argv[1] == '1', sys.argv[2:]

if shutil.which('readelf') is None:
    print('1..0 # SKIP readelf is not installed')
    sys.exit(0)


def read(*words):
    return subprocess.run(['readelf', '--wide', *words], capture_output=True, text=True, check=True).stdout


def findings(program):
    header, segments = read('--file-header', program), read('--segments', program)
    dynamic, symbols = read('--dynamic', program), read('--dyn-syms', program)
    stack = re.search(r'GNU_STACK.*', segments)
    if not re.search(r'Type:\s+DYN', header):
        yield 'stands at one place in memory'
    if 'GNU_RELRO' not in segments or not re.search(r'BIND_NOW|NOW', dynamic):
        yield 'leaves its table of functions writable'
    if not stack or 'RWE' in stack.group() or re.search(r'LOAD.*RWE', segments):
        yield 'has memory that is written and run'
    if '__stack_chk_fail' not in symbols:
        yield 'does not watch its stack'
    if is_fortified and not re.search(r'__\w+_chk\b', symbols.replace('__stack_chk_fail', '')):
        yield 'does not check the sizes of copies'


print(f'1..{len(programs)}')
failed = False
for number, program in enumerate(programs, 1):
    found = list(findings(program))
    failed = failed or bool(found)
    print(f'{"not ok" if found else "ok"} {number} {program.rsplit("/", 1)[-1]}')
    for finding in found:
        print(f'# {finding}')
sys.exit(failed)
