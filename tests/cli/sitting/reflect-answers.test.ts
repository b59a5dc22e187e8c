import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/domain/banks/question-bank.ts';
import { questionsOf } from '../../../src/domain/banks/bank-questions.ts';
import { builtInBanks } from '../../prompts/banks.ts';
import { coach, entryFiles, failed, freshHome, journalJson, printed, put } from '../coach.ts';

const saved = (bank: string, look = ''): object =>
  printed(`Saved.${look}\n2026/11/2026-11-22-091405-${bank}-001k3x8m2p.md\n`);

describe('--answers', () => {
  test('saves what the file says, and tells the next look', async () => {
    const home = freshHome();
    const stdin = `about: D.
member-situation: |
  They asked twice.

  I waited.
member-felt: {skip: too close}
member-closeness: too-much
member-decisions-clear: 2
member-hold-back:
member-commitment: {when: the draft is late, then: ask first, by: 2026-11-29, likelihood: 80}
member-commitment-prediction: {expect: It gets better, likelihood: 70}
`;
    expect(await coach(['reflect', 'member', '--answers', '-'], { home, stdin })).toEqual(
      saved('member', '\nOn 29 November, coach review will ask how it went.'),
    );
    const text = readFileSync(entryFiles(home)[0] ?? '', 'utf8');
    expect(text).toContain('\nrole: member\nabout: D.\n---\n\n# When your work is closely managed\n');
    expect(text).toContain('member-situation text -->\n\nThey asked twice.\n\nI waited.\n');
    expect(text).toContain('member-felt text -->\n\n*too close*\n');
    expect(text).toContain('member-hold-back text -->\n\n*passed*\n');
    expect(text).toContain('- Expect: It gets better\n- Likelihood: 70 %\n- Due: 2026-12-06\n');
  });

  test('names every mistake of the file at once, by line', async () => {
    const home = freshHome();
    const answers = `member-situation: 3
member-closeness: too-mcuh
member-first-move: never
member-decisions-clear: 9
member-commitment-prediction: {expect: "", likelihood: 170, feling: hoped, due: soon}
member-commitment: {when: Monday, likelihood: high}
member-tell-follow: That I asked.
manager-fit: unsure
mmeber-felt: calm
tell: nobody
`;
    put(path.join(home, 'a.yaml'), answers);
    expect(await coach(['reflect', 'member', '--answers', 'a.yaml'], { home })).toEqual(
      failed(`coach: a.yaml:1:19: member-situation: expected text; put it in quotes or under a "|"
a.yaml:2:19: member-closeness: expected one of fitting, outlived, too-much, unsure; did you mean too-much?
a.yaml:3:20: member-first-move: expected one of wait, ask, propose, act-tell, act-report
a.yaml:4:25: member-decisions-clear: expected a whole number from 1 to 5
a.yaml:5:31: member-commitment-prediction: "expect" is missing
a.yaml:5:56: member-commitment-prediction.likelihood: expected a likelihood, a whole number from 0 to 100
a.yaml:5:61: member-commitment-prediction.feling: expected one of expect, sign, likelihood, due, feeling; did you mean feeling?
a.yaml:5:81: member-commitment-prediction.due: expected a date, YYYY-MM-DD, not "soon"
a.yaml:6:20: member-commitment: "then" is missing
a.yaml:6:47: member-commitment.likelihood: expected a likelihood, a whole number from 0 to 100
a.yaml:7:21: member-tell-follow: this question is asked only when member-tell is friend or colleague or other or team
a.yaml:8:1: no question "manager-fit" in the question set member (member)
a.yaml:9:1: no question "mmeber-felt" in the question set member (member); did you mean member-felt?
a.yaml:10:1: no question "tell" in the question set member (member)
  Nothing was saved. Fix the file and try again.
`),
    );
    expect((await coach(['journal'], { home })).stderr).toContain('No entries yet.');
  });

  test.each([
    { file: 'nope.yaml', says: 'cannot read nope.yaml: there is no such file (ENOENT)' },
    { file: '.', says: 'cannot read .: it is a folder (EISDIR)' },
  ])('says that it cannot read $file', async ({ file, says }) => {
    const ran = await coach(['reflect', 'member', '--answers', file], { home: freshHome() });
    expect(ran).toEqual(failed(`coach: ${says}\n`));
  });

  test('closes a standing prediction, which the debrief asks for', async () => {
    const home = freshHome();
    const answer = (bank: string, stdin: string): Promise<object> =>
      coach(['reflect', bank, '--role', 'manager', '--answers', '-'], { home, stdin });
    await answer('prepare', 'prepare-when: 2026-11-22\nprepare-prediction: 30\n');
    await answer('debrief', 'debrief-next-step: doer\n');
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ question: 'debrief-next-step', closes: '001k3x8m2p/prepare-prediction' }] },
      { answers: [{ value: '2026-11-22' }, { value: { likelihood: 30, due: '2026-11-22' } }] },
    ]);
  });

  test('names the scope of a programme as what the entry is about', async () => {
    const home = freshHome();
    const stdin = 'challenge-scope: D.\nchallenge-baseline-trust: 2\nsee-my-gain: Calm.\n';
    const argv = ['reflect', 'challenge', '--step', 'step-see', '--role', 'member', '--answers', '-'];
    expect((await coach(argv, { home, stdin })).stdout).toMatch(
      /^Saved\.\n2026\/11\/2026-11-22-091405-challenge-001k3x8m2p\.md\n\nFor five working days, /,
    );
    expect(await journalJson(home)).toMatchObject([
      { about: 'D.', answers: [{ question: 'challenge-baseline-trust' }, { step: 'step-see' }] },
    ]);
    const other = await coach(argv, { home, stdin: 'view-guess: Calm.\n' });
    expect(other.exitCode).toBe(1);
    expect(other.stderr).toContain('1:1: ');
  });
});

