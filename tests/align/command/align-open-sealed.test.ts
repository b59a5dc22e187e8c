import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, failed, NOON, refused, settledHome } from '../../cli/coach.ts';
import { CTRL_C, scripted } from '../../cli/scripted.ts';
import { SEALED_FILE, UNOPENABLE, WORDS } from '../sealed-texts.ts';
import { DRAWN, fileWith, hearing, keptIn, sealedHome } from './sealed-homes.ts';
import { filledHome, holding, LATER } from './sheet-homes.ts';

const OPEN = ['align', 'open', 'from-lead.coach', '--about', 'D.'];

describe('opening', () => {
  test('what both sealed is compared, and nothing of theirs is kept', async () => {
    const home = await sealedHome(
      await fileWith({
        format: 'coach-align',
        version: 1,
        from: 'lead',
        pieces: [
          { title: 'client PRICING', today: 'advised', wanted: 'advised', means: 'canary-means' },
          { title: 'canary-title', today: 'set', wanted: 'own' },
          { title: 'canary-other' },
        ],
      }),
    );
    const before = keptIn(home);
    const prompter = hearing('Pair EVOL fort. roof draftee', 'canary-title', 'None');
    const ran = await coach(OPEN, { home, prompter, ...LATER });
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    expect(prompter.left()).toEqual([]);
    expect(prompter.told[0]).toContain(
      '\nThey see it as you sealed it yesterday.\nThey say their words first.',
    );
    expect(prompter.seen).toEqual([
      'say Side by side, with D.: you are the doer here, they are the lead.',
      'secret Their words:',
      'choose Rota is only on your sheet. Is one of theirs the same piece of work?',
      'choose Yearly plan is only on your sheet. Is one of theirs the same piece of work?',
    ]);
    expect(ran.stdout).toContain(
      '  today                    D           L                 2 steps apart\n' +
        '  wished for                           L     D           about the same\n',
    );
    expect(ran.stdout).toContain('\n2 Rota · canary-title\n');
    expect(ran.stdout).toContain(
      '\nOnly on your sheet: Yearly plan.\n\nOnly on their sheet: canary-other.\n',
    );
    expect(ran.stdout).toContain('Your guesses about their marks, for you alone: coach align guesses\n');
    expect(ran.stdout).not.toContain('canary-last');
    expect(keptIn(home)).toEqual(before);
    for (const argv of [['align'], ['journal'], ['journal', '--search', 'canary-means'], ['insights']])
      await coach(argv, { home, ...LATER });
    expect(holding(home, 'canary-means')).toEqual([]);
    expect(holding(home, 'canary-title')).toEqual([]);
  });

  test('what was changed since is told, and what was sealed is compared', async () => {
    const home = await sealedHome();
    const stdin = 'align-piece: Client pricing\nalign-today: own\nalign-wanted: own\n';
    await coach(['align', 'fill', '--about', 'D.', '--answers', '-'], { home, stdin, ...LATER });
    const prompter = hearing(WORDS);
    const ran = await coach(OPEN, { home, prompter, epoch: NOON + 5 * 86_400_000 });
    expect(prompter.told[0]).toContain(
      'They see it as you sealed it on 22 November. Changed since then: Client pricing.\n',
    );
    expect(ran.stdout).toContain('  today                    D           L  ');
  });

  test('words are asked for again until some open it, and Enter alone leaves', async () => {
    const home = await sealedHome();
    const wrong = ['length length', 'not any word of the list', 'evolve pair fortune roof draft', DRAWN];
    const prompter = hearing(...wrong, '');
    const ran = await coach(OPEN, { home, prompter });
    expect(ran).toEqual({ stdout: 'Nothing was opened, and nothing was kept.\n', stderr: '', exitCode: 0 });
    expect(prompter.told.slice(1)).toEqual(
      wrong.map(() => expect.stringMatching(/^These words do not open it\. Type all of them/)),
    );
    const stopped = await coach(OPEN, { home, prompter: scripted('length', CTRL_C) });
    expect(stopped).toMatchObject({ exitCode: 130, stderr: '\nNothing was opened, and nothing was kept.\n' });
  });

  test('one’s own sheet comes first', async () => {
    const home = await filledHome();
    writeFileSync(path.join(home, 'from-lead.coach'), SEALED_FILE);
    const prompter = scripted();
    expect(await coach(OPEN, { home, prompter })).toEqual(
      failed(
        'coach: you have not sealed a sheet with D. yet\n  Yours comes first, so that neither of you adapts to the other: coach align seal --about D.\n',
      ),
    );
    expect(prompter.seen).toEqual([]);
  });

  test('of several sheets one is chosen', async () => {
    const home = await sealedHome();
    const stdin = 'align-piece: Client pricing\n';
    await coach(['align', 'fill', '--about', 'K.', '--answers', '-'], { home, stdin });
    await coach(['align', 'seal', '--about', 'K.', '--to', 'k.coach'], { home, prompter: scripted('Yes') });
    const prompter = scripted('with D., you are the doer: 3 pieces, sealed today', WORDS);
    const ran = await coach(['align', 'open', 'from-lead.coach'], { home, prompter });
    expect(ran.stdout).toContain('coach align agree --about D.\n');
  });

  test('the page holds the same, and is for this person alone', async () => {
    const home = await sealedHome();
    const prompter = scripted(WORDS);
    const ran = await coach([...OPEN, '--html', 'both.html'], { home, prompter });
    expect(ran.stdout).toContain('Wrote the comparison to both.html. ');
    expect(readFileSync(path.join(home, 'both.html'), 'utf8')).toContain('<small>2 steps apart</small>');
  });

  test('nothing in common is nothing to compare', async () => {
    const home = await sealedHome(
      await fileWith({ format: 'coach-align', version: 1, from: 'lead', pieces: [{ title: 'Hiring' }] }),
    );
    const ran = await coach(OPEN, { home, prompter: scripted(WORDS, 'None', 'None', 'None') });
    expect(ran.stdout).toMatch(/^No piece of work is on both sheets/);
    expect(ran.stdout).toContain('\nOnly on their sheet: Hiring.\n');
  });

  test('hostile words of theirs are shown as words', async () => {
    const hostile = `\u001b]0;t\u0007\u202e<b>${'W'.repeat(70)}\u0000`;
    const piece = { title: 'Rota', example: hostile, today: 'own', means: hostile, limits: hostile };
    const home = await sealedHome(
      await fileWith({
        format: 'coach-align',
        version: 1,
        from: 'lead',
        pieces: [piece, { title: hostile }],
      }),
    );
    const ran = await coach(OPEN, { home, width: 40, prompter: scripted(WORDS, 'None', 'None') });
    // eslint-disable-next-line no-control-regex
    expect(ran.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(ran.stdout).toContain('<b>WWW');
  });
});

describe('what cannot be opened is refused by name, with nothing asked and nothing kept', () => {
  test.each(UNOPENABLE)('$case', async ({ text, says }) => {
    const home = await sealedHome(text);
    const before = keptIn(home);
    const prompter = scripted();
    const { stderr, exitCode } = await coach(OPEN, { home, prompter });
    expect({ said: stderr.split('\n')[0], exitCode }).toEqual({
      said: expect.stringMatching(says),
      exitCode: 1,
    });
    expect(stderr).toContain('from-lead.coach');
    expect(prompter.seen).toEqual([]);
    expect(keptIn(home)).toEqual(before);
  });

  test.each([
    {
      case: 'a pipe',
      put: (file: string) => void execFileSync('mkfifo', [file]),
      says: 'it is a pipe',
    },
    { case: 'a folder', put: (file: string) => mkdirSync(file), says: 'it is a folder' },
    { case: 'nothing', put: () => undefined, says: 'there is no such file' },
    { case: 'a device', put: (file: string) => symlinkSync('/dev/zero', file), says: 'it is a device' },
    {
      case: 'no text',
      put: (file: string) => writeFileSync(file, Buffer.of(0xff, 0x41, 0xff)),
      says: 'UTF-8',
    },
  ])('$case', async ({ put, says }) => {
    const home = await sealedHome();
    put(path.join(home, 'odd'));
    const prompter = scripted();
    const { stderr, exitCode } = await coach(['align', 'open', 'odd'], { home, prompter });
    expect(stderr).toContain(says);
    expect(exitCode).toBe(1);
    expect(prompter.seen).toEqual([]);
  });

  const sheet = { format: 'coach-align', version: 1, from: 'lead', pieces: [{ title: 'Rota' }] };

  test.each([
    {
      case: 'two doers',
      inside: { ...sheet, from: 'doer' },
      says: 'the sheet in from-lead.coach is from the doer, as yours is',
    },
    {
      case: 'a newer version',
      inside: { ...sheet, version: 2 },
      says: 'from-lead.coach was sealed by a newer version of coach',
    },
    {
      case: 'another kind',
      inside: { ...sheet, format: 'x' },
      says: 'from-lead.coach is not a sealed sheet',
    },
    {
      case: 'too many pieces',
      inside: { ...sheet, pieces: Array.from({ length: 41 }, () => ({ title: 'Rota' })) },
      says: 'the sheet in from-lead.coach has 41 pieces of work, and 40 is the most',
    },
    {
      case: 'too many letters',
      inside: { ...sheet, pieces: [{ title: 'Rota' }, { title: 'canary', limits: 'a'.repeat(2001) }] },
      says: 'the sheet in from-lead.coach, piece 2: "limits" has more than 2000 letters',
    },
  ])('$case, which only the words show', async ({ inside, says }) => {
    const home = await sealedHome(await fileWith(inside));
    const before = keptIn(home);
    const ran = await coach(OPEN, { home, prompter: scripted(WORDS) });
    expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
    expect(ran.stderr.split('\n')[0]).toBe(`coach: ${says}`);
    expect(keptIn(home)).toEqual(before);
    expect(holding(home, 'canary"')).toEqual([]);
  });

  test('one that was damaged within, once the words fit', async () => {
    const lines = SEALED_FILE.split('\n');
    const home = await sealedHome([...lines.slice(0, 6), ...lines.slice(7)].join('\n'));
    const ran = await coach(OPEN, { home, prompter: scripted(WORDS) });
    expect(ran.stderr).toMatch(/^coach: from-lead\.coach is damaged or cut off\n/);
    expect(ran.exitCode).toBe(1);
  });

  test('there is no terminal', async () => {
    const home = await sealedHome();
    expect(await coach(OPEN, { home })).toEqual(
      failed(
        'coach: there is no terminal to type their words in\n  Sit down together in front of one, then: coach align open from-lead.coach\n',
      ),
    );
  });

  test('a file and --spoken do not go together, and no file of words is read', async () => {
    const home = settledHome();
    expect(await coach([...OPEN, '--spoken'], { home })).toEqual(
      refused(
        'coach: give a sealed file or --spoken, not both\n  For example: coach align open from-lead.coach, or coach align open --spoken\n',
      ),
    );
    expect((await coach([...OPEN, '--words-from', 'words.txt'], { home })).exitCode).toBe(2);
  });
});
