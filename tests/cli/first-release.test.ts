import { readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, entryFiles, filesBelow, journalOf, put, ROOT, settledHome } from './coach.ts';
import type { Move } from './scripted.ts';
import { SAVE, sitAt } from './sitting.ts';

// A journal, two drafts and the files of answers that the first release wrote; its questions were others.
const FIRST = path.join(ROOT, 'tests/releases/first');
/** The day after the last of it. */
const epoch = Date.UTC(2026, 10, 30, 8, 14, 5);
const skips: readonly Move[] = Array.from({ length: 8 }, () => ({ kind: 'skip', skip: 'passed' }));

function firstHome(): string {
  const home = settledHome();
  const from = path.join(FIRST, 'journal');
  for (const file of filesBelow(from))
    put(path.join(journalOf(home), file), readFileSync(path.join(from, file)));
  return home;
}

async function told(home: string, ...argv: readonly string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await coach(argv, { home, epoch });
  expect({ argv, stderr, exitCode }).toMatchObject({ argv, exitCode: 0 });
  return stdout;
}

interface EntryJson {
  readonly id: string;
  readonly title: string;
  readonly answers: readonly {
    readonly question: string;
    readonly asked: string;
    readonly value: unknown;
    readonly skip: string | null;
    readonly closes?: string;
  }[];
}

async function entriesOf(home: string): Promise<readonly EntryJson[]> {
  return JSON.parse(await told(home, 'journal', '--json', '--limit', 'all'));
}

