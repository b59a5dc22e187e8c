// The command coach journal edit: a private copy in the editor, which then takes the place of the entry.
import {
  type Edited,
  judgeEdit,
  outgrownName,
  placeEdited,
  type Placed,
  textOf,
} from '../../app/editing/edit-entry.ts';
import type { PrivateCopy } from '../../app/ports/machine.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import type { ChosenFile } from '../../app/editing/trash.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { CoachError, Interrupted } from '../../domain/text/errors.ts';
import { oneLine, plainText } from '../../domain/text/plain-text.ts';
import type { Choice } from '../../pages/sitting/field-text.ts';
import type { Context } from '../context.ts';
import { filesNamed, journalShelf, severalNamed } from './named-entries.ts';

/** The choices with an edited text: into the journal as it is, open it again, or away with it. */
type EditChoice = 'save' | 'edit' | 'leave';

/** An entry that is being edited. */
interface OpenEdit {
  readonly file: ChosenFile;
  readonly original: Uint8Array;
  readonly copy: PrivateCopy;
  readonly prompter: Prompter | undefined;
}

export async function editEntry(which: string, context: Context): Promise<void> {
  const { terminal } = context;
  const file = await oneFile(which, context);
  const original = await context.journal().bytes(file.path);
  if (original === undefined) throw new CoachError(`${plainText(file.path)} went away`);
  // What is not text would come back from the editor as something else.
  textOf(original, plainText(file.path));
  const prompter = await context.prompter();
  if (!prompter && !(context.env['VISUAL'] || context.env['EDITOR'])) {
    throw new CoachError('there is no terminal for an editor', {
      hint: 'Set EDITOR to a program that changes a file by itself, for example EDITOR="sed -i s/old/new/".',
    });
  }
  const editor = await context.editor();
  for (const kept of await editor.rescue())
    terminal.err(`An edit that was cut off left a changed text. It is kept: ${plainText(kept)}\n`);
  const copy = editor.copy(file.path.split('/').at(-1) ?? '', original);
  await editUntilSettled({ file, original, copy, prompter }, context);
}

async function oneFile(which: string, context: Context): Promise<ChosenFile> {
  const [file, ...more] = await filesNamed(which, journalShelf(context), context);
  if (file && more.length === 0) return file;
  const ids = [file, ...more].flatMap((one) => one?.entry?.id ?? []);
  throw severalNamed(`"${oneLine(which)}" names ${ids.length} entries, and one is edited at a time`, ids);
}

/** Edits until there is something to save, or nothing. Whatever stops it, a changed text is kept and its file named. */
async function editUntilSettled(work: OpenEdit, context: Context): Promise<void> {
  const { file, original, copy } = work;
  let bytes: Uint8Array = original;
  let judged: Edited = { kind: 'unchanged' };
  let decision: EditChoice = 'edit';
  let placed: Placed | undefined;
  try {
    while (decision === 'edit') {
      const edited = await copy.edit();
      judged = await judgeEdit(original, edited.bytes ?? original, plainText(file.path));
      bytes = edited.bytes ?? bytes;
      decision = await decide(judged, edited.failure, work);
    }
    if (decision === 'save') placed = await placeEdited(file.path, original, bytes, context.journal());
  } catch (error) {
    throw await keeping(error, bytes, work, context);
  }
  copy.drop();
  if (placed) sayPlaced(placed, judged, file, context);
  else if (judged.kind === 'unchanged') context.terminal.out('Nothing was changed.\n');
  else context.terminal.err('The entry is as it was.\n');
}

async function decide(
  judged: Edited,
  failure: CoachError | undefined,
  { prompter }: OpenEdit,
): Promise<EditChoice> {
  if (failure && (judged.kind === 'unchanged' || !prompter)) throw failure;
  if (failure && prompter) {
    prompter.say(plainText(`${failure.message}. It left a changed text.`));
    const decision = await prompter.choose('What is to become of that text?', AFTER_FAILURE);
    if (decision !== 'save') return decision;
  }
  if (judged.kind === 'unchanged') return 'leave';
  if (judged.kind === 'sound') return 'save';
  if (!prompter) throw judged.mistakes;
  prompter.say(plainText(judged.mistakes.message));
  return prompter.choose('coach cannot read the entry like this.', WHEN_BROKEN);
}

const AFTER_FAILURE: readonly Choice<EditChoice>[] = [
  { value: 'edit', label: 'Edit it again' },
  { value: 'save', label: 'Use it' },
  { value: 'leave', label: 'Leave the entry as it was, without that text' },
];

const WHEN_BROKEN: readonly Choice<EditChoice>[] = [
  { value: 'edit', label: 'Go on editing' },
  { value: 'save', label: 'Save it as it is, to be mended later' },
  { value: 'leave', label: 'Leave the entry as it was, without these changes' },
];

/** @throws CoachError where the text could not take the place of the one that was opened. */
function sayPlaced(placed: Placed, judged: Edited, file: ChosenFile, context: Context): void {
  const { terminal } = context;
  const path = plainText(file.path);
  if (placed.kind === 'beside') {
    const what = placed.isGone ? 'is gone' : 'was changed';
    throw new CoachError(`${path} ${what} since it was opened`, {
      hint: `It was left alone. What you edited is beside it: ${plainText(placed.path)}`,
    });
  }
  terminal.out(`Saved.\n${path}\n`);
  if (judged.kind === 'sound') sayOutgrown(file, judged.entry, context);
  for (const twin of file.twins ?? [])
    terminal.err(`Another file still says what this one said before: ${plainText(twin)}\n`);
}

/** Lists go by names where they are in a hurry. */
function sayOutgrown({ path, entry: before }: ChosenFile, after: Entry, { terminal }: Context): void {
  const fitting = outgrownName(path, before, after);
  if (fitting === undefined) return;
  terminal.err(
    `The file's name still says what was before, and lists look for it there. Name it ${fitting}\n`,
  );
}

/** A changed text outlives what went wrong. */
async function keeping(
  error: unknown,
  bytes: Uint8Array,
  { original, copy }: OpenEdit,
  { terminal }: Context,
): Promise<unknown> {
  // The editor may still be at work on the copy.
  if (error instanceof Interrupted && error.message !== '') return error;
  if (sameBytes(bytes, original) || isBlank(bytes)) {
    copy.drop();
    return error;
  }
  const kept = `What you edited is kept: ${plainText(await copy.keep(bytes))}`;
  if (error instanceof Interrupted) return new Interrupted(kept);
  if (error instanceof CoachError)
    return new CoachError(error.message, { hint: `The entry is as it was. ${kept}`, cause: error });
  terminal.err(`${kept}\n`);
  return error;
}

function isBlank(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes).trim() === '';
}
