import { join } from 'node:path'
import { z } from 'zod'
import { VersoError } from '../../verso-error.ts'
import type { Project } from '../open-project.ts'
import { readIfThere } from '../read-if-there.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'
import type { RunFiles } from '../run/run-tools.ts'
import { addRedirect, type Redirects } from './add-redirect.ts'
import { moveOfPage } from './move-of-page.ts'

const schema = z.record(z.string(), z.string())

/**
 * Enters the address that a target page had into the locale's file of redirects, where the configuration asks for one
 * and the page's new text gives it another.
 *
 * @returns the file if it was written, from the root
 * @throws VersoError `config` for a file that holds something else, which is left alone
 */
export function recordRedirect(
  { project, writeFile }: Pick<RunFiles, 'project' | 'writeFile'>,
  target: TargetInHand,
  text: string,
): readonly string[] {
  const file = project.config.links.redirects?.replaceAll('{locale}', target.locale)
  const move = file === undefined ? undefined : moveOfPage(project, target, text)
  if (file === undefined || move === undefined) return []
  const redirects = addRedirect(readRedirects(project, file), move)
  return writeFile(join(project.root, file), `${JSON.stringify(redirects, null, 2)}\n`) ? [file] : []
}

function readRedirects({ root }: Project, file: string): Redirects {
  const text = readIfThere(join(root, file))
  if (text === null || text === undefined) return {}
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new VersoError(
      'config',
      `${file} is to hold redirects, a JSON object of old and new addresses, and holds something else. Mend it, or name another file under \`links.redirects\`.`,
      { cause },
    )
  }
}
