import { describe, expect, test } from 'vitest'
import type { PageBase } from '../../src/absorb/base/page-base.ts'
import { readPageBase } from '../../src/absorb/base/read-page-base.ts'
import type { PageTargets, SegmentState } from '../../src/model.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { extract } from './page-kit.ts'

/** A page of one-word paragraphs. */
const pageOf = (words: string) => extract(words.split(' ').join('\n\n'), 'fr')

const keyOf = (word: string) => segmentsOf(pageOf(word))[0]?.key ?? ''

/** The texts of a source resource: `Un~2` is a second `Un` with an entry of its own. */
function textsOf(words: string): ReadonlyMap<string, string> {
  return new Map(
    words.split(' ').map(word => {
      const [text = '', number] = word.split('~')
      return [number === undefined ? keyOf(text) : `${keyOf(text)}~${number}`, text]
    }),
  )
}

function catalogueOf(states: readonly SegmentState[], targets: readonly string[] = []): PageTargets {
  return {
    targets: new Map(targets.map(key => [key, `target of ${key}`])),
    states: new Map(states.map(state => [state.key, state])),
    diverged: false,
  }
}

const written = (word: string, gap: string): SegmentState => ({ key: keyOf(word), state: 'translated', gap })

const wordsOf = (base: PageBase) => base.segments.map(({ source }) => source).join(' ')

describe('the page as last written', () => {
  test.each([
    ['where the source has them', 'Un Deux', 'Un Deux Un', 'Un Deux Un'],
    ['after a sentence that was changed meanwhile', 'Un Deux', 'Un Trois Un', 'Un Deux Un'],
    [
      'after no more lost sentences than there are new ones',
      'Un Deux Quatre',
      'Un Trois Un',
      'Un Deux Un Quatre',
    ],
    ['before a sentence that the source still has', 'Un Quatre', 'Un Trois Un Quatre', 'Un Un Quatre'],
    ['beside the first where the source has them no more', 'Un Deux', 'Un Deux', 'Un Un Deux'],
    ['as many as were written, though the source has another one', 'Un Deux', 'Un Deux Un Un', 'Un Deux Un'],
  ])('has equal segments %s', (_, old, now, expected) => {
    const catalogue = catalogueOf([written('Un', 'a b')])
    const base = readPageBase(catalogue, textsOf(old), pageOf(now))
    expect(wordsOf(base)).toBe(expected)
    expect(base.segments.filter(({ source }) => source === 'Un').map(({ gap }) => gap)).toEqual(['a', 'b'])
  })

  const second = `${keyOf('Un')}~2`
  test.each([
    ['a target', catalogueOf([], [keyOf('Un'), second])],
    ['a state', catalogueOf([keyOf('Un'), second].map(key => ({ key, state: 'initial' })))],
  ])('has a segment once that has %s under a key of its own', (_, catalogue) => {
    expect(wordsOf(readPageBase(catalogue, textsOf('Un Deux Un~2'), pageOf('Un Deux Un')))).toBe('Un Deux Un')
  })

  test('has nothing of the texts that a person keeps in the resource under keys of their own', () => {
    const texts = new Map([...textsOf('Un'), ['menu.note', 'Une note.']])
    expect(wordsOf(readPageBase(catalogueOf([written('Un', 'a')]), texts, pageOf('Un')))).toBe('Un')
  })

  test('has a target whose source is gone where it is patched, and not where it is written anew', () => {
    const gone = keyOf('Deux')
    const catalogue = catalogueOf(
      [written('Un', 'a'), { key: gone, state: 'reviewed', orphanSource: 'Deux' }],
      [gone],
    )
    const read = (diverged: boolean) => readPageBase({ ...catalogue, diverged }, textsOf('Un'), pageOf('Un'))
    expect(wordsOf(read(true))).toBe('Un Deux')
    expect(wordsOf(read(false))).toBe('Un')
  })
})
