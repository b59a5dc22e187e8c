// HTML pages that need nothing but themselves: their head, and text as it may stand in them.
import { plainText } from '../../domain/text/plain-text.ts';

/**
 * The head of a page that opens no connection and runs no script, up to its body.
 *
 * @example
 * htmlHead('Journal', 'p { margin: 0; }\n').split('\n').at(-2) //=> '<body>'
 */
export function htmlHead(title: string, style: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>
${style}</style>
</head>
<body>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as it may stand in a page, between tags and in quotes.
 *
 * @example
 * escaped('<b> & "c"') //=> '&lt;b&gt; &amp; &quot;c&quot;'
 */
export function escaped(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
