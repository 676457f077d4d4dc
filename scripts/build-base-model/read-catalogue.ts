import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { BilingualText } from './bilingual-text.ts'

/** Two JSON files, or modules that export one object of texts, with the same keys. */
export async function readCatalogues(french: string, english: string): Promise<readonly BilingualText[]> {
  const left = new Map(leaves(await load(french), ''))
  const right = new Map(leaves(await load(english), ''))
  return [...left].flatMap(([key, fr]) => {
    const en = right.get(key)
    return en === undefined ? [] : [{ fr, en }]
  })
}

/** Bundles keyed by the English text: Visual Studio Code's extensions. */
export function readBundle(path: string): readonly BilingualText[] {
  const { contents } = JSON.parse(readFileSync(path, 'utf8')) as {
    contents: { bundle?: Record<string, unknown> }
  }
  return Object.entries(contents.bundle ?? {}).flatMap(([key, fr]) =>
    // A key may be followed by a note for translators.
    typeof fr === 'string'
      ? [{ fr, en: key.replace(/\/[^/]*$/u, whole => (/\s/u.test(whole) ? '' : whole)) }]
      : [],
  )
}

async function load(path: string): Promise<unknown> {
  if (path.endsWith('.json')) return JSON.parse(readFileSync(path, 'utf8'))
  const loaded: unknown = await import(pathToFileURL(path).href)
  return loaded
}

function* leaves(value: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value]
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    // The export's own name differs between the languages.
    yield* leaves(
      inner,
      path === '' && /(?:messages|translations|^\w\w_\w\w$|^\w\w$|default)/iu.test(key)
        ? '·'
        : `${path}.${key}`,
    )
  }
}
