import type { CheckTools } from '../../check/check-tools.ts'
import type { PageFile } from '../../config/page-file.ts'
import { valueRules } from '../../config/value-rules.ts'
import type { DiagnosticCode } from '../../diagnostic-codes.ts'
import type { Locale } from '../../model.ts'
import { createNameBinder } from '../../translate/bind-names.ts'
import { createTermChecker } from '../../translate/check-terms.ts'
import { createLabelTable } from '../../translate/create-label-table.ts'
import { labelPolicyOf } from '../project/label-policy-of.ts'
import type { CheckSettings } from './check-settings.ts'
import { createLanguageOf } from './create-language-of.ts'
import { createSpeller } from './create-speller.ts'

/** What the checks of a locale's pages work with. */
export type ToolsOfPage = (file: PageFile) => CheckTools

/** Makes a locale's tools. The dictionary and the language tables are loaded only where a check needs them. */
export async function localeTools(
  { config, glossaries, severities }: CheckSettings,
  locale: Locale,
): Promise<ToolsOfPage> {
  const glossary = glossaries[locale] ?? { terms: [], labels: [], doNotTranslate: [] }
  const off = new Set(
    Object.entries(severities).flatMap(([code, severity]) =>
      severity === 'off' ? [code as DiagnosticCode] : [],
    ),
  )
  const names = createNameBinder(glossary.doNotTranslate)
  const terms = createTermChecker(glossary.terms, config.source, locale)
  const isSpelled = off.has('spelling') ? undefined : await createSpeller(locale, glossary)
  const languageOf = await createLanguageOf([config.source, locale])
  return file => ({
    values: valueRules(config, file),
    labelPolicy: labelPolicyOf(config, file.page),
    style: config.style,
    off,
    checkTerms: terms.check,
    findNames: names.find,
    labelOf: createLabelTable(glossary.labels, glossary.doNotTranslate, file.page),
    languageOf,
    isSpelled,
  })
}
