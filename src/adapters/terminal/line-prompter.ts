// The prompter of a simple terminal or a screen reader: line by line, and nothing moves.
import type { Prompter } from '../../app/ports/prompter.ts';
import { keyboardLines, type Line } from './keyboard-lines.ts';
import { unseen } from './unseen-line.ts';
import { type Skip, SKIPS } from '../../domain/entry/answer.ts';
import { Interrupted } from '../../domain/text/errors.ts';
import { nearest } from '../../domain/text/nearest.ts';
import type { Act } from '../../domain/sitting/act.ts';
import type { Around, Ask } from '../../domain/sitting/sitting.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { type Choice, complaintText, fieldLabel, typedForm } from '../../pages/sitting/field-text.ts';
import { readTyped } from '../../pages/sitting/typed-again.ts';
import * as say from '../../pages/sitting/line-text.ts';
import * as menu from '../../pages/sitting/menu-text.ts';
import { GENTLE } from '../../pages/sitting/safety-notes.ts';
import { lookOverText, questionText, remarkText } from '../../pages/sitting/sitting-text.ts';
import { type Page, wrap } from '../../pages/text/wrap.ts';

/** The part of the world that the prompter needs. */
export interface LineTerminal {
  readonly page: () => Page;
  readonly out: (text: string) => void;
  readonly input: NodeJS.ReadableStream;
  /** Says that coach is to end. */
  readonly told: AbortSignal;
}

const COMMANDS = [':back', ':skip', ':plan', ':later', ':nudge', ':help'];

/**
 * Asks line by line, for screen readers and simple terminals: nothing is drawn twice, nothing moves. A line with a single
 * dot ends a text; choices are typed by number.
 */
