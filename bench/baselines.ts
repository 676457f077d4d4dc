import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/**
 * A baseline in a process of its own: `read` reads every page of a folder, `parse` parses it as well, with the plain
 * remark parser. Prints the milliseconds that it took, start-up left out.
 */
const [kind, folder = '.'] = process.argv.slice(2)
const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm)

const start = performance.now()
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.md')) continue
  const text = readFileSync(join(folder, name), 'utf8')
  if (kind === 'parse') parser.parse(text)
}
console.log(Math.round(performance.now() - start))
