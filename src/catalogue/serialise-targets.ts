import type { PageTargets } from '../model.ts'
import { serialiseResource } from './serialise-resource.ts'
import { serialiseSidecar } from './serialise-sidecar.ts'

/** The texts of a page's two files: its target resource, and its sidecar (empty when there is nothing to keep). */
export function serialiseTargets(page: PageTargets): { readonly resource: string; readonly sidecar: string } {
  return {
    resource: serialiseResource({ texts: page.targets, foreign: page.foreign?.resource ?? [] }),
    sidecar: serialiseSidecar({ ...page, foreign: page.foreign?.sidecar ?? [] }),
  }
}
