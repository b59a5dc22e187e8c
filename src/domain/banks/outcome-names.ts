// The outcomes that plans and guesses may have, by their names.

/** The outcomes of a guess: it happened, did not, partly did; nobody can tell; it was never put to the test. */
export const PREDICTION_OUTCOMES = ['yes', 'no', 'partly', 'unclear', 'untested'] as const;

/** The outcomes of a plan. */
export const COMMITMENT_OUTCOMES = ['kept', 'partly', 'not-yet', 'let-go'] as const;

export type Outcome = (typeof PREDICTION_OUTCOMES)[number] | (typeof COMMITMENT_OUTCOMES)[number];
