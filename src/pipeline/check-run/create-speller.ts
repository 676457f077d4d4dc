import type { Glossary, Locale } from '../../model.ts'

/**
 * The dictionary of a locale, which also knows the words of its glossary; undefined for a locale without one. English
 * without a region is British.
 */
export async function createSpeller(
  locale: Locale,
  { terms, labels, doNotTranslate }: Glossary,
): Promise<((word: string) => boolean) | undefined> {
  if (!/^en(?:-(?!US)|$)/i.test(locale)) return undefined
  const [{ default: nspell }, { default: dictionary }] = await Promise.all([
    import('nspell'),
    import('dictionary-en-gb'),
  ])
  const spell = nspell(Buffer.from(dictionary.aff).toString(), Buffer.from(dictionary.dic).toString())
  const known = new Set(
    [...terms, ...labels]
      .map(({ target }) => target)
      .concat(doNotTranslate)
      .flatMap(text => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []),
  )
  const judged = new Map<string, boolean>()
  return word => {
    const before = judged.get(word)
    if (before !== undefined) return before
    const isRight = known.has(word.toLowerCase()) || spell.correct(word)
    judged.set(word, isRight)
    return isRight
  }
}
