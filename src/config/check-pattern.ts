/**
 * What is wrong with a pattern of pages, or undefined when nothing is: it is a glob from the root, inside it, that
 * holds `{locale}` once, as a folder.
 */
export function checkPattern(pattern: string): string | undefined {
  if (pattern.startsWith('!')) {
    return `\`${pattern}\` leaves pages out; a pattern can only name pages. Use a narrower one.`
  }
  const folders = pattern.split('/').slice(0, -1)
  if (pattern.split('{locale}').length !== 2 || !folders.includes('{locale}')) {
    return `\`${pattern}\` must hold \`{locale}\` once, as a folder: \`content/{locale}/**/*.md\`.`
  }
  if (/^([/\\]|[a-z]:)/i.test(pattern) || pattern.split('/').includes('..')) {
    return `\`${pattern}\` must be written from the project's root and stay inside it.`
  }
  return undefined
}
