import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { identity } from '../../src/translate/engines/identity.ts'
import { pseudo } from '../../src/translate/engines/pseudo.ts'
import { localise } from '../laws/localise.ts'

type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree }

const word = fc.constantFrom(
  ...['Ouvrez', 'le menu', 'été', ': ', ' #', '# ', '- ', "l'", '"', '\\', '{', '}', '[', ']', ',', '&', '*'],
  ...[
    '!',
    '%',
    '@',
    '`',
    '|',
    '> ',
    '\n',
    '\n\n',
    ' ',
    '\t',
    '\u00a0',
    '\u2028',
    '🎉',
    '1.',
    'yes',
    '~',
    '.',
    '?',
  ],
)
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map(words => words.join(''))
const key = fc.oneof(fc.constantFrom('title', 'path', 'text', 'id', 'a b', 'é', '0', 'on', '<<x'), text)
const leaf = fc.oneof<fc.Arbitrary<Tree>[]>(
  text,
  text,
  fc.constantFrom(0, 1.5, -3, 1e21, true, false, null, '', 'yes', '2024-01-01', '12:30', '1e3'),
)
const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
  ),
}))

const jsonFile = fc
  .tuple(tree, fc.constantFrom('', '  ', '\t'), fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean())
  .map(([value, indent, eol, isAscii, hasMark]) => {
    const plain = JSON.stringify(value, null, indent).replaceAll('\n', eol)
    const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
    return (hasMark ? '\uFEFF' : '') + (isAscii ? plain.replace(/[^\0-\x7f]/g, escaped) : plain) + eol
  })

const yamlFile = fc
  .tuple(
    tree,
    fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
    fc.constantFrom(2, 4),
    fc.constantFrom('any', 'block', 'flow'),
    fc.constantFrom('', '# note\n', '---\n', '%YAML 1.2\n---\n'),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([value, defaultStringType, indent, collectionStyle, head, eol]) => {
    const options = { defaultStringType, indent, collectionStyle, aliasDuplicateObjects: false } as const
    return (head + stringify(value, options)).replaceAll('\n', eol)
  })

/** What a translation must leave of a tree: keys in their order, types, and every value that is no text. */
function shape(value: unknown): unknown {
  if (typeof value === 'string') return /\p{L}/u.test(value) ? 'text' : value
  if (Array.isArray(value)) return value.map(shape)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value).map(([name, inner]) => [name, shape(inner)])
}

const formats = [
  {
    format: 'json',
    file: jsonFile,
    read: (file: string) => JSON.parse(file.replace(/^\uFEFF/, '')) as unknown,
  },
  { format: 'yaml', file: yamlFile, read: (file: string) => parse(file) as unknown },
] as const

describe.each(formats)('content files: $format', ({ format, file, read }) => {
  it('with the engine identity it comes out byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(file, async page => {
        const { text: target, refused } = await localise(page, identity, format)
        expect(target).toBe(page)
        expect(refused).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('with the engine pseudo only texts differ, and all of them do', async () => {
    await fc.assert(
      fc.asyncProperty(file, async page => {
        const { text: target, refused, skeleton } = await localise(page, pseudo, format)
        expect(shape(read(target)), target).toEqual(shape(read(page)))
        expect(refused).toEqual([])
        const count = skeleton.parts.filter(({ type }) => type === 'unit').length
        expect(target === page).toBe(count === 0)
      }),
      { numRuns: 100 },
    )
  })

  it('values of Markdown keep its tree as well, and what is not translated stays byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(file, async page => {
        expect((await localise(page, identity, format, 'markdown')).text).toBe(page)
        const { text: target } = await localise(page, pseudo, format, 'markdown')
        expect(shape(read(target)), target).toEqual(shape(read(page)))
      }),
      { numRuns: 100 },
    )
  })

  it('whatever the file is, it comes out as it was or with its shape', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async page => {
        expect((await localise(page, identity, format)).text).toBe(page)
      }),
      { numRuns: 200 },
    )
  })
})
