import fc from 'fast-check'
import type { Nodes, Paragraph } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { findLiterals } from '../../src/syntax/inlines/find-literals.ts'

function found(text: string): string[] {
  return findLiterals(text).map(({ start, end, kind }) => `${kind}:${text.slice(start, end)}`)
}

const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['Ouvrez https://exemple.fr/a-b_c?d=e#f.', 'url:https://exemple.fr/a-b_c?d=e#f'],
  ['(voir https://exemple.fr/a_(b)).', 'url:https://exemple.fr/a_(b)'],
  ['Sur « https://exemple.fr », puis', 'url:https://exemple.fr'],
  ['Sur http://localhost:3000/x, puis', 'url:http://localhost:3000/x'],
  ['Sur HTTPS://EXEMPLE.FR!', 'url:HTTPS://EXEMPLE.FR'],
  ['Sur www.exemple.fr/menu ; fin', 'url:www.exemple.fr/menu'],
  ["L'url:https://a.fr", 'url:https://a.fr'],
  ['ftp://a.fr/x et git+ssh://a.fr/x', 'url:ftp://a.fr/x', 'url:git+ssh://a.fr/x'],
  ['Allez sur admin.exemple.fr/connexion.', 'url:admin.exemple.fr/connexion'],
  ['https://a.fr<b>gras</b>', 'url:https://a.fr'],
  ['La société Exemple.fr et/ou le fichier a.txt, etc./fin, 1.5/2, M./Mme'],
  ['https:// et http://, www et xwww.a.fr'],
  ['https://'],
  ['1://x'],
  ['exemple.fr/ et exemple.fr/'],
  ['file:///x et http://[::1]/x', 'url:file:///x', 'url:http://[::1]/x'],
  ['[https://a.fr/x] et https://a.fr/[x]', 'url:https://a.fr/x', 'url:https://a.fr/[x]'],
  ['Écrivez à contact@exemple.fr.', 'email:contact@exemple.fr'],
  ["L'adresse d'aide-en_ligne+x@mail.exemple.co.uk, ou", 'email:aide-en_ligne+x@mail.exemple.co.uk'],
  ['mailto:a@b.fr', 'email:mailto:a@b.fr'],
  ['xmpp:a@b.fr/salon.', 'email:xmpp:a@b.fr/salon'],
  ['@nom, nom@, a@b, a@@b.fr'],
  ['a@b@c.fr', 'email:b@c.fr'],
  ['a@b.fr_x et a@b.fr://x', 'email:a@b.fr_x', 'email:a@b.fr://x'],
  ['Attention :warning: à 10:min:', 'variable::warning:'],
  ['Soit $x^2 + y$ et $$z$$.', 'math:$x^2 + y$', 'math:$$z$$'],
  ['10 $ et 20 $'],
  ['$ x$ et $$ y$$ et $z $'],
  ['$$x$', 'math:$x$'],
  ['10$ et 20$, 10$/mois ou 20$/mois'],
  ['$10 et $20, US$5 ou US$6'],
  ['Entre $5-$10'],
  [
    '{{date}} {{ user.name }} {% if x %} {{< note "a" >}} {{% x %}}',
    'variable:{{date}}',
    'variable:{{ user.name }}',
    'variable:{% if x %}',
    'variable:{{< note "a" >}}',
    'variable:{{% x %}}',
  ],
  [
    `{{{brut}}} %{nom} \${nom} #{nom} {nom}`,
    'variable:{{{brut}}}',
    'variable:%{nom}',
    `variable:\${nom}`,
    'variable:#{nom}',
    'variable:{nom}',
  ],
  [`$x\${b}`, 'math:$x$', 'variable:{b}'],
  ['[[Accueil]] et [[FAQ|la page]]', 'variable:[[Accueil]]', 'variable:[[FAQ|la page]]'],
  ['[[]] [[jamais fermé] [[un [deux]]'],
  ['{{ jamais fermé, {% non plus, { rien } et {deux mots}'],
  [
    '{#id} {.classe} {width=50%} {: .a #b c="d e"}',
    'attributes:{#id}',
    'attributes:{.classe}',
    'attributes:{width=50%}',
    'attributes:{: .a #b c="d e"}',
  ],
  ['https://a.fr/{id}/x{{v}} {', 'url:https://a.fr/{id}/x{{v}}'],
  ['Rien à voir ici.'],
]

/** Spans that GFM's autolink literals link in `text`, or nothing when it holds other markup. */
function linkedByGfm(text: string): readonly { start: number; end: number }[] | undefined {
  const plain = unified().use(remarkParse).parse(text)
  const only = plain.children[0]
  if (plain.children.length !== 1 || only?.type !== 'paragraph' || only.children.length !== 1)
    return undefined
  if (only.children[0]?.type !== 'text' || only.children[0].value !== text) return undefined
  const linked = unified().use(remarkParse).use(remarkGfm).parse(text).children[0] as Paragraph
  const spans: { start: number; end: number }[] = []
  let at = 0
  for (const node of linked.children) {
    const length = textOf(node).length
    if (node.type === 'link') spans.push({ start: at, end: at + length })
    else if (node.type !== 'text') return undefined
    at += length
  }
  return at === text.length ? spans : undefined
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('')
  return 'value' in node ? node.value : ''
}

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'www.',
      'http://',
      'https://',
      'HTTP://',
      'mailto:',
      'xmpp:',
      'a@b.c',
      'x.fr',
      'fr',
      '@',
      '.',
    ),
  },
  { weight: 4, arbitrary: fc.constantFrom(...'aZé09._-+@/:?!,;\'"()[]{}<>&#%=~*«»\u00a0 ') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 2 }) },
)

describe('findLiterals', () => {
  it.each(cases)('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('covers every letter and digit that GFM links in plain text, up to the first white space or <', () => {
    let linked = 0
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), pieces => {
        const text = pieces.join('').trim()
        // The address or the link: GFM itself has no clear answer.
        fc.pre(!/@[\w.-]*www\./i.test(text))
        const literals = findLiterals(text)
        for (const { start, end } of linkedByGfm(text) ?? []) {
          const link = text.slice(start, end).replace(/[\s<].*/s, '')
          if (/^www\.(?:$|[\p{P}\p{S}])/u.test(link)) continue
          linked++
          for (const { index } of link.matchAll(/[\p{L}\p{N}]/gu)) {
            const at = start + index
            const inside = literals.some(literal => literal.start <= at && at < literal.end)
            expect(inside, `${link} in ${text}: ${JSON.stringify(literals)}`).toBe(true)
          }
        }
      }),
      { seed: 1, numRuns: 8000 },
    )
    expect(linked).toBeGreaterThan(500)
  })

  it('gives ascending spans inside the text that never overlap nor are empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a1@.:/$ {}%<>"\'=#w)(') }), text => {
        let last = 0
        for (const { start, end } of findLiterals(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    '@',
    'a@',
    '$a ',
    '{{',
    '{',
    '{a=b ',
    'http://',
    'www.',
    '/',
    'a.b/',
    '{.a',
    '%{',
    'a.',
    '://',
    'http://(',
  ])('reads a million characters of %j without running out of stack or time', unit => {
    findLiterals(unit.repeat(1_000_000 / unit.length))
  })
})
