"""What comes out: help, colours, widths, closed pipes."""
import os
import pty
import subprocess

from program import EXAMPLES, REPORT, Case


class Output(Case):
    def test_help_everywhere(self):
        help = self.run_program('help').out
        for line in help.split('Subcommands:')[1].split('Examples:')[0].splitlines():
            if line.strip():
                command = line.split()[0]
                self.assertIn('Usage: verbale ' + command, self.run_program('help', command).out)
                self.assertIn('Usage: verbale ' + command, self.run_program(command, '--help').out)
        self.run_program('help', 'nonsense', code=2)
        self.assertRegex(self.run_program('version').out, r'^verbale \d+\.\d+\.\d+\n$')

    def test_completion(self):
        for shell in ('bash', 'zsh', 'fish'):
            script = self.run_program('completion', shell).out
            self.assertIn('commitments', script)
        script = self.write('complete.bash', self.run_program('completion', 'bash').out)
        out = subprocess.run(['bash', '-c', f'source {script}; COMP_WORDS=(verbale com); COMP_CWORD=1; _verbale; '
                              'echo "${COMPREPLY[@]}"; COMP_WORDS=(verbale read --un); COMP_CWORD=2; _verbale; '
                              'echo "${COMPREPLY[@]}"'], capture_output=True, text=True, check=True).stdout
        self.assertEqual(out, 'commitments compare completion\n--until\n')

    def on_a_terminal(self, *arguments, **environment):
        """Output with a terminal 60 columns wide."""
        leader, follower = pty.openpty()
        process = subprocess.Popen(self.command(*arguments), stdout=follower, stderr=subprocess.DEVNULL, cwd=self.folder,
                                   env=self.environment(COLUMNS='60', TERM='xterm', **environment))
        os.close(follower)
        out = b''
        try:
            while piece := os.read(leader, 65536):
                out += piece
        except OSError:
            pass
        os.close(leader)
        self.assertEqual(process.wait(), 0)
        return out.decode()

    def test_tables_fit_the_terminal_and_are_coloured_only_there(self):
        self.run_program('add', EXAMPLES)
        plain = self.run_program('quantities').out
        self.assertNotIn('\x1b', plain)
        self.assertIn('\x1b[', self.on_a_terminal('quantities'))
        uncoloured = self.on_a_terminal('documents', NO_COLOR='1')
        self.assertNotIn('\x1b', uncoloured)
        for line in self.on_a_terminal('quantities', NO_COLOR='1').splitlines():
            self.assertLessEqual(len(line), 60, line)

    def test_a_text_cannot_move_the_cursor(self):
        self.write('a.txt', 'To Lam said \x1b[31mthe two sides will open 3 roads in 2025.\n')
        self.run_program('add', 'a.txt')
        self.assertNotIn('\x1b', self.run_program('search', 'roads').out)

    def test_a_reader_that_goes_away(self):
        self.run_program('add', self.write_reports('many.jsonl', 2000))
        process = subprocess.Popen(self.command('quantities', '--json'), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   cwd=self.folder, env=self.environment())
        process.stdout.readline()
        process.stdout.close()
        self.assertEqual(process.stderr.read(), b'')
        process.stderr.close()
        self.assertNotEqual(process.wait(timeout=60), 2)

    def test_read_for_the_eye(self):
        out = self.run_program('read', self.write('a.txt', REPORT.format(day=1))).out
        self.assertTrue(out.startswith('a'), out)

    def test_json_of_one_and_of_several(self):
        self.write('a.txt', REPORT.format(day=1))
        self.write('b.txt', REPORT.format(day=2))
        one = self.run_program('read', '--json', 'a.txt').out
        self.assertGreater(len(one.splitlines()), 1)
        several = self.run_program('read', '--json', 'a.txt', 'b.txt', 'a.txt').out
        self.assertEqual(len(several.splitlines()), 3)
        self.assertIn('"name": "a-2"', several.splitlines()[2])
        self.assertIn('"name": "stdin"', self.run_program('read', '--json', '-', stdin=REPORT.format(day=1).encode()).out)
