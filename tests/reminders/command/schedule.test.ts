import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  coach,
  crontabOf,
  failed,
  freshHome,
  printed,
  type Ran,
  refused,
  type Setting,
} from '../../cli/coach.ts';
import { CTRL_C, scripted } from '../../cli/scripted.ts';

const FIRST = '# >>> coach schedule >>> written by coach; change it with: coach schedule\n';
const LAST = '# <<< coach schedule <<<\n';
const CALL = '/usr/bin/node /usr/bin/coach';

/** A home with a crontab in it. */
function homeWith(crontab?: string): string {
  const home = freshHome();
  if (crontab !== undefined) writeFileSync(crontabOf(home), crontab, 'latin1');
  return home;
}

function crontabIn(home: string): string | undefined {
  return existsSync(crontabOf(home)) ? readFileSync(crontabOf(home), 'latin1') : undefined;
}

/** A line as it is written for somebody whose folders are all below one. */
function lineIn(home: string, when: string, call = 'checkin --notify'): string {
  return `${when} /usr/bin/env COACH_HOME=${home} ${CALL} ${call}\n`;
}

function schedule(home: string, argv: readonly string[], more: Partial<Setting> = {}): Promise<Ran> {
  return coach(['schedule', ...argv], { home, ...more });
}

describe('add', () => {
  test('shows what it will write, and writes it after a yes', async () => {
    const theirs = 'MAILTO=d\n@daily x\n';
    const home = homeWith(theirs);
    const prompter = scripted('Write it');
    const ran = await schedule(home, ['add', '16:30', '--on', 'workdays'], { prompter, screen: true });
    const block = FIRST + lineIn(home, '30 16 * * 1-5') + LAST;
    expect(ran).toEqual({
      stdout: block,
      stderr: `This is what will be in your crontab:


A check-in reminder on workdays at 16:30: a desktop notification, or a line that
cron mails to you if there is no desktop. It comes at most once a day, and only
while something is waiting.
The other 2 lines in your crontab stay as they are.
Written. coach schedule lists your reminders, and coach schedule remove deletes
them.
`,
      exitCode: 0,
    });
    expect(prompter.seen).toEqual(['choose Write it to your crontab?']);
    expect(crontabIn(home)).toBe(theirs + block);
  });

  test.each([
    { how: 'a no', more: { prompter: scripted('Leave') }, exitCode: 0, says: /\nNothing was written\.\n$/ },
    { how: 'Ctrl-C', more: { prompter: scripted(CTRL_C) }, exitCode: 130, says: /\n\n$/ },
    {
      how: 'no terminal',
      more: {},
      exitCode: 1,
      says: /^coach: nothing was written, because there is no terminal to ask you in\n {2}To see it, add --dry-run; to write it, add --yes\.\n$/,
    },
  ])('writes nothing after $how', async ({ more, exitCode, says }) => {
    const home = homeWith('x\n');
    const ran = await schedule(home, ['add', '9:00'], more);
    expect(ran).toMatchObject({ exitCode, stderr: expect.stringMatching(says) });
    expect(crontabIn(home)).toBe('x\n');
  });

  test('with --dry-run only shows it', async () => {
    const home = homeWith();
    const ran = await schedule(home, ['add', '9:00', '--dry-run']);
    expect(ran).toMatchObject({ stdout: FIRST + lineIn(home, '0 9 * * *') + LAST, exitCode: 0 });
    expect(ran.stderr).toMatch(/\nNothing was written\.\n$/);
    expect(crontabIn(home)).toBeUndefined();
  });

  test.each([
    { argv: ['4:30pm', '--on', 'mon,wed,fri'], when: '30 16 * * 1,3,5' },
    { argv: ['noon', '--on', 'weekends'], when: '0 12 * * 0,6' },
    { argv: ['9:00', '--on', '15'], when: '0 9 15 * *' },
    { argv: ['9:00', '--lookback'], when: '0 9 1 * *', call: 'reflect lookback --notify' },
    { argv: ['9:05', '--lookback', '--on', '28th'], when: '5 9 28 * *', call: 'reflect lookback --notify' },
  ])('$argv', async ({ argv, when, call }) => {
    const home = homeWith();
    expect((await schedule(home, ['add', ...argv, '--yes'])).exitCode).toBe(0);
    expect(crontabIn(home)).toBe(FIRST + lineIn(home, when, call) + LAST);
  });

  test('adds to what is there, and says the same thing once', async () => {
    const home = homeWith();
    await schedule(home, ['add', '9:00', '--yes']);
    await schedule(home, ['add', '9:00', '--lookback', '--yes']);
    const both =
      FIRST + lineIn(home, '0 9 * * *') + lineIn(home, '0 9 1 * *', 'reflect lookback --notify') + LAST;
    expect(crontabIn(home)).toBe(both);
    expect(await schedule(home, ['add', '9am', '--on', 'daily', '--yes'])).toEqual({
      stdout: '',
      stderr: 'It is already there: a check-in reminder every day at 09:00.\n',
      exitCode: 0,
    });
    expect(crontabIn(home)).toBe(both);
  });

  test('names other programs in the place of those that were there', async () => {
    const home = homeWith();
    for (const time of ['9:00', '10:00']) await schedule(home, ['add', time, '--yes']);
    const find = () => ({ node: '/opt/node', coach: '/opt/coach', home: '/opt' });
    await schedule(home, ['add', '9:00', '--yes'], { programs: { find } });
    expect(crontabIn(home)).toBe(
      `${FIRST}${lineIn(home, '0 9 * * *').replace(CALL, '/opt/node /opt/coach')}${lineIn(home, '0 10 * * *')}${LAST}`,
    );
  });

  test('carries the places that are set, and nothing else', async () => {
    const env = { COACH_JOURNAL: 'sub/50% off', XDG_DATA_HOME: '/data', EDITOR: 'vi', COACH_HOME: '' };
    const home = homeWith();
    const { stdout } = await schedule(home, ['add', '9:00', '--dry-run'], { env });
    expect(stdout).toContain(
      String.raw`0 9 * * * /usr/bin/env COACH_JOURNAL=${home}/sub/50\%' off' XDG_DATA_HOME=/data ${CALL} checkin`,
    );
    const two = await schedule(home, ['add', '9:00', '--dry-run'], { env: { XDG_DATA_HOME: '/data' } });
    expect(two.stdout).toContain(lineIn(home, '0 9 * * *'));
    const none = await schedule(home, ['add', '9:00', '--dry-run'], { env: { COACH_HOME: '' } });
    expect(none.stdout).toContain(`\n0 9 * * * ${CALL} checkin --notify\n`);
  });

  test('one for another home is another one', async () => {
    const home = homeWith();
    await schedule(home, ['add', '9:00', '--yes']);
    await schedule(home, ['add', '9:00', '--yes'], { env: { COACH_HOME: '/other' } });
    expect(crontabIn(home)).toBe(FIRST + lineIn(home, '0 9 * * *') + lineIn('/other', '0 9 * * *') + LAST);
  });

  test.each([
    {
      crontab: '# theirs',
      says: 'The last line does not end with a newline. coach adds one',
      left: '# theirs\n',
    },
    { crontab: '# a\r\n# b\r\n', says: 'Some of the other lines end in CR LF.', left: '# a\r\n# b\r\n' },
    {
      crontab: 'CRON_TZ = UTC\n',
      says: 'A line above the reminder sets the time zone',
      left: 'CRON_TZ = UTC\n',
    },
    {
      crontab: '# \u00e9\u00ff\n',
      says: 'The other line in your crontab stays as it is.',
      left: '# \u00e9\u00ff\n',
    },
  ])('says what is odd in $crontab', async ({ crontab, says, left }) => {
    const home = homeWith(crontab);
    expect((await schedule(home, ['add', '9:00', '--yes'])).stderr).toContain(says);
    expect(crontabIn(home)).toBe(left + FIRST + lineIn(home, '0 9 * * *') + LAST);
    await schedule(home, ['remove', '--all', '--yes']);
    expect(crontabIn(home)).toBe(left);
  });

  test('says that a path is one that an upgrade leaves behind', async () => {
    const node = '/h/.nvm/versions/node/v20.19.5/bin/node';
    const find = () => ({ node, coach: '/usr/bin/coach', home: '/usr/lib' });
    const { stderr } = await schedule(homeWith(), ['add', '9:00', '--yes'], {
      programs: { find },
      width: 300,
    });
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      `An upgrade may move ${node}. After an upgrade, run this command again`,
    );
  });

  test('says that no cron was seen, which is no reason not to write', async () => {
    const home = homeWith();
    const { stderr } = await schedule(home, ['add', '9:00', '--yes'], { cronRuns: false });
    expect(stderr).toContain(
      'cron does not seem to be running here, and without it nothing comes by itself.',
    );
    expect(crontabIn(home)).toContain(lineIn(home, '0 9 * * *'));
  });

  test('fits a screen of 40 columns, but for the lines of the crontab', async () => {
    const { stderr } = await schedule(homeWith('x\r\n'), ['add', '9:00', '--yes'], {
      cronRuns: false,
      width: 40,
    });
    expect(stderr.split('\n').filter((line) => line.length > 40)).toEqual([]);
  });

  test.each([
    { argv: ['9'], says: '"9" is not a time of day\n  Write it as 16:30, 4:30pm or noon.' },
    { argv: ['25:00'], says: '"25:00" is not a time of day\n  Write it as 16:30, 4:30pm or noon.' },
    { argv: ['9:00', '--on', 'workdys'], says: '--on: "workdys" is not a day\n  Did you mean workdays?' },
    { argv: ['9:00', '--on', 'mon,fir'], says: '--on: "mon,fir" is not a day\n  Did you mean mon,fri?' },
    {
      argv: ['9:00', '--on', '31'],
      says: '--on: "31" is not a day\n  Use daily, workdays, weekends, days such as mon,wed,fri, or a day of the month from 1 to 28.',
    },
    {
      argv: ['9:00', '--lookback', '--on', 'fri'],
      says: 'a look back comes once a month\n  Give the day of the month, from 1 to 28: --on 1',
    },
    { argv: ['9:00', '--lokback'], says: "unknown option '--lokback'\n  Did you mean --lookback?" },
    {
      argv: ['9:00', '--print', 'cron'],
      says: "option '--print <system>' argument 'cron' is invalid. Allowed choices are systemd, launchd.",
    },
    {
      argv: ['9:00', '--print', 'systemd', '--yes'],
      says: "option '--print <system>' cannot be used with option '--yes'",
    },
  ])('refuses $argv', async ({ argv, says }) => {
    const home = homeWith('x\n');
    expect(await schedule(home, ['add', ...argv])).toEqual(refused(`coach: ${says}\n`));
    expect(crontabIn(home)).toBe('x\n');
  });

  test('refuses to name what is in the cache of npx', async () => {
    const home = homeWith();
    const find = () => ({ node: '/usr/bin/node', coach: '/c', home: '/h/.npm/_npx/1f/node_modules/coach' });
    for (const more of [['--yes'], ['--print', 'systemd']]) {
      expect(await schedule(home, ['add', '9:00', ...more], { programs: { find } })).toEqual(
        failed(
          "coach: this copy of coach is in npx's cache and may vanish\n  Install it with npm install --global, and run this again with the installed coach.\n",
        ),
      );
    }
    expect(crontabIn(home)).toBeUndefined();
  });

  test('refuses a path that no crontab can hold', async () => {
    const env = { COACH_HOME: '/a\nb' };
    const ran = await schedule(homeWith(), ['add', '9:00', '--yes'], { env });
    expect(ran).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('contains a control character'),
    });
  });
});

