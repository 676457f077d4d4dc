import fc from 'fast-check'
import type { Code, CodeKind, Pattern } from '../../src/model.ts'

const specials = [
  ...['« ', ' »', '«', '»', '“', '”', '‘', '’', ' :', ' ?', ' !', '::', ':)', '…', '€', '\uFFFC'],
  ...['1. ', '# ', '- ', '+ ', '> ', '===', '---', '```', ':::', '<b>', '</b>', '<!--', '&amp;', '&#32;'],
  ...['🎉', 'שלום', '\u200f', 'é', '\t', '](', '![', '[^1]', '{{x}}', '{#id}', '$', '~~', '**', '__'],
]

/** Pieces of text that escapes, spacing and quotation rules trip over. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('mot', 'Été', 'x', ' ', ' et ', '12', '\u00a0', '\u202f', 'œuf'),
      },
      { weight: 3, arbitrary: fc.constantFrom(...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~') },
      { weight: 2, arbitrary: fc.constantFrom(...specials) },
    ),
    { maxLength: 8 },
  )
  .map(parts => parts.join(''))

type Step =
  | string
  | { readonly open: readonly [CodeKind, string, string] }
  | { readonly close: true }
  | readonly [CodeKind, string]

const standalone: fc.Arbitrary<readonly [CodeKind, string]> = fc.constantFrom<readonly [CodeKind, string]>(
  ['code', '`a`'],
  ['label', '**Valider**'],
  ['image', '![alt](x.png)'],
  ['tag', '<br/>'],
  ['break', '\\\n'],
)

const paired = fc.constantFrom<readonly [CodeKind, string, string]>(
  ['strong', '**', '**'],
  ['emphasis', '*', '*'],
  ['delete', '~~', '~~'],
  ['link', '[', '](/docs)'],
)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 1, arbitrary: standalone },
  { weight: 2, arbitrary: paired.map(open => ({ open })) },
  { weight: 2, arbitrary: fc.constant({ close: true } as const) },
)

/** Any well-nested pattern, codes numbered in order of appearance; a link holds no link, and no link is empty. */
export const anyPattern: fc.Arbitrary<Pattern> = fc.array(step, { maxLength: 12 }).map(build)

function build(steps: readonly Step[]): Pattern {
  const pattern: (string | Code)[] = []
  const open: { readonly id: number; readonly kind: CodeKind; readonly literal: string }[] = []
  let id = 0
  const add = (text: string): void => {
    const last = pattern.at(-1)
    if (typeof last === 'string') pattern[pattern.length - 1] = last + text
    else if (text !== '') pattern.push(text)
  }
  const close = (): void => {
    const last = open.pop()
    if (last === undefined) return
    if (last.kind === 'link' && typeof pattern.at(-1) === 'object') add('lien')
    pattern.push({ type: 'code', form: 'close', ...last })
  }
  for (const item of steps) {
    if (typeof item === 'string') add(item)
    else if ('close' in item) close()
    else if ('open' in item) {
      const [kind, opening, literal] = item.open
      if (open.some(other => other.kind === kind)) continue
      id++
      open.push({ id, kind, literal })
      pattern.push({ type: 'code', form: 'open', kind, id, literal: opening })
    } else {
      id++
      pattern.push({ type: 'code', form: 'standalone', kind: item[0], id, literal: item[1] })
    }
  }
  while (open.length > 0) close()
  return pattern
}

/** Fragments of anything, as a parser may get them. */
export const hostileFragment: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: hostileText },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...[
            '**Note :** ',
            '*mot*',
            '_mot_',
            '**',
            '*',
            '_',
            '~~mot~~',
            '[lien](/docs)',
            '[lien](/d "T")',
            '![alt](x.png)',
          ],
          ...[
            '`a`',
            '``a`b``',
            '<b>mot</b>',
            '<br/>',
            '<a href="x">',
            '**OK**',
            '**Un texte.**',
            '***mot***',
            '[a][b]',
            '[^1]',
          ],
          ...[
            'https://example.com/a_b',
            'a@example.com',
            'www.example.com',
            '\\*',
            '\\_',
            '\\@',
            '\\',
            '\\[',
            '&nbsp;',
            '&eacute;',
          ],
          ...[
            '&copy;',
            '&#42;',
            '&amp;lt;',
            '{x}',
            '{{ x }}',
            '$x$',
            '$5',
            '\\\n',
            '  \n',
            '<!-- c -->',
            '%{n}',
            '<https://a.b>',
          ],
        ),
      },
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join('').trim())
