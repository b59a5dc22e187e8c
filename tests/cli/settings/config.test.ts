import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, failed, filesBelow, freshHome, printed, put, refused } from '../coach.ts';

const talk = (stderr: string): object => ({ stdout: '', stderr, exitCode: 0 });

describe('the list', () => {
  test.each([['config'], ['config', 'list']])('%s %s', async (...argv) => {
    const home = freshHome();
    put(path.join(home, 'config/settings.json'), '{"role": "both", "day-ends": 3, "plain": false}');
    expect(await coach(argv, { home })).toEqual(
      printed(
        'role\tboth\nabout\t\njournal\t\neditor\t\nday-ends\t3\ncheckin-days\t\nkeep-inside\t\nshow-plans\t\non-this-day\t\nkeep-versions\t\nremember-due\t\nsync\t\nsync-author\t\nplain\tno\n',
      ),
    );
  });

  test('on a screen says what each is for', async () => {
    const home = freshHome();
    put(path.join(home, 'config/settings.json'), '{"about": "D."}');
    expect(await coach(['config'], { home, screen: true })).toEqual(
      printed(`role          (not set) the side you answer from
about         D.
journal       (not set) where the entries are kept
editor        (not set) your editor; default: VISUAL or EDITOR
day-ends      (not set) the hour at which a day ends; default: 4
checkin-days  (not set) which days to remind you to check in
keep-inside   (not set) keep drafts in the journal; no index outside it
show-plans    (not set) show your plans in full when you run coach
on-this-day   (not set) say when you wrote something on this day years ago
keep-versions (not set) how long to keep earlier texts
remember-due  (not set) count what is due in reminders while locked
sync          (not set) sync after each change, or by hand
sync-author   (not set) who sends what is synced; default: nobody
plain         (not set) ask line by line, for screen readers
`),
    );
  });
});

