import type { Check } from '../check.ts'
import { codeMark, plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

/** Shorter texts are too often taken for another language; UTF-16 units, spaces and codes not counted. */
const shortest = 15

/** Text of the target page that is in another language than the target's. */
export const checkWrongLanguage: Check = function* (page, tools) {
  const wanted = page.locales.target.split('-')[0]
  for (const placed of page.translated) {
    if (placed.unit.role === 'alt' && placed.segment.fragment.length < 40) continue
    const text = withoutNames(plainText(placed.segment.pattern), tools.findNames(placed.segment.pattern))
    if (text.replace(/\s/g, '').length < shortest) continue
    const language = tools.languageOf(text)
    if (language === undefined || language === wanted) continue
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
    yield targetFinding(
      'wrong-language',
      placed,
      `This text reads as ${name}. Translate it, or suppress the finding where it is meant.`,
    )
  }
}

function withoutNames(text: string, names: readonly string[]): string {
  let rest = text.replaceAll(codeMark, ' ')
  for (const name of names) rest = rest.replaceAll(name, ' ')
  return rest.replace(/\s+/g, ' ').trim()
}
