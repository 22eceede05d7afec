"""Everything a person reads is marked for translation, and listed, and translated.

    check_po.py [ROOT]              what is marked is listed; what is shown is marked
    check_po.py --complete [ROOT]   and each language has every string, none of them stale
    check_po.py --fix [ROOT]        writes po/POTFILES anew
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from lint import Finding, ROOT, files, line_of, main, name_of, without_comments

MARKED_C = re.compile(r'\b(_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*(?:GETTEXT_PACKAGE\s*,\s*)?"')
MARKED_UI = re.compile(r'translatable="(yes|true)"')
TEMPLATES = ('data/*.desktop.in', 'data/*.metainfo.xml.in', 'data/*.gschema.xml')

# Calls that show their string to a person, or have it read out.
SHOWN = re.compile(
    r'\b((?:gtk|adw|g|mukana)_\w*(?:_set_(?:title|subtitle|label|text|markup|description'
    r'|tooltip_text|tooltip_markup|placeholder_text|heading|body|button_label|menu_label|message)'
    r'|_new_with_label|_new_with_mnemonic|_add_response|_add_toast|_format_body)'
    r'|(?:gtk_label|gtk_check_button|adw_toast|adw_message_dialog|gtk_link_button'
    r'|g_menu_item)_new\w*'
    r'|g_menu_append|g_menu_append_section|g_menu_append_submenu)\s*\(')

PROPERTIES = {'title', 'subtitle', 'label', 'tooltip-text', 'description', 'placeholder-text',
              'text', 'heading', 'body', 'button-label', 'menu-label', 'help-text'}
ELEMENT = re.compile(r'<(?:property|attribute)\s+([^>]*?)>([^<]*)<')
NAME = re.compile(r'\bname="([^"]*)"')
WORD = re.compile(r'[^\W\d_]{2}')


def marked_files(root):
    names = []
    for path in files(root, 'src/**/*.[ch]', 'ui/**/*.[ch]', 'src/**/*.c.in', 'ui/**/*.c.in'):
        if MARKED_C.search(without_comments(path.read_text('utf-8'))):
            names.append(name_of(root, path))
    for path in files(root, 'ui/**/*.ui'):
        if MARKED_UI.search(path.read_text('utf-8')):
            names.append(name_of(root, path))
    return sorted(names + [name_of(root, path) for path in files(root, *TEMPLATES)])


def listed_files(root):
    potfiles = root / 'po' / 'POTFILES'
    lines = potfiles.read_text('utf-8').splitlines() if potfiles.exists() else []
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def check_listed(root):
    marked, listed = marked_files(root), listed_files(root)
    for name in marked:
        if name not in listed:
            yield Finding(name, 1, 'has strings to translate but is missing from po/POTFILES')
    for name in listed:
        if not (root / name).exists():
            yield Finding('po/POTFILES', listed.index(name) + 1, f'{name} is gone')


def arguments(code, start):
    """The text of a call's arguments, whose bracket opened before start."""
    depth = 1
    for match in re.finditer(r'"(?:\\.|[^"\\\n])*"|[()]', code[start:start + 2000]):
        depth += {'(': 1, ')': -1}.get(match.group(), 0)
        if depth == 0:
            return code[start:start + match.start()]
    return ''


def bare_literals(text):
    """String literals among arguments that stand in no call of their own."""
    depth = 0
    for match in re.finditer(r'"((?:\\.|[^"\\\n])*)"|[()]', text):
        if match.group() in '()':
            depth += 1 if match.group() == '(' else -1
        elif depth == 0:
            yield match.group(1)


def shows_words(literal):
    """Formats, identifiers, ids of responses and markup without words need no translation."""
    plain = re.sub(r'%[-+ #0-9.*]*(?:hh|h|ll|l|z)?[a-zA-Z]|\\.|<[^>]*>|&\w+;', '', literal)
    is_code = re.fullmatch(r'[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*', plain)
    return bool(WORD.search(plain)) and not is_code


def check_marked(root):
    for path in files(root, 'ui/**/*.c', 'src/main.c'):
        source = path.read_text('utf-8')
        code = without_comments(source)
        for call in SHOWN.finditer(code):
            for literal in bare_literals(arguments(code, call.end())):
                if shows_words(literal):
                    yield Finding(name_of(root, path), line_of(code, call.start()),
                                  f'"{literal}" is shown but not marked with _()')

    for path in files(root, 'ui/**/*.ui'):
        text = re.sub(r'<!--.*?-->', lambda m: re.sub(r'[^\n]', ' ', m.group()),
                      path.read_text('utf-8'), flags=re.DOTALL)
        for element in ELEMENT.finditer(text):
            attributes, words = element.groups()
            name = NAME.search(attributes)
            if (name and name.group(1).replace('_', '-') in PROPERTIES and WORD.search(words)
                    and 'translatable=' not in attributes):
                yield Finding(name_of(root, path), line_of(text, element.start()),
                              f'"{words.strip()}" is shown but not translatable')


def check_translated(root):
    languages = (root / 'po' / 'LINGUAS').read_text('utf-8').split()
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / 'mukana.pot'
        subprocess.run(
            ['xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_',
             '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=ngettext:1,2',
             '--keyword=g_dngettext:2,3', '--keyword=g_dcgettext:2', '--keyword=g_dpgettext2:2c,3',
             '--directory=' + str(root), '--files-from=' + str(root / 'po' / 'POTFILES'),
             '--output=' + str(pot)],
            check=True, stderr=subprocess.DEVNULL)
        for language in languages:
            name = f'po/{language}.po'
            yield from check_language(root / name, name, pot)


def complaints(*command):
    """(file, line, complaint) of each error that a gettext tool reports."""
    run = subprocess.run(command, capture_output=True, text=True, env={**os.environ, 'LC_ALL': 'C'})
    found = [re.match(r'(.*?):(\d+)(?::\d+)?: (?!warning)(.*)', line)
             for line in run.stderr.splitlines()]
    found = [(match.group(1), int(match.group(2)), match.group(3)) for match in found if match]
    if run.returncode and not found:
        found.append((command[-1], 1, run.stderr.strip() or 'cannot be read'))
    return found


def check_language(po, name, pot):
    sources = pot.read_text('utf-8').splitlines()
    for path, line, complaint in complaints('msgcmp', str(po), str(pot)):
        if path == str(po):
            yield Finding(name, line, complaint)
        else:
            yield Finding(name, 1, f'has no {sources[line - 1]}')
    for path, line, complaint in complaints('msgfmt', '--check-format', '--output-file=/dev/null',
                                            str(po)):
        yield Finding(name, line, complaint)

    text = po.read_text('utf-8')
    for obsolete in re.finditer(r'^#~ msgid', text, re.MULTILINE):
        yield Finding(name, line_of(text, obsolete.start()), 'an obsolete string')


def check(root):
    yield from check_listed(root)
    yield from check_marked(root)


def check_complete(root):
    yield from check(root)
    yield from check_translated(root)


if __name__ == '__main__':
    if '--fix' in sys.argv:
        sys.argv.remove('--fix')
        top = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
        (top / 'po' / 'POTFILES').write_text('\n'.join(marked_files(top)) + '\n', 'utf-8')
    elif '--complete' in sys.argv:
        sys.argv.remove('--complete')
        main(check_complete)
    else:
        main(check)
