// The thrift of V8 in a long run, and its usual flags for what is kept between starts.
import { thriftyFlags } from '../adapters/machine/thrifty-flags.ts';

/** Whether V8 holds less than it would by itself. */
export interface Thrift {
  /** From now on it does: what only passes through takes a megabyte or two, where it would take up to 16 and more. */
  begin(): void;
  /** Does something under the flags that V8 had at the start: it believes kept code under no others. */
  asAtStart<Value>(act: () => Value): Value;
}

export function thrift(): Thrift {
  let isOn = false;
  return {
    begin() {
      if (!isOn) set('thrifty');
      isOn = true;
    },
    asAtStart(act) {
      if (!isOn) return act();
      set('usual');
      try {
        return act();
      } finally {
        set('thrifty');
      }
    },
  };
}

/** To load what can set them takes more than a millisecond, so that only a long journal is worth it. */
function set(which: 'thrifty' | 'usual'): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of thriftyFlags()) setFlagsFromString(flag[which]);
}
