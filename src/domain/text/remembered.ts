// Functions that work out each value once.

/**
 * A function that works out each value once. What it was given stays in memory as long as the function does: it is for what comes
 * again and again, such as the few names in a journal.
 *
 * @example
 * const lengthOf = remembered((word) => word.length);
 * ['one', 'one', 'three'].map(lengthOf) //=> [3, 3, 5]
 */
export function remembered<Key, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.value;
    const value = of(key);
    known.set(key, { value });
    return value;
  };
}
