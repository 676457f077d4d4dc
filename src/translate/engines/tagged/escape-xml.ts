/**
 * Text as XML character data. Characters that XML 1.0 has no way to write (control characters, half surrogate pairs) are
 * left out: one of them would have the whole request refused.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}
