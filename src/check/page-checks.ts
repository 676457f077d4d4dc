import type { DiagnosticCode } from '../diagnostic-codes.ts'
import type { Check } from './check.ts'
import { checkBrackets } from './checks/brackets.ts'
import { checkBrokenMarkup } from './checks/broken-markup.ts'
import { checkCodeSpacing } from './checks/code-spacing.ts'
import { checkCodes } from './checks/codes.ts'
import { checkDoubledSpaces } from './checks/doubled-spaces.ts'
import { checkDoubledWords } from './checks/doubled-words.ts'
import { checkEmails } from './checks/emails.ts'
import { checkEmphasis } from './checks/emphasis.ts'
import { checkEndPunctuation } from './checks/end-punctuation.ts'
import { checkExternalLinks } from './checks/external-links.ts'
import { checkFrontMatter } from './checks/front-matter.ts'
import { checkGlossary } from './checks/glossary.ts'
import { checkLabels } from './checks/labels.ts'
import { checkLengthRatio } from './checks/length-ratio.ts'
import { checkNumbers } from './checks/numbers.ts'
import { checkProductNames } from './checks/product-names.ts'
import { checkQuotes } from './checks/quotes.ts'
import { checkSameAsSource } from './checks/same-as-source.ts'
import { checkSourceRemainder } from './checks/source-remainder.ts'
import { checkSpelling } from './checks/spelling.ts'
import { checkStructure } from './checks/structure.ts'
import { checkBritish } from './checks/style-british.ts'
import { checkStyleLengths } from './checks/style-lengths.ts'
import { checkListStops } from './checks/style-list-stop.ts'
import { checkSerialComma } from './checks/style-serial-comma.ts'
import { checkTitleCase } from './checks/style-title-case.ts'
import { checkTypography } from './checks/typography.ts'
import { checkWrongLanguage } from './checks/wrong-language.ts'

/** The checks of one pair of pages, each with the codes that it may give. */
export const pageChecks: readonly { readonly codes: readonly DiagnosticCode[]; readonly check: Check }[] = [
  {
    codes: ['front-matter-keys', 'front-matter-type', 'front-matter-order', 'front-matter-value'],
    check: checkFrontMatter,
  },
  { codes: ['structure-differs'], check: checkStructure },
  { codes: ['codes-changed'], check: checkCodes },
  { codes: ['markup-broken'], check: checkBrokenMarkup },
  { codes: ['label-changed'], check: checkLabels },
  { codes: ['email-changed'], check: checkEmails },
  { codes: ['url-changed'], check: checkExternalLinks },
  { codes: ['emphasis-changed'], check: checkEmphasis },
  { codes: ['number-changed', 'date-changed', 'unit-changed'], check: checkNumbers },
  { codes: ['code-spacing'], check: checkCodeSpacing },
  { codes: ['glossary-term', 'glossary-forbidden'], check: checkGlossary },
  { codes: ['product-name'], check: checkProductNames },
  { codes: ['same-as-source'], check: checkSameAsSource },
  { codes: ['source-remainder'], check: checkSourceRemainder },
  { codes: ['wrong-language'], check: checkWrongLanguage },
  { codes: ['end-punctuation'], check: checkEndPunctuation },
  { codes: ['brackets'], check: checkBrackets },
  { codes: ['quotes'], check: checkQuotes },
  { codes: ['doubled-word'], check: checkDoubledWords },
  { codes: ['doubled-space'], check: checkDoubledSpaces },
  { codes: ['typography'], check: checkTypography },
  { codes: ['length-ratio'], check: checkLengthRatio },
  { codes: ['spelling'], check: checkSpelling },
  { codes: ['style-length'], check: checkStyleLengths },
  { codes: ['style-title-case'], check: checkTitleCase },
  { codes: ['style-serial-comma'], check: checkSerialComma },
  { codes: ['style-list-stop'], check: checkListStops },
  { codes: ['style-british'], check: checkBritish },
]
