import { expect, test } from 'vitest';
import { DAY, putEntry } from '../cli/coach.ts';
import { coach, ended, freshHome, PROGRAM } from '../terminal/coach.ts';

const NOBODY = { XDG_RUNTIME_DIR: '/nowhere', DBUS_SESSION_BUS_ADDRESS: undefined };

test('of reminders that cron starts at the same moment, one says its line', async () => {
  for (let times = 0; times < 4; times++) {
    const home = freshHome();
    const at = `${new Date(Date.now() - DAY).toISOString().slice(0, 19)}Z`;
    putEntry(home.coach, { id: 'k3x8m2p9qa', at });
    const env = { ...home.env, ...NOBODY };
    const ran = await Promise.all(
      ['checkin', 'reflect lookback', 'checkin', 'reflect lookback'].map((words) =>
        coach([...words.split(' '), '--notify'], { env }),
      ),
    );
    expect(ran.map(({ stderr, exitCode }) => ({ stderr, exitCode }))).toEqual(
      ran.map(() => ({ stderr: '', exitCode: 0 })),
    );
    expect(ran.map(({ stdout }) => stdout).filter((line) => line !== '')).toHaveLength(1);
  }
});

test.each([
  { what: 'the disk was full', line: 'exec "$@" >/dev/full', exitCode: 1 },
  { what: 'the reader had gone away', line: '(sleep 0.5; exec "$@") | true', exitCode: 0 },
])('a reminder counted as said though $what', async ({ line, exitCode }) => {
  for (const words of [['checkin'], ['checkin', '--notify'], ['reflect', 'lookback', '--notify']]) {
    const home = freshHome();
    const at = `${new Date(Date.now() - 70 * DAY).toISOString().slice(0, 19)}Z`;
    putEntry(home.coach, { id: 'k3x8m2p9qa', at });
    const env = { ...home.env, ...NOBODY };
    const unsaid = await ended('sh', ['-c', line, 'sh', process.execPath, PROGRAM, ...words], env);
    expect(unsaid).toMatchObject({ stdout: '', exitCode });
    const said = await coach(words, { env });
    expect(said).toEqual({
      stdout: expect.stringMatching(/wait|look back|No more reminders/),
      stderr: '',
      exitCode: 0,
    });
    expect((await coach(words, { env })).stdout).toBe('');
  }
});