describe('get and set', () => {
  test.each([
    { key: 'role', text: 'manager', is: 'manager' },
    { key: 'role', text: 'Micromanaged', is: 'member' },
    { key: 'role', text: 'both', is: 'both' },
    { key: 'about', text: '  D.  and K. ', is: 'D. and K.' },
    { key: 'day-ends', text: '0', is: '0' },
    { key: 'day-ends', text: '23', is: '23' },
    { key: 'editor', text: 'code --wait', is: 'code --wait' },
    { key: 'checkin-days', text: 'Workdays', is: 'workdays' },
    { key: 'keep-inside', text: 'True', is: 'yes' },
    { key: 'checkin-days', text: ' every  day', is: 'every day' },
    { key: 'plain', text: 'true', is: 'yes' },
    { key: 'plain', text: 'no', is: 'no' },
    { key: 'journal', text: '/media/private/journal', is: '/media/private/journal' },
  ])('$key "$text"', async ({ key, text, is }) => {
    const home = freshHome();
    expect(await coach(['config', 'set', key, text], { home })).toEqual(
      talk(`${key} set to ${is.replace(/[.]$/, '')}.\n`),
    );
    expect(await coach(['config', 'get', key], { home })).toEqual(printed(`${is}\n`));
    expect(await coach(['config', 'set', key, ''], { home })).toEqual(talk(`${key} is no longer set.\n`));
    expect(await coach(['config', 'get', key], { home })).toEqual(printed(''));
  });

  test('a journal folder that was named from where one stood is found from everywhere', async () => {
    const home = freshHome();
    await coach(['config', 'set', 'journal', 'here'], { home });
    expect((await coach(['config', 'get', 'journal'], { home })).stdout).toBe(`${home}/here\n`);
  });

  test('settings are one’s own, and setting one leaves the others', async () => {
    const home = freshHome();
    await coach(['config', 'set', 'role', 'manager'], { home });
    await coach(['config', 'set', 'about', 'D.'], { home });
    const file = path.join(home, 'config/settings.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ role: 'manager', about: 'D.' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    expect(filesBelow(home)).toEqual(['config/settings.json']);
  });

  test.each([
    { argv: ['get', 'rle'], says: 'there is no setting "rle"\n  Did you mean role?' },
    {
      argv: ['set', 'colour', 'blue'],
      says: 'there is no setting "colour"\n  The settings are role, about, journal, editor, day-ends, checkin-days, keep-inside, show-plans, on-this-day, keep-versions, remember-due, sync, sync-author, plain.',
    },
    { argv: ['set', 'role', 'boss'], says: 'role must be member, manager or both, not "boss"' },
    { argv: ['set', 'day-ends', '24'], says: 'day-ends must be an hour from 0 to 23, not "24"' },
    {
      argv: ['set', 'day-ends', '4.5'],
      says: 'day-ends must be an hour from 0 to 23, not "4.5"',
    },
    {
      argv: ['set', 'checkin-days', 'mondays'],
      says: 'checkin-days must be workdays or every day, not "mondays"',
    },
    { argv: ['set', 'plain', 'on'], says: 'plain must be yes or no, not "on"' },
    {
      argv: ['get', 'toString'],
      says: 'there is no setting "toString"\n  The settings are role, about, journal, editor, day-ends, checkin-days, keep-inside, show-plans, on-this-day, keep-versions, remember-due, sync, sync-author, plain.',
    },
    {
      argv: ['get'],
      says: "missing required argument 'key'\n  To see how to use it: coach config get --help",
    },
    {
      argv: ['set', 'role'],
      says: "missing required argument 'value'\n  To see how to use it: coach config set --help",
    },
    { argv: ['gte', 'role'], says: "unknown command 'gte'\n  Did you mean get?" },
    { argv: ['unset', 'role'], says: "unknown command 'unset'\n  For help: coach config --help" },
    {
      argv: ['list', 'all'],
      says: "too many arguments for 'list'. Expected 0 arguments but got 1.\n  To see how to use it: coach config list --help",
    },
  ])('refuse $argv', async ({ argv, says }) => {
    const home = freshHome();
    expect(await coach(['config', ...argv], { home })).toEqual(refused(`coach: ${says}\n`));
    expect(filesBelow(home)).toEqual([]);
  });
});

test('path names the settings, the journal and one’s own banks', async () => {
  const home = freshHome();
  const places = (journal: string): object =>
    printed(`settings  ${home}/config/settings.json\njournal   ${journal}\nbanks     ${home}/data/banks\n`);
  expect(await coach(['config', 'path'], { home })).toEqual(places(`${home}/data/journal`));
  await coach(['config', 'set', 'journal', '/one'], { home });
  expect(await coach(['config', 'path'], { home })).toEqual(places('/one'));
  expect(await coach(['config', 'path'], { home, env: { COACH_JOURNAL: '/two' } })).toEqual(places('/two'));
});

describe('a settings file that cannot be read', () => {
  const HINT =
    '  Fix the file, or run "coach config set role member", which moves it aside and starts a new one.\n';

  test.each([
    { text: '{"role": "manager",\n "about": "D.",}', says: [':2:16: these settings are not JSON'] },
    { text: '', says: [':1:1: these settings are not JSON'] },
    {
      text: '["manager"]',
      says: [':1:1: expected settings as a JSON object, for example {"role": "member"}'],
    },
    {
      text: '{\n"rloe": "manager",\n"day-ends": 99,\n"about": {}\n}',
      says: [
        ':2:1: there is no setting "rloe"; did you mean role?',
        ':3:1: day-ends: expected an hour from 0 to 23',
        ':4:1: about: expected a short name',
      ],
    },
  ])('stops what reads it: $text', async ({ text, says }) => {
    const home = freshHome();
    const file = put(path.join(home, 'config/settings.json'), text);
    const wrong = failed(`coach: ${says.map((line) => file + line).join('\n')}\n${HINT}`);
    for (const argv of [[], ['journal'], ['checkin'], ['config'], ['config', 'get', 'role'], ['reflect']]) {
      expect(await coach(argv, { home })).toEqual(wrong);
    }
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('does not stop what does not', async () => {
    const home = freshHome();
    put(path.join(home, 'config/settings.json'), 'broken');
    for (const argv of [
      ['about'],
      ['readings'],
      ['help-people'],
      ['banks'],
      ['completion', 'bash'],
      ['--help'],
    ]) {
      expect((await coach(argv, { home })).exitCode).toBe(0);
    }
  });

  test('is kept aside when something is set, under a name of its own each time', async () => {
    const home = freshHome();
    const file = path.join(home, 'config/settings.json');
    for (const number of [1, 2]) {
      put(file, `broken ${number}`);
      expect(await coach(['config', 'set', 'role', 'member'], { home })).toEqual(
        talk(
          `The old settings could not be read. They are kept as ${file}.broken-${number}\nrole set to member.\n`,
        ),
      );
      expect(readFileSync(`${file}.broken-${number}`, 'utf8')).toBe(`broken ${number}`);
    }
    expect((await coach(['config', 'get', 'role'], { home })).stdout).toBe('member\n');
  });

  test('may have a byte order mark', async () => {
    const home = freshHome();
    put(path.join(home, 'config/settings.json'), '\ufeff{"role": "member"}\r\n');
    expect((await coach(['config', 'get', 'role'], { home })).stdout).toBe('member\n');
  });
});

test('a file is refused as a journal folder', async () => {
  const home = freshHome();
  const file = path.join(home, 'file');
  writeFileSync(file, '');
  const { stderr, exitCode } = await coach(['config', 'set', 'journal', file], { home });
  expect({ stderr: stderr.split('\n')[0], exitCode }).toEqual({
    stderr: `coach: the journal folder is a file: ${file}`,
    exitCode: 1,
  });
});

test('settings that are a folder are said to be one', async () => {
  const home = freshHome();
  const file = path.join(home, 'config', 'settings.json');
  mkdirSync(file, { recursive: true });
  expect(await coach(['journal'], { home })).toEqual(
    failed(`coach: cannot read ${file}: it is a folder (EISDIR)\n`),
  );
});
