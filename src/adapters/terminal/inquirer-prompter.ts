// The prompter of a full terminal: texts are typed in place, lists have numbers and arrows.
import { CancelPromptError, ExitPromptError } from '@inquirer/core';
import type { Browser } from '../../app/ports/browser.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import type { Answer } from '../../domain/entry/answer.ts';
import { Interrupted } from '../../domain/text/errors.ts';
import { hasHelp } from '../../domain/sitting/help.ts';
import type { Act } from '../../domain/sitting/act.ts';
import type { Remark } from '../../domain/sitting/remarks.ts';
import type { Around, Ask } from '../../domain/sitting/sitting.ts';
import { plainText, shownText } from '../../domain/text/plain-text.ts';
import * as fields from '../../pages/sitting/field-text.ts';
import { readTyped } from '../../pages/sitting/typed-again.ts';
import * as say from '../../pages/sitting/menu-text.ts';
import { GENTLE } from '../../pages/sitting/safety-notes.ts';
import { lookOverText, questionText, remarkText } from '../../pages/sitting/sitting-text.ts';
import { TEXT_KEYS, textKeys } from '../../pages/text/keys-text.ts';
import { type Page, wrap } from '../../pages/text/wrap.ts';
import type { ListKey, ListPrompt } from './list-prompt.ts';
import type { MultilineAnswer, MultilineConfig } from './multiline-config.ts';
import { tickPrompt } from './tick-prompt.ts';

/** A prompt for text of one line or many, drawn by inquirer. It rejects with AbortPromptError when the signal says so. */
export type TextPrompt = (
  config: MultilineConfig,
  context: { readonly signal: AbortSignal },
) => Promise<MultilineAnswer>;

/** The part of the world that the prompter needs. */
export interface InquirerTerminal {
  /** The screen as it is now; it may be resized between two questions. */
  readonly page: () => Page;
  readonly out: (text: string) => void;
  readonly text: TextPrompt;
  readonly list: ListPrompt;
  /** A line that is not shown. It rejects as `text` does. */
  readonly secret: (message: string, context: { readonly signal: AbortSignal }) => Promise<string>;
  readonly edit: (text: string) => Promise<string>;
  readonly browser: () => Promise<Browser>;
  /** Says that coach is to end. */
  readonly told: AbortSignal;
}

interface ListOptions<Value> {
  readonly default?: Value | undefined;
  readonly keys?: readonly ListKey[];
  /** Nothing is printed of the choice. */
  readonly silent?: boolean;
}

/** For a choice that is no answer, and may be left. */
const QUIETLY = { silent: true, keys: ['escape'] } as const;

