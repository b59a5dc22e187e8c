// The commands coach banks, and banks show, check and new.
import { CoachError } from '../../domain/text/errors.ts';
import { ID_PATTERN } from '../../domain/banks/id-pattern.ts';
import { questionsOf } from '../../domain/banks/bank-questions.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import * as say from '../../pages/banks/bank-list-text.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { type QuestionBank, ROLES } from '../../domain/banks/question-bank.ts';
import type { Settings } from '../../domain/banks/settings.ts';
import { type Context, dayOn } from '../context.ts';
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
      const title = wrap(say.bankFacts(bank, own, style), width, indent);
      const fields = [name, plainText(bank.title), count, own ? 'own' : 'built-in'];
      terminal.out(
        screen ? `${name.padEnd(indent.length)}${title.slice(indent.length)}\n` : `${fields.join('\t')}\n`,
      );
    } catch (error) {
      if (!(error instanceof CoachError)) throw error;
      broken++;
      terminal.err(plainText(`coach: ${error.message}\n`));
    }
  }
  if (broken > 0) throw say.brokenBanks(broken);
  if (screen) terminal.out(`\n${style.dim(wrap(say.ownBanksLine(places.ownBanks), width))}\n`);
}

export async function showBank(
  name: string,
  options: { readonly role?: string; readonly example?: true },
  context: Context,
): Promise<void> {
  const { banks, terminal } = context;
  const role = roleOption(options.role);
  const bank = await banks.load(name);
  const { bankAsText } = await import('../../pages/banks/bank-text.ts');
  const text = options.example
    ? await exampleOf(bank, role ?? context.settings().role, context)
    : bankAsText(bank, role === undefined ? {} : { role });
  const page = terminal.screen ? wrap(text, terminal.width) : text;
  await terminal.page(page.replace(/(?<!\n)\n*$/, '\n'));
}

/** A whole sitting, answered with what the bank itself makes up. */
async function exampleOf(bank: QuestionBank, wanted: Settings['role'], context: Context): Promise<string> {
  const [{ exampleAnswers }, { exampleText, noExample }] = await Promise.all([
    import('../../app/sitting/example-answers.ts'),
    import('../../pages/sitting/example-text.ts'),
  ]);
  const role = ROLES.find((one) => one === bank.role || one === wanted) ?? 'member';
  const today = dayOn(context);
  const answers = exampleAnswers(bank, bank.role === 'none' ? null : role, today);
  if (answers.length === 0) throw noExample(bank);
  return exampleText(bank, answers, today);
}

/** Checks a file, or the bank that goes by a name. */
export async function checkBank(word: string, context: Context): Promise<void> {
  const [{ parseBank }, { wordingRemarks }, { wordingText }] = await Promise.all([
    import('../../formats/banks/bank-yaml.ts'),
    import('../../domain/banks/wording-remarks.ts'),
    import('../../pages/banks/bank-list-text.ts'),
  ]);
  const { banks, terminal } = context;
  const named = word.replace(/\.yaml$/, '');
  const listed = banks.list().find(({ name }) => name === named);
  const isFileFirst = ID_PATTERN.test(named) && listed?.name !== word;
  const ofThatName = isFileFirst ? context.readIfThere(word) : undefined;
  if (isFileFirst && !listed && ofThatName === undefined) banks.refuseUnseen(named);
  const isName = listed !== undefined || (isFileFirst && word === named);
  const bank =
    isName && ofThatName === undefined
      ? await banks.load(named)
      : parseBank(ofThatName ?? context.readInput(word), word);
  terminal.out(`${say.soundBank(word, bank)}\n`);
  for (const remark of wordingRemarks(bank)) terminal.out(`${wordingText(remark)}\n`);
}

export async function newBank(name: string, { disk, places, banks, terminal }: Context): Promise<void> {
  if (!ID_PATTERN.test(name) || name.length > LONGEST_NAME) throw say.badBankName(name, LONGEST_NAME);
  const there = banks.list().find((bank) => bank.name === name);
  if (there) throw say.bankExists(name, there.file);
  const { bankTemplate } = await import('../../formats/banks/bank-template.ts');
  const file = `${places.ownBanks}/${name}.yaml`;
  disk.create(file, bankTemplate(name));
  (terminal.screen ? terminal.done : terminal.doneExactly)(`${file}\n`);
  terminal.err(`${say.editNewBank(name)}\n`);
}
