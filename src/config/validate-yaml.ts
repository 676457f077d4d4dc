import type * as z from 'zod'
import { VersoError } from '../verso-error.ts'
import type { YamlSource } from './read-yaml.ts'

const names: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  null: 'nothing',
  number: 'a number',
  object: 'a mapping',
  record: 'a mapping',
  string: 'a text',
  undefined: 'nothing',
}

/**
 * Holds a YAML file's value against a schema.
 *
 * @throws VersoError `config` with every fault, one a line in the order of the file, each naming `file:line:column`
 */
export function validateYaml<Schema extends z.ZodType>(
  schema: Schema,
  source: YamlSource,
  file: string,
): z.output<Schema> {
  const result = schema.safeParse(source.value, { error: describe })
  if (result.success) return result.data
  const faults = result.error.issues.flatMap(issue => locate(issue, source))
  faults.sort((a, b) => a.line - b.line || a.column - b.column)
  const lines = faults.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`)
  throw new VersoError('config', lines.join('\n'))
}

function locate(issue: z.core.$ZodIssue, source: YamlSource) {
  if (issue.code !== 'unrecognized_keys') {
    return [{ ...source.position(issue.path), message: `${named(issue.path)}${issue.message}` }]
  }
  // A strict mapping words its fault one line a key: each line is placed at its key.
  const messages = issue.message.split('\n')
  return issue.keys.map((key, n) => ({
    ...source.position(issue.path, key),
    message: messages[n] ?? issue.message,
  }))
}

/** The value at a path, for a message; an item of a list by its place, from 1. */
function named(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  const keys = typeof last === 'number' ? path.slice(0, -1) : path
  if (keys.length === 0) return ''
  return typeof last === 'number' ? `\`${keys.join('.')}\`, item ${last + 1}: ` : `\`${keys.join('.')}\`: `
}

function describe(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${names[issue.expected] ?? issue.expected}, found ${kindOf(issue.input)}.`
    case 'invalid_value':
      return `expected one of ${issue.values.map(value => `\`${String(value)}\``).join(', ')}, found ${shown(issue.input)}.`
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'must not be empty.'
        : `must be ${issue.minimum} or more.`
    case 'too_big':
      return issue.origin === 'string'
        ? `must be ${issue.maximum} characters or fewer.`
        : `must be ${issue.maximum} or fewer.`
    case 'invalid_key':
      return issue.issues[0]?.message
    default:
      return undefined
  }
}

function kindOf(input: unknown): string {
  if (input === null || input === undefined) return 'nothing'
  if (Array.isArray(input)) return 'a list'
  return names[typeof input] ?? typeof input
}

/** Short texts are shown, since a mistyped word is seen at a glance; anything else is named by its kind. */
function shown(input: unknown): string {
  return typeof input === 'string' && input.length <= 40 ? `\`${input}\`` : kindOf(input)
}
