// The words of coach sync setup, stop and forget.
import { CoachError, Interrupted } from '../domain/text/errors.ts';
import { plainText } from '../domain/text/plain-text.ts';
import { unasked } from '../pages/text/words.ts';
import type { RemoteAddress } from './remote-address.ts';

/** How entries are sent: `empty` where there are none, and those in clear will not be; `unsent` where there are such. */
export type SentForm = 'readable' | 'encrypted' | 'empty' | 'unsent';

const FORMS: Readonly<Record<SentForm, string>> = {
  readable: 'They are NOT encrypted: every word can be read there.\n',
  encrypted: 'They are encrypted, and cannot be read there.\n',
  empty:
    'Only encrypted entries are sent. If the journal there is encrypted, you need its passphrase here.\n',
  unsent:
    'Your entries here are not encrypted, so they will not be sent. If the journal there is encrypted, you need its passphrase here.\n',
};

/**
 * What setting up means, before the question.
 *
 * @param organisation - The domain of the person's mail, where the host seems to belong to it.
 *
 * @example
 * setupText({ shown: 'git.example.org', by: 'ssh' }, 'encrypted', undefined).split('\n')[0]
 * //=> 'Entries will go to git.example.org (ssh).'
 */
export function setupText(
  { shown, by }: Pick<RemoteAddress, 'shown' | 'by'>,
  form: SentForm,
  organisation: string | undefined,
): string {
  const whose =
    organisation === undefined
      ? ''
      : `This host seems to belong to the organisation of your git e-mail (${organisation}).\n`;
  const seen = 'how many entries there are, of which days, and when you send them';
  return [
    `Entries will go to ${shown}${by === 'folder' ? '' : ` (${by})`}.\n`,
    whose,
    by === 'folder'
      ? `Whoever can read that folder can see ${seen}.\n`
      : `Whoever runs it can see ${seen}.\n`,
    FORMS[form],
    ...(by === 'http' || by === 'git'
      ? ['On the way there, others can see all of it, too: this address is not protected.\n']
      : []),
  ].join('');
}

/**
 * The domain of a mail address, where a host belongs to it.
 *
 * @example
 * organisationOf('git.acme.example', 'd@acme.example') //=> 'acme.example'
 * organisationOf('git.example.org', 'd@acme.example') //=> undefined
 */
export function organisationOf(host: string, email: string | undefined): string | undefined {
  const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (domain === undefined || !domain.includes('.')) return undefined;
  return host.toLowerCase() === domain || host.toLowerCase().endsWith(`.${domain}`) ? domain : undefined;
}

export const ASK_YES = 'Type "yes" to set it up:';
export const NOTHING_SET_UP = 'Nothing was set up, and nothing was sent.';

/**
 * What is said once it is set up.
 *
 * @param follows - A sync follows each change.
 *
 * @example
 * setUpText(true) //=> 'Set up. From now on, a sync follows each change here. To sync at any other time: coach sync'
 * setUpText(false) //=> 'Set up. From now on: coach sync'
 */
export function setUpText(follows: boolean): string {
  return follows
    ? 'Set up. From now on, a sync follows each change here. To sync at any other time: coach sync'
    : 'Set up. From now on: coach sync';
}

/** What is said where nothing will go out that is like what came in. */
export const READABLE_THERE =
  'The entries there are not encrypted, and yours will not be sent like that. To send them as they are: coach sync setup ADDRESS --readable. To encrypt all of them: coach encrypt';

const TRY_AGAIN = 'Nothing was set up. To try again: coach sync setup ADDRESS';

/**
 * The error of a set-up that came to nothing, where a sync that is set up would say that the next one goes on.
 *
 * @example
 * notSetUpYet(stopError({ state: 'offline', facts: {} }, 'git.example.org')).hint
 * //=> 'Nothing was set up. To try again: coach sync setup ADDRESS'
 */
export function notSetUpYet(error: CoachError): CoachError {
  return error instanceof Interrupted
    ? new Interrupted(TRY_AGAIN)
    : new CoachError(error.message, { hint: TRY_AGAIN, cause: error });
}

/**
 * The error where nobody can be asked.
 *
 * @example
 * nobodyToAskSetup().hint //=> 'Run it in a terminal.'
 */
export function nobodyToAskSetup(): CoachError {
  return new CoachError(unasked('set up'), { hint: 'Run it in a terminal.' });
}

