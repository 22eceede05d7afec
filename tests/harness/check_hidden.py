"""The memory of a program that opens registers is its own: it is not dumped and not traced.

    check_hidden.py NAME PROGRAM ARGUMENT…

Each test has a control, a program that does not hide, to show that this system would dump and
let itself be traced at all; where it does not, there is nothing to show and the test is skipped.
As root, who may do everything, the right to trace is given up first, on both sides.
"""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

NAME, COMMAND = sys.argv[1], [os.path.abspath(sys.argv[2]), *sys.argv[3:]]
PATIENCE = 30
WITHOUT_RIGHT = ['setpriv', '--bounding-set', '-sys_ptrace'] if os.geteuid() == 0 else []

# Seizes a process, lets it go again, and exits with 0 or with what it was told.
TRACER = '''
import ctypes, sys
libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long] * 4
sys.exit(0 if libc.ptrace(0x4206, int(sys.argv[1]), 0, 0) == 0 else ctypes.get_errno())
'''
EPERM = 1


class Hidden(unittest.TestCase):

    def setUp(self):
        self.home = Path(tempfile.mkdtemp(prefix='mukana-hidden-'))
        self.addCleanup(shutil.rmtree, self.home)

    def start(self, *command):
        environment = {**os.environ, 'HOME': str(self.home), 'XDG_DATA_HOME': str(self.home)}
        environment['ASAN_OPTIONS'] = os.environ.get('ASAN_OPTIONS', '') + ':disable_coredump=0'
        command = [word.replace('@HOME@', str(self.home)) for word in command]
        process = subprocess.Popen(
            [*WITHOUT_RIGHT, *command], env=environment, cwd=self.home, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2))
        self.addCleanup(self.stop, process)
        return process

    @staticmethod
    def stop(process):
        if process.poll() is None:
            process.kill()
            process.wait()

    def wait_until_there(self, process, program):
        """It is no longer the program that gives rights up and starts it."""
        deadline = time.monotonic() + PATIENCE
        while Path(f'/proc/{process.pid}/comm').read_text().strip() != Path(program).name[:15]:
            self.assertIsNone(process.poll(), 'the program could not be started')
            self.assertLess(time.monotonic(), deadline, 'the program does not start')

    @staticmethod
    def trace(process):
        return subprocess.run([*WITHOUT_RIGHT, sys.executable, '-c', TRACER, str(process.pid)],
                              capture_output=True).returncode

    def wait_until_hidden(self, process):
        """From the first line of main on; before that there is nothing to hide."""
        self.wait_until_there(process, COMMAND[0])
        deadline = time.monotonic() + PATIENCE
        while self.trace(process) != EPERM:
            self.assertLess(time.monotonic(), deadline, 'the program lets itself be traced')
        self.assertIsNone(process.poll(), 'the program has ended by itself')

    def abort(self, process):
        """Returns whether the system dumped the memory of the process, wherever to."""
        os.kill(process.pid, signal.SIGABRT)
        _, status = os.waitpid(process.pid, 0)
        process.returncode = -signal.SIGABRT
        self.assertTrue(os.WIFSIGNALED(status), status)
        self.assertEqual(os.WTERMSIG(status), signal.SIGABRT)
        return os.WCOREDUMP(status)

    def test_no_other_process_looks_into_it(self):
        control = self.start('sleep', str(PATIENCE))
        self.wait_until_there(control, 'sleep')
        if self.trace(control) != 0:
            self.skipTest('This system lets nobody trace')
        self.wait_until_hidden(self.start(*COMMAND))

    def test_no_core_is_written(self):
        control = self.start('sleep', str(PATIENCE))
        self.wait_until_there(control, 'sleep')
        if not self.abort(control):
            self.skipTest('This system writes no core files')
        process = self.start(*COMMAND)
        self.wait_until_hidden(process)
        for core in self.home.glob('core*'):
            core.unlink()   # of the control
        self.assertFalse(self.abort(process))
        self.assertEqual(list(self.home.glob('core*')), [])


if __name__ == '__main__':
    unittest.main(argv=[NAME], verbosity=2)
