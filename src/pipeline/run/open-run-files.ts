import { openCatalogueFiles } from '../catalogue-files.ts'
import type { FileWriter } from '../file-writer.ts'
import type { Project } from '../open-project.ts'
import type { RunFiles } from './run-tools.ts'

/** @param writeFile `compareOnly` for commands that read alone */
export function openRunFiles(project: Project, writeFile: FileWriter): RunFiles {
  const standIns = new Map<string, string | undefined>()
  return { project, catalogue: openCatalogueFiles(project, writeFile, standIns), writeFile, standIns }
}
