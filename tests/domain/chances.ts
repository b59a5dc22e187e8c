/** Numbers drawn by chance, the same ones each time. */
export interface Chances {
  /** From 0 to below 1. */
  share(): number;
  /** Around 0, with a spread of 1. */
  normal(): number;
}

/** Mulberry32; the normal numbers after Box and Muller. */
export function chances(seed: number): Chances {
  let state = seed;
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    share,
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
  };
}
