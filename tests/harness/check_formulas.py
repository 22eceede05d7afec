"""A spreadsheet that opens what the program writes computes nothing in it.

    check_formulas.py WRITE-PAYLOADS

LibreOffice opens the files and says what it has understood; sixty texts that look like formulas,
each in a CSV file, by both marks that might divide its cells, and in a workbook.  Skipped where
LibreOffice is not installed.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

WRITER = os.path.abspath(sys.argv[1])
# Cells divided by a mark, in UTF-8, from the first line, with formulas computed as on screen.
CSV = 'Text - txt - csv (StarCalc):{mark},34,76,1,,0,false,true,false,false,false,0,true'
FORMULA = re.compile(rb'table:formula="([^"]*)"')


class Formulas(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix='mukana-formulas-'))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.raw, cls.csv, cls.workbook = (cls.folder / name for name in
                                          ('raw.csv', 'cells.csv', 'cells.xlsx'))
        subprocess.run([WRITER, cls.raw, cls.csv, cls.workbook], check=True)

    def formulas(self, path, mark=None):
        out = Path(tempfile.mkdtemp(dir=self.folder))
        options = [f'--infilter={CSV.format(mark=ord(mark))}'] if mark else []
        subprocess.run(['soffice', f'-env:UserInstallation=file://{self.folder}/profile',
                        '--headless', *options, '--convert-to', 'fods', '--outdir', out, path],
                       check=True, capture_output=True, timeout=180,
                       env={**os.environ, 'HOME': str(self.folder)})
        content = next(out.iterdir()).read_bytes()
        self.assertGreater(content.count(b'<table:table-row'), 15)
        return FORMULA.findall(content)

    def test_control_what_is_written_without_care_is_computed(self):
        self.assertGreater(len(self.formulas(self.raw, ';')), 2)

    def test_a_list_computes_nothing(self):
        for mark in ';,':
            self.assertEqual(self.formulas(self.csv, mark), [], mark)

    def test_a_workbook_computes_nothing(self):
        self.assertEqual(self.formulas(self.workbook), [])


if __name__ == '__main__':
    if shutil.which('soffice') is None:
        print('skipped: LibreOffice is not installed')
        sys.exit(77)
    if os.environ.get('MUKANA_HARNESS') != 'nightly':
        print('skipped: LibreOffice opens the files at night')
        sys.exit(77)
    unittest.main(argv=sys.argv[:1], verbosity=2)
