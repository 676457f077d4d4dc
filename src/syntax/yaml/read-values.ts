import { type DiagnosticCode, diagnosticCodes } from '../../diagnostic-codes.ts'
import type { Diagnostic, FrontMatterAction, FrontMatterRule, PageFormat } from '../../model.ts'
import { frontMatterAction } from './front-matter-action.ts'
import { isContent } from './is-content.ts'
import { readJsonTexts } from './read-json-texts.ts'
import { readSimpleYaml } from './read-simple-yaml.ts'
import { readYamlTexts } from './read-yaml-texts.ts'
import type { YamlFault, YamlText } from './yaml-text.ts'

/** A text value of a page's front matter, or of a content file. Its span is in offsets of the page. */
export interface PageValue extends YamlText {
  readonly action: FrontMatterAction
}

interface PageValues {
  readonly values: readonly PageValue[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Options {
  readonly file: string
  readonly format: PageFormat
  readonly rules: readonly FrontMatterRule[]
  /** Line of the page that `raw` begins on, and its offset in the page. */
  readonly line: number
  readonly offset: number
}

/**
 * Reads the text values of a page's front matter, or of a content file, in document order. Values that are no strings,
 * empty or tagged are left alone; so are those that are shared through an anchor, with a diagnostic if they are to be
 * translated. Aliases are never expanded. What isn't valid YAML (1.2, core schema) or JSON gives a diagnostic and no
 * value, so that it stays as it is.
 *
 * @param raw the text between the lines of dashes, or all of the file
 */
export function readValues(raw: string, options: Options): PageValues {
  const found = readTexts(raw, options.format)
  if ('type' in found) {
    const subject = isContent(options.format) ? 'file' : 'front matter'
    const language = options.format === 'json' ? 'JSON' : 'YAML'
    const message = `The ${subject} is not valid ${language}: ${found.message}. Correct it: until then it stays untranslated.`
    const code = isContent(options.format) ? 'content-invalid' : 'front-matter-invalid'
    return { values: [], diagnostics: [diagnosticAt(raw, found.offset, code, message, options)] }
  }
  const values = found.texts.map(text => ({
    ...text,
    start: text.start + options.offset,
    end: text.end + options.offset,
    action: frontMatterAction(text.path, options.rules),
  }))
  const shared = found.shared.filter(({ path }) => frontMatterAction(path, options.rules) !== 'keep')
  return {
    values,
    diagnostics: shared.map(({ path, start }) =>
      diagnosticAt(
        raw,
        start,
        'value-shared',
        `\`${path}\` is shared through an anchor: it stays untranslated. Write the text out where it is used.`,
        options,
      ),
    ),
  }
}

function readTexts(raw: string, format: PageFormat) {
  if (format === 'json') return readJsonTexts(raw)
  const simple = readSimpleYaml(raw)
  return simple === undefined ? readYamlTexts(raw) : { texts: simple, shared: [] }
}

function diagnosticAt(
  raw: string,
  offset: YamlFault['offset'],
  code: DiagnosticCode,
  message: string,
  { file, line }: Options,
): Diagnostic {
  const before = raw.slice(0, offset).split(/\r\n|\r|\n/)
  return {
    code,
    severity: diagnosticCodes[code],
    message,
    file,
    line: line + before.length - 1,
    column: (before.at(-1)?.length ?? 0) + 1,
  }
}
