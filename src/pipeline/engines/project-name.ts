import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Project } from '../project/open-project.ts'

/**
 * What a project is called in an account that others use too, the same on every machine: the configuration's name; else
 * its repository's and the folder in it, by which two projects hardly ever share a name; else the name in the project's
 * `package.json`, or its folder's.
 */
export function projectName({ root, config }: Pick<Project, 'root' | 'config'>): string {
  return config.engines.deepl.glossary ?? repositoryName(root) ?? packageName(root) ?? basename(root)
}

/** `hubrise/website/guides`, of whatever host and protocol `origin` is. */
function repositoryName(root: string): string | undefined {
  const git = (...args: readonly string[]) =>
    spawnSync('git', [...args], { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? ''
  const path = git('config', '--get', 'remote.origin.url')
    .replace(/^(?:\w+:\/\/[^/]*|[^/:]+:)/, '')
    .replace(/\/*(?:\.git)?\/*$/, '')
  const parts = [...path.split('/'), ...git('rev-parse', '--show-prefix').split('/')].filter(isName)
  return path === '' ? undefined : parts.join('/')
}

function isName(part: string): boolean {
  return part !== '' && part !== '.' && part !== '..'
}

function packageName(root: string): string | undefined {
  try {
    const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return typeof name === 'string' && name !== '' ? name : undefined
  } catch {
    return undefined
  }
}
