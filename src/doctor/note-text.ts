// The notes of coach doctor in words.
import type { FindingText } from './problem-text.ts';
import { SEALED_NOTES } from './sealed/sealed-text.ts';

/** Every note in words (docs/doctor.md). */
export const NOTE_TEXTS = {
  ...SEALED_NOTES,
  'copies-identical': {
    what: ['One entry has identical copies.', '# entries have identical copies.'],
    mend: 'Identical copies count once. You can remove the extra files.',
  },
  'spare-copy': {
    what: [
      'One file next to the entries is an older or different copy of an entry.',
      '# files next to the entries are older or different copies of entries.',
    ],
    mend: 'Such copies are not read. If you need nothing from them, you can remove them.',
  },
  'understood-as': {
    what: [
      'One place in an entry can be read in more than one way.',
      '# places in entries can be read in more than one way.',
    ],
    mend: 'Each line says how coach reads that spot. If you meant something else, change it in the file.',
  },
  'reference-lost': {
    what: [
      'One answer is about a plan or guess that is missing.',
      '# answers are about a plan or guess that is missing.',
    ],
    risk: 'Such an answer does not count. If nobody deleted the entry with the plan or guess, a file has been lost.',
    mend: 'To get it back, look in a backup or on another machine, and copy the file into the journal.',
  },
  'reference-early': {
    what: [
      'One answer was written before the plan or guess it is about.',
      '# answers are about plans or guesses that had not been written yet.',
    ],
    mend: 'Such an answer still counts. If its link points to the wrong plan or guess, change the link in the file.',
  },
  'closed-twice': {
    what: ['One plan or guess was closed more than once.', '# plans or guesses were closed more than once.'],
    mend: 'The answer written last is the one that counts.',
  },
  'due-before-written': {
    what: [
      'One entry has a plan or guess that was due before it was written.',
      '# entries have a plan or guess that was due before it was written.',
    ],
    mend: 'Such a plan or guess is shown but never counted. If the date is wrong, change it in the file.',
  },
  'entry-zone-unknown': {
    what: [
      'One entry names a time zone that this machine does not know.',
      '# entries use a time zone that this machine does not know.',
    ],
    mend: 'The times are still right: each has its own offset from UTC.',
  },
  'kept-text': {
    what: [
      'One piece of text from an editor was kept but is not in any entry.',
      '# pieces of text from an editor were kept but are not in any entry.',
    ],
    mend: 'Copy what you want to keep into an entry, then remove the file.',
  },
  'linked-folder': {
    what: ['One link to a folder is not followed.', '# links to folders are not followed.'],
    risk: 'Entries in the linked folder are not found.',
    mend: 'If there are entries in that folder, replace the link with the folder itself.',
  },
  'read-only-file': {
    what: ['One file cannot be changed.', '# files cannot be changed.'],
    mend: 'To change such a file, first give yourself write permission: chmod u+w FILE',
  },
  trash: { what: ['One entry is in the trash.', '# entries are in the trash.'] },
  'trash-unreadable': {
    what: ['One file in the trash cannot be read.', '# files in the trash cannot be read.'],
    risk: 'coach cannot restore such a file, but you can move it back yourself.',
  },
  'earlier-texts': {
    what: ['One earlier version of an entry is kept.', '# earlier versions of entries are kept.'],
    mend: 'To see those of an entry: coach journal history ENTRY. To delete them all: coach history forget',
  },
  'earlier-text-unknown': {
    what: [
      'One file among the earlier versions has a name that coach did not give.',
      '# files among the earlier versions have names that coach did not give.',
    ],
    mend: 'coach neither shows nor deletes such a file.',
  },
  'draft-waiting': {
    what: ['One draft is waiting to be finished.', '# drafts are waiting to be finished.'],
    mend: 'Run coach reflect to go on.',
  },
  'draft-held': {
    what: [
      'One draft is being worked on in another window.',
      '# drafts are being worked on in another window.',
    ],
  },
  'draft-elsewhere': {
    what: ['One draft was started on another machine.', '# drafts were started on another machine.'],
    risk: 'Such a draft may still be open there; coach cannot tell from here.',
    mend: 'Run coach reflect to go on.',
  },
  'draft-saved': {
    what: ['One draft is already saved as an entry.', '# drafts are already saved as entries.'],
    mend: 'The next time coach starts, it removes such a draft if the entry is in the usual place. You can also remove it yourself.',
  },
  'index-absent': { what: 'There is no index yet.', mend: 'The next search makes one.' },
  'index-outdated': {
    what: 'The index was made by another version or for another journal, or another program has changed it.',
    mend: 'The next search makes a new one.',
  },
  'index-behind': {
    what: 'The index does not have the newest changes yet.',
    mend: 'The next search brings it up to date.',
  },
  'index-in-use': { what: 'Index:' },
  'other-device': {
    what: 'The journal is on a different device from the cache.',
    mend: 'For that reason its drafts are in .drafts inside the journal, and there is no index.',
  },
  environment: { what: ['Set by an environment variable:', 'Set by environment variables:'] },
  'day-ends': { what: 'In the settings:' },
  versions: { what: 'Versions:' },
  'compiled-code': { what: 'Compiled code, kept so that coach starts faster:' },
} satisfies Readonly<Record<string, FindingText>>;
