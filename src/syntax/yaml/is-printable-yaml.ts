const printable = /^[\t\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]*$/u

/** Whether a line can stand in YAML without escapes (YAML 1.2.2, 5.1); what YAML 1.1 takes for line ends can't. */
export function isPrintableYaml(line: string): boolean {
  return printable.test(line)
}
