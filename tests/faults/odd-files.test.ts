import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, filesBelow, freshHome, type Home } from '../terminal/coach.ts';
import { nextCommand } from './next-command.ts';

/** Everything that goes through the journal. */
const READING = [
  ['journal'],
  ['journal', '--json'],
  ['journal', '--search', 'far'],
  ['insights'],
  ['report'],
  ['review'],
  [],
];

function makePipe(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  execFileSync('mkfifo', [file]);
}

async function withEntry(): Promise<{ readonly home: Home; readonly month: string; readonly entry: string }> {
  const home = freshHome();
  await nextCommand(['reflect', 'note'], home, { input: 'It was far away.\n' });
  const [entry = ''] = filesBelow(home.journal);
  return { home, entry, month: path.join(home.journal, path.dirname(entry)) };
}

describe('in the place of an entry', () => {
  test.each([
    {
      what: 'a pipe',
      put: (file: string, { root }: Home) => {
        makePipe(path.join(root, 'pipe'));
        symlinkSync(path.join(root, 'pipe'), file);
        makePipe(`${file}.md`);
      },
    },
    { what: 'a device', put: (file: string) => symlinkSync('/dev/zero', file) },
    { what: 'a folder', put: (file: string) => mkdirSync(file) },
    {
      what: 'a file of three gigabytes',
      put: (file: string) => {
        writeFileSync(file, '');
        truncateSync(file, 3 * 2 ** 30);
      },
    },
  ])('$what stopped every list and search', async ({ put }) => {
    const { home, month, entry } = await withEntry();
    const odd = path.join(month, '2026-11-20-091405-note-k3x8m2p9qa.md');
    put(odd, home);
    for (const args of READING) {
      const { exitCode } = await coach(args, home);
      expect({ args, exitCode }).toEqual({ args, exitCode: 0 });
    }
    expect((await coach(['journal', '--json'], home)).stdout).toContain(entry);
    expect((await coach(['journal', 'export', '--format', 'json'], home)).stdout).toContain(entry);
    expect((await coach(['checkin', '--role', 'member'], home)).exitCode).toBe(0);
    expect((await nextCommand(['journal', 'delete', '--all', '--yes'], home)).stdout).toContain(entry);
  });
});

describe('in the place of a file of its own', () => {
  const PASSED_OVER = { stderr: '', exitCode: 0 };
  const refused = (file: string) => ({
    stderr: `coach: cannot read ${file}: it is a pipe\n`,
    stdout: '',
    exitCode: 1,
  });
  test.each([
    { what: 'a draft', below: 'state/drafts/k3x8m2p9qa.json', args: [], ends: () => PASSED_OVER },
    { what: 'what it remembers', below: 'state/shown.json', args: [], ends: () => PASSED_OVER },
    { what: 'the settings', below: 'config/settings.json', args: ['journal'], ends: refused },
    { what: 'a bank', below: 'data/banks/mine.yaml', args: ['reflect', 'mine'], ends: refused },
    { what: 'the readings', below: 'data/readings.json', args: ['readings'], ends: refused },
  ])('a pipe for $what was waited for without end', async ({ below, args, ends }) => {
    const { home } = await withEntry();
    const file = path.join(home.coach, below);
    makePipe(file);
    expect(await coach(args, home)).toMatchObject(ends(file));
  });

  test('settings that lead nowhere counted as none, and an entry went to another journal', async () => {
    const { home, entry } = await withEntry();
    const settings = path.join(home.coach, 'config', 'settings.json');
    mkdirSync(path.dirname(settings), { recursive: true });
    symlinkSync('/nowhere/settings.json', settings);
    expect(await nextCommand(['reflect', 'note'], home, { input: 'It rained.\n' })).toEqual({
      stdout: '',
      stderr: `coach: cannot read ${settings}: it is a link that leads nowhere\n`,
      exitCode: 1,
    });
    expect(filesBelow(home.journal)).toEqual([entry]);
  });
});

