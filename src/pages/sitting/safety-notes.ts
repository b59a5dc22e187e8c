// The notes on safety, and on where words are kept (docs/method.md, Safety notes).

/** Before the first question ever. `?` shows the rest (`firstRunNote`). */
export const FIRST_LINE =
  'What you write stays in files on this computer; anyone who administers it, such as an employer, may be able to read them. At any question, type ? for more.';

/** Before a member or challenge sitting, until the whole note about people was shown once. */
export const BOUNDARY_LINE =
  'If you are being insulted, threatened or worn out, that is another matter: coach help-people. If you are in danger, call your emergency number.';

/**
 * What coach is and does with what is written, in full.
 *
 * @param folder - Where the entries are kept.
 *
 * @example
 * firstRunNote('/home/d/.local/share/coach/journal').split('\n').length //=> 4
 */
export function firstRunNote(folder: string): string {
  return [
    "This is a notebook that asks questions. It gives no advice and doesn't judge anyone, including you.",
    `What you write stays in files on this computer, in ${folder}. Nothing is sent anywhere unless you set that up. Someone who administers this computer, such as an employer, may still be able to read it. If that matters, use your own device.`,
    'You can skip any question, stop at any time, and delete what you wrote: `coach journal delete --all` moves it to the trash, and `coach journal delete --trash --forever` deletes it. The files are plain text; `coach encrypt` makes them readable only with a passphrase.',
    'Looking at your own part does not mean that the rest is your fault.',
  ].join('\n');
}

/** In the place of a check-in's introduction after a long silence. */
export const WELCOME_BACK = 'Welcome back. One question.';

/** Before the first member or challenge sitting is saved, and at any time with `coach help-people`. */
export const BOUNDARY = [
  'Close control is one thing. Being insulted, threatened, humiliated, shut out, buried in impossible demands, punished for speaking up, or treated worse because of who you are is another. So is feeling so worn down that sleep or health suffers.',
  'If any of this applies to you, questions on a screen are not enough, and changing yourself is not the answer. Talk to a person: someone you trust, a staff or union representative, human resources, occupational health, a doctor, or an advice line in your country. Keep dated notes of what happened, somewhere private.',
  'If you are in danger or thinking of harming yourself, call your local emergency number now. Free helplines in many countries are listed at findahelpline.com.',
].join('\n\n');

/** After a heavy sitting, and after "too close right now". */
export const GENTLE =
  'That was a lot. Nothing has to be solved right now. If it keeps going round in your head, put it aside, move around a little, and talk to somebody.';

/** Before something is deleted for ever. */
export const FOREVER =
  'Permanent deletion removes entries from the journal folder. Backups, sync services and snapshots may still hold them, and so may the disk itself: an SSD may keep deleted data for some time. coach drops them from its index the next time it reads the journal.';

/** Before something is said or shown to others, for each side. */
export const SHARING = {
  member:
    'Things shared with someone who makes decisions about your work can come up again in another setting. Share only what you would be comfortable hearing repeated. You can also keep it here and say nothing.',
  manager:
    'What you share will be read by people who depend on you. Say what you did and what you will try. Do not ask for their notes in return.',
} as const;

/** Under the sittings that carry the boundary note. */
export const PEOPLE_LINE = 'If this goes beyond being micromanaged: coach help-people';
