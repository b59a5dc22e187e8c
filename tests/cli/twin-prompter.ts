import { expect } from 'vitest';
import type { Prompter } from '../../src/app/ports/prompter.ts';
import type { Act } from '../../src/domain/sitting/act.ts';

/** What somebody was asked or told, and what they did. */
interface Turn {
  readonly asked: readonly unknown[];
  /** What stood in the field meanwhile. */
  readonly typed: readonly string[];
  readonly did: { readonly value: unknown } | { readonly error: unknown };
}

/** Whether all that somebody does can be done again: what they do on a screen of their own cannot. */
export function isReplayable({ browser }: Prompter): boolean {
  return browser === undefined;
}

/** Somebody whose turns are written down, and, later, somebody who takes the same turns and has to be asked the same. */
export function recorded(real: Prompter): {
  readonly prompter: Prompter;
  readonly replayed: (here: (text: string) => string) => Prompter;
} {
  const turns: Turn[] = [];
  const acts: Act[] = [];
  const note = async <Value>(
    asked: readonly unknown[],
    act: (typed: string[]) => Promise<Value>,
    kept: (value: Value) => unknown = (value) => value,
  ): Promise<Value> => {
    const typed: string[] = [];
    try {
      const value = await act(typed);
      turns.push({ asked, typed, did: { value: kept(value) } });
      return value;
    } catch (error) {
      turns.push({ asked, typed, did: { error } });
      throw error;
    }
  };
  const prompter: Prompter = {
    say(text) {
      turns.push({ asked: ['say', text], typed: [], did: { value: undefined } });
      real.say(text);
    },
    remark(remark, sitting) {
      turns.push({ asked: ['remark', remark], typed: [], did: { value: undefined } });
      real.remark(remark, sitting);
    },
    ask: (step, sitting, typed) =>
      note(
        ['ask', step],
        (heard) =>
          real.ask(step, sitting, (text) => {
            heard.push(text);
            typed(text);
          }),
        (act) => acts.push(act) - 1,
      ),
    choose: (message, choices) =>
      note(
        ['choose', message, choices.map(({ label }) => label)],
        () => real.choose(message, choices),
        (value) => choices.findIndex((choice) => choice.value === value),
      ),
    several: (message, choices, folded) => {
      const all = [...choices, ...(folded?.choices ?? [])];
      return note(
        ['several', message, all.map(({ label }) => label)],
        () => real.several(message, choices, folded),
        (values) => values?.map((value) => all.findIndex((choice) => choice.value === value)),
      );
    },
    line: (message) => note(['line', message], () => real.line(message)),
    secret: (message) => note(['secret', message], () => real.secret(message)),
    text: (message, given) => note(['text', message, given], () => real.text(message, given)),
  };
  return { prompter, replayed: (here) => replaying(turns, acts, here) };
}

function replaying(turns: readonly Turn[], acts: readonly Act[], here: (text: string) => string): Prompter {
  const left = [...turns];
  const next = (asked: readonly unknown[], typed?: (text: string) => void): unknown => {
    const turn = left.shift();
    expect(plain(asked, here), 'what is asked on an encrypted journal').toEqual(
      turn && plain(turn.asked, here),
    );
    for (const text of turn?.typed ?? []) typed?.(text);
    if (turn && 'error' in turn.did) throw turn.did.error;
    return turn && 'value' in turn.did ? turn.did.value : undefined;
  };
  return {
    say: (text) => void next(['say', text]),
    remark: (remark) => void next(['remark', remark]),
    ask: async (step, _sitting, typed) => inList(acts, next(['ask', step], typed)),
    async choose(message, choices) {
      const at = next(['choose', message, choices.map(({ label }) => label)]);
      return inList(choices, at).value;
    },
    async several(message, choices, folded) {
      const all = [...choices, ...(folded?.choices ?? [])];
      const ticked = next(['several', message, all.map(({ label }) => label)]);
      return Array.isArray(ticked) ? ticked.map((at) => inList(all, at).value) : undefined;
    },
    line: async (message) => String(next(['line', message])),
    secret: async (message) => String(next(['secret', message])),
    text: async (message, given) => String(next(['text', message, given])),
  };
}

function inList<One>(list: readonly One[], at: unknown): One {
  const one = list[Number(at)];
  if (one === undefined) throw new Error(`there is nothing at ${String(at)}`);
  return one;
}

function plain(asked: readonly unknown[], here: (text: string) => string): unknown {
  return JSON.parse(here(JSON.stringify(asked)));
}
