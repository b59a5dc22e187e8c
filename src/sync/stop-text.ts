// The words for what stopped a sync.
import { CoachError } from '../domain/text/errors.ts';
import { shownWords } from './git-answers.ts';
import { type StopFacts, type StopState, SyncStop } from './sync-stop.ts';
import { goneWords, namesText } from './sync-text.ts';

const SAFE = 'Everything is safe here; the next sync sends it.';

/** The words of hosts that take commits from some e-mail addresses alone. */
const ABOUT_ADDRESSES = /\b(?:e-?mails?|authors?|committers?)\b/i;

/** What is said, and what to do. */
type Words = readonly [message: string, hint: string];

const WORDS: Readonly<Record<StopState, (shown: string, facts: StopFacts) => Words>> = {
  offline: (shown) => [`${shown} cannot be reached`, SAFE],
  slow: (shown) => [`${shown} took too long`, `${SAFE} To give it longer: coach sync --for 10m`],
  busy: (shown) => [`other computers are sending to ${shown} right now`, SAFE],
  'busy-here': () => [
    'another sync is at work on this computer, or a command that changes all entries',
    'When it has ended: coach sync',
  ],
  'not-trusted': (shown, { said }) => [
    withWords(`git refuses to open ${shown}, because it belongs to another user`, said),
    'If you trust it, run that command there, and sync again.',
  ],
  refused: (shown, { said }) => [
    withWords(`${shown} refuses this key or password`, said),
    'To let git ask you, for a password or the passphrase of your ssh key: coach sync --ask',
  ],
  'unknown-host': (shown) => [
    `${shown} has never been reached by ssh from this computer, so its ssh key is not known here`,
    'To compare that key with what whoever runs it says, and accept it: coach sync --ask',
  ],
  'changed-host': (shown, { said = '' }) => [
    `${shown} has a different ssh key than before: it was set up anew, or somebody is in between. Nothing was sent`,
    `Ask whoever runs it. If it was set up anew, forget the old key (${forgetHost(said) ?? `ssh-keygen -R ${shown}`}), then: coach sync --ask`,
  ],
  'bad-certificate': (shown, { said }) => [
    withWords(`${shown} cannot prove that it is the right one. Nothing was sent`, said),
    'Ask whoever runs it to renew its certificate, and check that the clock of this computer is right.',
  ],
  'no-remote': (shown, { said }) => [
    withWords(`there is no git repository at ${shown}`, said),
    'Make one there first, for example with git init --bare, or check the address.',
  ],
  'no-journal': (shown, { paths = [] }) => [
    `${shown} holds something other than a journal. Nothing was sent or taken in: ${namesText(paths)}`,
    'Make an empty repository for your journal, or give it a branch of its own: coach sync setup ADDRESS --branch NAME',
  ],
  'other-format': (shown) => [
    `the repository at ${shown} is of a newer format (SHA-256), with which coach cannot sync`,
    'Make one of the usual format: git init --bare --object-format=sha1',
  ],
  'remote-refuses': (shown, { said }) => [
    withWords(`${shown} refuses your entries`, said),
    ABOUT_ADDRESSES.test(said ?? '')
      ? 'To send under an e-mail address that it knows, which then stands there: coach config set sync-author ADDRESS'
      : 'Its rules are set by whoever runs it. Everything is safe here.',
  ],
  'many-gone-here': (_, { gone }) => [
    `${goneOf(gone)} are gone from the journal folder. Nothing was sent`,
    'Put them back, or if you meant to delete them: coach sync --take-deletions',
  ],
  'many-gone-there': (_, { gone }) => [
    `${goneOf(gone)} were deleted elsewhere. Nothing was changed here`,
    'If that was meant, they go to the trash with: coach sync --take-deletions',
  ],
  'remote-rewritten': (shown) => [
    `${shown} no longer holds what it held before. Nothing was changed on either side`,
    'If that was meant, coach sync --take-rewritten puts both together; what was deleted lately comes back.',
  ],
  'remote-empty': (shown) => [
    `${shown} is empty now. Nothing was changed on either side`,
    'If that was meant, coach sync --take-rewritten sends everything again.',
  ],
  'keys-differ': (shown) => [
    `the journal on ${shown} is encrypted with another key. Nothing was sent or taken in`,
    'Two journals that were encrypted apart cannot be synced: decrypt one of them first. After a new key on another computer: coach keys accept',
  ],
  'decrypted-there': () => [
    'the journal was decrypted on another computer. Nothing was sent or taken in',
    'If that was not you, do not sync with this repository any more (coach sync stop). If it was: coach decrypt',
  ],
  'key-unusable': (shown) => [
    `this coach cannot use the key that is on ${shown}. Nothing was sent or taken in`,
    'If a newer coach encrypted the journal elsewhere, update coach here. Otherwise somebody else wrote there.',
  ],
  'unlock-first': () => [
    'the journal was encrypted on another computer. Nothing was sent',
    'Give its passphrase once, here: coach unlock. Then sync again. If that was not you, delete the folder .key in the journal folder, after: coach sync stop',
  ],
  'encrypt-first': (_, { paths = [], wasDecrypted }) => [
    `${paths.length === 1 ? '1 entry is' : `${paths.length} entries are`} not encrypted. Nothing was sent: ${namesText(paths)}`,
    wasDecrypted
      ? 'To encrypt them: coach encrypt. To send them as they are: coach sync setup ADDRESS --readable'
      : 'If decrypting was stopped on its way, decrypt again (coach decrypt). Otherwise: coach encrypt',
  ],
  'in-the-way': (_, { paths = [] }) => [
    `something is in the way here. Nothing was sent: ${namesText(paths)}`,
    'Move what has that name somewhere else, if it is not an entry, and sync again.',
  ],
  'full-here': () => ['the disk is full', 'Everything is safe here. Free some space, then: coach sync'],
  'full-there': (shown) => [
    `there is no space left at ${shown}`,
    'Everything is safe here. Make some space there, then: coach sync',
  ],
  'no-git': () => ['coach syncs with git, which is not installed', 'Install git 2.29 or newer.'],
  'old-git': () => ['this git is too old to sync with', 'Install git 2.29 or newer.'],
  'git-failed': (_, { said }) => [
    withWords('git failed', said),
    'Everything is safe here. If it goes on: coach sync stop, then coach sync setup ADDRESS',
  ],
};

