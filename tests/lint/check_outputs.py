"""Every job says in src/services/outputs.csv whom it tells of: a new one without a row is refused.

What gives people out (matching, inviting, exporting, reporting) runs in the lane of the door, whose
connection reads them by the consent views alone.  What serves the record itself, a person's rights or
the register's keeping says so, and why it may read everybody.  A short read that tells of people names
the deed it needs, and what gives people out is played through by the test of outputs.
"""

import csv
import re

from lint import Finding, files, line_of, main, name_of, without_comments

LIST = 'src/services/outputs.csv'
KINDS = ('door', 'guarded', 'record', 'keeping', 'nobody')
JOB = re.compile(r'MukanaJob\s+(\w+)\s*=\s*\{(.*?)\};', re.S)
NAME = re.compile(r'"([a-z0-9-]+\.[a-z0-9-]+)"')
LANE = re.compile(r'\bMUKANA_LANE_(\w+)')
TEST = 'tests/services/test-outputs.c'


def jobs(root):
    """Every job: its file and line, its variable, its name, its lane, whether it names a deed."""
    for path in files(root, 'src/store/*.c', 'src/services/*.c', 'src/cli/*.c', 'ui/**/*.c'):
        text = without_comments(path.read_text('utf-8'))
        for job in JOB.finditer(text):
            name, lane = NAME.search(job.group(2)), LANE.search(job.group(2))
            if name and lane:
                yield (name_of(root, path), line_of(text, job.start()), job.group(1),
                       name.group(1), lane.group(1), '.needs' in job.group(2))


def check(root):
    path = root / LIST
    rows = list(csv.DictReader(path.read_text('utf-8').splitlines())) if path.exists() else []
    kinds = {row['job']: row['tells'] for row in rows}

    test = root / TEST
    tried = test.read_text('utf-8') if test.exists() else ''

    found = set()
    for name, line, variable, job, lane, names_deed in jobs(root):
        found.add(job)
        if job not in kinds:
            yield Finding(name, line, f'{job} is not in {LIST}')
        elif (kinds[job] == 'door') != (lane == 'DOOR'):
            yield Finding(name, line, f'{job} tells "{kinds[job]}" in the lane {lane}')
        elif lane == 'READ' and kinds[job] != 'nobody' and not names_deed:
            yield Finding(name, line, f'{job} tells of people and does not say whom it lets read')
        elif lane == 'DOOR' and not re.search(rf'\b{variable}\b', tried):
            yield Finding(name, line, f'{job} gives people out and {TEST} does not try it')

    for number, row in enumerate(rows, 2):
        if row['job'] not in found:
            yield Finding(LIST, number, f'there is no job {row["job"]}')
        if row['tells'] not in KINDS:
            yield Finding(LIST, number, f'{row["job"]} tells nothing of {", ".join(KINDS)}')
        elif row['tells'] in ('guarded', 'record', 'keeping') and not row['why'].strip():
            yield Finding(LIST, number, f'{row["job"]} reads everybody and does not say why')


if __name__ == '__main__':
    main(check)
