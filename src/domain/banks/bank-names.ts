// The names of the built-in banks that coach does something of its own with.

/** The daily check-in. */
export const CHECKIN_BANK = 'checkin';

/** One moment, one's own part in it, one small plan. */
export const MOMENT_BANK = 'moment';

/** Before and after a detailed conversation. */
export const PREPARE_BANK = 'prepare';
export const DEBRIEF_BANK = 'debrief';

/** The outcomes of plans and guesses. */
export const REVIEW_BANK = 'review';

/** The monthly look back. */
export const LOOKBACK_BANK = 'lookback';

/** The programme that `coach challenge` leads through. */
export const CHALLENGE_BANK = 'challenge';

/** One piece of work that two people share, as one of them sees it, and what they agreed on about it. */
export const ALIGN_BANK = 'align';
export const AGREEMENT_BANK = 'agreement';

/** What left in a sealed file: entries of this name ask nothing, so that there is no bank behind it. */
export const SEALED_BANK = 'align-sealed';

/** One guess, about anything. */
export const GUESS_BANK = 'guess';

/** The banks of which each entry is about another piece of work, or another guess: what was said, or left out, of one of them tells nothing of the next. */
export const ANOTHER_EACH_TIME: readonly string[] = [ALIGN_BANK, AGREEMENT_BANK, SEALED_BANK, GUESS_BANK];
