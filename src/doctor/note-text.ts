// The notes of coach doctor in words.
import type { FindingText } from './problem-text.ts';

/** Every note in words (docs/doctor.md). */
export const NOTE_TEXTS = {
  'copies-identical': {
    what: [
      'One entry is there more than once, with the same bytes.',
      '# entries are there more than once, with the same bytes.',
    ],
    mend: 'Such copies count once. The spare files may be removed.',
  },
  'spare-copy': {
    what: [
      'One file beside the entries holds an older or other copy of one.',
      '# files beside the entries hold older or other copies of them.',
    ],
    mend: 'Such copies are not read. If nothing in them is missed, they may be removed.',
  },
  'understood-as': {
    what: [
      'One place in an entry could be meant otherwise.',
      '# places in entries could be meant otherwise.',
    ],
    mend: 'The line says how it is read. Where that is not meant, change it in the file.',
  },
  'reference-lost': {
    what: [
      'One answer looks back on a plan or guess that is not there.',
      '# answers look back on a plan or guess that is not there.',
    ],
    risk: 'Such an answer does not count. If nobody deleted the entry that it looks back on, a file was lost on the way.',
    mend: 'If it is missed, look for it in a backup or on another machine, and copy it into the journal.',
  },
  'reference-early': {
    what: [
      'One answer looks back on a plan or guess that was not there yet.',
      '# answers look back on plans or guesses that were not there yet.',
    ],
    mend: 'Such an answer counts. If its link names another plan or guess than is meant, change it in the file.',
  },
  'closed-twice': {
    what: ['One plan or guess was looked back on twice.', '# plans or guesses were looked back on twice.'],
    mend: 'The answer that was written last counts.',
  },
  'due-before-written': {
    what: [
      'One entry holds a plan or guess that was due before it was written.',
      '# entries hold a plan or guess that was due before it was written.',
    ],
    mend: 'Such a plan or guess is shown and never counted. If the day is wrong, change it in the file.',
  },
  'entry-zone-unknown': {
    what: [
      'One entry names a time zone that is not known here.',
      '# entries name a time zone that is not known here.',
    ],
    mend: 'Times are right all the same: each has its offset.',
  },
  'kept-text': {
    what: [
      'One text from an editor is kept, and is in no entry.',
      '# texts from an editor are kept, and are in no entry.',
    ],
    mend: 'Look into it, take what you want to keep into an entry, and remove it.',
  },
  'linked-folder': {
    what: ['One link to a folder is not followed.', '# links to a folder are not followed.'],
    risk: 'Entries in there are not found.',
    mend: 'If there are entries in it, move the folder itself to where the link is.',
  },
  'read-only-file': {
    what: ['One file cannot be changed.', '# files cannot be changed.'],
    mend: 'coach changes no entry. To change one by hand, allow yourself to write it: chmod u+w FILE',
  },
  trash: { what: ['One entry is in the trash.', '# entries are in the trash.'] },
  'trash-unreadable': {
    what: ['One file in the trash cannot be read.', '# files in the trash cannot be read.'],
    risk: 'Such a file can be brought back only by moving it.',
  },
  'draft-waiting': {
    what: ['One draft waits to be finished.', '# drafts wait to be finished.'],
    mend: 'coach reflect offers to go on.',
  },
  'draft-held': {
    what: [
      'One draft is being worked on in another window.',
      '# drafts are being worked on in another window.',
    ],
  },
  'draft-elsewhere': {
    what: ['One draft was begun on another machine.', '# drafts were begun on another machine.'],
    risk: 'Somebody may be at work there, which cannot be seen from here.',
    mend: 'coach reflect offers to go on.',
  },
  'draft-saved': {
    what: ['One draft has become an entry already.', '# drafts have become an entry already.'],
    mend: 'The next start removes those whose entry is in its own place. All may be removed.',
  },
  'index-absent': { what: 'There is no index yet.', mend: 'The next search makes it.' },
  'index-outdated': {
    what: 'The index was made by another version, for another journal, or touched by another program.',
    mend: 'The next search makes it anew.',
  },
  'index-behind': {
    what: 'The index does not know the newest changes yet.',
    mend: 'The next search brings it up to date.',
  },
  'index-in-use': { what: 'The index that answers:' },
  'other-device': {
    what: 'The journal is on another device than the cache.',
    mend: 'Drafts are kept in .drafts inside it, and no index is kept of it.',
  },
  environment: { what: ['One variable says where things are:', '# variables say where things are:'] },
  'day-ends': { what: 'The settings say when a day ends:' },
  versions: { what: 'What runs:' },
} satisfies Readonly<Record<string, FindingText>>;
