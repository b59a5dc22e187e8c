// The failures of an editor, and what became of the text that was open in it.
import { intoUtf8 } from './file-refusals.ts';
import { CoachError, Interrupted } from '../../domain/text/errors.ts';

const KEPT = 'Anything you had before is kept.';

/**
 * The error of an editor that no program is.
 *
 * @example
 * cannotStartEditor('nnao').message //=> 'cannot start the editor: nnao'
 */
export function cannotStartEditor(editor: string, cause?: unknown): CoachError {
  return new CoachError(`cannot start the editor: ${editor}`, {
    hint: 'Set one that waits until you close the file, for example: coach config set editor nano',
    cause,
  });
}

/**
 * The error of an editor that says itself that it failed.
 *
 * @example
 * editorFailed('nano', 1).message //=> 'the editor failed with exit status 1: nano'
 */
export function editorFailed(editor: string, status: number | null): CoachError {
  return new CoachError(`the editor failed with exit status ${status}: ${editor}`, { hint: KEPT });
}

/**
 * The error of an editor that was ended from without.
 *
 * @example
 * editorEnded('SIGTERM').message //=> 'the editor was stopped by SIGTERM'
 */
export function editorEnded(signal: string): CoachError {
  return new CoachError(`the editor was stopped by ${signal}`, { hint: KEPT });
}

/**
 * The error of an editor that took its file away. Of an entry nothing more is said than that: it is as it was.
 *
 * @example
 * noTextLeft().message //=> 'the editor left no text behind'
 */
export function noTextLeft(before?: { readonly cause: unknown }): CoachError {
  return new CoachError('the editor left no text behind', before && { hint: KEPT, ...before });
}

/** The error of an editor that was closed at once, or does not wait until it is. */
export class NotWaited extends CoachError {
  override readonly name = 'NotWaited';
}

/** The question about an editor that came back at once and changed nothing. */
export const DOES_IT_WAIT =
  'Does your editor wait until you close the file? It returned at once. (VS Code needs --wait: coach config set editor "code --wait".) Anything you save there later is kept, and coach will say where before the next sitting.';

/**
 * The error of an editor that came back at once, for an answer that is being typed.
 *
 * @example
 * cameBackAtOnce().message //=> 'the editor changed nothing'
 */
export function cameBackAtOnce(): NotWaited {
  return new NotWaited('the editor changed nothing', { hint: DOES_IT_WAIT });
}

/**
 * The failure of an editor, with the file in which it has left something nobody has seen.
 *
 * @example
 * leftUnseen(editorFailed('nano', 1), 'answer.md.save').hint //=> 'Anything you had before is kept. The text it left behind is in answer.md.save'
 */
export function leftUnseen(failure: unknown, file: string): unknown {
  if (!(failure instanceof CoachError) || failure.hint?.includes(file)) return failure;
  const hint = [failure.hint, `The text it left behind is in ${file}`].filter(Boolean).join(' ');
  return new CoachError(failure.message, { hint, cause: failure });
}

/**
 * The error of an editor that saved its text in an encoding which cannot be read.
 *
 * @param kept - The file that holds it.
 * @param encoding - As `intoUtf8` takes it.
 *
 * @example
 * savedNoText('not-utf8-1.md', 'latin1').message //=> 'the editor saved text that is not UTF-8'
 */
export function savedNoText(kept: string, encoding: string | undefined): CoachError {
  return new CoachError('the editor saved text that is not UTF-8', {
    hint: `${KEPT} The text it saved is in ${kept}. ${intoUtf8(encoding)}`,
  });
}

/**
 * The last words of a command that is ended while its editor is open.
 *
 * @example
 * endedBeforeEditor('answer.md').message //=> 'The text that the editor saved is in answer.md'
 */
export function endedBeforeEditor(file: string): Interrupted {
  return new Interrupted(`The text that the editor saved is in ${file}`);
}
