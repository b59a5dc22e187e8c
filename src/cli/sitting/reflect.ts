// The command coach reflect: a bank for a person, for a file of answers, or for a template.
import { DEBRIEF_BANK, LOOKBACK_BANK } from '../../domain/banks/bank-names.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import { needsJournal } from '../../app/sitting/agenda-from-journal.ts';
import { bankAsking, checkSelection, lastRole, settleRole } from '../../app/sitting/setting-up.ts';
import { type QuestionBank, ROLES } from '../../domain/banks/question-bank.ts';
import { plainText, withoutBlankEnds } from '../../domain/text/plain-text.ts';
import * as say from '../../pages/sitting/reflect-text.ts';
import type { Context } from '../context.ts';
import { unlockFirst, unlockOrGoWithout } from '../key-first.ts';
import type { SittingOptions } from '../flags/sitting-options.ts';
import { noTerminal } from './no-terminal.ts';
import { type BankRequest, readSittingFlags, type SittingFlags } from './sitting-flags.ts';

export interface ReflectOptions extends SittingOptions {
  readonly short?: true;
  readonly full?: true;
  readonly question?: string;
  readonly step?: string;
  readonly notify?: true;
}

export async function reflect(
  name: string | undefined,
  options: ReflectOptions,
  context: Context,
): Promise<void> {
  if (options.notify) return remindOf(name, context);
  // A mistake on the command line is told before anything is asked.
  const said = readSittingFlags(options, context);
  if (options.short && options.full) throw say.oneLength();
  const load = async (bankNamed: string): Promise<QuestionBank> => {
    const bank = await context.banks.load(bankNamed);
    checkSelection(bank, options);
    return bank;
  };
  const named = name === undefined ? undefined : await load(name);
  const withoutPerson = options.answers !== undefined || options.template === true;
  const prompter = withoutPerson ? undefined : await context.prompter(options.plain);
  // Answers may close what was guessed, or belong to what is counted.
  if (withoutPerson && named && needsJournal(named)) await unlockFirst(context);
  else await unlockOrGoWithout(context, prompter !== undefined);
  if (prompter) {
    const before = await firstWhatWaits(named, options, prompter, context);
    if (before === 'debrief') return reflect(DEBRIEF_BANK, options, context);
    if (before === 'taken') return;
  }
  const bank = named ?? (await load(await bankName(options, said, prompter, context)));
  if (withoutPerson && needsJournal(bank)) await unlockFirst(context);
  const request: BankRequest = { bank, selection: await selectionOf(bank, options, prompter), options, said };
  if (prompter) {
    const { walkBank } = await import('./walk-sitting.ts');
    await walkBank(await inTime(request, prompter, context), prompter, context);
    return;
  }
  if (options.template) return (await import('./print-template.ts')).printTemplate(request, context);
  const { saveAnswers } = await import('./save-answers.ts');
  const given = options.answers === undefined ? pipedAnswers(bank, options, context) : undefined;
  return saveAnswers(request, given === undefined ? context : { ...context, readInput: () => given });
}

/** Drafts, and what else waits, come before something new. */
async function firstWhatWaits(
  named: QuestionBank | undefined,
  options: ReflectOptions,
  prompter: Prompter,
  context: Context,
): Promise<'taken' | 'debrief' | 'go-on'> {
  const { sayOtherDrafts, takeUpDrafts } = await import('./walk-sitting.ts');
  const own = named?.name ?? (options.question && (await bankAsking(options.question, context.banks)));
  const taken = await takeUpDrafts(prompter, context, own);
  if (taken.any) {
    if (own !== undefined) await sayOtherDrafts(own, prompter, context);
    return 'taken';
  }
  if (!startsAfresh(named, options)) return 'go-on';
  return (await import('./offer-what-waits.ts')).offerWhatWaits(prompter, context);
}

/** A page of one text, which can be piped in as it is, as a file of answers. */
function pipedAnswers({ name, questions }: QuestionBank, options: ReflectOptions, context: Context): string {
  const [only, more] = questions;
  if (only?.type !== 'text' || more || context.terminal.keyboard)
    throw noTerminal(`reflect ${name}`, options);
  const text = withoutBlankEnds(plainText(context.readInput('-')));
  if (text === '') throw say.nothingPiped({ name });
  return JSON.stringify({ [only.id]: text });
}

/** Whoever names one question, or a bank beside those of the roles, came for just that. */
function startsAfresh(named: QuestionBank | undefined, { question, step }: ReflectOptions): boolean {
  return question === undefined && step === undefined && (named === undefined || isRole(named.name));
}

function isRole(name: string): boolean {
  return ROLES.some((role) => role === name);
}

/** Asks how long it is to be, for the banks of the roles, where nothing says it. */
async function inTime(request: BankRequest, prompter: Prompter, context: Context): Promise<BankRequest> {
  const { bank, options, said }: BankRequest & { readonly options: ReflectOptions } = request;
  const role = ROLES.find((one) => one === bank.name);
  const { short, full, question, step } = options;
  if (role === undefined || short || full || question !== undefined || step !== undefined) return request;
  const { settleLength } = await import('./settle-length.ts');
  const length = await settleLength(bank, role, prompter, context);
  return {
    ...request,
    bank: length.bank,
    selection: length.short ? { short: true } : {},
    said: { ...said, role },
  };
}

async function remindOf(name: string | undefined, context: Context): Promise<void> {
  if (name === LOOKBACK_BANK) return (await import('../today/notify.ts')).notifyOfLookBack(context);
  throw say.notToNotify();
}

async function bankName(
  { question }: ReflectOptions,
  { role }: SittingFlags,
  prompter: Prompter | undefined,
  context: Context,
): Promise<string> {
  if (question !== undefined) return bankAsking(question, context.banks);
  return settleRole(role, context.settings(), context.settingsFile, prompter, () =>
    lastRole(context.index()),
  );
}

async function selectionOf(
  bank: QuestionBank,
  { short, question, step }: ReflectOptions,
  prompter: Prompter | undefined,
): Promise<BankRequest['selection']> {
  const parts = { ...(short && { short }), ...(question !== undefined && { question }) };
  if (step !== undefined || question !== undefined || bank.steps.length === 0) {
    return { ...parts, ...(step !== undefined && { step }) };
  }
  if (!prompter) throw say.stepNeeded(bank);
  return { ...parts, step: await prompter.choose(say.WHICH_STEP, say.stepChoices(bank.steps)) };
}
