// The meanings of the settings.
import type { Settings } from '../../domain/banks/settings.ts';

/** The meaning of each setting; the values it takes are named where it is read. */
export const SETTING_MEANINGS: Readonly<Record<keyof Settings, string>> = {
  role: 'the side you answer from',
  about: 'the default name for --about',
  journal: 'where the entries are kept',
  editor: 'your editor; default: VISUAL or EDITOR',
  'day-ends': 'the hour at which a day ends; default: 4',
  'checkin-days': 'which days to remind you to check in',
  'keep-inside': 'keep drafts in the journal; no index outside it',
  'show-plans': 'show your plans in full when you run coach',
  'on-this-day': 'say when you wrote something on this day years ago',
  'keep-versions': 'how long to keep earlier texts',
  'remember-due': 'count what is due in reminders while locked',
  sync: 'sync after each change, or by hand',
  'sync-author': 'who sends what is synced; default: nobody',
  plain: 'ask line by line, for screen readers',
};
