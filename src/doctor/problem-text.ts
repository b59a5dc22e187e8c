// The problems of coach doctor in words.

import { SEALED_PROBLEMS } from './sealed/sealed-text.ts';

/** The words for a finding. */
export interface FindingText {
  /** The finding itself: of one case, and of several, where `#` stands for how many. */
  readonly what: string | readonly [one: string, several: string];
  /** The risk that comes with it, if any. */
  readonly risk?: string;
  /** The way to mend it, if there is something to mend. */
  readonly mend?: string;
}

/** Every problem in words (docs/doctor.md). */
export const PROBLEM_TEXTS = {
  'settings-broken': {
    what: 'The settings cannot be read.',
    risk: 'Until the settings are fixed, coach does not know where the journal is, and its commands do not run.',
    mend: 'Fix the file. If only its contents are wrong, coach config set moves the file aside and starts a new one.',
  },
  'journal-gone': {
    what: 'The journal folder named in the settings or in COACH_JOURNAL is not there.',
    risk: 'Until it is back, nothing can be read or saved, and nothing is written anywhere else.',
    mend: 'If it is on a disk that is not connected, connect the disk. To use another folder: coach config set journal FOLDER',
  },
  'journal-refused': {
    what: 'No command works with this journal as it is.',
    risk: 'Nothing is read from it or written to it.',
    mend: 'If a newer version of coach encrypted it, use that version. If it is on a disk that is not connected, connect the disk. To start a new journal in that folder, set it again: coach config set journal FOLDER',
  },
  'journal-not-a-folder': {
    what: 'There is a file where the journal folder should be.',
    risk: 'Nothing can be read or saved.',
    mend: 'Move that file aside, or use another folder: coach config set journal FOLDER',
  },
  'folder-unreadable': {
    what: ['One folder cannot be read.', '# folders cannot be read.'],
    risk: "coach can't find anything in such a folder or save anything there.",
    mend: 'Check what is there and who can read it. If it is yours, chmod u+rwx gives you access.',
  },
  ...SEALED_PROBLEMS,
  'entry-unreadable': {
    what: ['One entry cannot be read.', '# entries cannot be read.'],
    risk: 'Lists and searches skip such an entry. Its file is left as it is, and nothing in it is lost.',
    mend: 'Open the file at the place shown, and enter what was expected.',
  },
  'newer-format': {
    what: [
      'One entry was written by a newer version of coach.',
      '# entries were written by a newer version of coach.',
    ],
    risk: 'This version skips such a file and leaves it as it is.',
    mend: 'Install the newer version here too.',
  },
  'reads-otherwise': {
    what: [
      'One place in an entry looks different from how coach reads it.',
      '# places in entries look different from how coach reads them.',
    ],
    risk: 'Lists, searches and reviews go by the way coach reads the file. The file is left as it is, and nothing in it is lost.',
    mend: 'Open the file at the place shown, and change it to say what you mean.',
  },
  'not-read': {
    what: [
      'Something that looks like an entry is not being read.',
      '# things that look like entries are not read.',
    ],
    risk: 'What was written there does not appear in any list, search or review.',
    mend: 'If it belongs to the journal, rename it, or the hidden folder it is in, so that coach reads it. If another program keeps the file elsewhere, have that program bring the file back first.',
  },
  'unsaved-text': {
    what: [
      'One file open in an editor may have unsaved changes.',
      '# files open in editors may have unsaved changes.',
    ],
    risk: 'The last thing you wrote may exist only in this file.',
    mend: 'If the editor is open, save the file there. If not, open the entry in that editor, recover the text, save, and remove this file.',
  },
  'not-an-entry': {
    what: ['One file looks like an entry but is not one.', '# files look like entries but are not.'],
    risk: 'The start of the file, which says what the entry is, may have been lost.',
    mend: 'Put the front matter back from a copy or a backup, or give the file another name.',
  },
  'not-utf8': {
    what: ['One file is not UTF-8 text.', '# files are not UTF-8 text.'],
    risk: 'Some letters are shown as replacement marks. The file itself still has them.',
    mend: "Convert it to UTF-8, check the copy, and replace the file with it. If the command says ENCODING, put the file's encoding there, because coach cannot tell what it is.",
  },
  'file-unopenable': {
    what: ['One file cannot be opened.', '# files cannot be opened.'],
    risk: 'Lists and searches skip a file like that.',
    mend: 'Check what is there and who can read it.',
  },
  'link-broken': {
    what: ['One link does not lead to a file.', '# links do not lead to a file.'],
    risk: "The entry behind such a link can't be found.",
    mend: 'Put the missing file back where the link points, or remove the link.',
  },
  'name-differs': {
    what: [
      'One entry does not match the name of its file.',
      '# entries do not match the names of their files.',
    ],
    risk: 'coach goes by what is in the file, but lists that go by file name may miss the entry.',
    mend: 'Rename the file so that it matches.',
  },
  'copies-differ': {
    what: ['One entry has copies that differ.', '# entries have copies that differ.'],
    risk: 'All of them are shown, but only one counts. The others may contain words that are not in any other file.',
    mend: 'Compare the copies, put everything you want to keep into one of them, and remove the others.',
  },
  'clock-behind': {
    what: [
      'One entry says it was written at a time in the future.',
      '# entries say they were written at a time in the future.',
    ],
    risk: "This machine's clock is behind, or a clock was ahead when the entry was written. Dates may be wrong, including due dates.",
    mend: 'Check the clock.',
  },
  'future-entry': {
    what: ['One entry is dated in the future.', '# entries are dated in the future.'],
    risk: 'Until that time, such an entry comes first in every list, ahead of newer ones.',
    mend: 'If the date is wrong, change "at" and "day" in the file.',
  },
  'zone-unknown': {
    what: "coach does not know the name of this machine's time zone.",
    risk: 'Entries are saved with a time zone name that no program can look up. Their times are still right.',
    mend: "Set the system's time zone, or set TZ to a name such as Europe/Berlin.",
  },
  'offset-odd': {
    what: "This machine's UTC offset is larger than that of any time zone.",
    risk: 'The times of new entries may be wrong, and so may their dates.',
    mend: 'Check the clock and the time zone.',
  },
  'open-to-others': {
    what: [
      'One file or folder is open to other users of this machine.',
      '# files and folders are open to other users of this machine.',
    ],
    risk: 'They may be able to read or change what is in there.',
    mend: "Take away other users' access. On a disk that doesn't support permissions, such as a USB stick, this won't help.",
  },
  'not-yours': {
    what: ['One file or folder belongs to another user.', '# files and folders belong to another user.'],
    risk: 'That user can read and change what is in there, and you may not be able to.',
    mend: 'Make yourself the owner of all of it.',
  },
  'read-only': {
    what: ['One folder cannot be written to.', '# folders cannot be written to.'],
    risk: 'Nothing can be saved there.',
    mend: "Give yourself write permission. On a read-only disk, this won't help.",
  },
  'bank-broken': {
    what: ['One of your question sets cannot be read.', '# of your question sets cannot be read.'],
    risk: 'The questions in such a set cannot be asked.',
    mend: 'Fix the file at the places shown.',
  },
  'readings-broken': {
    what: 'Your own reading list cannot be read.',
    risk: 'Until the list is fixed, coach readings does not work.',
    mend: 'Fix the file.',
  },
  'draft-broken': {
    what: ['One draft cannot be read.', '# drafts cannot be read.'],
    risk: 'coach cannot offer you the answers in such a draft, and they may exist nowhere else.',
    mend: 'Copy out what you want to keep, then move the draft aside.',
  },
  'drafts-misplaced': {
    what: [
      'One draft is in a place where coach does not look.',
      '# drafts are in a place where coach does not look.',
    ],
    risk: 'coach does not offer to continue drafts that are kept there. If the journal is on another device, those drafts stay behind on this machine.',
    mend: 'Move them to where coach looks for drafts.',
  },
  'act-damaged': {
    what: ['One note of what coach did cannot be read.', '# notes of what coach did cannot be read.'],
    risk: 'coach undo passes over it. No entry is lost by it.',
    mend: 'Remove the file, or bring it back from a backup.',
  },
  'act-newer': {
    what: [
      'One note of what coach did was written by a newer coach.',
      '# notes of what coach did were written by a newer coach.',
    ],
    risk: 'coach undo does nothing while such a note from this computer is there.',
    mend: 'Update coach.',
  },
  'leftover-file': {
    what: [
      'One file was left behind when coach was killed while writing.',
      '# files were left behind when coach was killed while writing.',
    ],
    risk: 'The answers you were typing may be in a hidden file like this.',
    mend: 'If the entry is in the journal, or you have finished its draft, remove the hidden file.',
  },
  'lock-in-the-way': {
    what: [
      'There is something other than a file where a lock file should be.',
      "There are # items that aren't files where lock files should be.",
    ],
    risk: 'The file that this lock protects cannot be changed.',
    mend: 'coach puts a file with that name there while it works, then removes it. See what is there now, and move it aside.',
  },
  'leftover-editing': {
    what: ['One folder was left behind by an editor.', '# folders were left behind by an editor.'],
    risk: 'It may contain an answer.',
    mend: "Copy out what you want to keep, then remove the folder. Or leave it: at the next sitting, coach keeps what you haven't seen and removes the rest a day later.",
  },
  'leftover-page': {
    what: [
      'One page was left behind when coach report was killed.',
      '# pages were left behind when coach report was killed.',
    ],
    risk: 'It shows days, names and numbers from your journal, and perhaps your own words.',
    mend: 'Delete it, or run coach report again, which does.',
  },
  'index-unreadable': {
    what: 'The index is damaged.',
    risk: 'No entry is at risk. Searches may be slow until the index is rebuilt.',
    mend: 'Remove the index; coach rebuilds it from the files.',
  },
  'index-differs': {
    what: ['The index disagrees with one file.', 'The index disagrees with # files.'],
    risk: 'Searches, and what is shown as due, may be wrong. No entry is at risk.',
    mend: 'Remove the index; coach rebuilds it from the files.',
  },
  'index-left': {
    what: 'There is an index outside the journal folder, where there should be none.',
    risk: 'It may hold words from a journal that is meant to leave no trace outside its folder.',
    mend: 'Remove that index.',
  },
  'reminder-lost': {
    what: ['One line of coach in your crontab cannot run.', '# lines of coach in your crontab cannot run.'],
    risk: 'The reminder or the sync that it stands for never comes.',
    mend: 'Add it again, so that it runs the node and coach that are installed now.',
  },
  'sync-failing': {
    what: 'Sync has stopped, or has not come through for a day.',
    risk: 'Entries of this computer are on this computer only, and new ones of others are not here.',
    mend: 'Sync once by hand: it says what is in the way.',
  },
  'disk-almost-full': {
    what: 'The disk with the journal is almost full.',
    risk: 'There may be no room for new entries. The ones you have are safe.',
    mend: 'Free up some space on that disk.',
  },
} satisfies Readonly<Record<string, FindingText>>;
