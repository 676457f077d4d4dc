import { typographicHabits } from '../../syntax/typography/typographic-habits.ts'
import type { Check } from '../check.ts'
import { targetFinding } from '../text/target-finding.ts'

const spacedMark = /[\p{L}\p{N})\]%”"][ \u00a0\u202f]+[:;!?](?=[\s\u00a0\u202f]|$)/u

/** The source's typography on the target page: a space before `: ; ! ?`, guillemets. */
export const checkTypography: Check = function* (page) {
  const from = typographicHabits(page.locales.source)
  const to = typographicHabits(page.locales.target)
  if (from === undefined || to === undefined || from === to) return
  for (const placed of page.translated) {
    const text = placed.segment.pattern
      .map(item => (typeof item === 'string' ? item : item.form === 'standalone' ? 'x' : ''))
      .join('')
    const spaced = from.spacedMarks !== '' && to.spacedMarks === '' ? spacedMark.exec(text)?.[0] : undefined
    const quoted = to.quotes.some(mark => '«»'.includes(mark)) ? undefined : /[«»]/.exec(text)?.[0]
    if (spaced !== undefined) {
      yield targetFinding(
        'typography',
        placed,
        `A space stands before “${spaced.at(-1)}”, as in the source’s language. Remove it.`,
        spaced.slice(1),
      )
    }
    if (quoted !== undefined) {
      yield targetFinding(
        'typography',
        placed,
        `“${quoted}” is the source’s quotation mark. Write “${to.quotes[0]}…${to.quotes[1]}”.`,
        quoted,
      )
    }
  }
}
