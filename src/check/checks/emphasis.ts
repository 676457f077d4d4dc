import type { Pattern } from '../../model.ts'
import type { Check } from '../check.ts'
import { eachInventory } from '../each-inventory.ts'
import { targetFinding } from '../text/target-finding.ts'

/** As much is stressed in the translation as in the source: italics, bold that is no label, struck-out text. */
export const checkEmphasis: Check = function* (page) {
  for (const { pair, missing, added } of eachInventory(page, stresses)) {
    const what = [
      ...missing.map(kind => `lacks ${kind}`),
      ...added.map(kind => `has ${kind} that the source has not`),
    ]
    yield targetFinding(
      'emphasis-changed',
      pair,
      `The translation ${[...new Set(what)].join(' and ')}. Check that it stresses what the source does.`,
    )
  }
}

const names: Readonly<Record<string, string>> = {
  emphasis: 'italics',
  label: 'bold',
  strong: 'bold',
  delete: 'struck-out text',
}

function stresses(pattern: Pattern): readonly string[] {
  return pattern.flatMap(item => {
    const name = typeof item === 'string' || item.form === 'close' ? undefined : names[item.kind]
    return name === undefined ? [] : [name]
  })
}
