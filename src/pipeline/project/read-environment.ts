import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { VersoError } from '../../verso-error.ts'
import type { Environment, EnvironmentVariable } from './environment.ts'

const variables: readonly EnvironmentVariable[] = [
  'DEEPL_AUTH_KEY',
  'DEEPL_SERVER_URL',
  'LIBRETRANSLATE_URL',
  'LIBRETRANSLATE_API_KEY',
  'OPENAI_BASE_URL',
  'OPENAI_API_KEY',
  'OPENAI_MODEL',
]

const addresses: readonly EnvironmentVariable[] = [
  'DEEPL_SERVER_URL',
  'LIBRETRANSLATE_URL',
  'OPENAI_BASE_URL',
]

/**
 * The variables of the process, and those of the project's `.env` file that the process has not.
 *
 * @param root the project's root
 * @throws VersoError `config` for an address that is none, or a `.env` that can't be read
 */
export async function readEnvironment(root: string): Promise<Environment> {
  const file = await readDotEnv(join(root, '.env'))
  const environment: Partial<Record<EnvironmentVariable, string>> = {}
  for (const name of variables) {
    const value = process.env[name] ?? file[name]
    if (value !== undefined) environment[name] = value
  }
  for (const name of addresses) {
    const value = environment[name]?.trim()
    if (value === '') delete environment[name]
    else if (value !== undefined) environment[name] = checkAddress(name, value)
  }
  return environment
}

async function readDotEnv(file: string): Promise<Readonly<Record<string, string | undefined>>> {
  try {
    // Editors on Windows begin the file with a byte-order mark.
    const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')
    return parseEnv(text) as Record<string, string>
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR') return {}
    throw new VersoError('config', `${file} can't be read: ${message}.`, { cause })
  }
}

function checkAddress(name: string, value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value
  throw new VersoError('config', `${name} is no address that begins with http:// or https://. Correct it.`)
}
