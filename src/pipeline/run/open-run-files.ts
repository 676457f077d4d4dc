import { openCatalogueFiles } from '../catalogue-files.ts'
import type { FileWriter } from '../file-writer.ts'
import type { Project } from '../open-project.ts'
import type { RunFiles } from './run-tools.ts'

/** @param writeFile `compareOnly` for commands that read alone */
export function openRunFiles(project: Project, writeFile: FileWriter): RunFiles {
  return { project, catalogue: openCatalogueFiles(project, writeFile), writeFile }
}
