import type { Diagnostic, PageTargets } from '../model.ts'
import { parseResource } from './parse-resource.ts'
import { parseSidecar } from './parse-sidecar.ts'

export type ParsedTargets =
  | { readonly type: 'targets'; readonly page: PageTargets }
  | { readonly type: 'invalid'; readonly diagnostics: readonly Diagnostic[] }

/** A file's name, for messages, and its text; undefined for a file that does not exist. */
interface FileText {
  readonly file: string
  readonly text: string | undefined
}

/**
 * Joins a page's target resource and its sidecar. `serialiseTargets` takes them apart again.
 *
 * @returns the page, or a `catalogue-invalid` diagnostic for each of the two files that can't be read
 */
export function parseTargets(resourceFile: FileText, sidecarFile: FileText): ParsedTargets {
  const parsedResource = parseResource(resourceFile.text, resourceFile.file)
  const parsedSidecar = parseSidecar(sidecarFile.text, sidecarFile.file)
  if (parsedResource.type === 'invalid' || parsedSidecar.type === 'invalid') {
    const diagnostics = [parsedResource, parsedSidecar].flatMap(parsed =>
      parsed.type === 'invalid' ? [parsed.diagnostic] : [],
    )
    return { type: 'invalid', diagnostics }
  }
  const { resource } = parsedResource
  const { foreign, ...sidecar } = parsedSidecar.sidecar
  const isPlain = resource.foreign.length === 0 && foreign.length === 0
  return {
    type: 'targets',
    page: {
      targets: resource.texts,
      ...sidecar,
      ...(isPlain ? {} : { foreign: { resource: resource.foreign, sidecar: foreign } }),
    },
  }
}
