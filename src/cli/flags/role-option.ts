// The flag --role, as it is typed.
import { type Role, readRole } from '../../domain/banks/question-bank.ts';
import { unknownRole } from '../../pages/text/name-refusals.ts';

/**
 * A role as it is typed.
 *
 * @throws UsageError for any other word, with the near one.
 */
export function roleOption(word: string | undefined): Role | undefined {
  const role = readRole(word ?? null);
  if (role !== undefined) return role ?? undefined;
  throw unknownRole(word ?? '');
}
