// Values put together that have the same key.

/**
 * Values by a key that each of them has, in the order in which they come.
 *
 * @example
 * groupedBy(['kept', 'partly', 'keen'], (word) => word.slice(0, 1)).get('k') //=> ['kept', 'keen']
 */
export function groupedBy<Value, Key>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  values.forEach((value) => {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  });
  return groups;
}
