// The JSON Schema of bank files, for editors.
import { toJsonSchema } from '@valibot/to-json-schema';
import { bankSchema } from './bank-schema.ts';
import * as schemas from './question-schema.ts';

/** Parts that stand in many places, each written once. */
const definitions = {
  text_by_role: schemas.textByRole,
  scale: schemas.scale,
  question: schemas.plainQuestion,
  text_question: schemas.textQuestion,
  scale_question: schemas.scaleQuestion,
  take: schemas.closingTake,
  commitment: schemas.closingCommitment,
  prediction: schemas.closingPrediction,
};

/**
 * The JSON Schema of a bank file, as text, for editors that complete and check YAML while it is written.
 *
 * It knows the shape only; `coach banks check` finds more.
 *
 * @example
 * JSON.parse(bankJsonSchema()).title //=> "One of coach's question banks"
 */
export function bankJsonSchema(): string {
  const { $schema, $defs = {}, ...schema } = toJsonSchema(bankSchema, { target: 'draft-07', definitions });
  const names = new Map(
    Object.entries($defs).map(([name, definition]) => [JSON.stringify(definition), name]),
  );
  const content = {
    $schema,
    title: "One of coach's question banks",
    ...inside(schema, names),
    $defs: Object.fromEntries(
      Object.entries($defs).map(([name, one]) => [name, isRecord(one) ? inside(one, names) : one]),
    ),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** The converter repeats a definition wherever a description stands beside it; this names it instead. */
function shortened(node: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(node)) return node.map((one) => shortened(one, names));
  if (!isRecord(node)) return node;
  const { description, ...rest } = node;
  const name = names.get(JSON.stringify(rest));
  if (name === undefined) return inside(node, names);
  // Draft 7 overlooks whatever stands beside a $ref.
  const $ref = `#/$defs/${name}`;
  return description === undefined ? { $ref } : { description, allOf: [{ $ref }] };
}

function inside(node: object, names: ReadonlyMap<string, string>): object {
  return Object.fromEntries(Object.entries(node).map(([key, one]) => [key, shortened(one, names)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
