import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic, FrontMatterAction, FrontMatterRule } from '../model.ts'
import { frontMatterAction } from './front-matter-action.ts'
import { readSimpleYaml } from './read-simple-yaml.ts'
import { readYamlTexts } from './read-yaml-texts.ts'
import type { YamlText } from './yaml-text.ts'

/** A text value of a page's front matter. Its span is in offsets of the page. */
export interface FrontMatterScalar extends YamlText {
  readonly action: FrontMatterAction
}

export interface FrontMatter {
  readonly scalars: readonly FrontMatterScalar[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Options {
  readonly file: string
  readonly rules: readonly FrontMatterRule[]
  /** Line of the page that `raw` begins on, and its offset in the page. */
  readonly line: number
  readonly offset: number
}

/**
 * Reads the text values of a page's front matter, in document order. Values that are no strings, empty, tagged, or
 * shared through an anchor are left alone; aliases are never expanded. Front matter that isn't valid YAML (1.2, core
 * schema) gives a diagnostic and no value, so that it stays as it is.
 *
 * @param raw the text between the lines of dashes
 */
export function readFrontMatter(raw: string, options: Options): FrontMatter {
  const found = readSimpleYaml(raw) ?? readYamlTexts(raw)
  if (!('type' in found)) {
    const scalars = found.map(text => ({
      ...text,
      start: text.start + options.offset,
      end: text.end + options.offset,
      action: frontMatterAction(text.path, options.rules),
    }))
    return { scalars, diagnostics: [] }
  }
  const before = raw.slice(0, found.offset).split(/\r\n|\r|\n/)
  return {
    scalars: [],
    diagnostics: [
      {
        code: 'front-matter-invalid',
        severity: diagnosticCodes['front-matter-invalid'],
        message: `The front matter is not valid YAML: ${found.message}. Correct it: until then it stays untranslated.`,
        file: options.file,
        line: options.line + before.length - 1,
        column: (before.at(-1)?.length ?? 0) + 1,
      },
    ],
  }
}
