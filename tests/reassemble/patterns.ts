import fc from 'fast-check'
import type { Code, CodeKind, Pattern } from '../../src/model.ts'

/** Pieces of text that escapes, spacing and quotation rules trip over. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('mot', 'Été', 'x', ' ', ' et ', '12', '\u00a0', '\u202f', 'œuf'),
      },
      { weight: 3, arbitrary: fc.constantFrom(...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~') },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...['« ', ' »', '«', '»', '“', '”', '‘', '’', ' :', ' ?', ' !', '::', ':)', '…', '€', '\uFFFC'],
          ...[
            '1. ',
            '# ',
            '- ',
            '+ ',
            '> ',
            '===',
            '---',
            '```',
            ':::',
            '<b>',
            '</b>',
            '<!--',
            '&amp;',
            '&#32;',
          ],
          ...['🎉', 'שלום', '\u200f', 'é', '\t', '](', '![', '[^1]', '{{x}}', '{#id}', '$', '~~', '**', '__'],
        ),
      },
    ),
    { maxLength: 8 },
  )
  .map(parts => parts.join(''))

const standalone: fc.Arbitrary<readonly [CodeKind, string]> = fc.constantFrom<readonly [CodeKind, string]>(
  ['code', '`a`'],
  ['label', '**Valider**'],
  ['image', '![alt](x.png)'],
  ['tag', '<br/>'],
  ['break', '\\\n'],
  ['url', 'https://example.com'],
)

/** Any well-nested pattern; its codes need not come back from a parser. */
export const anyPattern: fc.Arbitrary<Pattern> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: hostileText },
      { weight: 1, arbitrary: standalone },
      { weight: 2, arbitrary: fc.constantFrom('open' as const, 'close' as const) },
    ),
    { maxLength: 12 },
  )
  .map(steps => {
    const pattern: (string | Code)[] = []
    const open: number[] = []
    let id = 0
    const close = (): void => {
      const last = open.pop()
      if (last !== undefined)
        pattern.push({ type: 'code', form: 'close', kind: 'strong', id: last, literal: '**' })
    }
    for (const step of steps) {
      if (step === 'open') {
        id++
        open.push(id)
        pattern.push({ type: 'code', form: 'open', kind: 'strong', id, literal: '**' })
      } else if (step === 'close') close()
      else if (typeof step === 'string') {
        const last = pattern[pattern.length - 1]
        if (typeof last === 'string') pattern[pattern.length - 1] = last + step
        else if (step !== '') pattern.push(step)
      } else {
        id++
        pattern.push({ type: 'code', form: 'standalone', kind: step[0], id, literal: step[1] })
      }
    }
    while (open.length > 0) close()
    return pattern
  })
