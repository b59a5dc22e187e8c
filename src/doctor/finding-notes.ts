import type { FindingCode } from './finding.ts';
import { files, entries, drafts, is, type FindingText } from './finding-words.ts';

/** Every note in words (docs/doctor.md). */
export const NOTE_TEXTS = {
  'copies-identical': {
    what: (count) => `${entries(count)} ${is(count)} there more than once, with the same bytes.`,
    risk: '',
    mend: 'Such copies count once. The spare files may be removed.',
  },
  'reference-lost': {
    what: (count) =>
      `${count === 1 ? 'One answer looks' : `${count} answers look`} back on a plan or guess that is not there.`,
    risk: 'Such an answer does not count. If nobody deleted the entry that it looks back on, a file was lost on the way.',
    mend: 'If it is missed, look for it in a backup or on another machine, and copy it into the journal.',
  },
  'closed-twice': {
    what: (count) =>
      `${count === 1 ? 'One plan or guess was' : `${count} plans or guesses were`} looked back on twice.`,
    risk: '',
    mend: 'The answer that was written last counts.',
  },
  'due-before-written': {
    what: (count) =>
      `${entries(count)} ${is(count, 'holds', 'hold')} a plan or guess that was due before it was written.`,
    risk: '',
    mend: 'Such a plan or guess is shown and never counted. If the day is wrong, change it in the file.',
  },
  'entry-zone-unknown': {
    what: (count) => `${entries(count)} ${is(count, 'names', 'name')} a time zone that is not known here.`,
    risk: '',
    mend: 'Times are right all the same: each has its offset.',
  },
  'linked-folder': {
    what: (count) => `${count === 1 ? 'One link' : `${count} links`} to a folder ${is(count)} not followed.`,
    risk: 'Entries in there are not found.',
    mend: 'If there are entries in it, move the folder itself to where the link is.',
  },
  'read-only-file': {
    what: (count) => `${files(count)} cannot be changed.`,
    risk: '',
    mend: 'coach changes no entry. To change one by hand, allow yourself to write it: chmod u+w FILE',
  },
  trash: {
    what: (count) => `${entries(count)} ${is(count)} in the trash.`,
    risk: '',
    mend: '',
  },
  'trash-unreadable': {
    what: (count) => `${files(count)} in the trash cannot be read.`,
    risk: 'Such a file can be brought back only by moving it.',
    mend: '',
  },
  'draft-waiting': {
    what: (count) => `${drafts(count)} ${is(count, 'waits', 'wait')} to be finished.`,
    risk: '',
    mend: 'coach reflect offers to go on.',
  },
  'draft-held': {
    what: (count) => `${drafts(count)} ${is(count)} being worked on in another window.`,
    risk: '',
    mend: '',
  },
  'draft-elsewhere': {
    what: (count) => `${drafts(count)} ${is(count, 'was', 'were')} begun on another machine.`,
    risk: 'Somebody may be at work there, which cannot be seen from here.',
    mend: 'coach reflect offers to go on.',
  },
  'draft-saved': {
    what: (count) => `${drafts(count)} ${is(count, 'has', 'have')} become an entry already.`,
    risk: '',
    mend: 'The next start removes those whose entry is in its own place. All may be removed.',
  },
  'index-absent': {
    what: () => 'There is no index yet.',
    risk: '',
    mend: 'The next search makes it.',
  },
  'index-outdated': {
    what: () => 'The index was made by another version, for another journal, or touched by another program.',
    risk: '',
    mend: 'The next search makes it anew.',
  },
  'index-behind': {
    what: () => 'The index does not know the newest changes yet.',
    risk: '',
    mend: 'The next search brings it up to date.',
  },
  'index-in-use': {
    what: () => 'The index that answers:',
    risk: '',
    mend: '',
  },
  'other-device': {
    what: () => 'The journal is on another device than the cache.',
    risk: '',
    mend: 'Drafts are kept in .drafts inside it, and no index is kept of it.',
  },
  environment: {
    what: (count) => `${count === 1 ? 'One variable says' : `${count} variables say`} where things are:`,
    risk: '',
    mend: '',
  },
  'day-ends': {
    what: () => 'The settings say when a day ends:',
    risk: '',
    mend: '',
  },
  versions: {
    what: () => 'What runs:',
    risk: '',
    mend: '',
  },
} satisfies Partial<Record<FindingCode, FindingText>>;
