import { AbortPromptError, CancelPromptError, ExitPromptError } from '@inquirer/core';
import select from '@inquirer/select';
import type { Choice, Prompter } from '../app/ports.ts';
import { FEELINGS } from '../domain/answer.ts';
import { addDays, type Day, dayWords, weekdayAndDay } from '../domain/calendar.ts';
import { CoachError, Interrupted } from '../domain/errors.ts';
import { DUE_CHOICES, type FieldValue, readField, scaleLegend } from '../domain/field.ts';
import type { Act, Remark, Sitting, Step } from '../domain/sitting.ts';
import { plainText } from '../domain/text.ts';
import { GENTLE } from '../formats/notes.ts';
import { lookOverText, questionText, remarkText } from '../formats/sitting-text.ts';
import type { Page } from '../formats/style.ts';
import { wrap } from '../formats/wrap.ts';

/** A prompt for text of one line or many, drawn by inquirer. */
export type TextPrompt = (config: {
  readonly message: string;
  readonly default?: string;
  readonly submit: 'ctrl-d' | 'enter';
  readonly keys: string;
  readonly escape: true;
  readonly onChange: (text: string) => void;
  readonly edit: (text: string) => Promise<string>;
  readonly plainText: (text: string) => string;
}) => Promise<{ readonly text: string; readonly ended: 'done' | 'escape' }>;

/** What the prompter needs of the world. */
export interface InquirerTerminal {
  /** The screen as it is now; it may be resized between two questions. */
  readonly page: () => Page;
  readonly rows: () => number;
  readonly out: (text: string) => void;
  readonly input: NodeJS.ReadStream;
  readonly text: TextPrompt;
  readonly edit: (text: string) => Promise<string>;
}

type Ask = Extract<Step, { kind: 'ask' }>;

/** What the person chose in the small menu. */
type MenuChoice = 'on' | 'back' | 'nudge' | 'later' | 'not-today' | 'not-mine' | 'too-close';

/** What a list gives when a key other than its own was pressed. */
type ListKey = 'escape' | 'nudge' | 'end';

interface ListOptions<Value> {
  readonly default?: Value | undefined;
  /** Esc and `?` are heard. */
  readonly keys?: boolean;
  /** What was chosen is not printed. */
  readonly silent?: boolean;
}

function listKey({
  name,
  sequence,
  ctrl,
}: {
  name?: string;
  sequence?: string;
  ctrl?: boolean;
}): ListKey | undefined {
  if (name === 'escape') return 'escape';
  if (ctrl === true && name === 'd') return 'end';
  return sequence === '?' ? 'nudge' : undefined;
}

