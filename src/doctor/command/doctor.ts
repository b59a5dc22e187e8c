// The run of coach doctor.
import { examine } from '../examine.ts';
import { gradesOf } from '../finding.ts';
import { printJson } from '../../formats/entry/entry-json.ts';
import { findingsAsJson } from '../finding-json.ts';
import { doctorPage, examinedText, lockedText, moreNotes, problemsFound } from '../doctor-page.ts';
import { READING_JOURNAL } from '../../pages/text/progress-text.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { slowProgress } from '../../cli/slow-progress.ts';
import type { Context } from '../../cli/context.ts';
import type { Inspection } from '../inspection.ts';

/** The context of every command, and this machine. */
export interface DoctorContext extends Context {
  /** This machine, to be looked at without changing anything. */
  inspection(): Promise<Inspection>;
}

export interface DoctorOptions {
  readonly json?: true;
  readonly verbose?: true;
}

/** Checks everything and changes nothing. */
export async function runDoctor({ json, verbose }: DoctorOptions, context: DoctorContext): Promise<void> {
  const { terminal, clock } = context;
  const inspection = await context.inspection();
  const progress = slowProgress(READING_JOURNAL, terminal);
  const { entries, findings, isLocked } = await examine(inspection, clock(), progress);
  const { problems, notes } = gradesOf(findings);
  if (json) terminal.exact(printJson(findingsAsJson(entries, findings)));
  else {
    const shown = findings.filter(({ grade }) => verbose || grade === 'problem');
    if (shown.length > 0) terminal.out(doctorPage(shown, terminal));
  }
  if (!json && problems === 0) {
    const told = isLocked ? lockedText() : examinedText(entries);
    const above = verbose && findings.length > 0 ? '\n' : '';
    terminal.out(`${above}${terminal.screen ? wrap(told, terminal.width) : told}\n`);
  }
  if (!json && !verbose && notes > 0) terminal.err(`${moreNotes(notes)}\n`);
  if (problems > 0) throw problemsFound(isLocked ? undefined : entries, problems);
}
