// The thrift of V8 in a long run, at no cost of time where entry after entry passes through.

import type { Passing } from '../../app/index/segment-store.ts';

/** A flag, and what it is where nobody sets it. */
export interface ThriftyFlag {
  readonly thrifty: string;
  readonly usual: string;
}

/** The room for what is new stays as it is: by itself it grows to 16 MB and more. */
const YOUNG: ThriftyFlag = {
  thrifty: '--semi-space-growth-factor=1',
  usual: '--semi-space-growth-factor=2',
};

/** To compile with TurboFan takes some ten megabytes, which are not given back, and more time than it saves. */
const COMPILER: ThriftyFlag = { thrifty: '--no-turbofan', usual: '--turbofan' };

/** What is held of very many entries may grow at once: to look through it for what can be let go takes longer, and finds nothing. */
const GROWTH: ThriftyFlag = { thrifty: '--heap-growing-percent=900', usual: '--heap-growing-percent=0' };

/** Maglev, too, takes some ten megabytes. What reads thousands of files waits for them more than for the code that reads them. */
const QUICK_COMPILER: ThriftyFlag = { thrifty: '--no-maglev', usual: '--maglev' };

/** What has grown old is looked through more often. */
const SIZE: ThriftyFlag = { thrifty: '--optimize-for-size', usual: '--no-optimize-for-size' };

/** With so many it is worth the memory to compile for what is run most. */
const VERY_MANY = 30_000;

/** For each kind of work. What a new index reads of a folder lives for that folder: with little room it would be taken for old. */
const FLAGS: Readonly<Record<Passing, readonly ThriftyFlag[]>> = {
  entries: [YOUNG, COMPILER],
  files: [YOUNG, COMPILER, QUICK_COMPILER],
  index: [COMPILER, QUICK_COMPILER],
  sealed: [YOUNG, COMPILER, SIZE],
};

/** The flags of this Node for some work. Without Maglev nothing can be compiled less, so that a new index has less room, too. */
export function thriftyFlags(work: Passing): readonly ThriftyFlag[] {
  if (hasMaglev()) return FLAGS[work];
  return work === 'sealed' ? [YOUNG, SIZE] : [YOUNG];
}

/** Whether Maglev compiles what is run often, so that it is quick without TurboFan, too: from Node 24 on, where it is most used. */
function hasMaglev(): boolean {
  const isKnown = process.arch === 'x64' || process.arch === 'arm64';
  return isKnown && Number.parseInt(process.versions.v8, 10) >= 13;
}

/** Whether V8 holds less than it would by itself. */
export interface Thrift {
  /**
   * From now on it does: what only passes through takes a megabyte or two, where it would take up to 16 and more.
   *
   * @param held - So many entries are held to the end.
   */
  begin(held: number, work?: Passing): void;
  /** Does something under the flags that V8 had at the start: it believes kept code under no others. */
  asAtStart<Value>(act: () => Value): Value;
}

export function thrift(): Thrift {
  let flags: readonly ThriftyFlag[] = [];
  return {
    begin(held, work = 'entries') {
      if (flags.length > 0) return;
      flags = held > VERY_MANY ? [YOUNG, GROWTH] : thriftyFlags(work);
      set(flags, 'thrifty');
    },
    asAtStart(act) {
      if (flags.length === 0) return act();
      set(flags, 'usual');
      try {
        return act();
      } finally {
        set(flags, 'thrifty');
      }
    },
  };
}

/** To load what can set them takes more than a millisecond, so that only a long journal is worth it. */
function set(flags: readonly ThriftyFlag[], which: 'thrifty' | 'usual'): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of flags) setFlagsFromString(flag[which]);
}
