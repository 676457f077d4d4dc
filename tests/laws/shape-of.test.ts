import { describe, expect, it } from 'vitest'
import { shapeOf } from './shape-of.ts'

describe('the oracle of law 2', () => {
  it.each([
    ['between bold text and a word', 'Le **menu** est vide', 'Le **menu**est vide'],
    ['before bold text', 'Le **menu** est vide', 'Le**menu** est vide'],
    ['between two bold texts', '**Menu** **Options**', '**Menu****Options**'],
    ['between bold text and a link', '**Menu** [ici](/a)', '**Menu**[ici](/a)'],
    ['before code', 'Saisissez `a` ici', 'Saisissez`a` ici'],
    ['after an image', '![](a.png) ici', '![](a.png)ici'],
    ['after a tag', '<b>Menu</b> ici', '<b>Menu</b>ici'],
    ['after a tag in a block of HTML', '<p><b>Menu</b> ici</p>', '<p><b>Menu</b>ici</p>'],
    ['after a sign', '2 * 3', '2 *3'],
    ['in an alt text', '![Le menu](a.png)', '![Lemenu](a.png)'],
    ['in a title', '[ici](/a "Le menu")', '[ici](/a "Lemenu")'],
    ['in front matter', '---\ntitle: Le menu\n---\n', '---\ntitle: Lemenu\n---\n'],
    ['one more', 'Le **menu** est', 'Le **menu**  est'],
    ['no-break, before a colon', 'Note\u00a0: ici', 'Note : ici'],
  ])('sees a space that is lost, added or another: %s', (_, source, target) => {
    expect(shapeOf(target)).not.toEqual(shapeOf(source))
  })

  it.each([
    ['letters', 'Le **menu** est vide', 'Ļẽẽ **ɱẽñũũ** ẽšţ ṽĩđẽ'],
    ['where lines end', 'Le **menu**\nest vide', 'Le **menu** est vide'],
    ['on which side of a delimiter a space is', 'Le **&nbsp;menu** est vide', 'Le &nbsp;**menu** est vide'],
  ])('leaves free: %s', (_, source, target) => {
    expect(shapeOf(target)).toEqual(shapeOf(source))
  })
})
