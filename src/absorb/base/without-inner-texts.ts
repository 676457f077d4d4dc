/** An image's description, a title after a link's destination, an attribute that holds text. Bounded: texts may be long. */
const innerText =
  /(!\[)[^\]]{0,1000}(?=\])|([ \n])(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^()]{0,1000}\))(?=\))|(\s(?:alt|title|aria-label|placeholder)=)(?:"[^"]{0,1000}"|'[^']{0,1000}')/g

/**
 * Markup without the texts inside it. They are segments of their own, and the catalogue's fragments have them in one
 * language or the other.
 */
export function withoutInnerTexts(markup: string): string {
  return markup.length < 4 ? markup : markup.replace(innerText, '$1$2$3')
}
