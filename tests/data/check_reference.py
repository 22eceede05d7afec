"""The reference data that a new register begins with is whole and agrees with itself."""

import csv
import sys
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / 'data' / 'reference'


def table(name):
    with (FOLDER / f'{name}.csv').open(encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file, strict=True))


def repeated(values):
    return sorted(value for value, times in Counter(values).items() if times > 1)


def every_file_is_compiled_in():
    listing = (FOLDER / 'reference.gresource.xml').read_text('utf-8')
    return [path.name for path in FOLDER.glob('*.csv') if f'>{path.name}<' not in listing]


def every_row_is_full():
    for path in sorted(FOLDER.glob('*.csv')):
        rows = table(path.stem)
        for number, row in enumerate(rows, 2):
            if None in row or None in row.values():
                yield f'{path.name}:{number} has another number of columns'
            for column, value in row.items():
                may_be_empty = column in ('parent_id', 'law_items', 'valid_until', 'role_code',
                                          'cost_centre', 'decision_ref')
                # A measure may have no status, nobody to answer, and no indicator.
                may_be_empty = may_be_empty or path.stem == 'programme' and column not in (
                    'code', 'place', 'priority', 'goal', 'measure')
                if not value and not may_be_empty:
                    yield f'{path.name}:{number} has no {column}'
                if value != value.strip():
                    yield f'{path.name}:{number} has spaces around {column}'


def there_are_all_municipalities():
    rows = table('municipalities')
    counties = {row['code'] for row in table('counties')}
    if len(rows) != 308 or len(counties) != 23:
        yield f'{len(rows)} municipalities in {len(counties)} counties'
    yield from repeated(row['code'] for row in rows)
    for row in rows:
        if row['county_code'] not in counties:
            yield f'{row["code"]} is in no county'
        if not 59_500_000 < int(row['latitude']) < 70_200_000:
            yield f'{row["code"]} lies too far north or south'
        if not 19_000_000 < int(row['longitude']) < 31_700_000:
            yield f'{row["code"]} lies too far east or west'


def there_are_all_themes():
    rows = table('themes')
    ids = {row['id'] for row in rows}
    if len(rows) != 97 or len(ids) != 97:
        yield f'{len(rows)} themes, {len(ids)} different'
    for row in rows:
        if row['parent_id'] and row['parent_id'] not in ids:
            yield f'{row["id"]} has no parent {row["parent_id"]}'
        if '.' in row['id'] and row['parent_id'] != row['id'].split('.')[0]:
            yield f'{row["id"]} belongs to {row["parent_id"]}'


def a_word_means_one_theme():
    rows = table('synonyms')
    themes = table('themes')
    words = [(row['language'], row['word'].casefold()) for row in rows]
    words += [(language, row[f'label_{language}'].casefold())
              for row in themes for language in ('fi', 'sv')]
    yield from repeated(words)
    for language in ('fi', 'sv'):
        have = {row['theme_id'] for row in rows if row['language'] == language}
        yield from (f'{row["id"]} has no {language} words' for row in themes
                    if row['id'] not in have)
        yield from (f'{theme} is no theme' for theme in have - {row['id'] for row in themes})


def there_are_all_methods():
    rows = table('methods')
    if len(rows) != 46:
        yield f'{len(rows)} methods'
    yield from repeated(row['code'] for row in rows)
    for row in rows:
        if not (1 <= int(row['ladder_level']) <= 6 and 1 <= int(row['house_level']) <= 6):
            yield f'{row["code"]} stands on no step'
        if not all(item in '123456' for item in row['law_items'].split(';')):
            yield f'{row["code"]} names an item that section 29 does not have'


def every_consent_is_there_in_each_language():
    rows = table('consent_texts')
    expected = {(purpose, language)
                for purpose in ('register', 'matching', 'communication', 'media', 'theme', 'support')
                for language in ('fi', 'sv', 'en')}
    found = {(row['purpose'], row['language']) for row in rows}
    yield from sorted(expected ^ found)
    yield from repeated((row['purpose'], row['version'], row['language']) for row in rows)


def kilometres_are_paid_by_year():
    rates = {row['valid_from'][:4]: (int(row['km_cents']), int(row['passenger_cents']))
             for row in table('travel')}
    for year, km in (('2023', 53), ('2024', 57), ('2025', 59), ('2026', 55)):
        if rates.get(year) != (km, 4):
            yield f'{year}: {rates.get(year)}'


def the_example_programme_is_whole():
    rows = table('programme')
    if len({row['code'] for row in rows}) != 29 or len({row['priority'] for row in rows}) != 4:
        yield 'not 29 measures in four priorities'
    for row in rows:
        if bool(row['indicator']) != bool(row['kind']):
            yield f'{row["code"]}: an indicator has a kind'
        if row['baseline'] and not row['baseline'].lstrip('-').isdigit():
            yield f'{row["code"]}: a baseline is in hundredths'
        if row['status'] not in ('', 'not-begun', 'under-way', 'done'):
            yield f'{row["code"]}: there is no status {row["status"]}'


CHECKS = [every_file_is_compiled_in, every_row_is_full, there_are_all_municipalities,
          there_are_all_themes, a_word_means_one_theme, there_are_all_methods,
          every_consent_is_there_in_each_language, kilometres_are_paid_by_year,
          the_example_programme_is_whole]

failed = 0
print(f'1..{len(CHECKS)}')
for number, check in enumerate(CHECKS, 1):
    problems = list(check())
    failed += bool(problems)
    print(f'{"not ok" if problems else "ok"} {number} {check.__name__}')
    for problem in problems:
        print(f'# {problem}')
sys.exit(1 if failed else 0)
