// The form of the ids that bank files give.

/** Of a bank's name, of a question and of a step, in a bank file and wherever else they stand. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
