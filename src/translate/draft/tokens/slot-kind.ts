import type { Code } from '../../../model.ts'

/**
 * A token whose text doesn't matter to the translation of what surrounds it: the models see its class alone, so that
 * what was learned with one product's name, number or label holds for every other.
 */
export type SlotKind = 'name' | 'number' | 'label' | 'code' | 'url' | 'mark'

const SLOT_FORMS: Readonly<Record<SlotKind, string>> = {
  name: '⟨name⟩',
  number: '⟨number⟩',
  label: '⟨label⟩',
  code: '⟨code⟩',
  url: '⟨url⟩',
  mark: '⟨mark⟩',
}

/** The word that stands for a class in vocabularies. */
export function slotForm(kind: SlotKind): string {
  return SLOT_FORMS[kind]
}

/** Every class's word, in a fixed order. */
export function slotForms(): readonly string[] {
  return Object.values(SLOT_FORMS)
}

/** The class of a standalone code. */
export function slotKindOf(code: Code): SlotKind {
  switch (code.kind) {
    case 'name':
      return 'name'
    case 'label':
      return 'label'
    case 'code':
    case 'math':
    case 'variable':
    case 'reference':
      return 'code'
    case 'url':
    case 'email':
      return 'url'
    default:
      return 'mark'
  }
}
