import type { FaultKind } from '../verso-error.ts'

/** What a shell or CI reads: 0 done, the rest as documented in the README. */
export const exitCodes = {
  done: 0,
  diagnostics: 1,
  usage: 2,
  engine: 3,
  interrupted: 130,
} as const

/** The exit code of each kind of fault of the environment. */
export const faultExitCodes: Readonly<Record<FaultKind, number>> = {
  usage: exitCodes.usage,
  config: exitCodes.usage,
  locked: exitCodes.usage,
  io: exitCodes.diagnostics,
  engine: exitCodes.engine,
  interrupted: exitCodes.interrupted,
}