export function linePrompter({ page, out, input, told }: LineTerminal): Prompter {
  const lines = keyboardLines(input, told);
  const put = (text: string): void => out(`${wrap(text, page().width)}\n`);

  /** Before a question is shown. */
  const begin = async (): Promise<void> => {
    const left = await lines.begin();
    if (left > 0) put(say.notTaken(left));
  };

  const nextLine = async (prompt: string): Promise<Line> => {
    out(prompt);
    const line = await lines.next();
    if (line === undefined) throw new Interrupted('');
    if (line.isFull) put(say.MAY_BE_CUT);
    return { ...line, text: plainText(line.text) };
  };

  const readLine = async (prompt: string): Promise<string> => (await nextLine(prompt)).text;

  const choose: Prompter['choose'] = async (message, choices) => {
    await begin();
    if (message !== '') put(message);
    for (const [index, { label }] of choices.entries()) put(say.numberedLine(label, index));
    const usual = choices.findIndex((choice) => choice.usual === true);
    for (;;) {
      const typed = (await readLine(say.numberLabel(usual))).trim();
      const named =
        choices.find(({ key }) => key !== undefined && key === typed) ??
        choices[menu.meantBy(choices, typed)];
      const chosen = named ?? choices[/^\d+$/.test(typed) ? Number(typed) - 1 : typed === '' ? usual : -1];
      if (chosen) return chosen.value;
      await begin();
      put(say.numberExpected(choices.length));
    }
  };

  const several: Prompter['several'] = async (message, choices, folded) => {
    await begin();
    put(message);
    let shown = choices;
    let fold = folded;
    let ticked = usualNumbersOf(shown);
    for (;;) {
      const labels = [...shown.map(({ label }) => label), ...(fold ? [fold.label] : [])];
      for (const [index, label] of labels.entries()) put(say.numberedLine(label, index));
      const typed = (await readLine(say.numbersLabel(ticked))).trim();
      const numbers = typed === '' ? ticked : typed.split(/[\s,]+/).map(Number);
      if (!numbers.every((number) => labels[number - 1] !== undefined)) {
        await begin();
        put(say.numbersExpected(labels.length));
      } else if (fold && numbers.includes(labels.length)) {
        ticked = numbers.filter((number) => number < labels.length);
        shown = [...shown, ...fold.choices];
        fold = undefined;
      } else {
        const chosen = shown.filter((_, index) => numbers.includes(index + 1));
        return chosen.length === 0 ? undefined : chosen.map(({ value }) => value);
      }
    }
  };

  /** What is pasted is text, but for a dot at its end. */
  const readText = async (
    ask: Pick<Ask, 'given' | 'saved'>,
    typed: (text: string) => void,
  ): Promise<string | Act> => {
    const before = ask.given === null ? [] : String(ask.given).split('\n');
    if (before.length > 0)
      put(ask.saved ? say.asItIsText(before.join('\n')) : say.soFarText(before.join('\n')));
    put(say.HOW_TO_ANSWER);
    // What is typed takes the place of what was saved, and goes on with what was begun.
    const given = ask.saved ? [] : before;
    const text: string[] = [...given];
    let kept = before;
    for (;;) {
      const { text: line, isPasted, hasRest } = await nextLine('');
      if (line === '.' && !hasRest) return (text.length === 0 ? kept : text).join('\n');
      if (line === ':new' && !isPasted && given.length > 0) {
        text.length = 0;
        kept = [];
        continue;
      }
      if (line.trim() === '' && text.length === 0) {
        if (isPasted) continue;
        return kept.join('\n');
      }
      const mayBeCommand = !isPasted && (text.length === given.length || COMMANDS.includes(line));
      const act = mayBeCommand ? commandOf(line, text.join('\n'), put) : undefined;
      if (act === 'said') continue;
      if (act) return act;
      text.push(line);
      typed(text.join('\n'));
    }
  };

  const askOnce = async (
    ask: Ask,
    sitting: Around,
    typed: (text: string) => void,
  ): Promise<Act | undefined> => {
    const label = fieldLabel(ask);
    if (label !== '') put(label);
    if (ask.field.input === 'text') {
      const text = await readText(ask, typed);
      return typeof text === 'string' ? answered(ask, text, sitting, put) : text;
    }
    for (const line of say.expectedLines(ask)) put(line);
    const given = typedForm(ask);
    const line = await readLine(say.answerLabel(ask, given, sitting));
    const act = commandOf(line, '', put);
    if (act === 'said') return undefined;
    return act ?? answered(ask, line.trim() === '' ? given : line, sitting, put);
  };

  return {
    say: (text) => put(`${text}\n`),
    choose,
    several,
    async text(message, given) {
      await begin();
      put(message);
      const typed = await readText({ given, saved: true }, () => undefined);
      return typeof typed === 'string' ? typed : given;
    },
    async line(message) {
      await begin();
      return readLine(`${message} `);
    },
    async secret(message) {
      await begin();
      const prompt = `${wrap(message, page().width - 1)} `;
      const typed = await unseen(prompt, { input, out, read: () => lines.next() });
      if (typed === undefined) throw new Interrupted('');
      return plainText(typed);
    },
    async ask(step, sitting, typed) {
      await begin();
      if (step.kind === 'offer') return choose(step.offer.text, menu.offerChoices(step.offer));
      if (step.kind === 'look-over') {
        out(`\n${lookOverText(step.answers, sitting.today, page())}\n\n`);
        const chosen = await choose(`${menu.LOOK_OVER}.`, menu.LOOK_OVER_CHOICES);
        return chosen.kind === 'pick'
          ? choose(menu.WHICH_ANSWER, menu.answerChoices(step.answers, Infinity))
          : chosen;
      }
      if (step.first) out(`\n${questionText(step, sitting.today, page())}\n`);
      for (;;) {
        const act = await askOnce(step, sitting, typed);
        if (act) return act;
        await begin();
      }
    },
    remark: (remark, sitting) => put(remark.kind === 'gentle' ? GENTLE : remarkText(remark, sitting, page())),
  };
}

function usualNumbersOf(choices: readonly Pick<Choice<unknown>, 'usual'>[]): readonly number[] {
  return choices.flatMap(({ usual }, index) => (usual === true ? [index + 1] : []));
}

function commandOf(line: string, typed: string, put: (text: string) => void): Act | 'said' | undefined {
  const [word = '', kind = ''] = line.trim().split(/\s+/);
  if (word === '?' && kind === '') return { kind: 'nudge', typed };
  if (!word.startsWith(':')) return undefined;
  const skip: Skip | undefined = kind === '' ? 'passed' : SKIPS.find((one) => one === kind);
  if (word === ':back') return { kind: 'back', typed };
  if (word === ':plan') return { kind: 'to-plan', typed };
  if (word === ':later') return { kind: 'later', typed };
  if (word === ':nudge') return { kind: 'nudge', typed };
  if (word === ':skip' && skip !== undefined) return { kind: 'skip', skip };
  if (word === ':help' || word === ':skip') put(say.commandsText());
  else {
    const near = nearest(word, COMMANDS);
    // A line that merely begins with a colon is part of the answer.
    if (near === undefined) return undefined;
    put(say.commandsText(near));
  }
  return 'said';
}

function answered(ask: Ask, text: string, sitting: Around, put: (text: string) => void): Act | undefined {
  const read = readTyped(ask, text, sitting.today);
  if ('value' in read) return { kind: 'answer', value: read.value };
  put(complaintText(read.complaint));
  return undefined;
}
