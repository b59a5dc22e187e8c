import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { entryText, put } from '../cli/coach.ts';
import { freshHome, PROGRAM } from '../terminal/coach.ts';

const DAEMON = ['/usr/sbin/cron', '/usr/sbin/crond'].find((file) => existsSync(file));

/** Mounts and processes that nobody else sees, and that end with the first of them. */
const APART = ['--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];

/** Why a cron of our own cannot be started here; undefined where it can. */
function hindrance(): string | undefined {
  if (DAEMON === undefined || spawnSync('crontab', ['-l']).error) return 'cron is not installed';
  if (process.getuid?.() !== 0) return 'only root may start cron';
  if (realpathSync('/usr/sbin') !== '/usr/sbin') return 'what cron mails cannot be seen here';
  if (spawnSync('unshare', [...APART, 'true']).status !== 0)
    return 'cron cannot be kept apart from the system’s own';
  return undefined;
}

/**
 * A cron that knows of no job but ours, and hands its mail to us. The crontab is one that nobody else sees.
 * `$1` is where everything is, `$2` the daemon, `$3` node, `$4` coach, `$5` the minute that is to come.
 */
const SCRIPT = String.raw`
set -e
cd "$1"
mount -t tmpfs tmpfs /run
test ! -e /etc/crontab || mount --bind /dev/null /etc/crontab
test ! -e /etc/cron.d || mount -t tmpfs tmpfs /etc/cron.d
mount -t tmpfs tmpfs /var/spool/cron
mkdir -m 1730 /var/spool/cron/crontabs
mount --bind sbin /usr/sbin
crontab theirs
"$3" "$4" schedule add "$(date -d "@$5" +%H:%M)" --yes >written 2>talk
"$2" -f &
until test -e mail; do sleep 0.2; done
"$3" "$4" schedule list >listed 2>seen
"$3" "$4" schedule remove 1 --yes 2>>talk
cat "$(find /var/spool/cron -type f | head -n 1)" >left
`;

/** What cron takes for the program that sends mail. */
const SENDMAIL = String.raw`#!/bin/sh
cat >"$COACH_TEST.new" && mv "$COACH_TEST.new" "$COACH_TEST"
`;

test(
  'a real cron reminds, with one line, and everything else in the crontab stays',
  { timeout: 200_000 },
  async ({ skip }) => {
    const hindered = hindrance();
    if (hindered !== undefined || DAEMON === undefined) return skip(hindered);
    const { root } = freshHome();
    const coach = path.join(root, `50% it's "odd" $HOME \\% é`);
    const sbin = path.join(root, 'sbin');
    mkdirSync(sbin);
    copyFileSync(DAEMON, path.join(sbin, path.basename(DAEMON)));
    chmodSync(path.join(sbin, path.basename(DAEMON)), 0o755);
    writeFileSync(path.join(sbin, 'sendmail'), SENDMAIL.replaceAll('$COACH_TEST', path.join(root, 'mail')), {
      mode: 0o755,
    });
    const theirs = Buffer.from('# theirs, \u00e9\u00ff\r\n \n0 0 1 1 *   true\n', 'latin1');
    writeFileSync(path.join(root, 'theirs'), theirs);
    put(
      path.join(coach, 'data/journal/2026/11/2026-11-20-180000-note-k3x8m2p9qa.md'),
      entryText({ id: 'k3x8m2p9qa', at: '2026-11-20T18:00:00+01:00', body: 'CANARY' }),
    );
    const seconds = Math.floor(Date.now() / 1000);
    const minute = Math.ceil((seconds + 10) / 60) * 60;
    const env = { PATH: process.env['PATH'], HOME: '/root', COACH_HOME: coach };
    const words = ['sh', '-c', SCRIPT, 'sh', root, DAEMON, process.execPath, PROGRAM, String(minute)];
    const child = spawn('unshare', [...APART, ...words], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    const exitCode = await new Promise((resolve) => {
      child.once('close', resolve);
    });
    const read = (name: string): string => readFileSync(path.join(root, name), 'latin1');
    expect({ stderr, exitCode, talk: read('talk') }).toMatchObject({ exitCode: 0 });
    const mail = read('mail');
    expect(mail).toMatch(/\r?\n\r?\nA check-in is waiting: coach checkin\r?\n$/);
    expect(mail).not.toContain('CANARY');
    expect(read('listed')).toMatch(/^1\tcheckin\t\d\d:\d\d\tdaily\n$/);
    expect(read('seen')).toBe('');
    expect(read('left').replace(/^# DO NOT EDIT.*\n#.*\n#.*\n/, '')).toBe(theirs.toString('latin1'));
  },
);
