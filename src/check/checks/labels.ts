import type { Pattern } from '../../model.ts'
import type { Check } from '../check.ts'
import type { CheckTools } from '../check-tools.ts'
import type { SegmentPair } from '../page-pair.ts'
import { quote } from '../text/quote.ts'
import { targetFinding } from '../text/target-finding.ts'

/** Labels of the source stand in the translation as the page's label policy says: kept, glossed or mapped. */
export const checkLabels: Check = function* (page, tools) {
  const whole = new Map(page.unitPairs.map(pair => [pair.source[0].unit, pair]))
  for (const pair of page.pairs) {
    const labels = labelsOf(pair.sourcePattern)
    if (labels.length === 0) continue
    const found = boldTexts((whole.get(pair.source[0].unit) ?? pair).targetPattern)
    for (const label of labels) {
      const wanted = wantedLabel(label, tools)
      const at = found.indexOf(wanted)
      if (at >= 0) found.splice(at, 1)
      else yield targetFinding('label-changed', pair, messageOf(label, wanted))
      if (at >= 0 && tools.labelPolicy === 'gloss') yield* checkGloss(pair, label, tools)
    }
  }
}

function messageOf(label: string, wanted: string): string {
  const what = label === wanted ? 'is not in the translation' : `should be ${quote(`**${wanted}**`)} there`
  return `The label ${quote(`**${label}**`)} of the source ${what}. Write the label as the product shows it, or change the label policy or the glossary.`
}

function* checkGloss(pair: SegmentPair, label: string, tools: CheckTools) {
  const gloss = tools.labelOf(label)
  if (gloss === undefined || gloss === label || !/\p{L}/u.test(label)) return
  const text = pair.target.map(({ segment }) => segment.fragment).join(' ')
  if (text.includes(`(${gloss})`)) return
  yield targetFinding(
    'label-changed',
    pair,
    `The label ${quote(`**${label}**`)} lacks its translation, ${quote(`(${gloss})`)}. Write it after the label.`,
    `**${label}**`,
  )
}

function wantedLabel(label: string, { labelPolicy, labelOf }: CheckTools): string {
  return labelPolicy === 'map' ? (labelOf(label) ?? label) : label
}

function labelsOf(pattern: Pattern): readonly string[] {
  return pattern.flatMap(item =>
    typeof item !== 'string' && item.kind === 'label' ? [labelText(item.literal)] : [],
  )
}

/** Texts of all that is in bold, whether it reads as a label or as stress. */
function boldTexts(pattern: Pattern): string[] {
  const texts: string[] = []
  for (const [index, item] of pattern.entries()) {
    if (typeof item === 'string') continue
    if (item.kind === 'label') texts.push(labelText(item.literal))
    else if (item.kind === 'strong' && item.form === 'open') {
      const inner = pattern[index + 1]
      if (typeof inner === 'string') texts.push(inner.replace(/\s+/g, ' ').trim())
    }
  }
  return texts
}

function labelText(literal: string): string {
  return literal
    .replace(/^(\*\*|__)(.*)\1$/s, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
