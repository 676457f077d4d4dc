import type { Check } from '../check.ts'
import { plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

/** American words that regular endings do not tell, and what they are in Britain. */
const words: Readonly<Record<string, string>> = {
  behavior: 'behaviour',
  color: 'colour',
  favor: 'favour',
  favorite: 'favourite',
  flavor: 'flavour',
  honor: 'honour',
  labor: 'labour',
  neighbor: 'neighbour',
  rumor: 'rumour',
  center: 'centre',
  liter: 'litre',
  theater: 'theatre',
  fiber: 'fibre',
  analog: 'analogue',
  dialog: 'dialogue',
  defense: 'defence',
  offense: 'offence',
  gray: 'grey',
  traveler: 'traveller',
  traveling: 'travelling',
  canceled: 'cancelled',
  canceling: 'cancelling',
  labeled: 'labelled',
  labeling: 'labelling',
  modeled: 'modelled',
  fulfill: 'fulfil',
  enroll: 'enrol',
  skillful: 'skilful',
  jewelry: 'jewellery',
  aluminum: 'aluminium',
  pajamas: 'pyjamas',
  plow: 'plough',
  catalyze: 'catalyse',
  analyze: 'analyse',
  paralyze: 'paralyse',
}

/** Verbs and nouns of `-ize` that are `-ise` in this style; `size`, `prize` and their like end so everywhere. */
const ize = /^([a-z]{3,})(iz)(e|es|ed|er|ers|ing|ation|ations|able)$/
const always =
  /(?:^|re|over|down|up|out)(?:size|sized|sizes|sizing|prize|seize|seized|capsize)$|^(?:horiz|citizen)/

/** British spelling in English text, with `-ise`. */
export const checkBritish: Check = function* (page, { labelOf }) {
  if (page.locales.target.split('-')[0] !== 'en') return
  for (const placed of page.translated) {
    for (const [word] of plainText(placed.segment.pattern).matchAll(
      /(?<![\p{L}\p{N}.@/_-])[A-Za-z]{4,}(?![\p{L}\p{N}@/_])/gu,
    )) {
      const british = britishOf(word.toLowerCase())
      if (british === undefined || labelOf(word) !== undefined) continue
      yield targetFinding(
        'style-british',
        placed,
        `“${word}” is American spelling. Write “${british}”.`,
        word,
      )
    }
  }
}

function britishOf(word: string): string | undefined {
  const stem = word.replace(/s$/, '')
  const known = words[word] ?? (words[stem] === undefined ? undefined : `${words[stem]}s`)
  if (known !== undefined) return known
  const match = ize.exec(word)
  return match === null || always.test(word) ? undefined : `${match[1]}is${match[3]}`
}
