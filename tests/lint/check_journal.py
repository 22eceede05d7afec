"""Every deed that the program writes into the journal has its words."""

import re

from lint import Finding, files, line_of, main, name_of

VOCABULARY = 'src/domain/mukana-journal-action.c'
CALL = re.compile(r'\bmukana_journal_add(?:_at)?\s*\(([^;{]*?)\)\s*(?:;|\)|\|\||&&|\?)', re.DOTALL)
LOOK = re.compile(r'\(MukanaLook\)\s*\{\s*"([^"]+)"')
ACTION = re.compile(r'"([a-z-]+\.[a-z0-9-]+)"')


def check(root):
    vocabulary = root / VOCABULARY
    known = set(ACTION.findall(vocabulary.read_text('utf-8'))) if vocabulary.exists() else set()

    for path in files(root, 'src/**/*.c', 'ui/**/*.c'):
        name = name_of(root, path)
        text = path.read_text('utf-8')
        for call in CALL.finditer(text):
            for action in ACTION.finditer(call.group(1)):
                if action.group(1) not in known:
                    yield Finding(name, line_of(text, call.start(1) + action.start()),
                                  f'{action.group(1)} has no words in {VOCABULARY}')
        for look in LOOK.finditer(text):
            if look.group(1) not in known:
                yield Finding(name, line_of(text, look.start()),
                              f'{look.group(1)} has no words in {VOCABULARY}')


if __name__ == '__main__':
    main(check)
