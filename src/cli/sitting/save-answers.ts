// Answers from a file, saved as an entry.
import { answerFromFile } from '../../app/sitting/answer-from-file.ts';
import { roleFor, settleRole } from '../../app/sitting/setting-up.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import type { Context } from '../context.ts';
import { aboutSaid } from '../flags/sitting-options.ts';
import { textOnceSaved } from './saved-text.ts';
import { type BankRequest, nameOfAnswers } from './sitting-flags.ts';

/**
 * Saves answers from a file: the whole of it is checked, then it is one entry.
 *
 * @param text - The content of the file, where it was read already.
 */
export async function saveAnswers(
  { bank, selection, options, said, chosen }: BankRequest,
  context: Context,
  text: string = context.readInput(options.answers ?? '-'),
): Promise<void> {
  const { clock, newId, banks, terminal } = context;
  const settings = context.settings();
  const file = options.answers ?? '-';
  const { step, part } = selection;
  const { entry, path } = await answerFromFile(
    {
      text,
      file: nameOfAnswers(file),
      bank,
      role: said.role,
      about: aboutSaid(options),
      rememberedAbout: settings.about ?? null,
      tags: said.tags,
      at: said.at,
      selection: { ...(step !== undefined && { step }), ...(part !== undefined && { part }) },
      ...(chosen && { chosen }),
    },
    {
      now: clock(),
      dayEnds: dayEnds(settings),
      newId,
      journal: context.journal(),
      index: context.index(),
      banks,
      settleRole: (said) =>
        roleFor(bank, said, () => settleRole(said, settings, context.settingsFile, undefined)),
    },
  );
  terminal.done(await textOnceSaved(entry, path, context));
  await context.afterSaved(bank, entry, context);
}
