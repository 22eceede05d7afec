"""Includes obey the one line that rules the tree: a lower layer never includes a higher one.

Files are made in a few places only, which see to it that nothing planted is written over.
"""

import re

from lint import Finding, files, line_of, main, name_of, without_comments

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+([<"])([^>"]+)[>"]', re.MULTILINE)

LAYERS = ['base', 'domain', 'store', 'services', 'cli']

# How the names of those begin who may see an engine's header.
ENGINES = {
    'sqlite3.h': 'src/store/mukana-db-sqlite',
    'libpq-fe.h': 'src/store/mukana-db-postgres',
}

# Base and domain know no files and no network.
IMPURE = re.compile(r'gio/|glib/gstdio\.h|stdio\.h|unistd\.h|fcntl\.h|time\.h|sys/|netdb\.h')
DISPLAY = re.compile(r'gtk/|gdk/|gsk/|adwaita\.h')

# Where files are made: new, their owner's alone, and through no link.
MAKING = re.compile(r'\b(?:O_CREAT|O_TMPFILE|fopen|freopen|g_fopen|creat|g_creat|mkstemp|g_mkstemp\w*'
                    r'|g_file_set_contents\w*|g_file_create\w*|g_file_replace\w*|g_file_append_to\w*'
                    r'|g_file_open_tmp|g_file_copy\w*|g_key_file_save_to_file'
                    r'|cairo_(?:pdf|svg|ps)_surface_create|cairo_surface_write_to_png)\b')
MAKERS = ('src/services/mukana-new-file.c', 'src/services/mukana-file-carrying.c',
          'src/services/mukana-anchor.c', 'src/store/mukana-side-file.c',
          'src/store/mukana-db-sqlite-file.c')


def layer_of(name: str) -> str:
    """src/store/x.c is in store; ui/people/x.c in ui/people; src/main.c in main."""
    parts = name.split('/')
    if parts[0] == 'ui':
        return 'ui/' + (parts[1] if len(parts) > 2 else '')
    return parts[1] if len(parts) > 2 else 'main'


def may_see(layer: str, other: str, header: str) -> bool:
    if layer == 'main':
        return True
    if layer in LAYERS:
        return other in LAYERS and LAYERS.index(other) <= LAYERS.index(layer)
    if other in LAYERS:
        return other != 'cli'
    # The search over everything offers the pages too, so it reads their registry.
    if layer in ('ui/', 'ui/app', 'ui/search'):
        return True
    if layer == 'ui/kit':
        # What a page is given is the one thing of the application that the kit knows.
        return other == 'ui/kit' or header == 'ui/app/mukana-context.h'
    return other in (layer, 'ui/kit', 'ui/app')


def problem(name: str, layer: str, mark: str, header: str, headers: set[str]) -> str | None:
    if header in ENGINES and not name.startswith(ENGINES[header]):
        return f'<{header}> belongs to {ENGINES[header]}* alone'
    if DISPLAY.match(header) and layer in LAYERS:
        return f'<{header}>: only ui and src/main.c may need a display'
    if mark == '<':
        if layer in ('base', 'domain') and IMPURE.match(header):
            return f'<{header}>: {layer} does no input or output'
        return None
    if '/' not in header:
        # What is in no folder of the tree is written by the build.
        return f'"{header}" does not carry its layer' if header in headers else None
    parts = header.split('/')
    other = 'ui/' + (parts[1] if len(parts) > 2 else '') if parts[0] == 'ui' else parts[0]
    if other not in LAYERS and not other.startswith('ui/'):
        return f'"{header}" is in no layer'
    if not may_see(layer, other, header):
        return f'{layer} may not include {other} ("{header}")'
    return None


def check(root):
    headers = {path.name for path in files(root, 'src/**/*.h', 'ui/**/*.h')}
    for path in files(root, 'src/**/*.[ch]', 'ui/**/*.[ch]', 'src/**/*.c.in', 'ui/**/*.c.in'):
        name = name_of(root, path)
        source = path.read_text('utf-8')
        code = without_comments(source)
        for match in INCLUDE.finditer(code):
            message = problem(name, layer_of(name), match.group(1), match.group(2), headers)
            if message:
                yield Finding(name, line_of(code, match.start(1)), message)
        for match in () if name in MAKERS else MAKING.finditer(code):
            yield Finding(name, line_of(code, match.start()),
                          f'{match.group()}: files are made by services/mukana-new-file')


if __name__ == '__main__':
    main(check)
