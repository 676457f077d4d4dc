import type { Severity } from './model.ts'

/** Every diagnostic code with its default severity. A code means the same in every release. */
export const diagnosticCodes = {
  'invalid-utf8': 'error',
  'too-deep': 'error',
  'outside-root': 'error',
  'case-collision': 'error',
  'page-collision': 'error',
  'page-unreadable': 'error',
  'write-failed': 'error',
  'front-matter-unclosed': 'error',
  'front-matter-invalid': 'error',
  'mdx-invalid': 'error',
  'reference-text-kept': 'info',
  untranslated: 'warning',
  stale: 'warning',
  'structure-changed': 'error',
  'codes-changed': 'error',
  'product-name': 'error',
  'glossary-invalid': 'error',
  'glossary-contradiction': 'error',
  'glossary-term': 'warning',
  'glossary-forbidden': 'warning',
  'label-untranslated': 'warning',
  'answer-rejected': 'warning',
  'hand-edit-taken': 'info',
  'hand-edit-unaligned': 'warning',
  'hand-edit-conflict': 'warning',
  'hand-edit-removed': 'info',
  'removal-proposed': 'info',
  'page-diverged': 'info',
  'source-unplaced': 'warning',
  'page-foreign': 'warning',
  'catalogue-invalid': 'error',
} as const satisfies Record<string, Severity>

export type DiagnosticCode = keyof typeof diagnosticCodes
