import { describe, expect, it } from 'vitest'
import { acceptChanges } from '../../src/reassemble/guard/accept-changes.ts'
import { compareStructure } from '../../src/reassemble/shape/compare-structure.ts'
import { yamlShape } from '../../src/reassemble/shape/yaml-shape.ts'

describe('two pages have the same structure', () => {
  it.each([
    ['with other texts', '# Un\n\nDeux *trois*.\n', '# One\n\nTwo *three* four.\n'],
    ['with codes in another order', 'Voir `a` et [b](c).\n', 'See [d](c) and `a`.\n'],
    ['with other alt texts and titles', '![a](b "c") [d](e "f")\n', '![x](b "y") [z](e "w")\n'],
    ['with the other marker of emphasis', '*a* **b**\n', '_a_ __b__\n'],
    ['with other texts in attributes', '<p title="a">b</p>\n', '<p title="c">d</p>\n'],
    ['with other front matter texts', '---\na: b\nc: [1, d]\n---\n', '---\na: "x"\nc: [1, y]\n---\n'],
    ['with a front matter key that has no value', '---\n? a\nb: c\n---\n', '---\n? a\nb: x\n---\n'],
  ])('%s', (_, source, target) => {
    expect(compareStructure(source, target, { format: 'markdown' })).toEqual([])
  })

  it('with other texts in attributes of MDX elements', () => {
    const source = '<Note title="a">b</Note>\n\nUn <b title="c">d</b>.\n'
    const target = '<Note title="x">y</Note>\n\nOne <b title="z">w</b>.\n'
    expect(compareStructure(source, target, { format: 'mdx' })).toEqual([])
  })
})

describe('two pages differ', () => {
  it.each([
    ['in a heading', 'Un\n\n# Deux\n', 'One\n\n## Two\n', 3],
    ['in a list', 'Un\n\n1. Deux\n', 'One\n\n- Two\n', 3],
    ['in the number of a list', '1. Un\n', '2. One\n', 1],
    ['in a task', '- [ ] Un\n', '- [x] One\n', 1],
    ['in a link', 'Un\n\n[Deux](a)\n', 'One\n\n[Two](b)\n', 3],
    ['in an image', '![a](b.png)\n', '![a](c.png)\n', 1],
    ['in the title of a link', '[a](b)\n', '[a](b "c")\n', 1],
    ['in code', '`a`\n', '`b`\n', 1],
    ['in a block of code', 'Un\n\n```js\na\n```\n', 'One\n\n```js\nb\n```\n', 3],
    ['in nesting', '*a **b***\n', '**a *b***\n', 1],
    ['in a tag', 'a <b>c</b>\n', 'a <i>c</i>\n', 1],
    ['in an attribute', '<p class="a">b</p>\n', '<p class="c">b</p>\n', 1],
    ['in an attribute that is empty', '<img alt="">\n', '<img alt="a">\n', 1],
    ['in an attribute that is code', '<Note title={a}>b</Note>\n', '<Note title={c}>d</Note>\n', 1],
    ['in a script', '<script>\na()\n</script>\n', '<script>\nb()\n</script>\n', 1],
    ['in what begins a line of HTML', '<div>\n> a <b>b</b>\n</div>\n', '<div>\n> > x <b>y</b>\n</div>\n', 1],
    ['in a comment', '<!-- a -->\n', '<!-- b -->\n', 1],
    ['in a front matter key', '---\na: b\n---\n', '---\nc: b\n---\n', 1],
    ['in the type of a value', '---\na: b\n---\n', '---\na: 1\n---\n', 1],
    ['in a number', '---\na: 1\n---\n', '---\na: 2\n---\n', 1],
    ['in a list of numbers', '---\na: [1, 2]\n---\n', '---\na: [1, 3]\n---\n', 1],
    ['in a key that is a list', '---\n? [a, b]\n: c\n---\n', '---\n? [a, x]\n: c\n---\n', 1],
    ['in an alias', '---\na: &x b\nc: &y d\ne: *x\n---\n', '---\na: &x b\nc: &y d\ne: *y\n---\n', 1],
    ['in the anchor of a text', '---\na: &x b\n---\n', '---\na: &y b\n---\n', 1],
    ['in the anchor of a list', '---\na: &x [b]\n---\n', '---\na: &y [b]\n---\n', 1],
    ['in the anchor of a mapping', '---\na: &x {b: c}\n---\n', '---\na: &y {b: c}\n---\n', 1],
    ['in the alignment of a table', '| a |\n|---|\n', '| a |\n|:-:|\n', 1],
    ['in a reference', '[a][b]\n\n[b]: c\n', '[a][d]\n\n[d]: c\n', 1],
    ['in a footnote', 'a[^1]\n\n[^1]: b\n', 'a[^2]\n\n[^2]: b\n', 1],
    ['in a block more', 'Un\n', 'One\n\nTwo\n', 1],
    ['in whether there is text', '# Un\n', '#\n', 1],
  ])('%s', (_, source, target, line) => {
    const [difference] = compareStructure(source, target, { format: 'markdown' })
    expect(difference?.source.line).toBe(line)
  })

  it('in a front matter value that is not translated', () => {
    const shape = (yaml: string) => yamlShape(yaml, path => path === 'title')
    expect(shape('title: b\nslug: c')).toBe(shape('title: x\nslug: c'))
    expect(shape('title: b\nslug: c')).not.toBe(shape('title: b\nslug: x'))
  })

  it('and what each has is said', () => {
    expect(compareStructure('Un `a`\n', 'One `b`\n', { format: 'markdown' })).toMatchObject([
      { expected: '1 paragraph: text inlineCode value="a"', found: '1 paragraph: text inlineCode value="b"' },
    ])
  })

  it('in every block whose codes differ', () => {
    const differences = compareStructure('`a`\n\nb\n\n`c`\n', '`x`\n\ny\n\n`z`\n', { format: 'markdown' })
    expect(differences.map(({ source, target }) => [source.line, target.line])).toEqual([
      [1, 1],
      [5, 5],
    ])
  })

  it('in an attribute of an MDX element, a text or an expression', () => {
    for (const [source, target] of [
      ['<Note kind="a">b</Note>\n', '<Note kind="c">b</Note>\n'],
      ['<Note kind={1}>b</Note>\n', '<Note kind={2}>b</Note>\n'],
    ] as const) {
      expect(compareStructure(source, target, { format: 'mdx' })).toHaveLength(1)
    }
  })

  it('when one of them is no MDX', () => {
    expect(compareStructure('a\n', 'a {\n', { format: 'mdx' })).toMatchObject([
      { target: { line: 1 }, expected: 'valid MDX' },
    ])
    expect(compareStructure('a {\n', 'b {\n', { format: 'mdx' })).toEqual([])
  })
})

describe('changes that break something are found', () => {
  it('alone and together with others, in few tries', () => {
    const changes = Array.from({ length: 1000 }, (_, index) => index)
    const bad = new Set([3, 500, 999])
    let tries = 0
    const { accepted, rejected } = acceptChanges(changes, list => {
      tries++
      const clash = list.includes(10) && list.includes(700)
      return !clash && !list.some(change => bad.has(change))
    })
    expect(rejected).toEqual([3, 500, 700, 999])
    expect(accepted).toHaveLength(996)
    expect(tries).toBeLessThan(4 * 2 * Math.ceil(Math.log2(1000)))
  })
})
