// Files that leave an encrypted journal as readable ones.
import { oneLine } from '../../domain/text/plain-text.ts';

/**
 * A file that was written from an encrypted journal, and is not encrypted itself.
 *
 * @example
 * readableText('journal.html') //=> 'coach: journal.html is not encrypted: whoever gets it can read it'
 */
export function readableText(named: string): string {
  return `coach: ${oneLine(named)} is not encrypted: whoever gets it can read it`;
}
