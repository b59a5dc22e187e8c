// The meanings of the settings.
import type { Settings } from '../../domain/banks/settings.ts';

/** The meaning of each setting; the values it takes are named where it is read. */
export const SETTING_MEANINGS: Readonly<Record<keyof Settings, string>> = {
  role: 'which side you answer from',
  about: 'default for --about',
  journal: 'where the entries are kept',
  editor: 'your editor, before VISUAL or EDITOR',
  'day-ends': 'the hour when a day ends; 4 unless set',
  'checkin-days': 'when to remind you of a check-in',
  'keep-inside': 'drafts in the journal folder, no index elsewhere',
  'show-plans': 'show your plans in words when you run coach',
  plain: 'ask line by line, for screen readers',
};
