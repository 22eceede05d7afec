"""Reading what strace -y writes: who wrote what to which file, and which files were made."""

import re
import subprocess
from typing import Iterator, NamedTuple

CALLS = 'write,pwrite64,writev,pwritev,pwritev2,sendmsg,sendto,sendmmsg,openat,open,creat'

# 1234 write(1<pipe:[567]>, "…", 3) = 3
WRITE = re.compile(r'^\d+\s+(?:write|pwrite64|writev|pwritev2?|sendmsg|sendto|sendmmsg)'
                   r'\((\d+)(?:<(.*?)>)?, (.*)$')
MADE = re.compile(r'^\d+\s+(?:openat\((?:AT_FDCWD|\d+)(?:<(?P<at>.*?)>)?, |open\(|creat\()'
                  r'"(?P<path>[^"]*)"(?P<rest>.*)$')
OPENED = re.compile(r'^\d+\s+openat\([^"]*"(?P<path>[^"]*)", (?P<flags>\S+?)[,)].* = \d+')


class Write(NamedTuple):
    descriptor: int
    target: str      # what the descriptor is: a path, "pipe:[1]", "UNIX-STREAM:[1]"
    data: str        # as strace shows it


def command(output) -> list[str]:
    """What to put before a command so that its calls are written to the file output."""
    return ['strace', '-f', '-y', '-qq', '-s', '100000', '-e', f'trace={CALLS}', '-e', 'signal=none',
            '-o', str(output)]


def works() -> bool:
    """Whether there is an strace here, and it may trace."""
    try:
        return subprocess.run(['strace', '-qq', '-o', '/dev/null', 'true'],
                              capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def lines(output) -> Iterator[str]:
    """The calls of a trace, each whole: one that another thread interrupted is put together."""
    begun: dict[str, str] = {}
    for line in output.read_text('utf-8', 'replace').splitlines():
        process = line.split(maxsplit=1)[0]
        if line.endswith('<unfinished ...>'):
            begun[process] = line.removesuffix('<unfinished ...>').rstrip()
        elif resumed := re.match(r'^\d+\s+<\.\.\. \w+ resumed>(.*)$', line):
            yield begun.pop(process, process + ' ') + resumed.group(1)
        else:
            yield line
    yield from begun.values()


def writes(output) -> Iterator[Write]:
    for line in lines(output):
        if match := WRITE.match(line):
            yield Write(int(match.group(1)), match.group(2) or '', match.group(3))


def made_files(output) -> Iterator[str]:
    """The paths of files that were made or might have been: opened so that they would be."""
    for line in lines(output):
        match = MADE.match(line)
        if match and ('O_CREAT' in match['rest'] or 'O_TMPFILE' in match['rest'] or 'creat(' in line):
            path = match['path']
            yield path if path.startswith('/') else f'{match["at"] or "."}/{path}'


def openings(output, path) -> Iterator[str]:
    """The flags with which a file was opened, in order."""
    for line in lines(output):
        match = OPENED.match(line)
        if match and match['path'] == str(path):
            yield match['flags']
