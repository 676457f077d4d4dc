import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

/** The parts of each larger folder, from the bottom up, as the map for contributors has them. */
function partsByFolder(): readonly (readonly string[])[] {
  const map = readFileSync('CONTRIBUTING.md', 'utf8')
  const rows = [...map.matchAll(/^\| `([a-z/]+\/)` \| (.*) \|$/gm)]
  return rows.map(([, folder = '', parts = '']) =>
    [...parts.matchAll(/`([a-z/-]+)\/`/g)].flatMap(([, part = '']) => (part.startsWith(folder) ? part : [])),
  )
}

test('a part of a folder imports only the parts that the map lists before it', () => {
  const folders = partsByFolder()
  expect(folders.flat().length).toBeGreaterThan(20)
  for (const parts of folders) {
    for (const [place, part] of parts.entries()) {
      const later = parts.slice(place + 1).map(other => `/${other.split('/').at(-1)}/`)
      for (const file of globSync(`src/${part}/*.ts`)) {
        const imports = [...readFileSync(file, 'utf8').matchAll(/from '\.\.(\/[a-z-]+\/)/g)]
        for (const [, from = ''] of imports) expect(later, `${file} imports of ..${from}`).not.toContain(from)
      }
    }
  }
})