describe('the journal of the first release', () => {
  test('every entry is read, listed and shown, and stays as it is', async () => {
    const home = firstHome();
    const texts = entryFiles(home).map((file) => readFileSync(file, 'utf8'));
    const entries = await entriesOf(home);
    const list = await told(home, 'journal', '--limit', 'all');
    expect(entries).toHaveLength(texts.length);
    for (const text of texts) {
      const [, id = ''] = /^id: (\w+)$/m.exec(text) ?? [];
      const entry = entries.find((one) => one.id === id);
      const asked = Array.from(text.matchAll(/^## (.+)\n<!-- coach: (\S+) /gm), ([, , question]) => question);
      expect(entry?.answers.map(({ question }) => question)).toEqual(asked);
      expect(list).toContain(id);
      const shown = (await told(home, 'journal', 'show', id)).replaceAll(/\s+/g, ' ');
      for (const { asked: wording } of entry?.answers ?? []) expect(shown).toContain(wording);
    }
    expect(entryFiles(home).map((file) => readFileSync(file, 'utf8'))).toEqual(texts);
    await told(home, 'doctor');
  });

  test('insights count its ratings and its guesses', async () => {
    const text = await told(firstHome(), 'insights');
    expect(text).toContain('How clear you are about what you can decide, about D.: 3 (1 September).\n');
    expect(text).toContain('\n2 guesses closed:\n');
  });

  test('the challenges in it are over, of both roles', async () => {
    const text = await told(firstHome(), 'challenge');
    expect(text).toContain('L., manager · Started on 20 September, finished on 27 September.\n');
    expect(text).toContain('K., member · Started on 8 September, finished on 15 September.\n');
  });

  test('a guess whose question is not asked any more is still looked at', async () => {
    const home = firstHome();
    const closes = 'n4ct3cfqhb/member-prediction';
    expect(JSON.parse(await told(home, 'review', 'n4ct', '--json'))).toContainEqual(
      expect.objectContaining({ closes, kind: 'prediction' }),
    );
    const prompter = { home, epoch, stdin: `- closes: ${closes}\n  review-outcome: untested\n` };
    expect(await coach(['review', '--answers', '-'], prompter)).toMatchObject({ stderr: '', exitCode: 0 });
    expect(await told(home, 'review', 'n4ct', '--json')).not.toContain(closes);
    expect(await told(home, 'journal', 'show', 'n4ct')).toContain('It was never put to the test, today');
  });
});

/** Puts a draft where it lay, left by a coach that is not running any more. */
function withDraft(id: string): string {
  const home = settledHome();
  const draft = JSON.parse(readFileSync(path.join(FIRST, `drafts/${id}.json`), 'utf8'));
  const holder = { ...draft.holder, host: hostname() };
  put(path.join(home, `state/drafts/${id}.json`), JSON.stringify({ ...draft, holder }));
  return home;
}

describe('a draft of the first release', () => {
  test('is finished with a guess that is not asked any more', async () => {
    const home = withDraft('947b6xvpjz');
    const said: readonly Move[] = ['The report is done without a question', 'in the mail'];
    const guess: readonly Move[] = [...said, { value: 0.7 }, '2026-12-24', { value: 'hoped' }];
    const ran = await sitAt(epoch, home, ['reflect'], 'Finish it', ...guess, ...skips, SAVE);
    expect(ran.seen.filter((line) => /^(?:choose|ask)/.test(line))).toEqual([
      'choose Unfinished from yesterday: "When your work is closely managed" about D. (10 answers).',
      'ask member-prediction expect',
      'ask member-prediction sign',
      'ask member-prediction likelihood',
      'ask member-prediction due',
      'ask member-prediction feeling',
      'ask member-capacity',
      'ask member-ready-to-answer',
      'ask member-needs',
      'ask member-not-mine',
      'ask member-say-it',
      'ask member-commitment when',
      'ask member-commitment-prediction expect',
      'ask member-tell',
    ]);
    const [{ answers, ...entry } = { answers: [] }] = await entriesOf(home);
    // Its questions are those of the first version.
    expect(entry).toMatchObject({ bank: 'member', bankVersion: 1 });
    expect(answers.find(({ question }) => question === 'member-prediction')).toMatchObject({
      asked:
        'Suppose you take that piece on fully, answer for the result, and nobody steers you along the way. What do you expect to happen?',
      value: {
        expect: 'The report is done without a question',
        sign: 'in the mail',
        likelihood: 70,
        due: '2026-12-24',
        feeling: 'hoped',
      },
    });
    expect(answers[0]).toMatchObject({ value: 'What I typed for question 1 of the draft.' });
    expect(readdirSync(path.join(home, 'state/drafts'))).toEqual([]);
  });

  test('of a step is finished with the plan that it stood at', async () => {
    const home = withDraft('0cwgwpqk14');
    const PLAN: readonly Move[] = ['we sit down on Friday', 'ask about it'];
    const ran = await sitAt(
      epoch,
      home,
      ['reflect'],
      'Finish it',
      ...PLAN,
      '2026-12-13',
      { value: 0.8 },
      SAVE,
    );
    expect(ran.seen.filter((line) => /^(?:choose|ask)/.test(line))).toEqual([
      'choose Unfinished from yesterday: "From leaning, to standing, to leaning on each other" about N. (6 answers).',
      'ask view-question when',
      'ask view-question then',
      'ask view-question by',
      'ask view-question likelihood',
    ]);
    expect(await entriesOf(home)).toMatchObject([
      {
        answers: [
          { value: 3 },
          { value: 4 },
          {},
          {},
          {},
          {
            question: 'view-question',
            step: 'step-their-view',
            value: { when: 'we sit down on Friday', by: '2026-12-13', likelihood: 80 },
          },
        ],
      },
    ]);
    expect(await told(home, 'challenge')).toContain('Step 2 of 8, dependence: See through their eyes.');
  });
});

describe('a file of answers for the first release', () => {
  const NOW: Readonly<Record<string, string>> = {
    'member-prediction': 'member-expect',
    'manager-assigning': 'manager-assigned',
    'manager-prediction': 'manager-expect',
    'prepare-intent': 'prepare-together',
    'clear-answer': 'clear-when',
  };

  const files = readdirSync(path.join(FIRST, 'answers')).map((name) => {
    const file = path.join(FIRST, 'answers', name);
    const text = readFileSync(file, 'utf8');
    const [, bank = '', step] =
      /^(challenge)-\w+-(step-[a-z-]+)\.yaml$/.exec(name) ?? /^([a-z]+)/.exec(name) ?? [];
    const flags = step === undefined ? [] : ['--step', step, '--about', 'K.'];
    const keys = Array.from(text.matchAll(/^([a-z][a-z-]+):/gm), ([, key = '']) => key);
    return {
      name,
      file,
      text,
      argv: bank === 'checkin' ? ['checkin'] : ['reflect', bank, ...flags],
      questions: keys.filter((key) => key !== 'role'),
      old: keys.filter((key) => Object.hasOwn(NOW, key)),
    };
  });

  test.each(files.filter(({ old }) => old.length === 0))(
    '$name is saved: all its questions are still asked',
    async ({ argv, file, questions }) => {
      const home = settledHome();
      const ran = await coach([...argv, '--answers', file], { home, epoch });
      expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
      const [entry] = await entriesOf(home);
      expect(entry?.answers.map(({ question }) => question).toSorted()).toEqual(questions.toSorted());
      expect(entry?.answers.filter(({ skip }) => skip !== null)).toEqual([]);
    },
  );

  test.each(files.filter(({ old }) => old.length > 0))(
    '$name is refused, naming the new question of $old, and saved with it',
    async ({ argv, file, text, old }) => {
      const home = settledHome();
      const { stderr, exitCode } = await coach([...argv, '--answers', file], { home, epoch });
      expect(exitCode).toBe(1);
      const lines = stderr.trimEnd().split('\n');
      expect(lines.map((line) => line.replace(/^.*?:\d+:1: /, ''))).toEqual([
        ...old.map((key) => `${key}: this question is no longer asked; use ${NOW[key]} instead`),
        '  Nothing was saved. Fix the file and try again.',
      ]);
      const stdin = old.reduce(
        (mended, key) =>
          mended.replace(
            new RegExp(`^${key}: .*$`, 'm'),
            `${NOW[key]}: ${NOW[key] === 'clear-when' ? '2026-10-05' : 'What I wrote.'}`,
          ),
        text,
      );
      const ran = await coach([...argv, '--answers', '-'], { home, epoch, stdin });
      expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
    },
  );

  test.each(Object.entries(NOW))('--question %s names %s', async (old, now) => {
    const { stderr, exitCode } = await coach(['reflect', '--question', old], { home: settledHome() });
    expect(exitCode).toBe(2);
    expect(stderr).toBe(`coach: the question "${old}" is no longer asked\n  Use ${now} instead.\n`);
  });
});
