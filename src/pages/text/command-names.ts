// The names of commands, as part of a regular expression.

/** Behind `coach` they make a command of it, and not a sentence about coach: "coach cannot tell". */
export const COMMAND_NAMES =
  '(?:about|align|banks|challenge|checkin|completion|config|debrief|decrypt|doctor|encrypt|help-people|history|insights|journal|keys|lock|lookback|note|pause|plans|prepare|readings|redo|reflect|report|resume|review|schedule|share|sync|undo|unlock)\\b';
