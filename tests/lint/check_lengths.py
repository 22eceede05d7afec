"""Functions, files and lines stay short enough to be read."""

import re

from lint import Finding, files, main, name_of

COLUMNS = 100
WHOLE_COLUMNS = 160   # a column of a table, with its rule and its class, stands on one line;
                      # so does a row of a list that a test writes
FILE_LINES = 1000
REASON_LINES = 60
FUNCTION_LINES = 120

REASON = re.compile(r'/\*\s*long:\s*\S')


def functions(lines):
    """(first, last, reason given) of each function body, by our form: braces in column one."""
    start = None
    before = 0
    for index, line in enumerate(lines):
        if line.rstrip() == '{' and index > 0 and lines[index - 1].rstrip().endswith(')'):
            start = index
        elif line.rstrip() == '}' and start is not None:
            yield start, index, any(REASON.search(text) for text in lines[before:index])
            start = None
        if line.startswith('}'):
            before = index + 1


def check(root):
    for path in files(root, '[a-z]*/**/*.[ch]', '[a-z]*/**/*.py', '[a-z]*/**/*.sh',
                      '[a-z]*/**/*.sql', '[a-z]*/**/meson.build', 'meson.build'):
        name = name_of(root, path)
        if name.split('/')[0] not in ('src', 'ui', 'data', 'po', 'tests', 'meson.build'):
            continue

        lines = path.read_text('utf-8').split('\n')
        if len(lines) - 1 > FILE_LINES:
            yield Finding(name, FILE_LINES + 1, f'{len(lines) - 1} lines; {FILE_LINES} is the wall')

        wall = WHOLE_COLUMNS if path.suffix in ('.sql', '.py') or path.name == 'meson.build' else COLUMNS
        for number, line in enumerate(lines, 1):
            if len(line) > wall:
                yield Finding(name, number, f'{len(line)} columns; {wall} is the wall')
            if '\t' in line:
                yield Finding(name, number, 'a tab')

        if path.suffix not in ('.c', '.h'):
            continue
        for first, last, has_reason in functions(lines):
            length = last - first + 1
            if length > FUNCTION_LINES:
                yield Finding(name, first + 1, f'a function of {length} lines; '
                              f'{FUNCTION_LINES} is the wall')
            elif length > REASON_LINES and not has_reason:
                yield Finding(name, first + 1, f'a function of {length} lines without '
                              '"/* long: reason */"')


if __name__ == '__main__':
    main(check)
