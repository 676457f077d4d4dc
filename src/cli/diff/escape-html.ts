const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for HTML, between tags and in quoted attributes alike. Line ends become spaces. */
export function escapeHtml(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ').replace(/[&<>"']/g, character => references[character] ?? '')
}
