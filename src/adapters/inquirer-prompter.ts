import { AbortPromptError, CancelPromptError, ExitPromptError } from '@inquirer/core';
import select from '@inquirer/select';
import type { Prompter } from '../app/ports.ts';
import type { Answer } from '../domain/answer.ts';
import { CoachError, Interrupted } from '../domain/errors.ts';
import { readField } from '../domain/field.ts';
import type { Act, Remark, Sitting, Step } from '../domain/sitting.ts';
import { plainText } from '../domain/text.ts';
import {
  answerChoices,
  type Choice,
  fieldChoices,
  fieldHint,
  fieldKeys,
  firstChoice,
  isListed,
  LOOK_OVER_CHOICES,
  menuChoices,
  offerChoices,
  typedForm,
} from '../formats/field-text.ts';
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
  readonly theme: { readonly prefix: string };
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
        const { label = '', short = label } = choices.find(({ value }) => value === chosen) ?? {};
        if (options.silent !== true) out(`${wrap(short, page().width, '  ')}\n`);
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
        theme: { prefix: '' },
      });
    } catch (error) {
      throw asInterrupted(error);
    }
  };

  const menu = async (ask: Ask, typed: string): Promise<Act | undefined> => {
    const chosen = await list('', menuChoices(ask), { silent: true });
    if (isKey(chosen) || chosen === 'on') return undefined;
    if (chosen === 'back' || chosen === 'nudge' || chosen === 'later') return { kind: chosen, typed };
    return { kind: 'skip', skip: chosen };
  };

  const askTyped = async (ask: Ask, sitting: Sitting, typed: (text: string) => void): Promise<Act> => {
    const { field, planned } = ask;
    let given = typedForm(ask);
    typed(given);
    for (;;) {
      const { style, width } = page();
      const above = [field.label, fieldHint(ask)].filter((line) => line !== '');
      const config = {
        message: above.map((line) => style.dim(wrap(line, width))).join('\n'),
        default: given,
        many: field.input === 'text',
        keys: fieldKeys(ask, false),
      };
      const { text: answer, ended } = await text(config, typed);
      given = answer;
      if (ended === 'escape') {
        const act = await menu(ask, answer);
        if (act) return act;
        continue;
      }
      if (answer.trim() === '?') return { kind: 'nudge' };
      const read = readField(field, planned, answer, sitting.today);
      if ('value' in read) return { kind: 'answer', value: read.value };
      out(`${wrap(read.complaint, page().width)}\n`);
    }
  };

  const askListed = async (ask: Ask, sitting: Sitting, typed: (text: string) => void): Promise<Act> => {
    const choices = fieldChoices(ask, sitting.today);
    const message = [ask.field.label, fieldKeys(ask, true)].filter((line) => line !== '').join('\n');
    for (;;) {
      const chosen = await list(message, choices, {
        default: firstChoice(ask, choices, sitting.today),
        keys: true,
      });
      if (!isKey(chosen)) {
        return 'answer' in chosen ? { kind: 'answer', value: chosen.answer } : askTyped(ask, sitting, typed);
      }
      if (chosen.key === 'nudge') return { kind: 'nudge' };
      const act = await menu(ask, '');
      if (act) return act;
    }
  };

  const lookOver = async (answers: readonly Answer[]): Promise<Act> => {
    const chosen = await list('One look over all of it', LOOK_OVER_CHOICES, { silent: true });
    if (isKey(chosen)) return { kind: 'back' };
    if (chosen.kind !== 'pick') return chosen;
    const picked = await list('Which one?', answerChoices(answers, page().width - 6), {
      silent: true,
      keys: true,
    });
    return isKey(picked) ? lookOver(answers) : picked;
  };

  return {
    say,
    choose,
    async line(message) {
      const config = { message, default: '', many: false, keys: 'Enter done' };
      return (await text(config, () => undefined)).text;
    },
    async ask(step, sitting, typed) {
      if (step.kind === 'offer') return choose(plainText(step.offer.text), offerChoices(step.offer));
      if (step.kind === 'look-over') {
        out(`\n${lookOverText(step.answers, sitting.today, page())}\n\n`);
        return lookOver(step.answers);
      }
      if (step.first) out(`\n${questionText(step, sitting.today, page())}\n\n`);
      return isListed(step) ? askListed(step, sitting, typed) : askTyped(step, sitting, typed);
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
