#!/usr/bin/env python3
"""200 readers at once while documents are added: wrk (Debian's) asks a mixture of questions of `verbale serve`.

    benchmarks/serve_load.py PROGRAM [--readers 200] [--seconds 20] [--documents 3000]

Prints requests a second, latency, and how many answers were no 2xx or 3xx (there must be none). The record is made anew: examples/
and generated reports, of which as many again are added while wrk runs. Runs it once without the adding, for comparison."""
import argparse
import json
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
PLACES = ['Hanoi', 'Beijing', 'Moscow', 'Paris', 'Tokyo', 'Canberra']
THINGS = ['railways', 'visas', 'fisheries', 'vaccines', 'power lines', 'student exchange', 'customs', 'satellites']
REPORT = '''{place}, {day} {month} - General Secretary To Lam held talks with President Xi Jinping in {place} on {day} {month} {year}.
To Lam said the two sides will widen cooperation on {a} and open {n} new offices for {b} by {next}.
Xi Jinping proposed that both countries set up a working group on {b}. The two leaders agreed to hold a dialogue on {a} every year.
This is report number {n} of the series. He thanked the hosts for their welcome and stressed trust in trade on {b}.
'''
MONTHS = ['January', 'March', 'May', 'July', 'September', 'November']
PATHS = ['/', '/api/record', '/api/meetings?limit=50', '/api/statements?limit=50&state=VNM', '/api/commitments?limit=50',
         '/api/documents?limit=50', '/api/documents/2024-08-beijing-courier', '/api/search?q=railways+-visas&limit=20',
         '/api/search?q=speaker:to-lam+act:commissive&limit=20', '/api/documents/2025-04-joint-statement']


def write_reports(path, first, count):
    with open(path, 'w', encoding='utf-8') as out:
        for n in range(first, first + count):
            text = REPORT.format(place=PLACES[n % 6], day=n % 27 + 1, month=MONTHS[n // 27 % 6], year=2015 + n % 10, n=n,
                                 a=THINGS[n % 8], b=THINGS[n // 8 % 8], next=2016 + n % 10)
            out.write(json.dumps({'id': f'g{n:06}', 'outlet': f'Courier {n % 40}', 'text': text}) + '\n')


def run_wrk(port, options, script):
    done = subprocess.run(['wrk', '-c', str(options.readers), '-t', '2', '-d', f'{options.seconds}s', '--timeout', '30s',
                           '--latency', '-s', script, f'http://127.0.0.1:{port}'], capture_output=True, text=True, check=True)
    found = dict(re.findall(r'(50%|99%|Requests/sec:)\s+(\S+)', done.stdout))
    wrong = re.search(r'wrong answers: (\d+)', done.stdout)[1]
    sockets = re.search(r'Socket errors:.*', done.stdout)
    print(f"{found['Requests/sec:']} requests/s, p50 {found['50%']}, p99 {found['99%']}, wrong answers {wrong}, "
          f"{sockets[0] if sockets else 'no socket errors'}")
    return int(wrong) == 0 and not sockets


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program', type=pathlib.Path)
    parser.add_argument('--readers', type=int, default=200)
    parser.add_argument('--seconds', type=int, default=20)
    parser.add_argument('--documents', type=int, default=3000)
    options = parser.parse_args()
    program = options.program.resolve()
    with tempfile.TemporaryDirectory(prefix='verbale-load-') as name:
        folder = pathlib.Path(name)
        store = folder / 'record.db'
        write_reports(folder / 'before.jsonl', 0, options.documents)
        write_reports(folder / 'while.jsonl', options.documents, options.documents)
        subprocess.run([program, 'add', '--store', store, ROOT / 'examples', folder / 'before.jsonl'], check=True,
                       stdout=subprocess.DEVNULL)
        script = folder / 'ask.lua'
        script.write_text(f'''local paths = {{ {", ".join(json.dumps(path) for path in PATHS)} }}
local at = 0
wrk.headers["Accept-Encoding"] = "gzip"  -- as browsers do
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary)
  print("wrong answers: " .. summary.errors.status)
end
''')
        server = subprocess.Popen([program, 'serve', '--store', store, '--port', '0'], stdout=subprocess.PIPE, text=True)
        port = re.search(r':(\d+)/', server.stdout.readline())[1]
        print(f'{options.readers} readers, {options.documents} documents, nobody writes: ', end='', flush=True)
        good = run_wrk(port, options, script)
        print(f'while {options.documents} more are added:          ', end='', flush=True)
        adding = subprocess.Popen([program, 'add', '--store', store, '--threads', '1', folder / 'while.jsonl'],
                                  stdout=subprocess.PIPE, text=True)
        good = run_wrk(port, options, script) and good
        ended = adding.poll() is not None
        print(f'added: {adding.communicate()[0].strip()}{" (before wrk ended)" if ended else ""}')
        server.send_signal(signal.SIGTERM)
        good = server.wait(timeout=60) == 0 and adding.returncode == 0 and good
    sys.exit(0 if good else 'there were errors')


if __name__ == '__main__':
    main()