test('a month that is a link was written to and never read again', async () => {
  const { home, month } = await withEntry();
  const elsewhere = path.join(home.root, 'elsewhere');
  execFileSync('mv', [month, elsewhere]);
  symlinkSync(elsewhere, month);
  const below = path.relative(home.journal, month);
  const saved = await nextCommand(['reflect', 'note'], home, { input: 'It rained.\n' });
  expect(saved).toMatchObject({ stdout: '', exitCode: 1 });
  expect(saved.stderr).toContain(`cannot write inside ${below} in the journal: it is a link to a folder`);
  expect(filesBelow(elsewhere)).toHaveLength(1);
  for (const args of [['journal'], ['journal', '--search', 'far']]) {
    expect((await nextCommand(args, home)).stderr).toContain(
      `cannot read the folder ${below}: it is a link to a folder, and links to folders are not followed`,
    );
  }
});

test('a trash that is a link took entries that were never seen again', async () => {
  const { home, entry } = await withEntry();
  mkdirSync(path.join(home.root, 'elsewhere'));
  mkdirSync(path.join(home.journal, 'trash'));
  symlinkSync(path.join(home.root, 'elsewhere'), path.join(home.journal, 'trash', '2026'));
  const deleted = await nextCommand(['journal', 'delete', '--all', '--yes'], home);
  expect(deleted).toMatchObject({ exitCode: 1 });
  expect(deleted.stderr).toContain('cannot write inside trash/2026 in the journal: it is a link to a folder');
  expect(filesBelow(home.journal)).toContain(entry);
});

describe('what only doctor named was passed over in silence by every list:', () => {
  const NAME = '2026-11-20-091405-note-k3x8m2p9qa.md';
  test.each([
    [
      'another ending',
      NAME.replace('.md', '.markdown'),
      'its name does not end in .md; for more, run coach doctor',
    ],
    [
      'a placeholder',
      `.${NAME}.icloud`,
      'only a placeholder for the file is here; for more, run coach doctor',
    ],
    ['a link', NAME, 'it is a link that leads nowhere'],
  ])('%s', async (what, name, why) => {
    const { home, month, entry } = await withEntry();
    const text = readFileSync(path.join(home.journal, entry), 'utf8').replace(/^id: .*$/m, 'id: k3x8m2p9qa');
    if (what === 'a link') symlinkSync('/nowhere/a.md', path.join(month, name));
    else writeFileSync(path.join(month, name), text, { mode: 0o600 });
    const said = `coach: ${path.join(path.dirname(entry), name)}:1:1: cannot be read: ${why}\n`;
    for (const args of [
      ['journal'],
      ['journal', '--search', 'far'],
      ['journal', '--search', 'far'],
      ['insights'],
    ]) {
      const { stderr, exitCode } = await nextCommand(args, home);
      expect({ args, stderr, exitCode }).toEqual({
        args,
        stderr: `${said}  This file was skipped and left as it was.\n`,
        exitCode: 0,
      });
    }
    const { stdout } = await nextCommand(['doctor', '--json'], home);
    expect(stdout).not.toContain('index-differs');
    if (what === 'a link') return;
    writeFileSync(path.join(month, NAME), text, { mode: 0o600 });
    expect((await nextCommand(['journal'], home)).stderr).toBe('');
  });
});

describe('a trash that cannot be read', () => {
  const ways = [
    ['journal', 'restore', '--all'],
    ['journal', 'restore', 'last'],
    ['journal', 'delete', '--trash', '--forever', '--yes'],
    ['journal', 'delete', 'last', '--yes'],
  ];

  test('was called empty, and its link followed', async () => {
    const { home, entry } = await withEntry();
    const elsewhere = path.join(home.root, 'elsewhere');
    mkdirSync(elsewhere);
    execFileSync('cp', [path.join(home.journal, entry), elsewhere]);
    symlinkSync(elsewhere, path.join(home.journal, 'trash'));
    const said =
      'coach: cannot read the folder trash: it is a link to a folder, and links to folders are not followed\n';
    expect(await nextCommand(['journal', 'restore'], home)).toMatchObject({
      stdout: '',
      stderr: `${said}  This folder was skipped and left as it was.\n`,
    });
    for (const args of ways) {
      const { stdout, stderr, exitCode } = await nextCommand(args, home);
      expect({ args, stdout, exitCode }).toEqual({ args, stdout: '', exitCode: 1 });
      expect(stderr).toContain(said);
      expect(stderr).not.toContain('empty');
    }
    const doctor = await nextCommand(['doctor'], home);
    expect(doctor.stdout).toContain('  trash: it is a link to a folder');
    expect(doctor.stdout).not.toContain('open to other users');
    expect(filesBelow(elsewhere)).toHaveLength(1);
  });

  test.runIf(process.getuid?.() !== 0)('was called a folder', async () => {
    const { home } = await withEntry();
    mkdirSync(path.join(home.journal, 'trash'), { mode: 0 });
    for (const args of ways) {
      const { stderr, exitCode } = await nextCommand(args, home);
      expect({ args, exitCode }).toEqual({ args, exitCode: 1 });
      expect(stderr).toContain(
        'coach: cannot read the folder trash: you do not have permission to read it (EACCES)\n',
      );
      expect(stderr).not.toContain('trash/');
      expect(stderr.match(/EACCES/g)).toHaveLength(1);
    }
  });
});

