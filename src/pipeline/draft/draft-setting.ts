import type { Diagnostic, Locale } from '../../model.ts'
import type { LinkReplacement } from '../../syntax/rewrite-url.ts'
import type { CatalogueFiles } from '../catalogue/catalogue-files.ts'
import type { Project } from '../project/open-project.ts'

/** What the embedded engine is made from in one target locale of a project. */
export interface DraftSetting {
  readonly project: Project
  readonly catalogue: CatalogueFiles
  readonly locale: Locale
  readonly links: readonly LinkReplacement[]
  /** The base model's file, there or not, and its name for messages. */
  readonly model: { readonly path: string; readonly name: string }
  /** Told what the engine has to do without. */
  readonly notify: (diagnostic: Diagnostic) => void
}
