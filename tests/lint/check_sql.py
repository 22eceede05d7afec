"""SQL lives in files; every statement is used; a released schema step is never edited."""

import hashlib
import re

from lint import Finding, files, line_of, main, name_of, strings

ENGINES = ('src/store/mukana-db-sqlite', 'src/store/mukana-db-postgres')
RELEASED = 'tests/fixtures/schema.sha256'

# Written as SQL is: the words in capitals, in an order that English does not have.
SQL = re.compile(r'\bSELECT\s.*\bFROM\b|\bSELECT\s+\w+\s*\(|\bINSERT\s+INTO\b'
                 r'|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b'
                 r'|\b(CREATE|DROP|ALTER)\s+(TABLE|VIEW|INDEX|SCHEMA)\b'
                 r'|\bPRAGMA\s+\w+\s*([=(;]|$)|\bORDER\s+BY\b|\bWHERE\s+\w+\s*(=|IN\b)', re.DOTALL)
STATEMENT = re.compile(r'^-- name:[ \t]*(\S+)[ \t]*$', re.MULTILINE)
NAME = re.compile(r'([a-z_]+)\.[a-z0-9_-]+')
FILE_ENDINGS = ('csv', 'sql', 'xlsx', 'xml', 'db', 'json', 'ui', 'c', 'h', 'so', 'mukana')


def check_literals(root):
    for path in files(root, 'src/**/*.[ch]', 'ui/**/*.[ch]'):
        name = name_of(root, path)
        if name.startswith(ENGINES):
            continue
        source = path.read_text('utf-8')
        for offset, text in strings(source):
            if SQL.search(text):
                yield Finding(name, line_of(source, offset), 'SQL in a C string')


def check_names(root):
    defined = {}
    for path in files(root, 'src/store/sql/*.sql'):
        text = path.read_text('utf-8')
        for match in STATEMENT.finditer(text):
            place = name_of(root, path), line_of(text, match.start())
            statement = match.group(1)
            if statement in defined:
                yield Finding(*place, f'{statement} is there twice')
            defined[statement] = place

    collections = {statement.split('.')[0] for statement in defined}
    used = set()
    for path in files(root, 'src/**/*.[ch]'):
        source = path.read_text('utf-8')
        for offset, text in strings(source):
            match = NAME.fullmatch(text)
            if not match or match.group(1) not in collections:
                continue
            used.add(text)
            if text not in defined and text.split('.')[1] not in FILE_ENDINGS:
                yield Finding(name_of(root, path), line_of(source, offset),
                              f'there is no statement {text}')

    for statement, place in defined.items():
        if statement not in used:
            yield Finding(*place, f'{statement} is used nowhere')


def check_schema(root):
    released = root / RELEASED
    if released.exists():
        for number, line in enumerate(released.read_text('utf-8').splitlines(), 1):
            digest, name = line.split()
            step = root / name
            if not step.exists():
                yield Finding(RELEASED, number, f'{name} is gone')
            elif hashlib.sha256(step.read_bytes()).hexdigest() != digest:
                yield Finding(name, 1, 'a released step was edited; write a new one')

    for path in files(root, 'src/store/schema/*.sql'):
        for one, other in (('.sqlite.sql', '.postgres.sql'), ('.postgres.sql', '.sqlite.sql')):
            twin = path.with_name(path.name.removesuffix(one) + other)
            if path.name.endswith(one) and not twin.exists():
                yield Finding(name_of(root, path), 1, f'its twin {twin.name} is missing')


def check(root):
    yield from check_literals(root)
    yield from check_names(root)
    yield from check_schema(root)


if __name__ == '__main__':
    main(check)
