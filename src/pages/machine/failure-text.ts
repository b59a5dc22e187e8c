// The last words of a command that was ended by what nobody foresaw.

/**
 * The reasons of the system, for a call of which nothing is known but its name. That of which more is known says more, in
 * `file-refusals.ts`; these are few, since they are loaded at every start, so that they can be said when nothing else loads.
 */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you do not have permission to do that there',
  EPERM: 'you do not have permission to do that there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is a file',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

/** The purpose of calls of the system whose names are not words. */
const IN_WORDS = [
  [/stat|scandir|readdir|readlink|realpath|access/, 'read'],
  [/^f\w*sync|truncate|utime/, 'write'],
  [/unlink|rmdir/, 'delete'],
  [/mkd/, 'make'],
  [/link|copyfile/, 'write'],
  [/chmod|chown/, 'change'],
] as const;

/**
 * A refusal of the operating system; undefined for anything else.
 *
 * @example
 * failureText(Object.assign(new Error(), { code: 'EISDIR', syscall: 'read' })) //=> 'cannot read: it is a folder (EISDIR)'
 * failureText(Object.assign(new Error(), { code: 'EACCES', syscall: 'lstat', path: 'a' })) //=> 'cannot read a: you do not have permission to do that there (EACCES)'
 * failureText(Object.assign(new Error(), { code: 'ENOENT', syscall: 'uv_cwd' })) //=> 'the folder you are in no longer exists: change to another one'
 */
export function failureText(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  if (error.syscall === 'uv_cwd') return 'the folder you are in no longer exists: change to another one';
  const code = String(error.code);
  const call = String(error.syscall);
  const act = IN_WORDS.find(([calls]) => calls.test(call))?.[1] ?? call;
  const file = 'path' in error && typeof error.path === 'string' ? ` ${error.path}` : '';
  return `cannot ${act}${file}: ${REASONS[code] ?? 'the system refused'} (${code})`;
}

/**
 * The remark under what was done, where it could not be printed.
 *
 * @example
 * notPrintedText('cannot write').split('\n')[0] //=> 'coach: cannot write'
 */
export function notPrintedText(failure: string): string {
  return `coach: ${failure}\n  The lines above could not be printed where they were meant to go, but everything they report was done.\n`;
}

/**
 * A bug of coach, with what its authors need to know of it.
 *
 * @example
 * bugText('rain', '1.0.0').split('\n')[2] //=> '    something that is not an error was thrown'
 */
export function bugText(error: unknown, version: string): string {
  return [
    `coach: this is a bug in coach ${version}, not something you did wrong. What you saved is safe.`,
    '  Please report it where you got coach, and include these lines, which contain nothing you wrote:',
    ...whereabouts(error).map((line) => `    ${line}`),
    '',
  ].join('\n');
}

/**
 * The kind of a bug and the functions it passed through, but not its message, which may hold what somebody wrote, and not the
 * folders of the files, which may hold their name.
 */
function whereabouts(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return ['something that is not an error was thrown'];
  const { name, message, stack = '' } = error;
  const told = stack.indexOf(message);
  const frames = told < 0 ? [] : stack.slice(told + message.length).split('\n');
  return [
    name,
    ...frames
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 6)
      .map((line) => line.trim().replace(/(?<=[ (])(?:file:\/\/)?(?:\/|[A-Z]:\\).*[\\/]/s, '')),
  ];
}
