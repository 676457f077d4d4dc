import type { Config } from '../../config/config.ts'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import { pageFormat } from '../../config/page-format.ts'
import { valueRules } from '../../config/value-rules.ts'
import type { ExtractOptions } from '../../extract/extract-options.ts'
import type { Locale } from '../../model.ts'

/** How a page is taken apart in one of its locales. */
export function extractOptions(config: Config, page: PageFile, locale: Locale): ExtractOptions {
  const file = fileIn(page, locale)
  return {
    file,
    locale,
    format: pageFormat(file),
    values: valueRules(config, page),
    attributes: config.attributes,
  }
}
