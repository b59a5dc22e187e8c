// The refusals of sealing a sheet, and of a sealed file that cannot be opened.
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { aboutFlag } from '../formats/text/shell-word.ts';
import type { Role } from '../domain/banks/question-bank.ts';
import type { Seat, SealedSheet } from './piece.ts';
import { LARGEST_FILE, MOST_FACTOR, type Unsealed } from './sealed-file.ts';
import { letters, MOST, type Unfit } from './sealed-sheet.ts';
import { partNames } from './seal-text.ts';
import { nameIn, SEATS } from './which-sheet-text.ts';

const SPOKEN = 'coach align open --spoken';

/**
 * The error where nobody can see what would leave.
 *
 * @example
 * nobodyToAsk().message //=> 'nothing was sealed, because there is no terminal to ask you in'
 */
export function nobodyToAsk(): CoachError {
  return new CoachError('nothing was sealed, because there is no terminal to ask you in', {
    hint: 'All that leaves is shown to you first. Run this at a terminal.',
  });
}

/**
 * The error where nobody can type the words of a file.
 *
 * @example
 * nobodyToTypeWords('from-lead.coach').message //=> 'there is no terminal to type their words in'
 */
export function nobodyToTypeWords(file: string): CoachError {
  return new CoachError('there is no terminal to type their words in', {
    hint: `Sit down together in front of one, then: coach align open ${oneLine(file)}`,
  });
}

/**
 * The error of a file and --spoken.
 *
 * @example
 * fileOrSpoken().message //=> 'give a sealed file or --spoken, not both'
 */
export function fileOrSpoken(): UsageError {
  return new UsageError('give a sealed file or --spoken, not both', {
    hint: `For example: coach align open from-lead.coach, or ${SPOKEN}`,
  });
}

/**
 * The error where one's own sheet was not sealed.
 *
 * @param about - Undefined: nobody was named.
 * @param role - Undefined: neither side was named.
 *
 * @example
 * notSealedYet('D.', undefined).hint
 * //=> 'Yours comes first, so that neither of you adapts to the other: coach align seal --about D.'
 */
export function notSealedYet(about: string | null | undefined, role: Role | undefined): CoachError {
  const whose = about === undefined ? '' : ` ${nameIn({ about })}`;
  const side = role === undefined ? '' : ` on which you are the ${SEATS[role]}`;
  const flags = `${about === undefined ? '' : aboutFlag(about ?? '')}${role === undefined ? '' : ` --role ${role}`}`;
  return new CoachError(`you have not sealed a sheet${whose} yet${side}`, {
    hint: `Yours comes first, so that neither of you adapts to the other: coach align seal${flags}`,
  });
}

/**
 * The error of a sheet that holds more than a file may; undefined where it fits.
 *
 * @param bytes - Of the whole.
 *
 * @example
 * tooMuchToSeal(sealed, 1024) //=> undefined
 * tooMuchToSeal({ ...sealed, pieces: [{ ...piece, title: 'a'.repeat(2001) }] }, 3072)?.message
 * //=> 'piece 1 of your sheet: "Piece of work" has 2001 letters, and a sealed file takes 2000'
 */
export function tooMuchToSeal({ from, pieces }: SealedSheet, bytes: number): CoachError | undefined {
  const hint =
    'Nothing was sealed. To change a piece of work, fill it in again under the same name: coach align fill';
  if (pieces.length > MOST.pieces)
    return new CoachError(
      `your sheet has ${pieces.length} pieces of work, and a sealed file takes ${MOST.pieces}`,
      {
        hint: 'Nothing was sealed. Agree on some of them first: coach align agree',
      },
    );
  const names = partNames(from);
  for (const [at, { title, example, mine }] of pieces.entries()) {
    const { means, limits, look } = mine;
    const texts = { piece: title, example, means, limits, look };
    const long = (['piece', 'example', 'means', 'limits', 'look'] as const).find(
      (part) => letters(texts[part]) > MOST.letters,
    );
    if (long === undefined) continue;
    return new CoachError(
      `piece ${at + 1} of your sheet: "${names[long]}" has ${letters(texts[long])} letters, and a sealed file takes ${MOST.letters}`,
      { hint },
    );
  }
  if (bytes <= MOST.bytes) return undefined;
  return new CoachError('your sheet is too long for a sealed file, which takes 64 kB', { hint });
}

