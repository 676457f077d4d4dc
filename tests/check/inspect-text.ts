import type { Diagnostic } from '../../src/model.ts'
import { inspectPair, type Setting } from './inspect-pair.ts'

/** The findings about an English page that translates a French one, as `check` has them before it sums up. */
export async function inspectText(
  source: string,
  target: string,
  setting: Setting = {},
): Promise<readonly Diagnostic[]> {
  return (await inspectPair(source, target, setting)).diagnostics
}
