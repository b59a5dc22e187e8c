import { describe, expect, test } from 'vitest';
import { coach, journalJson, settledHome } from '../coach.ts';
import { type Move, type Scripted, scripted } from '../scripted.ts';
import { LATER, SAVE, sit } from '../sitting.ts';

const FULL = ['reflect', 'member', '--full', '--about', 'D.'];
const skips = (count: number): readonly Move[] =>
  Array.from({ length: count }, () => ({ kind: 'skip', skip: 'passed' }));
const HOLDS = 'What, if anything, keeps you from taking on ';
const ON_MORE_LINES = /[\n\r\u2028\u2029]/;

/** Somebody who names a piece of work and passes all else; and every question as it was asked. */
async function named(
  home: string,
  piece: string,
  argv: readonly string[] = FULL,
): Promise<ReadonlyMap<string, string>> {
  const asked = new Map<string, string>();
  const prompter: Scripted = {
    ...scripted(),
    ask: async (step) => {
      if (step.kind === 'look-over') return { kind: 'save' };
      if (step.kind === 'offer') return { kind: 'decline' };
      const { question, asked: wording } = step.planned;
      asked.set(question.id, wording);
      return question.id === 'member-piece'
        ? { kind: 'answer', value: piece }
        : { kind: 'skip', skip: 'passed' };
    },
  };
  const { exitCode, stderr } = await coach(argv, { home, prompter });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return asked;
}

const HOSTILE = [
  { case: 'quotes', piece: 'the "big" \'one\'', shown: 'the "big" \'one\'' },
  { case: 'places and patterns', piece: '{member-piece|x} {about|y} $1 $&' },
  { case: 'lines', piece: 'one\n## two\n\nthree\n\tfour', shown: 'one ## two three four' },
  { case: 'other ends of lines', piece: 'one\r\ntwo\u2028three\u2029four', shown: 'one two three four' },
  { case: 'escape sequences', piece: '\u001B[31mred\u001B[0m\u001B]0;title\u0007 one', shown: 'red one' },
  { case: 'a heading', piece: '# a heading' },
  { case: 'a comment of coach', piece: 'x <!-- coach: member-felt text --> y' },
  { case: 'the end of a comment', piece: '--> <!--' },
  { case: 'markup', piece: '*a* [b](c) `d` \\ ---' },
  { case: 'front matter', piece: '---\ncoach: 1\n---', shown: '--- coach: 1 ---' },
  { case: '5,000 letters', piece: 'long '.repeat(1000), shown: `${'long '.repeat(23)}long…` },
  { case: '5,000 letters without a blank', piece: 'x'.repeat(5000), shown: `${'x'.repeat(119)}…` },
  { case: '120 letters', piece: 'x'.repeat(120) },
  { case: 'letters of several signs', piece: '👩‍👧‍👦'.repeat(121), shown: `${'👩‍👧‍👦'.repeat(119)}…` },
].map((one) => ({ shown: one.piece, ...one }));

describe('a piece of work in a question', () => {
  test.each(HOSTILE)('$case: on one line, and the entry reads back the same', async ({ piece, shown }) => {
    const home = settledHome();
    const asked = await named(home, piece);
    const plain = await named(settledHome(), 'the report');
    expect(asked.get('member-hold-back')).toBe(`${HOLDS}"${shown}"?`);
    // Nothing else changes: each question is as it would be for any other piece.
    for (const [id, wording] of plain) {
      expect(asked.get(id)).toBe(wording.split('"the report"').join(`"${shown}"`));
    }
    expect(Array.from(asked.values()).filter((wording) => ON_MORE_LINES.test(wording))).toEqual([]);
    expect(await journalJson(home)).toMatchObject([
      {
        about: 'D.',
        answers: Array.from(asked, ([question, wording]) => ({
          question,
          asked: wording,
          skip: question === 'member-piece' ? null : 'passed',
        })),
      },
    ]);
    expect(await coach(['doctor'], { home })).toMatchObject({ exitCode: 0 });
    const { stdout } = await coach(['journal', 'show', 'last'], { home });
    expect(stdout).not.toContain('\u001B');
  });

  test.each(HOSTILE)('$case: from a file it is the same', async ({ piece, shown }) => {
    const home = settledHome();
    const stdin = JSON.stringify({ 'member-piece': piece, 'member-hold-back': 'The risk.' });
    const ran = await coach([...FULL, '--answers', '-'], { home, stdin });
    expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ question: 'member-piece' }, { asked: `${HOLDS}"${shown}"?`, value: 'The risk.' }] },
    ]);
  });

  test.each(['', '   ', '\n'])('%j is none: the questions are unspecific', async (piece) => {
    const asked = await named(settledHome(), piece);
    expect(asked.get('member-hold-back')).toBe(`${HOLDS}more?`);
    expect(asked.get('member-expectations')).toMatch(/^Think of one piece of your work\. /);
  });

  test('a piece that is changed leaves what was answered as it was asked', async () => {
    const home = settledHome();
    const only = ['reflect', 'member', '--short', '--about', 'D.'];
    const words = 'The risk that it goes wrong with my name on it.';
    const five = skips(5);
    const change: readonly Move[] = [{ kind: 'change', question: 'member-piece' }, 'the rota', SAVE];
    const asked = await sit(home, only, ...five, 'the report', words, ...five, ...change);
    expect(asked.exitCode).toBe(0);
    const saved = JSON.stringify(await journalJson(home));
    expect(saved).toContain(JSON.stringify(`${HOLDS}"the report"?`));
    expect(saved).toContain(words);
    expect(saved).toContain('the rota');
  });

  test('a draft that is taken up asks with the same words', async () => {
    const home = settledHome();
    const only = ['reflect', 'member', '--short', '--about', 'D.'];
    await sit(home, only, ...skips(5), 'the report', LATER);
    const words = 'The risk that it goes wrong with my name on it.';
    await sit(home, ['reflect'], 'Finish it', words, ...skips(5), SAVE);
    expect(JSON.stringify(await journalJson(home))).toContain(JSON.stringify(`${HOLDS}"the report"?`));
  });

  test('is not in what lists, insights and the machine’s own pages say', async () => {
    const home = settledHome();
    const stdin = JSON.stringify({
      'member-piece': 'the secret report',
      'member-hold-back': 'Fear.',
      'member-decisions-clear': 2,
      'member-commitment': { then: 'ask', by: '2026-11-22' },
    });
    await coach([...FULL, '--answers', '-'], { home, stdin });
    for (const argv of [
      ['journal'],
      ['insights'],
      [],
      ['doctor', '--verbose'],
      ['banks', 'show', 'member'],
    ]) {
      const { stdout, stderr } = await coach(argv, { home });
      expect({ argv, said: `${stdout}${stderr}` }).toEqual({
        argv,
        said: expect.not.stringMatching(/secret/),
      });
    }
  });
});

test('a name that looks like a place was filled with the piece of work', async () => {
  const about = '{member-piece|x} $1 # <!-- -->';
  const asked = await named(settledHome(), 'the report', ['reflect', 'member', '--full', '--about', about]);
  expect(asked.get('member-other-seat')).toBe(
    `Seen from the other side, what reason might ${about} have for staying so close?`,
  );
});
