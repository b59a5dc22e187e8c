// Talk on a screen: errors, hints and notices, wrapped so that what one copies stays whole.
import displayWidth from 'fast-string-width';
import { COMMAND_NAMES } from './command-names.ts';
import { WIDEST_LINE } from './wrap.ts';

/**
 * Talk, wrapped between words to the width of a screen, at most 84 columns; each line keeps its indent. A command or a place that a
 * line ends in has a line of its own where both do not fit. Commands, places and what is in quotes stay whole: one that is
 * wider than the screen is left to the terminal, from which it can then be copied as one line.
 *
 * @example
 * talkText('coach: no\n  Say so with: coach journal import x --yes', 34)
 * //=> 'coach: no\n  Say so with:\n  coach journal import x --yes'
 */
export function talkText(text: string, width: number): string {
  const columns = Math.min(width, WIDEST_LINE);
  return text
    .split('\n')
    .flatMap((line) => rowsOf(line, columns))
    .join('\n');
}

/**
 * Help, wrapped like talk: its paragraphs, which are written for 80 columns, run on.
 *
 * @example
 * helpText(`The list shows only titles; a search adds a line around each\nmatch.`, 50)
 * //=> 'The list shows only titles; a search adds a line\naround each match.'
 */
export function helpText(text: string, width: number): string {
  return talkText(text.replaceAll(runsOn, '$1 '), width);
}

/** A full line of a paragraph that goes on. */
const runsOn = /^(\S.{50,})\n(?=\S)/gm;

function rowsOf(line: string, columns: number): readonly string[] {
  if (displayWidth(line) <= columns || example.test(line)) return [line];
  const { term, means } = twoColumns.exec(line)?.groups ?? {};
  if (term !== undefined) return [term, ...rowsOf(`    ${means}`, columns)];
  const own = /^ */.exec(line)?.[0].slice(0, columns / 2) ?? '';
  const { words = line, copied } = copiedAtEnd.exec(line)?.groups ?? {};
  const rows: string[] = [];
  for (const unit of words.match(units) ?? []) {
    const last = rows.at(-1);
    const row = last === undefined ? own + unit : `${last} ${unit}`;
    if (last === undefined || displayWidth(row) > columns) rows.push(own + unit);
    else rows[rows.length - 1] = row;
  }
  if (copied === undefined) return rows;
  const several = displayWidth(own + copied) > columns ? copied.replaceAll(nextCommand, ',\n') : copied;
  return [...rows, ...several.split('\n').map((command) => own + command)];
}

const example = /^ *\$ /;

/** A word and what it means, as in help. */
const twoColumns = /^(?<term> *\S+(?: \S+)*) {2,}(?<means>\S[^]*)$/;

/** Words with a colon, and a command or a whole path behind them; a message begins with `coach:` and is none. */
const copiedAtEnd = new RegExp(
  String.raw`^(?<words>[^]*(?<!^coach):) (?<copied>(?:(?:npx )?coach ${COMMAND_NAMES}|~?/|(?:age|cat|crontab|gpg|gunzip|bunzip2|unxz|7z|iconv|jrnl|npm|tar|unzip|zip) )[^]*)$`,
);

/** What is not broken: a command of coach with its flags and placeholders, something in quotes, a word. */
const units = new RegExp(
  String.raw`\(?(?:(?:npx )?coach(?= ${COMMAND_NAMES})|crontab|npm)(?= )(?:(?<![.,;:)]) [a-z]+[.,;:)]*){0,2}(?: \d[\d:]*)?(?:(?<![.,;:)]) (?:-[\w=-]+(?: systemd\b| launchd\b)?|[A-Z]{2,}|"[^"]{0,40}")[.,;:)]*)*|[^\s"]*"[^"]{0,40}"\S*|\S+`,
  'g',
);

/** Before another command in a list of them. */
const nextCommand = /, (?=(?:npx )?coach )/g;
