import { isOtherYamlType } from './is-other-yaml-type.ts'

/** What can't begin a plain scalar (YAML 1.2.2, 7.3.3), and what a reader may take for syntax there. */
const badStart = /^(?:[\s,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$|[,[\]{}])|---|\.\.\.|=$|<<$)/

/** What ends a plain scalar: `: `, ` #`, white space at the end. */
const badInside = /:(?:\s|$)|[ \t]#|\s$/

/** What a comma, bracket or brace would end in `[…]` and `{…}`. */
const badInFlow = /[,[\]{}]|:$/

/**
 * Whether a one-line text without unprintable characters can be written without quotes and is read as that text again,
 * by readers of YAML 1.2 and 1.1 alike.
 *
 * @param inFlow whether it stands inside `[…]` or `{…}`
 */
export function isPlainYaml(value: string, inFlow: boolean): boolean {
  if (value === '' || badStart.test(value) || badInside.test(value)) return false
  return !(inFlow && badInFlow.test(value)) && !isOtherYamlType(value)
}
