// Things that are opened on first use, and then kept.

/** Opened on first use, and then kept. */
export function once<Value>(open: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: open() }).value;
}
