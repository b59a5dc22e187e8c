import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, freshHome, journalOf } from '../cli/coach.ts';
import { CTRL_C, scripted } from '../cli/scripted.ts';
import { filesBelow } from '../terminal/coach.ts';

const CANARY = 'Kanarienvogel';

/** The files below a folder in which the canary sits. */
const sung = (folder: string): readonly string[] =>
  filesBelow(folder).filter((file) => readFileSync(path.join(folder, file)).includes(CANARY));

const AT_THEY_KNOW = ['reflect', 'manager', '--question', 'manager-they-know'];

test('drafts and an index of a journal that the system encrypts lay outside it in clear', async () => {
  const home = freshHome();
  await coach(['reflect', 'note'], { home, stdin: `The ${CANARY} sang.` });
  await coach(AT_THEY_KNOW, { home, prompter: scripted({ interrupted: `a ${CANARY}` }) });
  const cache = path.join(home, 'cache');
  mkdirSync(path.join(cache, 'index'), { recursive: true });
  writeFileSync(path.join(cache, 'index', '2026-11.segment'), CANARY);
  expect(sung(home).filter((file) => !file.includes('/journal/'))).toHaveLength(2);

  const set = await coach(['config', 'set', 'keep-inside', 'true'], { home });
  expect(set).toMatchObject({ stderr: 'keep-inside set to yes.\n', exitCode: 0 });
  await coach(['journal', '--search', 'sang'], { home });
  const inside = path.relative(home, journalOf(home));
  expect(sung(home).filter((file) => !file.startsWith(inside))).toEqual([]);
  expect(sung(path.join(journalOf(home), '.drafts'))).toHaveLength(1);

  // The draft is offered from there, and goes when it is finished.
  const prompter = scripted('Finish it', CTRL_C);
  await coach(['reflect', 'manager'], { home, prompter });
  expect(prompter.seen.some((line) => line.startsWith('ask manager-they-know'))).toBe(true);
  const { stdout } = await coach(['doctor', '--verbose'], { home });
  expect(stdout).not.toContain('drafts-misplaced');
  expect(stdout).toContain('keep-inside is set');

  await coach(['config', 'set', 'keep-inside', 'false'], { home });
  expect(filesBelow(home).filter((file) => file.includes('drafts'))).toEqual([
    expect.stringMatching(/^state\/drafts\/\w{10}\.json$/),
  ]);
});

test('a draft that stands there already is not written over when they are brought inside', async () => {
  const home = freshHome();
  await coach(['reflect', 'note'], { home, stdin: 'It rained.' });
  await coach(AT_THEY_KNOW, { home, prompter: scripted({ interrupted: `a ${CANARY}` }) });
  const file = filesBelow(home).find((one) => one.includes('/drafts/')) ?? '';
  const there = path.join(journalOf(home), '.drafts', path.basename(file));
  mkdirSync(path.dirname(there));
  writeFileSync(there, 'of another machine');
  const text = readFileSync(path.join(home, file));
  await coach(['config', 'set', 'keep-inside', 'true'], { home });
  expect(readFileSync(there, 'utf8')).toBe('of another machine');
  expect(existsSync(path.join(home, file))).toBe(true);
  // What was stopped between bringing it in and taking it away is brought to its end.
  writeFileSync(there, text);
  await coach(['config', 'set', 'keep-inside', 'true'], { home });
  expect(existsSync(path.join(home, file))).toBe(false);
  expect(readFileSync(there)).toEqual(text);
  mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
  writeFileSync(path.join(home, file), text);
  rmSync(there);
  const { stdout } = await coach(['doctor', '--json'], { home });
  expect(stdout).toContain('drafts-misplaced');
});

test('of a sitting or an editor that is open, nothing is moved, and it is said', async () => {
  const home = freshHome();
  await coach(['reflect', 'note'], { home, stdin: 'It rained.' });
  await coach(AT_THEY_KNOW, { home, prompter: scripted({ interrupted: `a ${CANARY}` }) });
  const file = path.join(home, filesBelow(home).find((one) => one.includes('/drafts/')) ?? '');
  const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  const draft = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...draft, holder: { pid: process.ppid, started, host: hostname() } }));
  expect(await coach(['config', 'set', 'keep-inside', 'true'], { home })).toMatchObject({
    stderr: expect.stringContaining(`coach: a sitting is open: ${file}`),
    exitCode: 1,
  });
  const editing = path.join(path.dirname(file), 'editing-1');
  mkdirSync(editing);
  expect(await coach(['config', 'set', 'keep-inside', 'true'], { home })).toMatchObject({
    stderr: expect.stringContaining(`was left behind by one: ${editing}`),
    exitCode: 1,
  });
  expect(existsSync(file)).toBe(true);
  expect((await coach(['config', 'get', 'keep-inside'], { home })).stdout).toBe('');
});

test('drafts of a journal that one command names are not moved by a setting for all', async () => {
  const home = freshHome();
  const env = { COACH_JOURNAL: path.join(home, 'other') };
  expect(await coach(['config', 'set', 'keep-inside', 'true'], { home, env })).toMatchObject({
    stderr: expect.stringContaining('COACH_JOURNAL and the settings point to different journals'),
    exitCode: 1,
  });
});

test('an index of an earlier version stayed in the cache with every word', async () => {
  const home = freshHome();
  await coach(['reflect', 'note'], { home, stdin: 'Nothing sang.' });
  mkdirSync(path.join(home, 'cache'), { recursive: true });
  writeFileSync(path.join(home, 'cache', 'index.sqlite'), CANARY);
  await coach(['journal', '--search', 'sang'], { home });
  expect(sung(home)).toEqual([]);
});

test('what was deleted for ever stayed in the index until the next search', async () => {
  const home = freshHome();
  await coach(['reflect', 'note'], { home, stdin: `The ${CANARY} sang.` });
  await coach(['journal', '--search', CANARY], { home });
  expect(sung(home).filter((file) => file.startsWith('cache/'))).not.toEqual([]);
  await coach(['journal', 'delete', '--all', '--forever', '--yes'], { home });
  expect(sung(home)).toEqual([]);
});
