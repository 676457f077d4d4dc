import { VersoError } from '../../verso-error.ts'

/**
 * A key as it can be sent in a header. White space around it, as a copied line has, is left out.
 *
 * @param variable the environment variable it comes from
 * @param value undefined: not set
 * @throws VersoError `config`; the message does not hold the value
 */
export function checkKey(variable: string, value: string | undefined, service: string): string {
  const key = value?.trim() ?? ''
  if (key === '') {
    const state = value === undefined ? 'is not set' : 'is empty'
    throw new VersoError(
      'config',
      `${service} needs a key, and ${variable} ${state}. Set it in the environment or in the project's .env file, or choose another engine.`,
    )
  }
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new VersoError(
      'config',
      `${variable} is no key: it holds spaces, line breaks or letters that no key has. Copy it again from your ${service} account.`,
    )
  }
  return key
}
