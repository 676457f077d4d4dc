/** Where the last line of a text begins: what is after it belongs to what comes next (`- `, `# `). */
export function lineStartIn(gap: string): number {
  return Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1
}