/** Asks with inquirer: questions one below the other, many-line answers in place, lists with numbers and arrows. */
export function inquirerPrompter(terminal: InquirerTerminal): Prompter {
  const { page, out } = terminal;
  const say = (text: string): void => out(`${wrap(text, page().width)}\n\n`);

  const listOnce = async <Value>(
    message: string,
    choices: readonly Choice<Value>[],
    options: ListOptions<Value>,
  ): Promise<Value | { readonly key: ListKey }> => {
    const pressed = new AbortController();
    let pressedKey: ListKey = 'escape';
    const hear = (
      _text: string | undefined,
      key: { name?: string; sequence?: string; ctrl?: boolean },
    ): void => {
      const heard = listKey(key);
      if (heard === undefined || (heard !== 'end' && options.keys !== true)) return;
      pressedKey = heard;
      pressed.abort();
    };
    // After Ctrl-Z and fg, readline leaves the input paused.
    const resume = (): void => void setImmediate(() => terminal.input.resume());
    terminal.input.on('keypress', hear);
    process.on('SIGCONT', resume);
    try {
      const { style } = page();
      return await select(
        {
          message,
          choices: choices.map(({ value, label }, index) => ({
            value,
            name: `${index + 1} ${label}`,
            short: label,
          })),
          pageSize: Math.max(3, Math.min(choices.length, terminal.rows() - 4)),
          loop: false,
          ...(options.default !== undefined && { default: options.default }),
          theme: {
            prefix: '',
            icon: { cursor: '>' },
            style: {
              message: (text: string) => style.dim(wrap(text, page().width)),
              highlight: style.accent,
              keysHelpTip: () => undefined,
            },
          },
        },
        // The list goes once it is answered; what was chosen is printed below it.
        { signal: pressed.signal, clearPromptOnDone: true },
      );
    } catch (error) {
      if (error instanceof AbortPromptError) return { key: pressedKey };
      throw asInterrupted(error);
    } finally {
      terminal.input.off('keypress', hear);
      process.off('SIGCONT', resume);
    }
  };

  const list = async <Value>(
    message: string,
    choices: readonly Choice<Value>[],
    options: ListOptions<Value> = {},
  ): Promise<Value | { readonly key: Exclude<ListKey, 'end'> }> => {
    for (;;) {
      const chosen = await listOnce(message, choices, options);
      if (!isKey(chosen)) {
        const label = choices.find(({ value }) => value === chosen)?.label ?? '';
        if (options.silent !== true) out(`${wrap(label, page().width, '  ')}\n`);
        return chosen;
      }
      // Ctrl-D ends a text; one too many does not end the sitting.
      if (chosen.key !== 'end') return { key: chosen.key };
    }
  };

  const choose: Prompter['choose'] = async (message, choices) => {
    const chosen = await list(message, choices);
    if (isKey(chosen)) throw new Interrupted('');
    return chosen;
  };

  const text = async (
    config: {
      readonly message: string;
      readonly default: string;
      readonly many: boolean;
      readonly keys: string;
    },
    typed: (text: string) => void,
  ): Promise<{ readonly text: string; readonly ended: 'done' | 'escape' }> => {
    try {
      return await terminal.text({
        message: config.message,
        default: config.default,
        submit: config.many ? 'ctrl-d' : 'enter',
        keys: config.keys,
        escape: true,
        onChange: typed,
        edit: async (before) => editSafely(terminal, before, say),
        plainText,
      });
    } catch (error) {
      throw asInterrupted(error);
    }
  };

  /** The small menu that Esc opens everywhere. */
  const menu = async (ask: Ask, typed: string): Promise<Act | undefined> => {
    const { nudge } = ask.planned.question;
    const choices: Choice<MenuChoice>[] = [
      { value: 'on', label: 'Go on with this question' },
      { value: 'back', label: 'Back to the one before' },
      ...(nudge === undefined ? [] : [{ value: 'nudge' as const, label: 'A nudge' }]),
      { value: 'not-today', label: 'Skip: not today' },
      { value: 'not-mine', label: 'Skip: not my situation' },
      { value: 'too-close', label: 'Skip: too close right now' },
      { value: 'later', label: 'Finish later' },
    ];
    const chosen = await list('', choices, { silent: true });
    if (isKey(chosen) || chosen === 'on') return undefined;
    if (chosen === 'back' || chosen === 'nudge' || chosen === 'later') return { kind: chosen, typed };
    return { kind: 'skip', skip: chosen };
  };

  const askTyped = async (ask: Ask, sitting: Sitting, typed: (text: string) => void): Promise<Act> => {
    const { field, planned } = ask;
    let given = typedForm(ask, sitting.today);
    typed(given);
    for (;;) {
      const many = field.input === 'text';
      const message = [
        field.label === '' ? '' : page().style.dim(wrap(field.label, page().width)),
        hintFor(ask, page()),
      ]
        .filter((line) => line !== '')
        .join('\n');
      const { text: answer, ended } = await text(
        { message, default: given, many, keys: keysFor(ask) },
        typed,
      );
      if (ended === 'escape') {
        const act = await menu(ask, answer);
        if (act) return act;
        given = answer;
        continue;
      }
      if (answer.trim() === '?') return { kind: 'nudge' };
      const read = readField(field, planned, answer, sitting.today);
      if ('value' in read) return { kind: 'answer', value: read.value };
      out(`${wrap(read.complaint, page().width)}\n`);
      given = answer;
    }
  };

  const askListed = async (ask: Ask, sitting: Sitting): Promise<Act> => {
    const { field, given } = ask;
    for (;;) {
      const choices = choicesFor(ask, sitting.today);
      const label = field.label === '' ? '' : `${field.label}\n`;
      const keys = `${label}Number or arrows, then Enter${ask.planned.question.nudge === undefined ? '' : ' · ? nudge'} · Esc more`;
      const chosen = await list(keys, choices, {
        default: given ?? firstFor(ask, sitting.today),
        keys: true,
      });
      if (!isKey(chosen)) {
        if (chosen === 'skip') return { kind: 'answer', value: null };
        if (chosen === 'other-day') return askTyped(ask, sitting, () => undefined);
        return { kind: 'answer', value: chosen };
      }
      if (chosen.key === 'nudge') return { kind: 'nudge' };
      const act = await menu(ask, '');
      if (act) return act;
    }
  };

  return {
    say,
    choose,
    async line(message) {
      const { text: line } = await text(
        { message, default: '', many: false, keys: 'Enter done' },
        () => undefined,
      );
      return line;
    },
    async ask(step, sitting, typed) {
      if (step.kind === 'look-over') return lookOver(step, sitting, { list, out, page });
      if (step.kind === 'offer') {
        const { kind } = step.offer;
        const yes = kind === 'smaller' ? 'Make it smaller' : kind === 'certain' ? 'Change it' : 'Add to it';
        const chosen = await list(plainText(step.offer.text), [
          { value: 'decline' as const, label: 'Leave it as it is' },
          { value: 'accept' as const, label: yes },
        ]);
        return isKey(chosen) ? { kind: 'back' } : { kind: chosen };
      }
      if (step.first) out(`\n${questionText(step, sitting.today, page())}\n\n`);
      return isListed(step) ? askListed(step, sitting) : askTyped(step, sitting, typed);
    },
    remark(remark: Remark, sitting: Sitting) {
      if (remark.kind === 'gentle') say(GENTLE);
      else out(`${remarkText(remark, sitting, page())}\n`);
    },
  };
}

