// The problems of coach doctor in words.

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
    risk: 'Until they can, no command knows where the journal is, and none goes on.',
    mend: 'Mend the file. Where only its text is wrong, coach config set keeps it aside and begins anew.',
  },
  'journal-gone': {
    what: 'The journal folder that the settings or COACH_JOURNAL name is not there.',
    risk: 'Nothing can be read or saved until it is; nothing is written anywhere else.',
    mend: 'If it is on a disk that is not connected, connect it. To name another folder: coach config set journal FOLDER',
  },
  'journal-refused': {
    what: 'No command goes on with this journal as it is.',
    risk: 'Nothing in it is read, and nothing is written there.',
    mend: 'Where a newer coach has encrypted it, use that one. Where a disk is not connected, connect it; to begin anew there, name the folder again: coach config set journal FOLDER',
  },
  'journal-not-a-folder': {
    what: 'Where the journal folder ought to be is a file.',
    risk: 'Nothing can be read or saved.',
    mend: 'Move that file aside, or name another folder: coach config set journal FOLDER',
  },
  'folder-unreadable': {
    what: ['One folder cannot be read.', '# folders cannot be read.'],
    risk: 'What is in there is not found, and nothing can be saved there.',
    mend: 'Check what stands there and who may read it. Where it is yours, chmod u+rwx opens it to you.',
  },
  'entry-unreadable': {
    what: ['One entry cannot be understood.', '# entries cannot be understood.'],
    risk: 'Lists and searches pass over such a file. It is left as it is, and nothing in it is lost.',
    mend: 'Open the file at the place named, and write there what was expected.',
  },
  'newer-format': {
    what: ['One entry was written by a newer coach.', '# entries were written by a newer coach.'],
    risk: 'This version does not read such a file, and leaves it as it is.',
    mend: 'Install the newer version here too.',
  },
  'reads-otherwise': {
    what: [
      'One place in an entry is not read the way it looks.',
      '# places in entries are not read the way they look.',
    ],
    risk: 'Lists, searches and reviews go by what is read. The file is left as it is, and nothing in it is lost.',
    mend: 'Open the file at the place named, and write there what is meant.',
  },
  'not-read': {
    what: [
      'Something that looks like an entry is not read.',
      '# things that look like entries are not read.',
    ],
    risk: 'What was written there is in no list, no search and no review.',
    mend: 'If it belongs to the journal, give it, or the hidden folder it is in, a name that is read. A program that keeps files elsewhere has to bring it back first.',
  },
  'unsaved-text': {
    what: ['An editor keeps a text that may not be saved.', 'Editors keep # texts that may not be saved.'],
    risk: 'What was written last may be in this file alone.',
    mend: 'If the editor is open, save there. Otherwise open the entry in it, recover the text, save it, and remove this file.',
  },
  'not-an-entry': {
    what: ['One file looks like an entry and is none.', '# files look like entries and are none.'],
    risk: 'The beginning of the file, which says what the entry is, may have been lost.',
    mend: 'Put the front matter back, from a copy or a backup; or give the file another name.',
  },
  'not-utf8': {
    what: ['One file is not UTF-8 text.', '# files are not UTF-8 text.'],
    risk: 'Some letters are shown as replacement marks. The file itself still has them.',
    mend: 'Turn it into UTF-8, check that the copy is right, and put it in the place of the file. Where ENCODING stands, write what the file was: that cannot be told from it.',
  },
  'file-unopenable': {
    what: ['One file cannot be opened.', '# files cannot be opened.'],
    risk: 'Lists and searches pass over such a file.',
    mend: 'Check what stands there and who may read it.',
  },
  'link-broken': {
    what: ['One link leads to no file.', '# links lead to no file.'],
    risk: 'The entry that such a link stood for is not found.',
    mend: 'Bring back what it leads to, or remove the link.',
  },
  'name-differs': {
    what: [
      'One entry stands under a name that says something else than the file.',
      '# entries stand under a name that says something else than the file.',
    ],
    risk: 'What the file says counts, but quick lists look where the name leads, and may pass it over.',
    mend: 'Move the file to the name that fits it.',
  },
  'copies-differ': {
    what: ['One entry is there in copies that differ.', '# entries are there in copies that differ.'],
    risk: 'All are shown, and one of them counts. Words in the others may be in no other file.',
    mend: 'Compare them, bring into one what belongs there, and remove the others.',
  },
  'clock-behind': {
    what: ['One entry was written later than now.', '# entries were written later than now.'],
    risk: 'This clock is behind, or one was ahead at that time: days and due dates may be wrong.',
    mend: 'Check the clock.',
  },
  'future-entry': {
    what: [
      'One entry is about a moment that is still to come.',
      '# entries are about a moment that is still to come.',
    ],
    risk: 'Until then such an entry stands first in every list, before what is newer.',
    mend: 'If the date is wrong, change "at" and "day" in the file.',
  },
  'zone-unknown': {
    what: 'The time zone of this machine has a name that is not known.',
    risk: 'Entries are saved with a name that no program can look up. Their times stay right.',
    mend: 'Set the zone in the system, or TZ to a name such as Europe/Berlin.',
  },
  'offset-odd': {
    what: 'The clock of this machine is further from UTC than any zone is.',
    risk: 'Times of new entries may be wrong, and so may their days.',
    mend: 'Check the clock and its zone.',
  },
  'open-to-others': {
    what: [
      'One file or folder is open to other users of this machine.',
      '# files and folders are open to other users of this machine.',
    ],
    risk: 'They may read or change what is in there.',
    mend: 'Close them to everybody but you. On a disk that knows no permissions, such as a stick, this does not help.',
  },
  'not-yours': {
    what: ['One file or folder belongs to another user.', '# files and folders belong to another user.'],
    risk: 'That user may read and change what is in there, and you may not be able to.',
    mend: 'Make all of it yours.',
  },
  'read-only': {
    what: ['One folder cannot be written to.', '# folders cannot be written to.'],
    risk: 'Nothing can be saved there.',
    mend: 'Allow yourself to write. On a disk that can only be read, this does not help.',
  },
  'bank-broken': {
    what: ['One question bank of your own cannot be read.', '# question banks of your own cannot be read.'],
    risk: 'The questions in there cannot be asked.',
    mend: 'Mend the file at the places named.',
  },
  'readings-broken': {
    what: 'Your own readings cannot be read.',
    risk: 'coach readings stops at them.',
    mend: 'Mend the file.',
  },
  'draft-broken': {
    what: ['One draft cannot be read.', '# drafts cannot be read.'],
    risk: 'What was answered there is not offered, and may be in no other file.',
    mend: 'Look into it for what you want to keep, then move it aside.',
  },
  'drafts-misplaced': {
    what: [
      'One draft lies where coach does not look for them.',
      '# drafts lie where coach does not look for them.',
    ],
    risk: 'What lies there is not offered. With a journal on another device, it stays behind on this machine.',
    mend: 'Move them to where drafts are looked for.',
  },
  'leftover-file': {
    what: [
      'One file was left behind by a coach that was killed while it wrote.',
      '# files were left behind by a coach that was killed while it wrote.',
    ],
    risk: 'What was answered then may be in there, in a file with a hidden name.',
    mend: 'If the entry is there, or its draft was finished, remove it.',
  },
  'lock-in-the-way': {
    what: [
      'Something that is not a file is where a lock belongs.',
      '# things that are not files are where locks belong.',
    ],
    risk: 'What the lock is for cannot be changed.',
    mend: 'coach puts a file of that name there while it works, and takes it away. See what this is, and move it aside.',
  },
  'leftover-editing': {
    what: ['One folder of an editor was left behind.', '# folders of an editor were left behind.'],
    risk: 'An answer may be in there.',
    mend: 'Look into it for what you want to keep, then remove it. At the next sitting coach keeps what nobody has seen, and a day later removes the rest.',
  },
  'index-unreadable': {
    what: 'The index is damaged.',
    risk: 'No entry is at risk. Searches may be slow until it is made anew.',
    mend: 'Remove it; it is made anew from the files.',
  },
  'index-differs': {
    what: ['The index says something else than one file.', 'The index says something else than # files.'],
    risk: 'Searches and what is due may be wrong. No entry is at risk.',
    mend: 'Remove it; it is made anew from the files.',
  },
  'index-left': {
    what: 'An index lies outside the journal folder, where there should be none.',
    risk: 'It may hold the words of a journal that was meant to leave nothing here.',
    mend: 'Remove it.',
  },
  'reminder-lost': {
    what: ['One reminder in your crontab cannot run.', '# reminders in your crontab cannot run.'],
    risk: 'Nothing reminds you at that time.',
    mend: 'Add it again: that names the node and the coach that are there now.',
  },
  'disk-almost-full': {
    what: 'The disk of the journal is almost full.',
    risk: 'New entries may find no room. Those that are there are safe.',
    mend: 'Make room on it.',
  },
} satisfies Readonly<Record<string, FindingText>>;