describe('add --print', () => {
  test.each([
    { system: 'systemd', holds: 'OnCalendar=Mon..Fri *-*-* 16:30:00' },
    { system: 'launchd', holds: '<key>StartCalendarInterval</key>' },
  ])('prints what $system takes, and touches no crontab', async ({ system, holds }) => {
    const home = homeWith(`${LAST}damaged`);
    const argv = ['add', '16:30', '--on', 'workdays', '--print', system];
    const { stdout, stderr, exitCode } = await schedule(home, argv);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain(holds);
    expect(stdout).toContain(home);
    expect(crontabIn(home)).toBe(`${LAST}damaged`);
  });
});

const THREE = `# theirs\n${FIRST}0 9 * * 1-5 ${CALL} checkin --notify\n# a remark\n@daily touch x\n0 9 1 * * ${CALL} reflect lookback --notify\n${LAST}# more\n`;

describe('list', () => {
  test('says when, to a person', async () => {
    const shown =
      '1  check-in   on workdays at 09:00\n2  by hand    @daily touch x\n3  look back  on the 1st of each month at 09:00\n';
    for (const argv of [[], ['list']]) {
      expect(await schedule(homeWith(THREE), argv, { screen: true })).toEqual(printed(shown));
    }
  });

  test('and with tabs, to another program', async () => {
    expect(await schedule(homeWith(THREE), ['list'])).toEqual(
      printed('1\tcheckin\t09:00\tworkdays\n2\t\t\t\t@daily touch x\n3\tlookback\t09:00\t1\n'),
    );
  });

  test('says that there is nothing', async () => {
    for (const home of [homeWith(), homeWith('# theirs\n')]) {
      expect(await schedule(home, ['list'])).toEqual({
        stdout: '',
        stderr:
          'Nothing is scheduled. To be reminded to check in:\n  coach schedule add 16:30 --on workdays\n',
        exitCode: 0,
      });
    }
  });

  test('says that a line of ours was given another end, which is mended by adding it again', async () => {
    const line = lineIn('/x', '0 9 * * *');
    const home = homeWith(FIRST + line.replace('\n', '\r\n') + LAST);
    const { stdout, stderr } = await schedule(home, ['list']);
    expect(stdout).toBe('1\tcheckin\t09:00\tdaily\n');
    expect(stderr).toBe(
      'Reminder 1 cannot run: its line ends in CR LF. To add it again:\n  coach schedule add 09:00 --on daily\n',
    );
    await schedule(home, ['add', '9:00', '--yes'], { env: { COACH_HOME: '/x' } });
    expect(crontabIn(home)).toBe(FIRST + line + LAST);
  });

  test('says what cannot run any more, and how to write it anew', async () => {
    const isThere = (file: string): boolean => file !== '/usr/bin/coach';
    const { stderr } = await schedule(homeWith(THREE), ['list'], { programs: { isThere }, cronRuns: false });
    expect(stderr).toBe(`Reminder 1 cannot run: /usr/bin/coach is gone or cannot be run. To add it again:
  coach schedule add 09:00 --on workdays
Reminder 3 cannot run: /usr/bin/coach is gone or cannot be run. To add it again:
  coach schedule add 09:00 --on 1 --lookback
cron does not seem to be running here, and without it nothing comes by itself.
`);
  });
});

