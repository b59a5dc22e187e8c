// The one way for words to the screen: all that comes from files, arguments or the environment passes here.
import { shownText } from '../../domain/text/plain-text.ts';

/** The styles that coach has (`Style`), which it puts around words itself. */
// eslint-disable-next-line no-control-regex -- styles are control sequences
const style = /(\u001b\[(?:1|2|22|36|39)m)/;

/**
 * Words for a screen, with the styles that they have: nothing in them steers the terminal, turns the direction of writing or
 * hides.
 *
 * @example
 * screenText('\u001b[1mpay\u001b[22m \u202e001\u001b[2J') //=> '\u001b[1mpay\u001b[22m 001'
 */
export function screenText(text: string): string {
  if (!text.includes('\u001b[')) return shownText(text);
  return text
    .split(style)
    .map((part, index) => (index % 2 === 1 ? part : shownText(part)))
    .join('');
}
