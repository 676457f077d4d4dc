import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceBreaks } from '../../src/syntax/sentence-breaks.ts'

/** `|` marks where a sentence starts. */
function marked(text: string, locale: string): string {
  let out = ''
  let last = 0
  for (const at of sentenceBreaks(text, locale)) {
    out += `${text.slice(last, at)}|`
    last = at
  }
  return out + text.slice(last)
}

const french = [
  'Ouvrez la caisse. |Cliquez sur Menu.',
  'Ouvrez la caisse.\n|Cliquez sur Menu.',
  'Une phrase qui\ncontinue Ici. ',
  'La société Bwares Inc. propose une caisse.',
  'Elle est vendue par Bwares Inc. |La caisse est simple.',
  'Un plat, p. ex. Une salade ou p. ex. `x`.',
  'Le champ Réf. Client est vide. |Le champ Réf. Produit aussi.',
  'Indiquez le code réf. |Validez.',
  'Les plats, desserts, etc. sont importés.',
  'Les plats, desserts, etc. |Ils sont importés.',
  'Demandez à M. Martin ou à Mme Petit. |Merci.',
  'Voir art. 12, fig. 3, vol. 2 et cf. Annexe.',
  'Prévoyez env. 10 minutes, max. 20 et min. 5.',
  'Habitez-vous au 12 av. Foch ou bd. Voltaire ?',
  'Le tél. Mobile est facultatif (éd. Dupont).',
  'La société S.A. du coin.',
  'Voir chap. 3. |Lisez aussi art. 12 et al. 4. |Fin.',
  'Une option, c.-à-d. Un supplément, depuis le 1er janv. 2024 (ou sept. 2023).',
  'J. Dupont et A. B. Martin ont signé.',
  '1. Ouvrez la page. |2. Cliquez sur Menu.',
  'Deux étapes : 1. Ouvrez la page. |2. Cliquez.',
  "Passez à l'étape 3. |Cliquez.",
  'Nous sommes en 2024. |Tout va bien.',
  'Patientez... |La page change.',
  'Patientez… |La page change.',
  'Patientez… puis cliquez... ou pas.',
  'Installez la version v2.1. |Ouvrez exemple.fr. |Lisez la page.',
  'Vous êtes prêt\u00a0! |Cliquez sur Oui\u00a0? |Oui.',
  'La fenêtre « Voulez-vous continuer\u00a0?\u00a0» |Cliquez sur Oui.',
  'Elle dit «\u00a0Bonjour\u00a0!\u00a0» puis sort.',
  'Elle dit «\u00a0Bonjour. Il fait beau.\u00a0» puis sort. |Fin.',
  'Cliquez ici (en haut. À droite.) puis là. |Fin.',
  '(Voir en haut. |Cliquez à droite.) |Fin.',
  'Une parenthèse (jamais fermée. |Une phrase.',
  'Cliquez. |\uFFFC ouvre la page.',
  'Cliquez. |3 pages sont ouvertes.',
  'La réponse est 3.5 ou n° 4.',
  'Êtes-vous sûr ? oui ou non.',
  'Fin de phrase.',
  'Des emojis 😀. |Une phrase 😀.',
  '',
]

const english = [
  'Open a page, e.g. The menu, i.e. The list.',
  'Foo vs. Bar, Mr. Smith, No. 5, approx. 10.',
  'It is sold by Bwares Inc. |The till is simple.',
  'Dishes, etc. |They are imported.',
  'Wait… |The page changes. |Done!',
]

describe('sentenceBreaks', () => {
  it.each(french)('French: %j', text => {
    expect(marked(text.replaceAll('|', ''), 'fr')).toBe(text)
  })

  it.each(english)('English: %j', text => {
    expect(marked(text.replaceAll('|', ''), 'en-GB')).toBe(text)
  })

  it('breaks Chinese and Japanese without white space', () => {
    expect(marked('第一句。第二句！第三句', 'ja')).toBe('第一句。|第二句！|第三句')
  })

  it('gives ascending offsets inside the text, each after white space or an ideographic full stop', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aAé1.!?…(«»)\u00a0 \n\uFFFC。"😀') }), text => {
        let last = 0
        for (const at of sentenceBreaks(text, 'fr')) {
          expect(at).toBeGreaterThan(last)
          expect(at).toBeLessThan(text.length)
          expect(text.charAt(at - 1)).toMatch(/[\s。]/)
          last = at
        }
      }),
      { numRuns: 2000 },
    )
  })
})
