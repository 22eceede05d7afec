"""Every job says in src/services/outputs.csv whom it tells of: a new one without a row is refused.

What gives people out (matching, inviting, exporting, reporting) runs in the lane of the door, whose
connection reads them by the consent views alone.  What serves the record itself, a person's rights or
the register's keeping says so, and why it may read everybody.
"""

import csv
import re

from lint import Finding, files, line_of, main, name_of, without_comments

LIST = 'src/services/outputs.csv'
KINDS = ('door', 'guarded', 'record', 'keeping', 'nobody')
JOB = re.compile(r'MukanaJob\s+\w+\s*=\s*\{\s*"([a-z0-9-]+\.[a-z0-9-]+)",\s*MUKANA_LANE_(\w+)')


def jobs(root):
    for path in files(root, 'src/services/*.c', 'src/cli/*.c', 'ui/**/*.c'):
        text = without_comments(path.read_text('utf-8'))
        for job in JOB.finditer(text):
            yield name_of(root, path), line_of(text, job.start()), job.group(1), job.group(2)


def check(root):
    path = root / LIST
    rows = list(csv.DictReader(path.read_text('utf-8').splitlines())) if path.exists() else []
    kinds = {row['job']: row['tells'] for row in rows}

    found = set()
    for name, line, job, lane in jobs(root):
        found.add(job)
        if job not in kinds:
            yield Finding(name, line, f'{job} is not in {LIST}')
        elif (kinds[job] == 'door') != (lane == 'DOOR'):
            yield Finding(name, line, f'{job} tells "{kinds[job]}" in the lane {lane}')

    for number, row in enumerate(rows, 2):
        if row['job'] not in found:
            yield Finding(LIST, number, f'there is no job {row["job"]}')
        if row['tells'] not in KINDS:
            yield Finding(LIST, number, f'{row["job"]} tells nothing of {", ".join(KINDS)}')
        elif row['tells'] in ('guarded', 'record', 'keeping') and not row['why'].strip():
            yield Finding(LIST, number, f'{row["job"]} reads everybody and does not say why')


if __name__ == '__main__':
    main(check)
