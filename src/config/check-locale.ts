/**
 * What is wrong with a locale tag, or undefined when nothing is: it must be well-formed BCP 47 and its language
 * one that CLDR knows.
 */
export function checkLocale(tag: string): string | undefined {
  try {
    const { language } = new Intl.Locale(tag)
    if (isKnown(language)) return undefined
    return `\`${tag}\` is not a known language. Use a BCP 47 tag such as \`en\`, \`en-GB\` or \`pt-BR\`.`
  } catch {
    return `\`${tag}\` is not a language tag. Use a BCP 47 tag such as \`en\`, \`en-GB\` or \`pt-BR\`.`
  }
}

/** The languages that Node has plural rules for are known at once; loading what else it has of languages takes a while. */
function isKnown(language: string): boolean {
  if (Intl.PluralRules.supportedLocalesOf([language]).length > 0) return true
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language) !== undefined
}