test('a folder of banks that cannot be read stopped the built-in banks, too', async () => {
  const { home } = await withEntry();
  const banks = path.join(home.coach, 'data', 'banks');
  writeFileSync(banks, 'no folder');
  const named = `coach: cannot read ${banks}: a file is in the way (ENOTDIR)\n`;
  for (const args of [['banks'], ['reflect', 'note'], ['journal', '--bank', 'member'], ['insights']]) {
    const { stderr, exitCode } = await nextCommand(args, home, { input: 'It rained.\n' });
    expect({ args, exitCode }).toEqual({ args, exitCode: 0 });
    expect(stderr.split(named)).toHaveLength(2);
  }
  const doctor = await nextCommand(['doctor'], home);
  expect(doctor.stderr).not.toContain(named);
  expect(doctor.stdout).toContain(`${banks}: a file is in the way`);
});

test('files of other programs were taken for leftovers and deleted', async () => {
  const { home, month } = await withEntry();
  const theirs = ['.plan.md.1', '.2026-11-22.md.77', '.data.json.3'];
  for (const name of theirs) {
    writeFileSync(path.join(month, name), 'theirs');
    execFileSync('touch', ['-d', '2 days ago', path.join(month, name)]);
  }
  const folder = path.join(home.root, 'export');
  mkdirSync(folder);
  appendFileSync(path.join(folder, '.diary.2024'), 'theirs');
  await nextCommand(['reflect', 'note'], home, { input: 'It rained.\n' });
  await nextCommand(['journal', 'export', '--format', 'json', '--to', path.join(folder, 'diary')], home);
  expect(filesBelow(month)).toEqual(expect.arrayContaining(theirs));
  expect(filesBelow(folder)).toEqual(['.diary.2024', 'diary']);
});

describe('doctor said "all sound"', () => {
  const found = async (home: Home): Promise<string> => (await nextCommand(['doctor'], home)).stdout;

  test('of a year that is a link', async () => {
    const { home } = await withEntry();
    const year = filesBelow(home.journal)[0]?.slice(0, 4) ?? '';
    execFileSync('mv', [path.join(home.journal, year), path.join(home.root, 'elsewhere')]);
    symlinkSync(path.join(home.root, 'elsewhere'), path.join(home.journal, year));
    expect(await found(home)).toContain(`${year}: it is a link to a folder`);
  });

  test('of a pipe in the place of an entry', async () => {
    const { home, month } = await withEntry();
    makePipe(path.join(month, 'pipe.md'));
    expect(await found(home)).toContain('pipe.md: it is a pipe, a device or a socket');
  });

  test.runIf(process.platform === 'linux')('of a name that is no text, which lists passed over', async () => {
    const { home, month } = await withEntry();
    const name = Buffer.concat([Buffer.from(`${month}/e`), Buffer.of(0xff), Buffer.from('.md')]);
    writeFileSync(name, '---\ncoach: 1\n');
    expect(await found(home)).toContain('its name is not UTF-8');
    expect((await nextCommand(['journal'], home)).stderr).toContain('cannot be read: its name is not UTF-8');
  });
});

test('settings that could not be read were set aside, and the journal that they name with them', async () => {
  const { home } = await withEntry();
  const settings = path.join(home.coach, 'config', 'settings.json');
  makePipe(settings);
  expect(await nextCommand(['config', 'set', 'role', 'member'], home)).toMatchObject({
    stderr: `coach: cannot read ${settings}: it is a pipe\n`,
    exitCode: 1,
  });
  expect(filesBelow(path.dirname(settings))).toEqual(['settings.json']);
});
