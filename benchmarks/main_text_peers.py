"""Main text of the pages in tests/cases/html: ours beside trafilatura and resiliparse.

    main_text_peers.py PAGE_TEXT_PROGRAM [FOLDER]

Precision, recall and F1 of characters against the expected text, white space aside: characters of matching
blocks (difflib) over the characters of each. Needs both packages from PyPI; one that is missing is passed over.
"""
import difflib
import importlib.util
import pathlib
import subprocess
import sys


def squeeze(text):
    return ''.join((text or '').split())


def score(found, expected):
    a, b = squeeze(found), squeeze(expected)
    same = sum(m.size for m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    p, r = same / len(a) if a else 0.0, same / len(b)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def extractors(program):
    made = {'verbale': lambda path: subprocess.run([program, path], capture_output=True, check=True).stdout.decode()}
    if importlib.util.find_spec('trafilatura'):
        import trafilatura
        made['trafilatura'] = lambda path: trafilatura.extract(
            path.read_bytes(), include_comments=False, include_tables=True, favor_recall=False)
    if importlib.util.find_spec('resiliparse'):
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import detect_encoding
        made['resiliparse'] = lambda path: extract_plain_text(
            path.read_bytes().decode(detect_encoding(path.read_bytes()), 'replace'), main_content=True, alt_texts=False)
    return made


def main(program, folder):
    pages = sorted(pathlib.Path(folder).glob('*.html'))
    for name, extract in extractors(program).items():
        rows = [score(extract(page), page.with_suffix('.txt').read_text('utf-8')) for page in pages]
        mean = [sum(row[i] for row in rows) / len(rows) for i in range(3)]
        print(f'{name:12} P {mean[0]:.3f} R {mean[1]:.3f} F1 {mean[2]:.3f}  ',
              ' '.join(f'{page.stem} {row[2]:.2f}' for page, row in zip(pages, rows)))


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else pathlib.Path(__file__).parent.parent / 'tests/cases/html')
