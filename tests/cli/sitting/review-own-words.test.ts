import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { lookOverText } from '../../../src/pages/sitting/sitting-text.ts';
import { plainStyle } from '../../../src/pages/text/style.ts';
import { coach, journalJson, settledHome } from '../coach.ts';
import { COMMITMENT, planned, PREDICTION } from '../planned.ts';
import { scripted } from '../scripted.ts';

const ASKED = 'You planned "When the draft is done, I will say a secret". What became of it?';

async function reviewed(home: string): Promise<void> {
  await planned(home);
  const stdin = `- closes: ${COMMITMENT}\n  review-status: kept\n- closes: ${PREDICTION}\n  review-outcome: "no"\n`;
  expect(await coach(['review', '--answers', '-'], { home, stdin })).toMatchObject({ exitCode: 0 });
}

/** A plan in hostile words, due today, and what became of it. */
async function reviewedPlan(then: string): Promise<string> {
  const home = settledHome();
  const stdin = JSON.stringify({ about: 'D.', 'member-commitment': { then, by: '2026-11-22' } });
  await coach(['reflect', 'member', '--full', '--answers', '-'], { home, stdin });
  const said = '- closes: 001k3x8m2p/member-commitment\n  review-status: kept\n';
  expect(await coach(['review', '--answers', '-'], { home, stdin: said })).toMatchObject({ stderr: '' });
  return home;
}

describe('a review entry says what it reviews', () => {
  test('in its file, whole, and wherever the entry is shown', async () => {
    const home = settledHome();
    await reviewed(home);
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ asked: 'You expected "A secret hope". What happened?' }] },
      { answers: [{ asked: ASKED }] },
      { bank: 'planned' },
    ]);
    for (const argv of [
      ['journal', 'show', '002k'],
      ['journal', '--full'],
      ['journal', 'export', '--format', 'markdown'],
      ['journal', 'export', '--format', 'text'],
      ['journal', 'export', '--format', 'csv'],
    ]) {
      const { stdout } = await coach(argv, { home, width: 200 });
      expect({ argv, isThere: stdout.replaceAll('""', '"').includes(ASKED) }).toEqual({
        argv,
        isThere: true,
      });
    }
  });

  test('and a search for the words of the plan finds what became of it', async () => {
    const home = settledHome();
    await reviewed(home);
    const { stdout } = await coach(['journal', '--search', '"draft is done"', '--json'], { home });
    expect(JSON.parse(stdout).map(({ bank }: { bank: string }) => bank)).toEqual(['review', 'planned']);
  });

  test('and no list, no insight and no page of the machine does', async () => {
    const home = settledHome();
    await reviewed(home);
    for (const argv of [['journal'], ['insights'], [], ['checkin'], ['doctor', '--verbose']]) {
      const { stdout, stderr } = await coach(argv, { home });
      expect({ argv, said: `${stdout}${stderr}` }).toEqual({
        argv,
        said: expect.not.stringMatching(/secret/),
      });
    }
  });

  test.each([
    'two\nlines # and\n## a heading',
    '<!-- coach: review-status choice -->',
    '-->',
    '{plan|no} {about|no} $& "quoted" \\',
    '`code` *stars* [link](x) | & &amp;',
    `on ${'and on '.repeat(60)}`,
    '...',
  ])('%j: what is written is read again', async (then) => {
    const home = await reviewedPlan(then);
    expect(await coach(['doctor'], { home })).toMatchObject({ exitCode: 0 });
    const words = then.replaceAll(/\s+/g, ' ').trim();
    expect(await journalJson(home)).toMatchObject([
      { answers: [{ asked: expect.stringContaining(words.replace(/(?<![.])[.]$/, '')), value: 'kept' }] },
      {},
    ]);
  });

  test('long words are cut on the screen, and whole in the entry', async () => {
    const long = `${'and on '.repeat(60)}end`;
    const home = await reviewedPlan(long);
    const entries: readonly Pick<Entry, 'answers'>[] = JSON.parse(JSON.stringify(await journalJson(home)));
    const answers = entries[0]?.answers ?? [];
    expect(answers[0]?.asked).toContain(long);
    const shown = lookOverText(answers, '2026-11-22', { width: 400, style: plainStyle });
    expect(shown).toContain('and on…". What became of it?');
    expect(shown).not.toContain('end');
  });

  test('an answer to one question over time stands beside its own plan', async () => {
    const home = settledHome();
    await reviewed(home);
    await planned(home, '2026-11-21');
    const stdin = '- closes: 004k3x8m2p/planned-plan\n  review-status: let-go\n';
    await coach(['review', '--answers', '-'], { home, stdin });
    const { stdout } = await coach(['journal', '--question', 'review-status'], { home, width: 60 });
    expect(stdout).toContain('You planned "When the draft is done');
  });
});

test('a guess shows its question and the plan that it belongs to', async () => {
  const home = settledHome();
  await planned(home);
  const stop = { kind: 'later' } as const;
  const pass = { kind: 'skip', skip: 'passed' } as const;
  const { stdout } = await coach(['review'], { home, prompter: scripted(pass, pass, stop) });
  expect(stdout).toContain('  The plan: When the draft is done, I will say a secret. By 20 November.\n');
});

test('who kept a plan is not led first to make it again', async () => {
  const seen: (string | undefined)[] = [];
  for (const first of ['kept', 'not-yet']) {
    const home = settledHome();
    await planned(home);
    const prompter = scripted(first, 'no-moment', { kind: 'later' });
    const ask = prompter.ask.bind(prompter);
    const told = {
      ...prompter,
      ask: async (...args: Parameters<typeof ask>) => {
        const [step] = args;
        if (step.kind === 'ask' && step.planned.question.id === 'review-next')
          seen.push(step.planned.question.options?.[0]?.value);
        return ask(...args);
      },
    };
    await coach(['review'], { home, prompter: told });
  }
  expect(seen).toEqual(['done', 'again']);
});