describe('remove', () => {
  test('shows what is left, and takes a line out after a yes', async () => {
    const home = homeWith(THREE);
    const prompter = scripted('Write it');
    const ran = await schedule(home, ['remove', '1'], { prompter });
    expect(ran.stderr).toContain('Removing: check-in on workdays at 09:00\n');
    expect(ran.stderr).toMatch(/\nRemoved\.\n$/);
    expect(crontabIn(home)).toBe(THREE.replace(`0 9 * * 1-5 ${CALL} checkin --notify\n`, ''));
  });

  test('takes out several, by hand or not, and leaves remarks', async () => {
    const home = homeWith(THREE);
    await schedule(home, ['remove', '2', '1', '3', '1', '--yes']);
    expect(crontabIn(home)).toBe(`# theirs\n${FIRST}# a remark\n${LAST}# more\n`);
  });

  test('leaves no trace when the last one goes', async () => {
    const home = homeWith();
    await schedule(home, ['add', '9:00', '--yes']);
    const ran = await schedule(home, ['remove', '--all', '--yes']);
    expect(ran).toMatchObject({
      stdout: '',
      stderr:
        'There will be no lines from coach left in your crontab.\nRemoving: check-in every day at 09:00\nRemoved.\n',
    });
    expect(crontabIn(home)).toBeUndefined();
  });

  test.each([
    { more: { prompter: scripted('Leave') }, exitCode: 0 },
    { more: {}, exitCode: 1 },
  ])('leaves all as it is without a yes', async ({ more, exitCode }) => {
    const home = homeWith(THREE);
    expect(await schedule(home, ['remove', '--all'], more)).toMatchObject({ exitCode });
    await schedule(home, ['remove', '--all', '--dry-run']);
    expect(crontabIn(home)).toBe(THREE);
  });

  test.each([
    { argv: ['4'], says: 'there is no reminder 4\n  They are numbered 1 to 3; see: coach schedule list' },
    { argv: ['0'], says: 'there is no reminder 0\n  They are numbered 1 to 3; see: coach schedule list' },
    {
      argv: ['1', 'x'],
      says: 'there is no reminder x\n  They are numbered 1 to 3; see: coach schedule list',
    },
    {
      argv: [],
      says: 'say which reminders to remove\n  Give their numbers from coach schedule list, or use --all.',
    },
    {
      argv: ['1', '--all'],
      says: 'give numbers or --all, not both\n  Nothing was changed.',
    },
  ])('refuses $argv', async ({ argv, says }) => {
    const home = homeWith(THREE);
    expect(await schedule(home, ['remove', ...argv, '--yes'])).toEqual(refused(`coach: ${says}\n`));
    expect(crontabIn(home)).toBe(THREE);
  });

  test('says that there is nothing to remove', async () => {
    expect((await schedule(homeWith(), ['remove', '--all', '--yes'])).stderr).toBe('Nothing is scheduled.\n');
    expect(await schedule(homeWith(), ['remove', '1', '--yes'])).toEqual(
      refused('coach: there is no reminder 1\n  Nothing is scheduled.\n'),
    );
  });
});

test.each([['add', '9:00', '--yes'], ['list'], ['remove', '--all', '--yes']])(
  'marks that somebody damaged stop %s, and are named',
  async (...argv) => {
    const home = homeWith(`x\n${FIRST}y\n`);
    expect(await schedule(home, argv)).toEqual(
      failed(`coach: coach's marker lines in your crontab do not match
  line 2: # >>> coach schedule >>>
expected one "# >>> coach schedule >>>" and, below it, one "# <<< coach schedule <<<"
  Nothing was changed. Fix or remove these lines with crontab -e, and try again.
`),
    );
    expect(crontabIn(home)).toBe(`x\n${FIRST}y\n`);
  },
);
