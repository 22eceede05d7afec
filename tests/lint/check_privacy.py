"""Each column of the schema says in a comment to which privacy class it belongs."""

import re

from lint import Finding, files, line_of, main, name_of

CLASSES = ('plain', 'personal', 'contact', 'special', 'money', 'secret')

TABLE = re.compile(r'^CREATE TABLE\s+(\w+)\s*\(', re.MULTILINE)
ADDED = re.compile(r'^ALTER TABLE\s+(\w+)\s+ADD\s+(?:COLUMN\s+)?(\w+)[^;]*;([^\n]*)', re.MULTILINE)
TOKEN = re.compile(r"--[^\n]*|'(?:''|[^'])*'|[(),]|[^\s(),']+")
CONSTRAINT = ('PRIMARY', 'FOREIGN', 'UNIQUE', 'CHECK', 'CONSTRAINT', 'EXCLUDE')


def privacy_class(comment):
    word = re.match(r'(?:--)?\s*([a-z]*)', comment).group(1)
    return word if word in CLASSES else None


def columns(text, start):
    """[offset, name, class] of each column of the table whose bracket opened before start."""
    found = []
    depth = 1
    is_new = True
    for token in TOKEN.finditer(text, start):
        mark = token.group()
        if mark.startswith('--'):
            # A comment speaks of the column that began last; its comma may stand before it.
            if found and found[-1][2] is None:
                found[-1][2] = privacy_class(mark)
        elif mark == ',' and depth == 1:
            is_new = True
        elif mark in '()':
            depth += 1 if mark == '(' else -1
            if depth == 0:
                line_end = text.find('\n', token.end())
                after = text[token.end():line_end].strip(' ;')
                if found and found[-1][2] is None and after.startswith('--'):
                    found[-1][2] = privacy_class(after)
                break
        elif is_new:
            found.append([token.start(), mark, None])
            is_new = False
    return [column for column in found if column[1] not in CONSTRAINT]


def check(root):
    for path in files(root, 'src/store/schema/*.sql'):
        text = path.read_text('utf-8')
        name = name_of(root, path)
        for table in TABLE.finditer(text):
            for offset, column, has_class in columns(text, table.end()):
                if not has_class:
                    yield Finding(name, line_of(text, offset),
                                  f'{table.group(1)}.{column} names no privacy class')
        for added in ADDED.finditer(text):
            if not privacy_class(added.group(3).strip()):
                yield Finding(name, line_of(text, added.start()),
                              f'{added.group(1)}.{added.group(2)} names no privacy class')


if __name__ == '__main__':
    main(check)
