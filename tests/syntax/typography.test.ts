import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Code, Pattern } from '../../src/model.ts'
import { applyTypography } from '../../src/syntax/typography.ts'
import { anyPattern } from '../reassemble/patterns.ts'

const nbsp = '\u00a0'
const nnbsp = '\u202f'

function text(source: string, from = 'fr', to = 'en'): string {
  return applyTypography([source], from, to).join('')
}

function strong(id: number, form: 'open' | 'close'): Code {
  return { type: 'code', form, kind: 'strong', id, literal: '**' }
}

function standalone(id: number, kind: Code['kind'], literal: string): Code {
  return { type: 'code', form: 'standalone', kind, id, literal }
}

/** The pattern with codes as their literals. */
function joined(pattern: Pattern): string {
  return pattern.map(item => (typeof item === 'string' ? item : item.literal)).join('')
}

describe('French to English', () => {
  it.each([
    ['Note : read this', 'Note: read this'],
    [`Note${nbsp}: read this`, 'Note: read this'],
    [`Really${nnbsp}?`, 'Really?'],
    ['Wait ; stop ! Why ?', 'Wait; stop! Why?'],
    ['What ?!', 'What?!'],
    ['Is it (really ?)', 'Is it (really?)'],
    [`the ${'«'}${nbsp}Kitchen${nbsp}» screen`, 'the “Kitchen” screen'],
    ['« Kitchen » : open it', '“Kitchen”: open it'],
    ['he says « she says « no » to me »', 'he says “she says ‘no’ to me”'],
    ['« he says “no” to me »', '“he says ‘no’ to me”'],
    ['“already English”', '“already English”'],
    ['« the first sentence.', '“the first sentence.'],
    ['The last one. »', 'The last one.”'],
    [`Carré${nbsp}POS`, 'Carré POS'],
    ['don’t touch it’s', 'don’t touch it’s'],
  ])('writes %j as %j', (source, expected) => {
    expect(text(source)).toBe(expected)
  })

  it.each([
    'at 12:30',
    'a ratio of 16 : 9',
    'https://example.com/?a=1',
    'Foo::bar',
    'a :: b',
    'Thanks :)',
    'Thanks ;-)',
    ':smile: here',
    'a != b',
    'the option ?page=2',
    '"straight" quotes',
    `10${nbsp}€`,
    `15${nbsp}%`,
    `2${nbsp}Mo`,
    `${'10'}${nnbsp}000${nbsp}EUR`,
    'Menu » Products',
  ])('leaves %j alone', source => {
    expect(text(source)).toBe(source)
  })

  it('sees across codes', () => {
    const note = [strong(1, 'open'), 'Note', strong(1, 'close'), ' : read']
    expect(joined(applyTypography(note, 'fr', 'en'))).toBe('**Note**: read')
    const inner = [strong(1, 'open'), `Note${nbsp}`, strong(1, 'close'), `${nbsp}: read`]
    expect(joined(applyTypography(inner, 'fr', 'en'))).toBe('**Note**: read')
    const quoted = ['« ', strong(1, 'open'), 'Note', strong(1, 'close'), ' »']
    expect(joined(applyTypography(quoted, 'fr', 'en'))).toBe('“**Note**”')
    const label = ['Click ', standalone(1, 'label', '**OK ?**'), ' ?']
    expect(joined(applyTypography(label, 'fr', 'en'))).toBe('Click **OK ?**?')
    const price = [strong(1, 'open'), '10', strong(1, 'close'), `${nbsp}€`]
    expect(joined(applyTypography(price, 'fr', 'en'))).toBe(`**10**${nbsp}€`)
  })

  it('leaves no empty text behind', () => {
    const pattern = [
      strong(1, 'open'),
      'Note',
      strong(1, 'close'),
      nbsp,
      strong(2, 'open'),
      ':',
      strong(2, 'close'),
    ]
    expect(applyTypography(pattern, 'fr', 'en').includes('')).toBe(false)
    expect(applyTypography([strong(1, 'open'), 'a', strong(1, 'close'), ' !'], 'fr', 'en').at(-1)).toBe('!')
  })
})

describe('other targets', () => {
  it.each([
    ['« Küche » : öffnen !', 'de', '„Küche“: öffnen!'],
    ['« Küche »', 'de-AT', '„Küche“'],
    [`« cucina${nbsp}»`, 'it', '«cucina»'],
    ['« cocina »', 'es', '“cocina”'],
    ['Note : « a » !', 'fr-CA', `Note : «${nbsp}a${nbsp}»!`],
  ])('writes %j for %s as %j', (source, target, expected) => {
    expect(text(source, 'fr', target)).toBe(
      expected.replace('Note :', source.includes('Note') ? `Note${nbsp}:` : ''),
    )
  })

  it('knows nothing of a language outside its table', () => {
    expect(text('« a » : b', 'fr', 'tlh')).toBe('« a » : b')
  })
})

describe('English to French', () => {
  it.each([
    ['Note: lisez', `Note${nbsp}: lisez`],
    ['Vraiment ?', `Vraiment${nbsp}?`],
    [`Vraiment${nnbsp}?`, `Vraiment${nnbsp}?`],
    ['Vraiment?!', `Vraiment${nbsp}?!`],
    ['“Cuisine”', `«${nbsp}Cuisine${nbsp}»`],
    ['“il dit ‘non’”', `«${nbsp}il dit “non”${nbsp}»`],
    ['« Cuisine »', `«${nbsp}Cuisine${nbsp}»`],
    ['à 12:30, https://a.b et :smile: ou :)', 'à 12:30, https://a.b et :smile: ou :)'],
  ])('writes %j as %j', (source, expected) => {
    expect(text(source, 'en', 'fr')).toBe(expected)
  })

  it('sees across codes', () => {
    const note = [strong(1, 'open'), 'Note', strong(1, 'close'), ': lisez']
    expect(joined(applyTypography(note, 'en', 'fr'))).toBe(`**Note**${nbsp}: lisez`)
  })
})

const locales = fc.constantFrom(
  'fr',
  'en',
  'de',
  'it',
  'es',
  'fr-CA',
  'fr-CH',
  'pl',
  'ru',
  'hu',
  'sv',
  'ja',
  'nb',
  'tlh',
)

describe('for every pattern and pair of locales', () => {
  it('twice gives the same as once', () => {
    fc.assert(
      fc.property(anyPattern, locales, locales, (pattern, source, target) => {
        const once = applyTypography(pattern, source, target)
        expect(applyTypography(once, source, target)).toEqual(once)
      }),
      { numRuns: 5000 },
    )
  })

  it('codes stay, and of the texts only spaces and quotation marks change', () => {
    const bare = (pattern: Pattern): string =>
      joined(pattern.filter(item => typeof item === 'string')).replace(/[\s«»“”‘’„‚‹›「」『』]/g, '')
    fc.assert(
      fc.property(anyPattern, locales, locales, (pattern, source, target) => {
        const after = applyTypography(pattern, source, target)
        expect(after.filter(item => typeof item !== 'string')).toEqual(
          pattern.filter(item => typeof item !== 'string'),
        )
        expect(bare(after)).toBe(bare(pattern))
      }),
    )
  })
})