/**
 * The error of a journal in clear that is to be sent.
 *
 * @example
 * isInClear('git.example.org').message //=> 'your entries are not encrypted, and every word could be read at git.example.org'
 */
export function isInClear(shown: string): CoachError {
  return new CoachError(`your entries are not encrypted, and every word could be read at ${shown}`, {
    hint: 'To send them as they are, add --readable. To encrypt them first: coach encrypt',
  });
}

/**
 * The error of a journal that is not synced.
 *
 * @example
 * notSetUp().message //=> 'sync is not set up'
 */
export function notSetUp(): CoachError {
  return new CoachError('sync is not set up', {
    hint: 'Give the address of a git repository of your own: coach sync setup ADDRESS',
  });
}

/**
 * The error of a set-up for something else.
 *
 * @example
 * otherJournal('/stick/journal').message //=> 'sync is set up for another journal: /stick/journal'
 */
export function otherJournal(journal: string): CoachError {
  return new CoachError(`sync is set up for another journal: ${plainText(journal)}`, {
    hint: 'To set it up for this one: coach sync stop, then coach sync setup ADDRESS',
  });
}

/**
 * The error of a second address, or of another branch.
 *
 * @example
 * alreadySetUp('git.example.org', 'main').message //=> 'sync is set up already, with git.example.org, branch main'
 */
export function alreadySetUp(shown: string, branch: string): CoachError {
  return new CoachError(`sync is set up already, with ${shown}, branch ${branch}`, {
    hint: 'To use another address or branch: coach sync stop',
  });
}

/**
 * The error of a record that cannot be understood.
 *
 * @example
 * brokenRecord('/s/sync.json', undefined).message //=> '/s/sync.json is damaged'
 */
export function brokenRecord(file: string, why: 'newer' | undefined): CoachError {
  return why === 'newer'
    ? new CoachError(`${file} was written by a newer coach`, { hint: 'Update coach to sync.' })
    : new CoachError(`${file} is damaged`, {
        hint: 'Delete it and set sync up again: coach sync setup ADDRESS',
      });
}

/** What is said where nothing was set up to stop. */
export const NOTHING_TO_STOP = 'Sync is not set up.';

/** What is said where a sync was under way, which takes its repository away itself. */
export const STILL_AT_WORK = 'A sync is still at work, and may send once more before it ends.';

/**
 * What is said once sync is stopped.
 *
 * @example
 * stoppedText('git.example.org') //=> 'Stopped. Your entries stay here; git.example.org keeps what was sent.'
 */
export function stoppedText(shown: string): string {
  return `Stopped. Your entries stay here; ${shown} keeps what was sent.`;
}

/**
 * The line about a sync that cron goes on starting, where sync was stopped.
 *
 * @example
 * stillScheduled({ number: 2, when: 'every hour' })
 * //=> 'cron still calls it every hour, which does nothing now. To end that: coach schedule remove 2'
 */
export function stillScheduled({ number, when }: { readonly number: number; readonly when: string }): string {
  return `cron still calls it ${when}, which does nothing now. To end that: coach schedule remove ${number}`;
}

export const ASK_BEGIN_ANEW = 'Type "forget" to begin the history there anew:';
export const HISTORY_STAYS = 'Nothing was forgotten.';

/**
 * What forgetting means, before the question.
 *
 * @example
 * anewText('git.example.org').split('\n')[0] //=> 'git.example.org keeps every text that was ever sent, including what you have deleted since.'
 */
export function anewText(shown: string): string {
  return `${shown} keeps every text that was ever sent, including what you have deleted since.
Its history would begin anew with the entries as they are now. Whoever runs it may still have copies of what was there.
Sync your other computers first: one that is not in step will stop and ask.
`;
}

/**
 * What is said once it began anew.
 *
 * @example
 * begunAnew('git.example.org') //=> 'The history on git.example.org begins with your entries as they are now.'
 */
export function begunAnew(shown: string): string {
  return `The history on ${shown} begins with your entries as they are now.`;
}

/**
 * The error where nobody can be asked.
 *
 * @example
 * nobodyToAskAnew().hint //=> 'To begin the history anew without being asked, add --yes.'
 */
export function nobodyToAskAnew(): CoachError {
  return new CoachError(unasked('forgotten'), {
    hint: 'To begin the history anew without being asked, add --yes.',
  });
}
