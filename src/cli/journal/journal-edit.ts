// The command coach journal edit: one answer, or a private copy of the file in an editor.
import * as editing from '../../app/editing/edit-entry.ts';
import { recordedEdits } from '../../app/history/recorded-edit.ts';
import { parseEntryFile } from '../../app/journal/parse-entry-file.ts';
import type { PrivateCopy } from '../../app/ports/machine.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import type { Changed } from '../../app/editing/change-answer.ts';
import type { ChosenFile } from '../../app/editing/trash.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { CoachError, FileMistakes, Interrupted } from '../../domain/text/errors.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import type { EditChoice } from '../../pages/journal/edit-text.ts';
import * as say from '../../pages/journal/edit-text.ts';
import { DOES_IT_WAIT } from '../../pages/machine/editor-refusals.ts';
import { onlyOneOf } from '../../pages/journal/named-refusals.ts';
import type { Context } from '../context.ts';
import { recorderOf } from '../recorder.ts';
import { filesNamed, journalShelf } from './named-entries.ts';
import { sayPlaced } from './said-edit.ts';

/** An entry that is being edited. */
interface OpenEdit {
  readonly file: ChosenFile;
  readonly original: Uint8Array;
  readonly copy: PrivateCopy;
  readonly prompter: Prompter | undefined;
}

/** One that can be understood, with its bytes. */
export interface OpenEntry {
  readonly file: ChosenFile;
  readonly original: Uint8Array;
  readonly entry: Entry;
}

export async function editEntry(
  which: string,
  { editor: isEditor }: { readonly editor?: true },
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const file = await oneFile(which, context);
  const original = await bytesOf(file.path, context);
  // What is not text would come back from the editor as something else.
  const text = editing.textOf(original, plainText(file.path));
  const prompter = await context.prompter();
  const { VISUAL, EDITOR } = context.env;
  if (!prompter && !(context.settings().editor || VISUAL || EDITOR)) throw say.nowhereToEdit();
  const entry = isEditor ? undefined : await understood(text, file.path);
  const way = prompter && entry ? await chooseWay(prompter) : 'editor';
  if (way === 'leave') return terminal.err(`${say.AS_IT_WAS}\n`);
  if (way === 'answer' && entry && prompter) {
    await changeEntry({ file, original, entry }, prompter, context);
    return;
  }
  return editUntilSettled(await opened({ file, original }, prompter, context), context);
}

/**
 * Lets a person change an answer of an entry just saved.
 *
 * @returns The entry as it is then; undefined where nothing was changed.
 */
export async function changeSaved(
  path: string,
  entry: Entry,
  prompter: Prompter,
  context: Context,
): Promise<Entry | undefined> {
  const original = await bytesOf(path, context);
  return (await changeEntry({ file: { path, entry }, original, entry }, prompter, context))?.entry;
}

async function bytesOf(path: string, context: Context): Promise<Uint8Array> {
  const bytes = await context.journal().bytes(path);
  if (bytes === undefined) throw say.wentAway(path);
  return bytes;
}

async function opened(
  { file, original }: Pick<OpenEntry, 'file' | 'original'>,
  prompter: Prompter | undefined,
  context: Context,
): Promise<OpenEdit> {
  const editor = await context.editor();
  for (const kept of await editor.rescue()) context.terminal.err(`${say.rescuedText(kept)}\n`);
  return { file, original, copy: await editor.copy(file.path.split('/').at(-1) ?? '', original), prompter };
}

async function changeEntry(
  open: OpenEntry,
  prompter: Prompter,
  context: Context,
): Promise<Changed | undefined> {
  const { file, original, entry } = open;
  const { askForChange } = await import('./change-answer.ts');
  const changed = await askForChange(entry, { path: file.path, original }, prompter, context);
  if (!changed) {
    context.terminal.out(`${say.NOTHING_CHANGED}\n`);
    return undefined;
  }
  const placing = placeEdited(file.path, original, changed.bytes, context);
  const placed = await placing.catch(async (error: unknown) => {
    throw await keeping(error, changed.bytes, await opened(open, prompter, context), context);
  });
  const { changedText } = await import('../../pages/journal/change-text.ts');
  sayPlaced(
    placed,
    { kind: 'sound', entry: changed.entry },
    file,
    context,
    changedText(changed.answer, context.terminal.width),
  );
  return changed;
}

