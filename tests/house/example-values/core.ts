// Values that an example in a doc comment may name without making them: each file of this folder is known to all examples.
import type { Now } from '../../../src/domain/time/moment.ts';
import { plainStyle } from '../../../src/pages/text/style.ts';
import { bankNamed } from '../../domain/plans.ts';
import { entryWith, textAnswer } from '../../formats/entry/entry-samples.ts';

export const today = '2026-11-22';

/** That day in Berlin, 09:14:05. */
export const now: Now = {
  epoch: Date.UTC(2026, 10, 22, 8, 14, 5),
  zone: { name: 'Europe/Berlin', offsetAt: () => 60 },
};

/** Built-in banks. */
export const member = bankNamed('member');
export const manager = bankNamed('manager');
export const checkin = bankNamed('checkin');
export const challenge = bankNamed('challenge');
export const review = bankNamed('review');
export const lookback = bankNamed('lookback');

/** A member's entry about D., with one answer: "Small." */
export const entry = entryWith({ answers: [textAnswer('Small.')] });

/** A screen of 80 columns without colour. */
export const page = { width: 80, style: plainStyle };
