// The room that V8 has for young objects, and how it is kept from growing.

/** How much room V8 takes for what is new. */
export interface YoungObjects {
  /** From now on the room stays as it is. What only passes through then takes a megabyte or two, where it would take up to 16 and more. */
  stay(): void;
  /** Does something under the flags that V8 had at the start: it believes kept code under no others. */
  asAtStart<Value>(act: () => Value): Value;
}

/** By so much the room grows at a time: twice, as V8 has it, or not at all. */
type Factor = 1 | 2;

export function youngObjects(): YoungObjects {
  let stays = false;
  return {
    stay() {
      if (!stays) growBy(1);
      stays = true;
    },
    asAtStart(act) {
      if (!stays) return act();
      growBy(2);
      try {
        return act();
      } finally {
        growBy(1);
      }
    },
  };
}

/** To load what can set it takes more than a millisecond, so that only a long journal is worth it. */
function growBy(factor: Factor): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(`--semi-space-growth-factor=${factor}`);
}
