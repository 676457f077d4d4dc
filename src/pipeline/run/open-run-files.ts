import type { PageFile } from '../../config/page-file.ts'
import { openCatalogueFiles } from '../catalogue/catalogue-files.ts'
import type { FileWriter } from '../files/file-writer.ts'
import type { Project } from '../project/open-project.ts'
import { openRedirects } from '../redirects/open-redirects.ts'
import { openSite } from '../site/open-site.ts'
import type { RunFiles } from './run-tools.ts'

/**
 * @param writeFile `compareOnly` for commands that read alone
 * @param pages all source pages of the project; undefined: they are looked up
 * @param isLight whether the site is left for the caller to load, who may have no need for it
 */
export async function openRunFiles(
  project: Project,
  writeFile: FileWriter,
  pages?: readonly PageFile[],
  isLight = false,
): Promise<RunFiles> {
  const site = await openSite(project, pages)
  if (!isLight) await site.load()
  const standIns = new Map<string, string | undefined>()
  const catalogue = openCatalogueFiles(project, writeFile, standIns)
  const redirects = openRedirects(project, writeFile)
  return { project, catalogue, writeFile, standIns, redirects, site }
}
