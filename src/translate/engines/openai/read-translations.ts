import { EngineFault } from '../../../engine-fault.ts'

/**
 * The translations of a chat model's answer, by their ids "1", "2", …: each of them once and no others.
 *
 * @throws EngineFault `invalid-answer` for anything else
 */
export function readTranslations(content: string, count: number): readonly string[] {
  const translations = listIn(content)
  const byId = new Map<string, string>()
  for (const item of translations) {
    const { id, text } = (item ?? {}) as { readonly id?: unknown; readonly text?: unknown }
    const name = typeof id === 'number' ? String(id) : id
    if (typeof name !== 'string' || typeof text !== 'string')
      throw new EngineFault('invalid-answer', 'has translations without an id or a text')
    if (byId.has(name))
      throw new EngineFault('invalid-answer', `has two translations of text ${name.slice(0, 20)}`)
    byId.set(name, text)
  }
  return Array.from({ length: count }, (_, index) => {
    const text = byId.get(String(index + 1))
    if (text === undefined || byId.size !== count)
      throw new EngineFault(
        'invalid-answer',
        `has ${byId.size} translations for ${count} texts, or other ids`,
      )
    return text
  })
}

/** Models put JSON between fences now and then. */
function listIn(content: string): readonly unknown[] {
  const json = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(content)?.[1] ?? content
  try {
    const { translations } = JSON.parse(json) as { readonly translations?: unknown }
    if (Array.isArray(translations)) return translations
  } catch {}
  throw new EngineFault('invalid-answer', 'is not the JSON that was asked for')
}
