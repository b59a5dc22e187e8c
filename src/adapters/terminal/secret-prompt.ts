// A line that is not shown while it is typed, on a full terminal.
import password from '@inquirer/password';

/** Where it is typed, and what ends it before. */
interface SecretContext {
  readonly input: NodeJS.ReadableStream;
  readonly signal: AbortSignal;
}

/** Asks for a line of which nothing stands on the screen, not even how long it is. */
export async function secretPrompt(message: string, context: SecretContext): Promise<string> {
  // A prefix stands where the line begins; before a message the library puts a blank.
  const theme = { prefix: message, style: { maskedText: '', help: (text: string) => text } };
  return password({ message: '', mask: false, toggleMask: false, theme }, context);
}
