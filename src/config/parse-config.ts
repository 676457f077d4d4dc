import type { FrontMatterAction, FrontMatterRule } from '../model.ts'
import type { Config } from './config.ts'
import { configSchema } from './config-schema.ts'
import { readYaml } from './read-yaml.ts'
import { validateYaml } from './validate-yaml.ts'

/**
 * Reads `verso.config.yaml`.
 *
 * @param text the file's text; undefined or empty for the defaults
 * @param file its name, for messages
 * @throws VersoError `config` for broken YAML, an unknown key or a wrong value, naming `file:line:column`
 */
export function parseConfig(text: string | undefined, file: string): Config {
  const source = readYaml(text ?? '', file)
  const settings = validateYaml(configSchema, { ...source, value: source.value ?? {} }, file)
  return {
    ...settings,
    frontMatter: rulesOf(settings.frontMatter),
    content: Object.entries(settings.content).map(([pages, rules]) => ({ pages, rules: rulesOf(rules) })),
  }
}

function rulesOf(rules: Readonly<Record<string, FrontMatterAction>>): readonly FrontMatterRule[] {
  return Object.entries(rules).map(([path, action]) => ({ path, action }))
}
