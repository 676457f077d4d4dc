import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSimpleYaml } from '../../src/syntax/yaml/read-simple-yaml.ts'
import { readYamlTexts } from '../../src/syntax/yaml/read-yaml-texts.ts'

const value = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    ' Un',
    ' Un | deux',
    " l'été.",
    ' "un"',
    " 'un'",
    ' ""',
    ' 3',
    ' true',
    ' Null',
    ' a#b',
    ' a #b',
  ),
  fc.constantFrom(
    ' a: b',
    ' a:',
    ' a:b',
    ' https://a.fr',
    ' "a" b',
    ' [a]',
    ' &a b',
    ' - a',
    ' |',
    ' "a',
    ' /',
    ' a  b ',
    ' 3 a',
    ' é',
  ),
  fc
    .string({ unit: fc.constantFrom(...'aé_ /:#"\'-3\u00a0\t\u0085\u2028\uFEFF😀,'), maxLength: 5 })
    .map(text => ` ${text}`),
)
const source = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '  ', '  ', '    ', ' '),
      fc.constantFrom('a:', 'b:', 'c:', 'd:', '-', 'e:\u00a0', 'e', '# f', ''),
      value,
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map(lines => lines.map(parts => parts.join('')).join('\n'))

describe('readSimpleYaml', () => {
  it('finds what the YAML parser finds, or leaves the document to it', () => {
    let simple = 0
    fc.assert(
      fc.property(source, raw => {
        const texts = readSimpleYaml(raw)
        if (texts === undefined) return
        simple++
        expect({ texts, shared: [] }).toEqual(readYamlTexts(raw))
      }),
      { numRuns: 20_000 },
    )
    expect(simple).toBeGreaterThan(500)
  })

  it('reads the front matter that pages have', () => {
    const raw =
      'title: Un titre\nposition: 3\nmeta:\n  title: Un | deux\n  tags:\n  - un\n  - deux.trois\ngallery:\n  - a.png\nfin: "/"\n'
    expect(readSimpleYaml(raw)).toHaveLength(6)
    expect({ texts: readSimpleYaml(raw), shared: [] }).toEqual(readYamlTexts(raw))
  })
})
