import { type Options, Parser } from 'acorn'
import jsx from 'acorn-jsx'

/** Characters that the expressions of one page may take: seconds of work, and far more than any page needs. */
const budget = 2e7

const parser = Parser.extend(jsx())
let spent = 0

/**
 * The JavaScript parser of MDX pages. MDX parses an expression again at each brace that may end it, so that a page of
 * braces would take for ever; once a page has used up its budget, everything in it is a syntax error.
 */
export const boundedAcorn = {
  /** Begins a page. */
  reset(): void {
    spent = 0
  },
  parse(input: string, options: Options) {
    spend(input)
    return parser.parse(input, options)
  },
  parseExpressionAt(input: string, at: number, options: Options) {
    spend(input)
    return parser.parseExpressionAt(input, at, options)
  },
} as const

function spend(input: string): void {
  spent += input.length
  if (spent > budget) throw Object.assign(new SyntaxError('Too many braces'), { pos: 0, raisedAt: 0 })
}
