import type { Code, Pattern } from '../../src/model.ts'

const PLACEHOLDER =
  /<(code|kbd|var|samp)\b[^>]*>.*?<\/\1>|%\{[^}]*\}|\{\{[^}]*\}\}|\$\{[^}]*\}|\{ ?[$\w][^{}]*\}|%(?:\d+\$)?[sdSiu@]|%\w+%|\$\w+\$|\$\(\w+\)|\$\d/gu

/** Removes tags, accelerators and entities; placeholders and code become standalone codes. Undefined: not usable. */
export function cleanText(text: string): Pattern | undefined {
  // Plurals and choices hold several sentences in one.
  if (/\{\s*\w+\s*,|->|\|\|\|\|/u.test(text)) return undefined
  const items: (string | Code)[] = []
  let id = 0
  let end = 0
  for (const match of text.matchAll(PLACEHOLDER)) {
    items.push(plain(text.slice(end, match.index)))
    items.push({ type: 'code', form: 'standalone', kind: 'code', id: ++id, literal: plain(match[0]).trim() })
    end = match.index + match[0].length
  }
  items.push(plain(text.slice(end)))
  const pattern = items.filter(item => item !== '')
  const words = pattern.filter(item => typeof item === 'string').join(' ')
  return /\p{L}{2}/u.test(words) ? pattern : undefined
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  rsquo: "'",
  lsquo: "'",
  ldquo: '"',
  rdquo: '"',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  icirc: 'î',
  iuml: 'ï',
  ocirc: 'ô',
  ugrave: 'ù',
  ucirc: 'û',
  uuml: 'ü',
  oelig: 'œ',
  Eacute: 'É',
  Egrave: 'È',
  Ecirc: 'Ê',
  Agrave: 'À',
  Ccedil: 'Ç',
  Icirc: 'Î',
  Ocirc: 'Ô',
  copy: '©',
}

function plain(text: string): string {
  return text
    .replace(/<[^>]*>/gu, '')
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(\w+);/gu, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/[&_~](?=\p{L})/gu, '')
    .replace(/\\[nrt]/gu, ' ')
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
}
