// Texts that begin with dates as journals of jrnl do, and are something else: chats, logs, lists of titles.
import { isInBrackets, isJrnlText } from '../import-jrnl.ts';
import { isJrnl1Text } from './import-jrnl-1.ts';
import type { OtherProgram } from '../others/other-programs.ts';

/** One line that begins with a date: what stands behind it, and whether it stands below a blank line, as entries do. */
interface Begun {
  readonly date: string;
  readonly rest: string;
  readonly isApart: boolean;
}

const AFTER_ALL = 'If it is a journal from jrnl after all, add --from jrnl.';
const dateOfJrnl1 = /^(\d{4}[-/.]\d\d[-/.]\d\d[ T]\d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?)(?: |$)/i;
const dateInBrackets = /^\u200e?\[([^\]\n]+)\](?: |$)/;
const sender = /^(?:\u200e|~\u00a0?|- )*[^:\n]{1,60}: /;
const nick = /^(?:<[^>\n]{1,40}>|\*{1,3}|-!-) /;
const level =
  /^(?:[,.]\d+ )?(?:(?:\[[^\]\n]*\]|[\w./-]+|-|\|) ){0,3}?\[?(?:[\w-]+\.)?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERR(?:OR)?|FATAL|CRIT(?:ICAL)?|SEVERE)\b|^\[(?:[\w]+:)?(?:trace|debug|info|notice|warn|error|crit)\]/;
const levelInBrackets = /\b(?:TRACE|DEBUG|INFO|WARN|ERROR)\b/;

/**
 * Tells a text that looks like a journal of jrnl for what it is more likely to be. A journal has blank lines above its entries, and no
 * names or levels behind its dates.
 *
 * @param head - Its first characters.
 * @returns Undefined for a journal, and for what does not look like one.
 *
 * @example
 * takenForJrnl('[22.11.26, 09:14:05] Anna: Good morning\n')?.is //=> 'a chat from WhatsApp or another messenger'
 * takenForJrnl('[2026-11-22 09:14] Rain.\n') //=> undefined
 */
export function takenForJrnl(head: string): OtherProgram | undefined {
  const text = head.replace(/^\ufeff/, '').slice(0, TELLING);
  if (!isJrnlText(text)) return undefined;
  const isOfJrnl1 = isJrnl1Text(text);
  const begun = begunIn(text, isOfJrnl1 ? dateOfJrnl1 : dateInBrackets);
  const share = (is: (one: Begun) => boolean): number => begun.filter(is).length / begun.length;
  if (share(({ date, rest }) => level.test(rest) || levelInBrackets.test(date)) >= HALF) {
    return { is: 'a log of a program', hint: AFTER_ALL };
  }
  const isTight =
    begun.length > 1 && begun.slice(1).filter(({ isApart }) => isApart).length <= FEW * begun.length;
  if (
    (share(({ rest }) => sender.test(rest)) >= MOST && (share(hasComma) >= MOST || isTight)) ||
    share(({ rest }) => nick.test(rest)) >= MOST
  ) {
    return { is: 'a chat from WhatsApp or another messenger', hint: AFTER_ALL };
  }
  if (!isOfJrnl1) return undefined;
  if (BROKEN.test(text)) {
    return {
      is: 'a journal as jrnl shows it on the screen, with its lines broken',
      hint: 'Have jrnl write it as JSON, and import that: jrnl --export json >journal.json',
    };
  }
  if (isTight && begun.length === text.split('\n').filter((line) => line.trim() !== '').length) {
    return {
      is: 'a list of titles, as jrnl --format short prints it',
      hint: 'For whole entries: jrnl --export json >journal.json. If these lines are all there is, add --from jrnl.',
    };
  }
  return undefined;
}

/** A sender or a level stands within so many characters. */
const LOOKED_AT = 200;
/** So much of a text tells what it is. */
const TELLING = 65_536;
const HALF = 0.5;
const MOST = 0.9;
const FEW = 0.1;
/** A bar before each line of an entry, as jrnl has it there. */
const BROKEN = /^[^\n]*\n(?:[^|\n][^\n]*\n)?\| /;

function hasComma({ date }: Begun): boolean {
  return /\d, ?\d/.test(date);
}

function begunIn(text: string, begins: RegExp): readonly Begun[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const [head = '', date] = begins.exec(line) ?? [];
    if (date === undefined || (head.includes('[') && !isInBrackets(line.replace('\u200e', '')))) return [];
    return [
      {
        date,
        rest: line.slice(head.length, head.length + LOOKED_AT),
        isApart: lines[index - 1]?.trim() === '',
      },
    ];
  });
}
