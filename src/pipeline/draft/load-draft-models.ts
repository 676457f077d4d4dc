import { existsSync, readFileSync } from 'node:fs'
import { EngineFault } from '../../engine-fault.ts'
import type { BaseModel } from '../../translate/draft/base-model.ts'
import type { DraftModels } from '../../translate/draft/create-draft-translator.ts'
import { readBaseModel } from '../../translate/draft/read-base-model.ts'
import { trainAdaptation } from '../../translate/draft/train-adaptation.ts'
import { pageDiagnostic } from '../page-diagnostic.ts'
import { collectLessons } from './collect-lessons.ts'
import type { DraftSetting } from './draft-setting.ts'

/**
 * The embedded engine's models: the base model of the two languages, if there is one, and what the project's own
 * translations teach on top of it. A base model that can't be used is told and done without, as far as there is
 * anything else to draft from.
 *
 * @throws EngineFault of kind `configuration` when the base model can't be used and there is nothing else
 */
export async function loadDraftModels(setting: DraftSetting): Promise<DraftModels> {
  const { project, locale, model, notify } = setting
  const lessons = await collectLessons(setting)
  const read = readBase(model)
  if (read instanceof EngineFault) {
    if (lessons.pairs.length === 0) throw read
    const message = `${read.message} Until then, drafts are made from the project’s own translations alone.`
    notify(pageDiagnostic('draft-model', model.name, message, { locale }))
  }
  const base = read instanceof EngineFault ? undefined : read
  if (lessons.pairs.length === 0) return base === undefined ? {} : { base }
  const adaptation = trainAdaptation({ source: project.config.source, target: locale, ...lessons }, base)
  return { adaptation, ...(base === undefined ? {} : { base }) }
}

function readBase({ path, name }: DraftSetting['model']): BaseModel | EngineFault | undefined {
  if (!existsSync(path)) return undefined
  try {
    return readBaseModel(readFileSync(path), name)
  } catch (error) {
    if (error instanceof EngineFault) return error
    return new EngineFault(
      'configuration',
      `The base model ${name} can't be read: ${(error as Error).message}.`,
    )
  }
}
