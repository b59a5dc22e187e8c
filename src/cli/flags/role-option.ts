// The flag --role, as it is typed.
import { UsageError } from '../../domain/text/errors.ts';
import { nearestHint } from '../../domain/text/nearest.ts';
import { type Role, readRole } from '../../domain/banks/question-bank.ts';
import { oneLine } from '../../domain/text/plain-text.ts';

/**
 * A role as it is typed.
 *
 * @throws UsageError for any other word, with the near one.
 */
export function roleOption(word: string | undefined): Role | undefined {
  const role = readRole(word ?? null);
  if (role !== undefined) return role ?? undefined;
  const words = ['manager', 'member', 'micromanager', 'micromanaged'];
  throw new UsageError(`there is no role "${oneLine(word ?? '')}"`, {
    hint: nearestHint(word ?? '', words, 'The roles are manager and member.'),
  });
}
