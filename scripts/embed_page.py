#!/usr/bin/env python3
"""Builds the page with npm and writes it as sources of the program: OUT/files.S holds the bytes, gzip'd where that
makes them smaller, OUT/files.cc the table of serve/page_files.h."""
import argparse
import gzip
import pathlib
import subprocess
import sys

TYPES = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
         '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2',
         '.json': 'application/json', '.txt': 'text/plain; charset=utf-8'}


def build(web, out):
    """Installs what the lock file names, if that has changed, and builds into OUT/dist."""
    lock, installed = web / 'package-lock.json', web / 'node_modules/.package-lock.json'
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        try:
            run(web, 'ci', '--no-audit', '--no-fund')
        except RuntimeError:  # a mirror that lacks packages for other machines: `install` keeps to the lock file too
            run(web, 'install', '--no-save', '--no-audit', '--no-fund')
        installed.touch()
    run(web, 'run', 'build', '--', '--outDir', str(out / 'dist'), '--emptyOutDir')
    return out / 'dist'


def run(web, *arguments):
    done = subprocess.run(['npm', *arguments], cwd=web, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise RuntimeError(f'npm {arguments[0]} failed:\n{done.stdout[-3000:]}')


def embed(dist, out):
    assembly = ['  .section .rodata']
    table = ['#include "serve/page_files.h"', '']
    rows = []
    (out / 'packed').mkdir(parents=True, exist_ok=True)
    files = sorted(path for path in dist.rglob('*') if path.is_file()) if dist else []
    for number, path in enumerate(files):
        bytes_ = path.read_bytes()
        packed = gzip.compress(bytes_, 9, mtime=0)
        is_packed = len(packed) < len(bytes_)
        kept = out / 'packed' / str(number)
        kept.write_bytes(packed if is_packed else bytes_)
        name = f'verbale_page_{number}'
        assembly += [f'  .global {name}, {name}_end', f'{name}:', f'  .incbin "{kept}"', f'{name}_end:']
        table += [f'extern "C" const char {name}[], {name}_end[];']
        rows += [f'    {{"/{path.relative_to(dist).as_posix()}", "{TYPES.get(path.suffix, "application/octet-stream")}",',
                 f'     {name}, {name}_end, {"true" if is_packed else "false"}}},']
    assembly += ['  .section .note.GNU-stack,"",%progbits']
    table += ['', 'namespace verbale {', '', 'const std::vector<PageFile>& page_files() {',
              '  static const std::vector<PageFile> files = {', *rows, '  };', '  return files;', '}', '',
              '}  // namespace verbale']
    (out / 'files.S').write_text('\n'.join(assembly) + '\n')
    (out / 'files.cc').write_text('\n'.join(table) + '\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--mode', choices=('npm', 'none'), required=True)
    parser.add_argument('--must', default='AUTO')
    parser.add_argument('--web', type=pathlib.Path, required=True)
    parser.add_argument('--out', type=pathlib.Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    dist = None
    if options.mode == 'npm':
        try:
            dist = build(options.web, options.out)
        except (RuntimeError, OSError) as error:
            if options.must == 'ON':
                sys.exit(f'the page cannot be built: {error}')
            print(f'The page is not built in: {error}\nTo try again: touch web/package.json, and build.', file=sys.stderr)
    embed(dist, options.out)


if __name__ == '__main__':
    main()
