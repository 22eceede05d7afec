"""Nothing in the tree says that it is unfinished, or knows the machine it was written on."""

import re

from lint import Finding, files, line_of, main, name_of

# Written in two halves, so that this file may stand in the tree too.
UNFINISHED = r'\b(?:TO' r'DO|FIX' r'ME|XX' r'X|HA' r'CK)\b|(?i:\blorem\s+ip' r'sum\b)'
MACHINE = r'(?<![\w.$}\)-])/(?:wo' r'rk|ro' r'ot|ho' r'me/\w+|Us' r'ers/\w+)/'
REGISTRY = (r'registry\.npm' r'js|npm' r'js\.(?:org|com)|pypi\.' r'org|crates\.' r'io'
            r'|deb\.debian\.' r'org')

RULES = [
    (re.compile(UNFINISHED), 'smells of unfinished work'),
    (re.compile(MACHINE), 'is a path of one machine'),
    (re.compile(REGISTRY), 'is the address of a package registry'),
]

FOLDERS = ('src', 'ui', 'data', 'po', 'tests', 'subprojects')
NOT_OURS = ('LICENSE', '.git')
BINARY = ('.png', '.xlsx', '.tgz', '.gz', '.mukana', '.db', '.ods', '.pyc', '.mo')


def check(root):
    for path in files(root, '*', '.ci/*', *(f'{folder}/**/*' for folder in FOLDERS)):
        name = name_of(root, path)
        if path.suffix in BINARY or name in NOT_OURS or name.startswith('subprojects/package/'):
            continue
        try:
            text = path.read_text('utf-8')
        except UnicodeDecodeError:
            # A list to import in another encoding; its words are no one's promise.
            continue
        for rule, reason in RULES:
            for match in rule.finditer(text):
                yield Finding(name, line_of(text, match.start()),
                              f'"{match.group().strip()}" {reason}')


if __name__ == '__main__':
    main(check)
