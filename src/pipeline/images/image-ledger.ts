import { join } from 'node:path'
import * as z from 'zod'
import type { Locale } from '../../model.ts'
import { readIfThere } from '../files/read-if-there.ts'
import type { Project } from '../project/open-project.ts'

/** Images of a locale that were copied from the source's: path from the root, SHA-256 of the source image then. */
export type ImageLedger = ReadonlyMap<string, string>

const entry = z.object({ image: z.string(), sha256: z.string() })

/** The ledger's file, from the root. */
export function imageLedgerFile({ config }: Pick<Project, 'config'>, locale: Locale): string {
  return `${config.catalogue}/${locale}/images.jsonl`
}

/** Lines that can't be read are none of the ledger's: their images count as a person's. */
export function readImageLedger(project: Project, locale: Locale): ImageLedger {
  const text = readIfThere(join(project.root, imageLedgerFile(project, locale))) ?? ''
  return new Map(text.split('\n').flatMap(line => parseLine(line)))
}

/** One image a line, in the order of their paths' code units. */
export function formatImageLedger(ledger: ImageLedger): string {
  const lines = [...ledger].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return lines.map(([image, sha256]) => `${JSON.stringify({ image, sha256 })}\n`).join('')
}

function parseLine(line: string): readonly (readonly [string, string])[] {
  try {
    const { image, sha256 } = entry.parse(JSON.parse(line))
    return [[image, sha256]]
  } catch {
    return []
  }
}
