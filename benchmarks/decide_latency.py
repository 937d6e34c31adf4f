#!/usr/bin/env python3
"""How long a person waits for a decision to be kept and his text to be read again: decide_latency.py PROGRAM STORE.

Works on a copy of the record. Each decision accepts the entry next in the queue, through the server as the page does.
"""
import http.client
import json
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

DECISIONS = 100


def main(program, store):
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(store, pathlib.Path(folder) / 'record.db')
        server = subprocess.Popen([program, 'serve', '--port', '0', '--store', copy], stdout=subprocess.PIPE)
        try:
            port, token = re.search(r':(\d+)/#token=(\w+)', server.stdout.readline().decode()).groups()
            connection = http.client.HTTPConnection('127.0.0.1', int(port))

            def ask(path, method='GET', body=None):
                begun = time.perf_counter()
                connection.request(method, path, json.dumps(body) if body else None,
                                   {'X-Verbale-Token': token, 'Content-Type': 'application/json'})
                answer = connection.getresponse()
                text = answer.read()
                if answer.status != 200:
                    raise SystemExit(text.decode())
                return json.loads(text), time.perf_counter() - begun

            queue, waited = ask(f'/api/review/queue?limit={DECISIONS}')
            print(f'{queue["total"]} entries in the queue, first {DECISIONS} in {1000 * waited:.0f} ms')
            times = sorted(ask('/api/decisions', 'POST', {'reviewer': 'bench', 'entry': item['entry']['id'], 'action': 'accept'})[1]
                           for item in queue['items'])
            print(f'{len(times)} decisions: median {1000 * statistics.median(times):.0f} ms, '
                  f'p95 {1000 * times[len(times) * 95 // 100]:.0f} ms, longest {1000 * times[-1]:.0f} ms')
        finally:
            server.terminate()
            server.wait()


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
