// The commands coach banks, and banks show, check and new.
import { CoachError, FileMistakes, UsageError } from '../../domain/text/errors.ts';
import { ID_PATTERN } from '../../domain/banks/id-pattern.ts';
import { questionsOf } from '../../domain/banks/question-bank.ts';
import { oneLine, plainText } from '../../domain/text/plain-text.ts';
import { counted } from '../../pages/text/words.ts';
import { wrap } from '../../pages/text/wrap.ts';
import type { Context } from '../context.ts';
import { roleOption } from '../flags/role-option.ts';

/** As long as the name of a bank may be (docs/banks.md). */
const LONGEST_NAME = 60;

export async function listBanks({ banks, terminal, places }: Context): Promise<void> {
  const { screen, style, width } = terminal;
  const listed = banks.list();
  const indent = ' '.repeat(Math.max(...listed.map(({ name }) => name.length)) + 2);
  let broken = 0;
  for (const { name, own } of listed) {
    try {
      const bank = await banks.load(name);
      const count = questionsOf(bank).length;
      const facts = `${counted(count, 'question')}${own ? ', yours' : ''}`;
      const title = wrap(`${plainText(bank.title)} ${style.dim(`(${facts})`)}`, width, indent);
      const fields = [name, plainText(bank.title), count, own ? 'own' : 'built-in'];
      terminal.out(
        screen ? `${name.padEnd(indent.length)}${title.slice(indent.length)}\n` : `${fields.join('\t')}\n`,
      );
    } catch (error) {
      if (!(error instanceof FileMistakes)) throw error;
      broken++;
      terminal.err(plainText(`coach: ${error.message}\n`));
    }
  }
  if (broken > 0) throw new CoachError(`${broken === 1 ? 'one bank is' : `${broken} banks are`} broken`);
  if (screen) terminal.out(`\n${style.dim(wrap(`Your own live in ${places.ownBanks}`, width))}\n`);
}

export async function showBank(
  name: string,
  options: { readonly role?: string },
  context: Context,
): Promise<void> {
  const { banks, terminal } = context;
  const role = roleOption(options.role);
  const bank = await banks.load(name);
  const { bankAsText } = await import('../../pages/banks/bank-text.ts');
  const text = bankAsText(bank, role === undefined ? {} : { role });
  const page = terminal.screen ? wrap(text, terminal.width) : text;
  terminal.out(page.replace(/\n*$/, '\n'));
}

/** Checks a file, or the bank that goes by a name. */
export async function checkBank(word: string, context: Context): Promise<void> {
  const [{ parseBank }, { wordingRemarks }, { wordingText }] = await Promise.all([
    import('../../formats/banks/bank-yaml.ts'),
    import('../../domain/banks/wording-remarks.ts'),
    import('../../pages/banks/wording-text.ts'),
  ]);
  const { banks, terminal } = context;
  const listed = banks.list().find(({ name }) => name === word || `${name}.yaml` === word);
  const isFile = listed?.name !== word && context.readIfThere(word) !== undefined;
  const bank = listed && !isFile ? await banks.load(listed.name) : parseBank(context.readInput(word), word);
  const count = questionsOf(bank).length;
  terminal.out(`${word}: nothing wrong, ${counted(count, 'question')}\n`);
  for (const remark of wordingRemarks(bank)) terminal.out(`${wordingText(remark)}\n`);
}

export async function newBank(name: string, { disk, places, banks, terminal }: Context): Promise<void> {
  if (!ID_PATTERN.test(name) || name.length > LONGEST_NAME) {
    throw new UsageError(`"${oneLine(name)}" is not a name for a bank`, {
      hint: `Use at most ${LONGEST_NAME} lower-case letters, digits and hyphens, for example: coach banks new my-team`,
    });
  }
  const there = banks.list().find((bank) => bank.name === name);
  if (there) {
    throw new UsageError(`there is a bank "${name}" already: ${there.file}`, {
      hint: 'Choose another name.',
    });
  }
  const { bankTemplate } = await import('../../formats/banks/bank-template.ts');
  const file = `${places.ownBanks}/${name}.yaml`;
  disk.create(file, bankTemplate(name));
  terminal.out(`${file}\n`);
  terminal.err(`Edit it, then: coach reflect ${name}\n`);
}
