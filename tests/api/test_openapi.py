"""docs/openapi.yaml is true: schemathesis asks a real server what it allows and what it forbids."""
import pathlib
import subprocess
import sys
import unittest

from program import EXAMPLES, ROOT
from server import ServerCase

HERE = pathlib.Path(__file__).parent
SCHEMATHESIS = pathlib.Path(sys.executable).with_name('schemathesis')
SECONDS = 40


class OpenApi(ServerCase):
    def test_every_answer_is_as_described(self):
        self.run_program('add', EXAMPLES)
        self.start()
        done = subprocess.run(
            [SCHEMATHESIS, '--config-file', HERE / 'schemathesis.toml', 'run', ROOT / 'docs/openapi.yaml',
             '--url', f'http://127.0.0.1:{self.port}', '--header', f'X-Verbale-Token: {self.token}',
             '--phases', 'examples,coverage,fuzzing', '--max-time', str(SECONDS), '--seed', '1',
             '--continue-on-failure', '--no-color'],
            cwd=self.folder, capture_output=True, text=True, timeout=10 * SECONDS)
        self.assertEqual(done.returncode, 0, done.stdout[-20_000:] + done.stderr[-2000:])
        self.assertIn('Tested: ', done.stdout)
        self.get('/api/record')  # it is still there


if __name__ == '__main__':
    unittest.main()
