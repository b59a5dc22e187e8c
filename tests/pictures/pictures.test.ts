import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { forRole } from '../../src/domain/banks/question-bank.ts';
import { coach, settledHome } from '../cli/coach.ts';
import { builtInBanks } from '../prompts/banks.ts';
import { CTRL_D, ENTER, freshHome, openCoach } from '../terminal/coach.ts';
import { type Frame, svgOf } from './svg.ts';

const SIZE = { columns: 80, rows: 24 };
const NOW = '2026-11-30T16:00:00Z';
const DAY = 86_400_000;
const ROLE = 'member';
const HIDE_CURSOR = '\u001b[?25l';

/** coach on a screen that shows colours, always at the same moment. */
function openAt(args: readonly string[], home: string, rows = SIZE.rows): ReturnType<typeof openCoach> {
  const env = {
    COACH_HOME: home,
    PICTURE_NOW: NOW,
    NODE_OPTIONS: `--require "${path.join(import.meta.dirname, 'always-now.cjs')}"`,
  };
  return openCoach(args, freshHome(), { ...SIZE, rows, env });
}

/** The frames of a sitting: what is asked is found by its words, answered with the bank's own examples, and anything else with Enter. */
async function sitting(bankName: string): Promise<readonly Frame[]> {
  const answers = [{ to: 'Who is this about?', answer: 'D.' }, ...examples(bankName)];
  const command = `$ coach reflect ${bankName}`;
  const terminal = openAt(['reflect', bankName], settledHome(ROLE));
  const frames: Frame[] = [{ written: command, milliseconds: 1500 }];
  const take = (milliseconds: number): void => {
    frames.push({ written: `${command}\r\n${terminal.written()}`, milliseconds });
  };
  let before = '';
  const exited = terminal.exited.then(() => '');
  for (;;) {
    const asked = await Promise.race([terminal.asked(), exited]);
    if (asked === '') break;
    if (asked === before) throw new Error(`asked again: ${asked}`);
    before = asked;
    take(1800);
    const found = answers
      .map((one) => ({ one, at: asked.lastIndexOf(one.to) }))
      .toSorted((one, other) => other.at - one.at)
      .find(({ at }) => at >= 0 && /Ctrl-D: done|Enter: done/.test(asked));
    if (found !== undefined) {
      answers.splice(answers.indexOf(found.one), 1);
      let typed = '';
      for (const words of found.one.answer.match(/\s*\S+(?:\s+\S+)?/g) ?? []) {
        await terminal.types(words);
        typed = squeezed(typed + words);
        await terminal.until((screen) => squeezed(screen).includes(typed));
        take(300);
      }
    }
    await terminal.types(found !== undefined && asked.includes('Ctrl-D: done') ? CTRL_D : ENTER);
  }
  take(6000);
  expect(
    answers.map(({ to }) => to),
    'not asked',
  ).toEqual([]);
  return frames;
}

/** What a bank asks somebody in a role, and its examples of an answer; those of a plan by its parts. */
function examples(bankName: string): { readonly to: string; readonly answer: string }[] {
  const bank = builtInBanks.find((one) => one.bank.name === bankName)?.bank;
  return [...(bank?.questions ?? []), ...(bank?.closing ?? [])].flatMap((question) => {
    const { sample = '', when = 'When', then = 'I will', likelihood = 'How likely' } = question;
    if (typeof sample !== 'object') return [{ to: forRole(question.ask, ROLE), answer: String(sample) }];
    const parts = { [when]: sample['when'], [then]: sample['then'], [likelihood]: sample['likelihood'] };
    return Object.entries(parts).map(([to, answer]) => ({ to, answer: String(answer) }));
  });
}

/** Without what depends on where lines end. */
function squeezed(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[\s│]+/g, '');
}

test('the moving picture is a sitting as it runs today; if not: npm run pictures', async () => {
  const svg = await svgOf(await sitting('moment'), SIZE);
  await expect(svg).toMatchFileSnapshot('../../docs/pictures/sitting.svg');
  expect(svg.length).toBeLessThan(150_000);
});

/** A made-up autumn: trust rated every second day, and six conversations, each with a guess beforehand. */
async function autumn(): Promise<string> {
  const home = settledHome('manager');
  const say = async (args: readonly string[], day: number, answers: object): Promise<void> => {
    const epoch = Date.parse(NOW) - (64 - day) * DAY;
    const all = [...args, '--role', 'manager', '--about', 'D.', '--answers', '-'];
    const { stderr, exitCode } = await coach(all, { home, epoch, stdin: JSON.stringify(answers) });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  };
  for (const [index, trust] of TRUST.entries()) await say(['checkin'], 2 * index, { 'checkin-trust': trust });
  for (const [index, [likelihood, next]] of GUESSES.entries()) {
    await say(['reflect', 'prepare'], 10 * index + 3, { 'prepare-prediction': { likelihood } });
    await say(['reflect', 'debrief'], 10 * index + 3, { 'debrief-next-step': next });
  }
  return home;
}

const TRUST = Array.from('23223233223223323234334434443443', Number);
const GUESSES = [
  [30, 'reviewer'],
  [40, 'doer'],
  [35, 'doer'],
  [55, 'reviewer'],
  [60, 'doer'],
  [70, 'doer'],
] as const;

test('the still picture is what insights tells today of it; if not: npm run pictures', async () => {
  const terminal = openAt(['insights', '--about', 'D.'], await autumn());
  await terminal.exited;
  const frame = {
    written: `$ coach insights --about D.\r\n${terminal.written().trimEnd()}${HIDE_CURSOR}`,
    milliseconds: 0,
  };
  const rows = terminal.everything().split('\n').length + 1;
  const svg = await svgOf([frame], { ...SIZE, rows });
  await expect(svg).toMatchFileSnapshot('../../docs/pictures/insights.svg');
});