/** Something to answer a question with, as it is written in a file; conditions that depend on it hold. */
function answerTo({ type, id, options = [], fixed, scale }: Question, all: readonly Question[]): unknown {
  switch (type) {
    case 'text':
      return `Words: about ${id}, "quoted".`;
    case 'choice': {
      const wanted = all.flatMap(({ showIf }) =>
        showIf && 'question' in showIf && showIf.question === id ? showIf.values : [],
      );
      return wanted[0] ?? options[0]?.value;
    }
    case 'scale':
      return scale && 'min' in scale ? scale.max : 3;
    case 'percent':
      return 35;
    case 'date':
      return '2026-12-01';
    case 'prediction':
      return fixed === undefined
        ? { expect: 'It rains', sign: 'Wet streets', likelihood: 35, due: '2026-12-01', feeling: 'feared' }
        : 35;
    case 'commitment':
      return { when: 'it rains', then: 'stay in', by: '2026-12-01', likelihood: 35 };
  }
}

describe('--template', () => {
  const cases = builtInBanks
    .filter(({ bank }) => bank.name !== 'review')
    .flatMap(({ bank }) => {
      const roles = bank.role === 'both' ? (['member', 'manager'] as const) : ([null] as const);
      const steps = bank.steps.length === 0 ? [null] : bank.steps.map(({ id }) => id);
      return roles.flatMap((role) =>
        steps.map((step) => ({
          bank,
          options: [...(role ? ['--role', role] : []), ...(step ? ['--step', step] : [])],
        })),
      );
    });

  test.each(cases)('of $bank.name $options can be filled in and saved', async ({ bank, options }) => {
    const home = freshHome();
    const template = await coach(['reflect', bank.name, ...options, '--template'], { home });
    expect(template).toEqual(printed(expect.stringMatching(/^# .+\n# To skip, leave the answer empty/)));
    const questions = questionsOf(bank);
    const keys: string[] = [];
    const filled = template.stdout.replace(/^([a-z-]+):$/gm, (_line, id: string) => {
      const question = questions.find((one) => one.id === id);
      keys.push(id);
      return `${id}: ${JSON.stringify(question && answerTo(question, questions))}`;
    });
    expect(keys.length).toBeGreaterThan(0);
    put(path.join(home, 'answers.yaml'), filled);
    const ran = await coach(['reflect', bank.name, ...options, '--answers', 'answers.yaml'], { home });
    expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
    const answers = keys.map((question) => expect.objectContaining({ question, skip: null }));
    expect(await journalJson(home)).toEqual([expect.objectContaining({ answers })]);
  });

  test('left as it is has no answers', async () => {
    const home = freshHome();
    const { stdout } = await coach(['reflect', 'member', '--template'], { home });
    const ran = await coach(['reflect', 'member', '--answers', '-'], { home, stdin: stdout });
    expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
    expect(ran.stderr).toContain('standard input:1:1: has no answers');
  });

  test.each([
    { options: ['--question', 'member-felt'], keys: ['member-felt'] },
    { options: ['member', '--question', 'member-tell-follow'], keys: ['member-tell-follow'] },
    {
      options: ['prepare', '--short', '--role', 'member'],
      keys: [
        'prepare-kind',
        'prepare-when',
        'prepare-want',
        'prepare-intend',
        'prepare-hear',
        'prepare-idea-or-order',
        'prepare-member-prediction',
      ],
    },
    { options: ['note'], keys: ['note-text'] },
    { options: ['--question', 'rot-m-waited', '--role', 'member'], keys: ['rot-m-waited'] },
  ])('with $options asks only that', async ({ options, keys }) => {
    const { stdout } = await coach(['reflect', ...options, '--template'], { home: freshHome() });
    expect(Array.from(stdout.matchAll(/^([a-z-]+):$/gm), ([, key]) => key)).toEqual(keys);
  });

  test('names whom it is about', async () => {
    const { stdout } = await coach(['reflect', 'member', '--template', '--about', 'D. "x"'], {
      home: freshHome(),
    });
    expect(stdout).toContain('\nrole: member\nabout: "D. \\"x\\""\n# at: yesterday 18:00\n');
  });
});
