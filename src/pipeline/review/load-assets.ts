import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { VersoError } from '../../verso-error.ts'
import { packageFile } from '../package-file.ts'

const names = ['index.html', 'main.js', 'main.css']

/**
 * The bundle of the web application, by file name, as the build leaves it in `dist/web`.
 *
 * @throws VersoError `io` when it was not built
 */
export async function loadAssets(): Promise<ReadonlyMap<string, string>> {
  const folder = fileURLToPath(packageFile('dist/web/'))
  try {
    const texts = await Promise.all(names.map(name => readFile(`${folder}${name}`, 'utf8')))
    return new Map(names.map((name, n) => [name, texts[n] ?? '']))
  } catch (cause) {
    throw new VersoError('io', 'The review page was not built. Run `npm run build`.', { cause })
  }
}
