import { createRequire } from 'node:module';

/** What of the `commonmark` package, which brings no types, these tests use. */
interface CommonMark {
  readonly Parser: new () => { readonly parse: (markdown: string) => MarkdownNode };
}

interface MarkdownNode {
  readonly type: string;
  readonly level: number | null;
  readonly literal: string | null;
  readonly firstChild: MarkdownNode | null;
  readonly next: MarkdownNode | null;
}

/** A block at the top level of a document. */
export interface Block {
  /** As CommonMark calls it: heading, paragraph, html_block, code_block, list, … */
  readonly type: string;
  /** Of a heading, from 1. */
  readonly level: number | null;
  /** The words that a reader sees, and the source of HTML and code. */
  readonly text: string;
}

const require = createRequire(import.meta.url);
const commonmark: CommonMark = require('commonmark');

/** The blocks of the body of a file as the reference implementation of CommonMark understands it. */
export function blocksOf(markdown: string): readonly Block[] {
  return childrenOf(new commonmark.Parser().parse(markdown)).map((node) => ({
    type: node.type,
    level: node.level,
    text: textOf(node),
  }));
}

/** The types of all that is in a document, however deep. */
export function typesIn(markdown: string): ReadonlySet<string> {
  const types = new Set<string>();
  const visit = (node: MarkdownNode): void => {
    types.add(node.type);
    childrenOf(node).forEach(visit);
  };
  visit(new commonmark.Parser().parse(markdown));
  return types;
}

function childrenOf({ firstChild }: MarkdownNode): readonly MarkdownNode[] {
  const children: MarkdownNode[] = [];
  for (let child = firstChild; child !== null; child = child.next) children.push(child);
  return children;
}

function textOf(node: MarkdownNode): string {
  if (node.type === 'softbreak' || node.type === 'linebreak') return '\n';
  if (node.literal !== null) return node.literal;
  return childrenOf(node).map(textOf).join('');
}
