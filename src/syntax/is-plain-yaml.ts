/** What can't begin a plain scalar (YAML 1.2.2, 7.3.3), and what a reader may take for syntax there. */
const badStart = /^(?:[\s,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$|[,[\]{}])|---|\.\.\.|=$|<<$)/

/** What ends a plain scalar: `: `, ` #`, white space at the end. */
const badInside = /:(?:\s|$)|[ \t]#|\s$/

/** What a comma, bracket or brace would end in `[…]` and `{…}`. */
const badInFlow = /[,[\]{}]|:$/

/**
 * What YAML 1.2's core schema or YAML 1.1 reads as something other than text: null, booleans, numbers (base 60
 * included), dates (https://yaml.org/type/).
 */
const otherTypes =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\.inf|\.nan|0b[01_]+|0o[0-7_]+|0x[\da-f_]+|\d[\d_]*(?::[0-5]?\d)*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d[\d_]*(?:e[-+]?\d+)?)|\d{4}-\d\d?-\d\d?(?:$|[Tt\s].*))$/i

/**
 * Whether a one-line text without unprintable characters can be written without quotes and is read as that text again,
 * by readers of YAML 1.2 and 1.1 alike.
 *
 * @param inFlow whether it stands inside `[…]` or `{…}`
 */
export function isPlainYaml(value: string, inFlow: boolean): boolean {
  if (value === '' || badStart.test(value) || badInside.test(value)) return false
  return !(inFlow && badInFlow.test(value)) && !otherTypes.test(value)
}
