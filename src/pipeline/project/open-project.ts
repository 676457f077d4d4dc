import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config/config.ts'
import { parseConfig } from '../../config/parse-config.ts'
import { VersoError } from '../../verso-error.ts'
import type { Environment } from './environment.ts'
import { configFile, findRoot } from './find-root.ts'
import { readConfigText } from './read-config-text.ts'
import { readEnvironment } from './read-environment.ts'

/** A project's root and its configuration. */
export interface Project {
  /** Absolute, with links resolved. */
  readonly root: string
  readonly config: Config
  /** The configuration's text; part of what decides whether an earlier run still stands. */
  readonly configText: string
  /** Keys and addresses of engines. */
  readonly environment: Environment
}

/**
 * Opens the project at `root`, or at the nearest `verso.config.yaml` upwards from the working folder. Without that
 * file the defaults hold.
 *
 * @throws VersoError `usage` when the folder can't be read, `config` when the configuration is not valid
 */
export async function openProject(root: string | undefined): Promise<Project> {
  const folder = root ?? findRoot(process.cwd())
  const resolved = await realpath(folder).catch((cause: unknown) => {
    throw new VersoError('usage', `The folder ${folder} can't be opened. Give --root an existing folder.`, {
      cause,
    })
  })
  const configText = await readConfigText(join(resolved, configFile), configFile)
  return {
    root: resolved,
    config: parseConfig(configText, configFile),
    configText: configText ?? '',
    environment: await readEnvironment(resolved),
  }
}