async function placeEdited(
  path: string,
  original: Uint8Array,
  edited: Uint8Array,
  context: Context,
): Promise<editing.Placed> {
  const edits = recordedEdits(context.journal(), await recorderOf(context));
  return editing.placeEdited(path, original, edited, edits);
}

/** What cannot be understood, or has no answers, is a matter of the editor. */
async function understood(text: string, path: string): Promise<Entry | undefined> {
  try {
    const entry = await parseEntryFile(text, path, true);
    return entry && entry.answers.length > 0 ? entry : undefined;
  } catch (error) {
    if (error instanceof FileMistakes) return undefined;
    throw error;
  }
}

async function chooseWay(prompter: Prompter): Promise<'answer' | 'editor' | 'leave'> {
  return prompter.choose('', (await import('../../pages/journal/change-text.ts')).WAYS_TO_CHANGE);
}

async function oneFile(which: string, context: Context): Promise<ChosenFile> {
  const [file, ...more] = await filesNamed(which, journalShelf(context), context);
  if (file && more.length === 0) return file;
  const ids = [file, ...more].flatMap((one) => one?.entry?.id ?? []);
  throw onlyOneOf(which, ids);
}

/** Edits until there is something to save, or nothing. Whatever stops it, a changed text is kept and its file named. */
async function editUntilSettled(work: OpenEdit, context: Context): Promise<void> {
  const { file, original, copy } = work;
  let bytes: Uint8Array = original;
  let judged: editing.Edited = { kind: 'unchanged' };
  let decision: EditChoice = 'edit';
  let placed: editing.Placed | undefined;
  let mayBeOpen = false;
  try {
    while (decision === 'edit') {
      const edited = await copy.edit();
      ({ mayBeOpen } = edited);
      judged = await editing.judgeEdit(original, edited.bytes ?? original, plainText(file.path));
      bytes = edited.bytes ?? bytes;
      decision = await decide(judged, edited.failure, work);
    }
    if (decision === 'save') placed = await placeEdited(file.path, original, bytes, context);
  } catch (error) {
    throw await keeping(error, bytes, work, context);
  }
  // What is saved there later is found at the next start.
  if (!mayBeOpen) await dropCopy(copy, bytes, context);
  if (placed) sayPlaced(placed, judged, file, context);
  else if (judged.kind === 'unchanged') {
    context.terminal.out(`${say.NOTHING_CHANGED}\n`);
    if (mayBeOpen) context.terminal.err(`${DOES_IT_WAIT}\n`);
  } else context.terminal.err(`${say.AS_IT_WAS}\n`);
}

async function decide(
  judged: editing.Edited,
  failure: CoachError | undefined,
  { prompter }: OpenEdit,
): Promise<EditChoice> {
  if (failure && (judged.kind === 'unchanged' || !prompter)) throw failure;
  if (failure && prompter) {
    prompter.say(say.failedText(failure.message));
    const decision = await prompter.choose(say.ASK_AFTER_FAILURE, say.AFTER_FAILURE);
    if (decision !== 'save') return decision;
  }
  if (judged.kind === 'unchanged') return 'leave';
  if (judged.kind === 'sound') return 'save';
  if (!prompter) throw judged.mistakes;
  prompter.say(plainText(judged.mistakes.message));
  return prompter.choose(say.ASK_WHEN_BROKEN, say.WHEN_BROKEN);
}

/** A changed text outlives what went wrong. */
async function keeping(
  error: unknown,
  bytes: Uint8Array,
  { original, copy }: OpenEdit,
  context: Context,
): Promise<unknown> {
  const { terminal } = context;
  // The editor may still be at work on the copy.
  if (error instanceof Interrupted && error.message !== '') return error;
  if (sameBytes(bytes, original) || isBlank(bytes)) {
    await dropCopy(copy, bytes, context);
    return error;
  }
  const kept = say.keptText(await copy.keep(bytes));
  if (error instanceof Interrupted) return new Interrupted(kept);
  if (error instanceof CoachError)
    return new CoachError(error.message, { hint: `${say.AS_IT_WAS} ${kept}`, cause: error });
  terminal.err(`${kept}\n`);
  return error;
}

async function dropCopy(copy: PrivateCopy, bytes: Uint8Array, { terminal }: Context): Promise<void> {
  for (const kept of await copy.drop(bytes)) terminal.err(`${say.rescuedText(kept)}\n`);
}

function isBlank(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes).trim() === '';
}