/** Asks with inquirer, one step of a sitting after the other. */
export function inquirerPrompter(terminal: InquirerTerminal): Prompter {
  const { page, out, told } = terminal;
  const put = (text: string): void => out(`${wrap(text, page().width)}\n\n`);

  const list = async <Value>(
    message: string,
    choices: readonly fields.Choice<Value>[],
    { silent = false, ...options }: ListOptions<Value> = {},
  ): Promise<Value | { readonly key: ListKey }> => {
    const answer = await untilTold(told, (signal) =>
      terminal.list({ message, choices, ...options }, { signal }),
    );
    if ('key' in answer) return answer;
    const { label = '', short = label } = choices.find(({ value }) => value === answer.chosen) ?? {};
    if (!silent) out(`${wrap(short, page().width, '  ')}\n`);
    return answer.chosen;
  };

  const choose: Prompter['choose'] = async (message, choices) => {
    const wayOut = choices.find((choice) => choice.wayOut === true);
    const usual = choices.find((choice) => choice.usual === true)?.value;
    const chosen = await list(message, choices.map(say.withEscape), {
      ...(usual !== undefined && { default: usual }),
      keys: wayOut ? ['escape'] : [],
    });
    if (!isKey(chosen)) return chosen;
    if (!wayOut) throw new Interrupted('');
    out(`${wrap(wayOut.label, page().width, '  ')}\n`);
    return wayOut.value;
  };

  const text = (config: MultilineConfig, typed?: (text: string) => void): Promise<MultilineAnswer> => {
    const { edit } = terminal;
    const whole = { ...config, ...(typed && { onChange: typed }), edit, plainText, theme };
    return untilTold(told, (signal) => terminal.text(whole, { signal }));
  };

  const menu = async (ask: Ask, typed: string): Promise<Act | undefined> => {
    const choices = say.menuChoices(ask);
    const chosen = await list(say.menuKeys(choices), choices, QUIETLY);
    if (isKey(chosen) || chosen === 'on') return undefined;
    if (chosen === 'back' || chosen === 'nudge' || chosen === 'later' || chosen === 'to-plan')
      return { kind: chosen, typed };
    if (typed.trim() !== '' && !(await choose(say.SKIP_LOSES_TYPED, say.SKIP_TYPED))) return undefined;
    return { kind: 'skip', skip: chosen };
  };

  const askTyped = async (ask: Ask, sitting: Around, typed: (text: string) => void): Promise<Act> => {
    const { field, planned } = ask;
    let given = fields.typedForm(ask);
    typed(given);
    let complained = false;
    for (;;) {
      const { style, width } = page();
      // They stand above the complaint.
      const above = complained
        ? []
        : [fields.fieldLabel(ask), fields.fieldHint(ask)].filter((line) => line !== '');
      const config = {
        // The prompt breaks lines at a column less.
        message: above.map((line) => style.dim(wrap(shownText(line), width - 1))).join('\n'),
        default: given,
        submit: field.input === 'text' ? ('ctrl-d' as const) : ('enter' as const),
        keys: fields.fieldKeys(ask, false),
        escape: true,
        ...(hasHelp(planned.question) && { endsAt: '?' }),
      };
      const { text: answer, ended } = await text(config, typed);
      given = answer;
      if (ended === 'escape') {
        const act = await menu(ask, answer);
        if (act) return act;
        continue;
      }
      if (answer.trim() === '?') return { kind: 'nudge', typed: '' };
      const read = readTyped(ask, answer, sitting.today);
      if ('value' in read) return { kind: 'answer', value: read.value };
      out(`${wrap(fields.complaintText(read.complaint), page().width)}\n`);
      complained = true;
    }
  };

  const askListed = async (ask: Ask, sitting: Around, typed: (text: string) => void): Promise<Act> => {
    const choices = fields.fieldChoices(ask, sitting);
    const message = [fields.fieldLabel(ask), fields.fieldKeys(ask, true)]
      .filter((line) => line !== '')
      .join('\n');
    for (;;) {
      const chosen = await list(message, choices, {
        default: fields.firstChoice(ask, choices, sitting),
        keys: ['escape', 'nudge'],
      });
      if (!isKey(chosen)) {
        return 'answer' in chosen ? { kind: 'answer', value: chosen.answer } : askTyped(ask, sitting, typed);
      }
      if (chosen.key === 'nudge') {
        if (!hasHelp(ask.planned.question)) continue;
        return { kind: 'nudge' };
      }
      const act = await menu(ask, '');
      if (act) return act;
    }
  };

  const lookOver = async (answers: readonly Answer[]): Promise<Act> => {
    const chosen = await list(`${say.LOOK_OVER}\n${say.LOOK_OVER_KEYS}`, say.LOOK_OVER_CHOICES, QUIETLY);
    if (isKey(chosen)) return { kind: 'back' };
    if (chosen.kind !== 'pick') return chosen;
    const choices = say.answerChoices(answers, page().width - 6);
    const picked = await list(`${say.WHICH_ANSWER}\n${say.PICK_KEYS}`, choices, QUIETLY);
    return isKey(picked) ? lookOver(answers) : picked;
  };

  return {
    say: put,
    choose,
    browser: terminal.browser,
    several: (message, choices, folded) =>
      untilTold(told, (signal) => tickPrompt(terminal.list, message, choices, folded, signal)),
    async text(message, given) {
      const keys = textKeys({ isLine: false, hasEditor: true, canLeave: true });
      const above = page().style.dim(wrap(shownText(message), page().width - 1));
      const config = { message: above, default: given, submit: 'ctrl-d' as const, keys, escape: true };
      const { text: typed, ended } = await text(config);
      return ended === 'escape' ? given : typed;
    },
    async line(message) {
      const config = { message, default: '', submit: 'enter' as const, keys: TEXT_KEYS.line, escape: false };
      return (await text(config)).text;
    },
    secret: (message) => untilTold(told, (signal) => terminal.secret(message, { signal })),
    async ask(step, sitting, typed) {
      if (step.kind === 'offer') return choose(shownText(step.offer.text), say.offerChoices(step.offer));
      if (step.kind === 'look-over') {
        out(`\n${lookOverText(step.answers, sitting.today, page())}\n\n`);
        return lookOver(step.answers);
      }
      if (step.first) out(`\n${questionText(step, sitting.today, page())}\n\n`);
      return fields.isListed(step) ? askListed(step, sitting, typed) : askTyped(step, sitting, typed);
    },
    remark(remark: Remark, sitting: Around) {
      if (remark.kind === 'gentle') put(GENTLE);
      else out(`${remarkText(remark, sitting, page())}\n`);
    },
  };
}

function isKey(chosen: unknown): chosen is { readonly key: ListKey } {
  return typeof chosen === 'object' && chosen !== null && 'key' in chosen;
}

const theme = { prefix: '' };

/** Gives the prompt up when the program is to end, so that what was typed is kept and the terminal is left as it was. */
async function untilTold<Value>(
  told: AbortSignal,
  ask: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  // Told between two questions: a terminal that may be gone is not touched any more.
  if (told.aborted) throw new Interrupted('');
  try {
    return await ask(told);
  } catch (error) {
    const left = told.aborted || error instanceof ExitPromptError || error instanceof CancelPromptError;
    throw left ? new Interrupted('') : error;
  }
}
