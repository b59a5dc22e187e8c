// The meanings of the settings.
import type { Settings } from '../../domain/banks/settings.ts';

/** The meaning of each setting; the values it takes are named where it is read. */
export const SETTING_MEANINGS: Readonly<Record<keyof Settings, string>> = {
  role: 'which side you answer from',
  about: 'default for --about',
  journal: 'where the entries are kept',
  editor: 'opens texts, ahead of VISUAL and EDITOR',
  'day-ends': 'the hour at which a day ends (default 4)',
  'checkin-days': 'on which days to remind you to check in',
  'keep-inside': 'drafts in the journal folder, no index outside it',
  'show-plans': 'show your plans in words when you run coach',
  plain: 'ask line by line, for screen readers',
};
