// The page of coach alone, around what is due.
import { type Day, dayWords } from '../../domain/time/day.ts';
import { counted } from '../text/words.ts';

/** The ways to begin. */
export const BEGIN = 'coach reflect   walk through a bank of questions\ncoach checkin   two minutes today';

/**
 * How long no reminder comes.
 *
 * @example
 * pausedText('2026-11-23', '2026-11-22') //=> 'Reminders are paused until tomorrow.'
 */
export function pausedText(until: Day, today: Day): string {
  return `Reminders are paused until ${dayWords(until, today)}.`;
}

/**
 * The complaint about files that could not be understood, where they are not named.
 *
 * @example
 * unreadText(2) //=> 'coach: 2 files could not be read; coach journal --limit all names them\n'
 */
export function unreadText(count: number): string {
  return `coach: ${counted(count, 'file')} could not be read; coach journal --limit all names them\n`;
}
