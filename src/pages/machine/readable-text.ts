// Files that leave an encrypted journal as readable ones.
import { oneLine } from '../../domain/text/plain-text.ts';

const PRINTED = 'what was printed';

/**
 * A file that was written from an encrypted journal, and is not encrypted itself.
 *
 * @param named - Where it was printed in place of that: none.
 *
 * @example
 * readableText('journal.html') //=> 'coach: journal.html is not encrypted: whoever gets it can read it'
 */
export function readableText(named: string = PRINTED): string {
  return `coach: ${oneLine(named)} is not encrypted: whoever gets it can read it`;
}
