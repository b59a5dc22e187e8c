// The commands that print a text: what each is called, says of itself and shows.
import type { Command } from 'commander';
import type { Launch } from '../context.ts';

const TEXTS = {
  about: { description: 'the ideas behind the questions and the numbers', show: 'showAbout' },
  readings: { description: 'books and articles behind the ideas, and more to read', show: 'listReadings' },
  'help-people': { description: "who to talk to when questions aren't enough", show: 'showPeople' },
} as const;

/** @returns The function that adds the command of a text. */
export function addTextCommand(name: keyof typeof TEXTS): (program: Command, launch: Launch) => void {
  const { description, show } = TEXTS[name];
  return (program, { open }) => {
    program
      .command(name)
      .description(description)
      .addHelpText('after', `\nExample:\n  $ coach ${name}`)
      .action(async () => (await import('./texts.ts'))[show](await open()));
  };
}
