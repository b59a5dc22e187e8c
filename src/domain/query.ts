import type { Answer } from './answer.ts';
import type { Day } from './calendar.ts';
import type { Entry } from './entry.ts';
import type { Role } from './question-bank.ts';
import { sameAbout } from './text.ts';

/** Which entries are asked for; every part that is given must hold. */
export interface Query {
  readonly banks?: readonly string[];
  readonly role?: Role;
  readonly about?: string;
  /** All of these tags, compared without case. */
  readonly tags?: readonly string[];
  /** First and last day, both included. */
  readonly since?: Day;
  readonly until?: Day;
  /** The beginning of an id. */
  readonly id?: string;
  /** Only entries that hold a commitment or a prediction, or close one. */
  readonly plans?: true;
  /** At most this many, the newest. */
  readonly limit?: number;
}

/**
 * Whether an entry is one of those asked for (`limit` aside).
 *
 * @example
 * matches(entry, { role: 'manager', since: '2026-11-01' }) //=> true
 */
export function matches(entry: Entry, query: Query): boolean {
  const { banks, role, about, tags = [], since, until, id, plans } = query;
  const own = entry.tags.map((tag) => tag.toLowerCase());
  return (
    (banks === undefined || banks.includes(entry.bank)) &&
    (role === undefined || entry.role === role) &&
    (about === undefined || sameAbout(entry.about, about)) &&
    tags.every((tag) => own.includes(tag.toLowerCase())) &&
    (since === undefined || entry.day >= since) &&
    (until === undefined || entry.day <= until) &&
    (id === undefined || entry.id.startsWith(id)) &&
    (!plans || entry.answers.some(holdsPlan))
  );
}

function holdsPlan({ type, closes }: Answer): boolean {
  return type === 'commitment' || type === 'prediction' || closes !== undefined;
}
