import type { DivergedPage, TargetInHand } from './page-in-hand.ts'
import type { RunTools } from './run-tools.ts'
import type { NewTarget } from './write-target.ts'

export async function patchTarget(_: RunTools, target: TargetInHand, __: DivergedPage): Promise<NewTarget> {
  return { text: target.text ?? '', entries: target.entries, recorded: target.entries, diagnostics: [] }
}
