"""Proves the lints: each little tree under cases/ must be found bad in exactly these ways."""

import sys
from pathlib import Path

import check_journal
import check_layers
import check_lengths
import check_outputs
import check_po
import check_privacy
import check_sql
import check_words

CASES = Path(__file__).resolve().parent / 'cases'
CHECKS = {
    'layers': check_layers.check,
    'lengths': check_lengths.check,
    'outputs': check_outputs.check,
    'sql': check_sql.check,
    'privacy': check_privacy.check,
    'po': check_po.check,
    'complete': check_po.check_complete,
    'words': check_words.check,
    'journal': check_journal.check,
}

failed = 0
print(f'1..{len(CHECKS)}')
for number, (name, check) in enumerate(CHECKS.items(), 1):
    expected = (CASES / f'{name}.txt').read_text('utf-8').splitlines()
    found = [str(finding) for finding in sorted(set(check(CASES / name)))]
    wrong = [f'# not found: {line}' for line in expected if line not in found]
    wrong += [f'# not expected: {line}' for line in found if line not in expected]
    print(f'{"not ok" if wrong else "ok"} {number} {name}')
    if wrong:
        failed = 1
        print('\n'.join(wrong))
sys.exit(failed)
