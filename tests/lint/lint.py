"""What the lints share: reading the tree, C without its comments, and reporting.

A lint is a function check(root) that yields Finding; root is the top of the
tree, or of one of the little trees under cases/ that prove the lint catches.
"""

import re
import sys
from pathlib import Path
from typing import Iterator, NamedTuple

ROOT = Path(__file__).resolve().parents[2]

# One token of C that matters here: a comment, a string, or a character.
TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
STRING = re.compile(r'"((?:\\.|[^"\\\n])*)"')


class Finding(NamedTuple):
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f'{self.path}:{self.line}: {self.message}'


def files(root: Path, *patterns: str) -> Iterator[Path]:
    """The files under root that match, in a fixed order; patterns as in Path.glob."""
    found = {path for pattern in patterns for path in root.glob(pattern) if path.is_file()}
    cases = root / 'tests' / 'lint' / 'cases'
    return iter(sorted(path for path in found if cases not in path.parents))


def name_of(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def line_of(text: str, offset: int) -> int:
    return text.count('\n', 0, offset) + 1


def without_comments(source: str) -> str:
    """C with each comment made blank; offsets and line numbers stay."""
    def blank(match: re.Match) -> str:
        token = match.group()
        return re.sub(r'[^\n]', ' ', token) if token.startswith('/') else token
    return TOKEN.sub(blank, source)


def strings(source: str) -> Iterator[tuple[int, str]]:
    """(offset, text) of each string literal of C; neighbours are one string."""
    code = without_comments(source)
    # A character constant may hold a quote mark, which begins no string.
    code = re.sub(r"'(?:\\.|[^'\\\n])'", lambda m: ' ' * len(m.group()), code)
    start, text, end = 0, '', -1
    for match in STRING.finditer(code):
        if end >= 0 and code[end:match.start()].strip() == '':
            text += match.group(1)
        else:
            if end >= 0:
                yield start, text
            start, text = match.start(), match.group(1)
        end = match.end()
    if end >= 0:
        yield start, text


def main(check) -> None:
    root = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
    findings = sorted(set(check(root)))
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)