/**
 * The error of a place for a sealed file that is no place for one.
 *
 * @example
 * badSealedPlace('journal/a.coach', 'journal').message //=> 'journal/a.coach is in the journal'
 */
export function badSealedPlace(named: string, what: 'nameless' | 'folder' | 'journal'): UsageError {
  const file = oneLine(named);
  const says = {
    nameless: '--to needs the name of a file',
    folder: `${file} is not a file`,
    journal: `${file} is in the journal`,
  };
  return new UsageError(says[what], {
    hint:
      what === 'nameless' ? 'For example: --to from-me.coach' : 'Nothing was sealed. Choose another place.',
  });
}

const ASK_AGAIN = 'Ask them to send it again, as a file or with all of its lines. Or say the numbers:';

/**
 * The error of a file that no words open.
 *
 * @example
 * cannotUnseal('a.coach', { is: 'cut-off' }).message //=> 'a.coach is damaged or cut off'
 */
export function cannotUnseal(
  named: string,
  why: Unsealed | { readonly is: 'too-large' | 'no-memory' },
): CoachError {
  const file = oneLine(named);
  switch (why.is) {
    case 'other':
      return new CoachError(`${file} is not a sealed sheet`, {
        hint: 'It takes the file that coach align seal wrote for the other one, such as from-lead.coach.',
      });
    case 'cut-off':
      return new CoachError(`${file} is damaged or cut off`, { hint: `${ASK_AGAIN} ${SPOKEN}` });
    case 'newer':
      return new CoachError(`${file} was sealed by a newer version of coach`, {
        hint: `Update this one, or say the numbers: ${SPOKEN}`,
      });
    case 'too-large':
      return new CoachError(`${file} is larger than ${LARGEST_FILE / 1024} kB, and no sealed sheet is`, {
        hint: 'Nothing of it was opened. Ask them which file coach align seal wrote.',
      });
    case 'too-hard':
      return new CoachError(
        `opening ${file} would keep this machine busy for too long (work factor ${why.factor}; ${MOST_FACTOR} at most)`,
        { hint: `coach seals with less. Ask them to seal it again, or say the numbers: ${SPOKEN}` },
      );
    case 'no-memory':
      return new CoachError(`there is not enough memory to open ${file}`, {
        hint: `Close other programs and try again, or say the numbers: ${SPOKEN}`,
      });
  }
}

/**
 * The error of a file that was opened, and holds what cannot be compared.
 *
 * @example
 * unfitSheet('a.coach', { is: 'too-long', piece: 2, part: 'means' }).message
 * //=> 'the sheet in a.coach, piece 2: "means" has more than 2000 letters'
 */
export function unfitSheet(named: string, why: Unfit): CoachError {
  if (why.is === 'other' || why.is === 'newer') return cannotUnseal(named, { is: why.is });
  const sheet = `the sheet in ${oneLine(named)}`;
  const hint = `Nothing of it was kept. Ask them to seal it again, or say the numbers: ${SPOKEN}`;
  switch (why.is) {
    case 'too-many':
      return new CoachError(`${sheet} has ${why.count} pieces of work, and ${MOST.pieces} is the most`, {
        hint,
      });
    case 'too-long':
      return new CoachError(
        `${sheet}, piece ${why.piece}: "${why.part}" has more than ${MOST.letters} letters`,
        {
          hint,
        },
      );
    case 'no-text':
      return new CoachError(`${sheet}, piece ${why.piece}: "${why.part}" is not a text`, { hint });
    case 'no-step':
      return new CoachError(`${sheet}, piece ${why.piece}: "${why.part}" is none of the seven steps`, {
        hint,
      });
  }
}

/**
 * The error of a sheet that is from one's own side.
 *
 * @example
 * sameSide('a.coach', 'doer').message //=> 'the sheet in a.coach is from the doer, as yours is'
 */
export function sameSide(named: string, seat: Seat): CoachError {
  return new CoachError(`the sheet in ${oneLine(named)} is from the ${seat}, as yours is`, {
    hint: `If it is your own file, open theirs. If not, one of you has to fill in the other side: coach align fill --role ${seat === 'doer' ? 'manager' : 'member'}`,
  });
}