/** The command that ssh itself names. */
function forgetHost(said: string): string | undefined {
  return /ssh-keygen -f \S+ -R \S+/.exec(shownWords(said, Infinity))?.[0];
}

function goneOf(gone: StopFacts['gone']): string {
  return goneWords(gone ?? { count: 0, of: 0 });
}

/** With the words of git or of the other side, in lines of their own. */
function withWords(message: string, said: string | undefined): string {
  const words = shownWords(said ?? '');
  return words === '' ? message : `${message}:\n  ${words.replaceAll('\n', '\n  ')}`;
}

/**
 * The state in which a sync stopped, by its error; undefined where it is that of something else.
 *
 * @example
 * stateIn(stopError(new SyncStop('offline'), 'git.example.org')) //=> 'offline'
 */
export function stateIn({ cause }: CoachError): StopState | undefined {
  return cause instanceof SyncStop ? cause.state : undefined;
}

/**
 * The error of a sync that stopped.
 *
 * @param shown - The other side.
 *
 * @example
 * stopError(new SyncStop('offline'), 'git.example.org').message //=> 'git.example.org cannot be reached'
 */
export function stopError(stop: Pick<SyncStop, 'state' | 'facts'>, shown: string): CoachError {
  const [message, hint] = WORDS[stop.state](shown, stop.facts);
  return new CoachError(message, { hint, cause: stop });
}
