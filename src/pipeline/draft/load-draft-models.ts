import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EngineFault } from '../../engine-fault.ts'
import { recallAdaptation } from '../../translate/draft/adaptation/recall-adaptation.ts'
import type { BaseModel } from '../../translate/draft/base/base-model.ts'
import { readBaseModel } from '../../translate/draft/base/read-base-model.ts'
import type { DraftModels } from '../../translate/draft/create-draft-translator.ts'
import { buildStamp } from '../project/build-stamp.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'
import { collectLessons } from './collect-lessons.ts'
import type { DraftSetting } from './draft-setting.ts'

interface ReadBase {
  readonly base: BaseModel
  readonly digest: string
}

/**
 * The embedded engine's models: the base model of the two languages, if there is one, and what the project's own
 * translations teach on top of it. A base model that can't be used is told and done without, as far as there is
 * anything else to draft from.
 *
 * @throws EngineFault of kind `configuration` when the base model can't be used and there is nothing else
 */
export async function loadDraftModels(setting: DraftSetting): Promise<DraftModels> {
  const { project, locale, model, notify } = setting
  const [read, lessons] = await Promise.all([readBase(model), collectLessons(setting)])
  if (read instanceof EngineFault) {
    if (lessons.pairs.length === 0) throw read
    const message = `${read.message} Until then, drafts are made from the project’s own translations alone.`
    notify(pageDiagnostic('draft-model', model.name, message, { locale }))
  }
  const base = read instanceof EngineFault ? undefined : read?.base
  if (lessons.pairs.length === 0) return base === undefined ? {} : { base }
  const stamp = `${buildStamp} ${read instanceof EngineFault ? '' : (read?.digest ?? '')}`
  const file = join(project.root, '.verso', `draft.${locale}.bin`)
  const input = { source: project.config.source, target: locale, ...lessons }
  const { adaptation, keep } = recallAdaptation(input, base, stamp, readKept(file))
  if (keep !== undefined) writeKept(file, keep)
  return { adaptation, ...(base === undefined ? {} : { base }) }
}

function readKept(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** It only saves work: where it can't be written, the next run does that work. */
function writeKept(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(`${file}.tmp`, bytes)
    renameSync(`${file}.tmp`, file)
  } catch {
    rmSync(`${file}.tmp`, { force: true })
  }
}

async function readBase({ path, name }: DraftSetting['model']): Promise<ReadBase | EngineFault | undefined> {
  if (!existsSync(path)) return undefined
  try {
    const bytes = readFileSync(path)
    const digest = createHash('sha256').update(bytes).digest('base64')
    return { base: await readBaseModel(bytes, name), digest }
  } catch (error) {
    if (error instanceof EngineFault) return error
    return new EngineFault(
      'configuration',
      `The base model ${name} can't be read: ${(error as Error).message}.`,
    )
  }
}
