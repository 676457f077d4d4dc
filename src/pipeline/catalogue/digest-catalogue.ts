import { join } from 'node:path'
import { glob } from 'tinyglobby'
import type { Locale } from '../../model.ts'
import { base32Digest } from '../../syntax/base32-digest.ts'
import { stampFile } from '../files/stamp-file.ts'
import type { Project } from '../project/open-project.ts'

/** Digest of the stamps of all catalogue files that a target locale's memory is made of. */
export async function digestCatalogue({ root, config }: Project, locale: Locale): Promise<string> {
  const files = await glob([`${config.source}/**/*.json`, `${locale}/**/*.{json,jsonl}`], {
    cwd: join(root, config.catalogue),
    expandDirectories: false,
  })
  const lines = files.toSorted().map(file => `${file} ${stampFile(join(root, config.catalogue, file))}`)
  return base32Digest(lines.join('\n'), 16)
}
