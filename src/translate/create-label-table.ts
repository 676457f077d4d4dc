import picomatch from 'picomatch'
import type { GlossaryLabel } from '../model.ts'

/** The translation of a label on a page, if the glossary has one. */
export type LabelTable = (label: string) => string | undefined

/**
 * The glossary's labels as they hold for one page. Entries limited to pages that include it go before general ones,
 * earlier entries before later ones. A label that is found in another letter case alone is found too, and one in
 * capitals is translated in capitals. A path of labels, `Configuration > HubRise`, is translated part by part.
 *
 * @param names Product names, which are their own translation.
 */
export function createLabelTable(
  labels: readonly GlossaryLabel[],
  names: readonly string[],
  pagePath: string,
): LabelTable {
  const exact = new Map<string, string>()
  const folded = new Map<string, string>()
  for (const name of names) exact.set(name, name)
  const here = labels.filter(({ pages }) => pages === undefined || picomatch.isMatch(pagePath, pages))
  const ranked = [
    ...here.filter(({ pages }) => pages !== undefined),
    ...here.filter(({ pages }) => pages === undefined),
  ]
  for (const { source, target } of ranked) {
    if (!exact.has(source)) exact.set(source, target)
    const lower = source.toLowerCase()
    if (!folded.has(lower)) folded.set(lower, target)
  }

  function translate(label: string): string | undefined {
    const known = exact.get(label)
    if (known !== undefined) return known
    const similar = folded.get(label.toLowerCase())
    if (similar === undefined) return undefined
    return isCapitals(label) ? similar.toUpperCase() : similar
  }

  return label => translate(label) ?? translatePath(label, translate)
}

function isCapitals(label: string): boolean {
  return label === label.toUpperCase() && label !== label.toLowerCase()
}

const separator = /(\s*[>›→]\s*)/

function translatePath(label: string, translate: LabelTable): string | undefined {
  const parts = label.split(separator)
  if (parts.length === 1) return undefined
  let path = ''
  for (const [index, part] of parts.entries()) {
    const piece = index % 2 === 1 || !/\p{L}/u.test(part) ? part : translate(part)
    if (piece === undefined) return undefined
    path += piece
  }
  return path
}