function isKey(chosen: unknown): chosen is { readonly key: ListKey } {
  return typeof chosen === 'object' && chosen !== null && 'key' in chosen;
}

function asInterrupted(error: unknown): unknown {
  const left = error instanceof ExitPromptError || error instanceof CancelPromptError;
  return left ? new Interrupted('') : error;
}

async function editSafely(
  terminal: InquirerTerminal,
  before: string,
  say: (text: string) => void,
): Promise<string> {
  try {
    return plainText(await terminal.edit(before));
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    say([error.message, error.hint].filter(Boolean).join('\n'));
    return before;
  }
}

async function lookOver(
  { answers }: Extract<Step, { kind: 'look-over' }>,
  { today }: Sitting,
  {
    list,
    out,
    page,
  }: {
    readonly list: (
      message: string,
      choices: readonly Choice<Act>[],
    ) => Promise<Act | { readonly key: ListKey }>;
    readonly out: (text: string) => void;
    readonly page: () => Page;
  },
): Promise<Act> {
  out(`\n${lookOverText(answers, today, page())}\n\n`);
  const shorten = (text: string): string => {
    const room = page().width - 14;
    return text.length > room ? `${text.slice(0, Math.max(1, room - 1)).trimEnd()}…` : text;
  };
  const chosen = await list('One look over all of it', [
    { value: { kind: 'save' }, label: 'Save' },
    ...answers.map(({ question, asked }, index) => ({
      value: { kind: 'change' as const, question },
      label: `Change ${index + 1}: ${shorten(plainText(asked))}`,
    })),
    { value: { kind: 'later' }, label: 'Finish later' },
  ]);
  return isKey(chosen) ? { kind: 'back' } : chosen;
}

/** Lists are chosen from by number, which for a scale has to be its own number. */
function isListed({ field, planned: { scale } }: Ask): boolean {
  if (field.input === 'scale') return scale?.min === 1 && scale.max <= 9;
  return ['choice', 'feeling', 'due'].includes(field.input);
}

/** What stands in a typed field before the first key. */
function typedForm({ given, field }: Ask, today: Day): string {
  if (given === null) return '';
  if (field.input === 'percent') return String(Math.round(Number(given) * 100));
  return field.input === 'day' ? dayWords(String(given), today) : String(given);
}

function hintFor({ field, planned }: Ask, { width, style }: Page): string {
  if (field.input === 'percent') {
    const words = '5 to 20 unlikely · 25 to 45 rather not · 50 open · 55 to 75 rather yes · 80 to 95 likely';
    return style.dim(wrap(words, width));
  }
  if (field.input === 'scale' && planned.scale) return style.dim(wrap(scaleLegend(planned.scale), width));
  return field.input === 'day' || field.input === 'due'
    ? style.dim(wrap('For example 2026-12-06, friday, in 2 weeks', width))
    : '';
}

function keysFor({ field, planned }: Ask): string {
  const nudge = planned.question.nudge === undefined ? '' : ' · ? nudge';
  const skips =
    field.name === 'value' || field.name === 'expect' || field.name === 'then'
      ? 'empty Enter skips'
      : 'empty Enter leaves it out';
  return field.input === 'text'
    ? `Ctrl-D done · ${skips}${nudge} · Ctrl-G editor · Esc more`
    : `Enter done · ${skips}${nudge} · Esc more`;
}

function choicesFor({ field, planned: { question, scale } }: Ask, today: Day): readonly Choice<FieldValue>[] {
  const skip: Choice<FieldValue> = { value: 'skip', label: 'Skip this one' };
  switch (field.input) {
    case 'scale': {
      if (!scale) return [skip];
      const numbers = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
      const words = new Map([
        [scale.min, scale.low],
        [scale.max, scale.high],
      ]);
      return [
        ...numbers.map((value) => ({ value, label: words.get(value) ?? '' })),
        ...(question.na === undefined ? [] : [{ value: 'na', label: question.na }]),
        skip,
      ];
    }
    case 'due':
      return [
        ...DUE_CHOICES.map((days) => {
          const day = addDays(today, days);
          return {
            value: day,
            label: `In ${days} days, ${weekdayAndDay(day).slice(0, 3)} ${dayWords(day, today)}`,
          };
        }),
        { value: 'other-day', label: 'Another day' },
      ];
    case 'feeling':
      return [
        ...FEELINGS.map((value) => ({ value, label: value })),
        { value: 'skip', label: 'leave it out' },
      ];
    case 'choice':
      return [...(question.options ?? []).map(({ value, label }) => ({ value, label })), skip];
    default:
      return [skip];
  }
}

/** The choice that the cursor starts on. */
function firstFor({ field }: Ask, today: Day): FieldValue | undefined {
  return field.input === 'due' ? addDays(today, 14) : undefined;
}
