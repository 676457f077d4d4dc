import type { Fate } from './orphan.ts'

/** What a finding about a page without a source says: what became of the source, and what to do. */
export function orphanMessage(fate: Fate): string {
  switch (fate.type) {
    case 'gone':
      return 'There is no source page for it any more. Remove it (`--prune` removes what Verso wrote), or put the source back.'
    case 'renamed':
      return `Its source is ${fate.to} now. Run verso translate: the translation and its approvals go there.`
    case 'unclear':
      return `Its text is on ${fate.to.join(' and ')} alike, so that its approvals go to neither. The new pages are filled from the memory: approve them.`
    case 'moved':
      return `Its source moved to ${fate.to}, and its translation with it. ${leftMessage(fate.left)}`
  }
}

function leftMessage(left: Extract<Fate, { type: 'moved' }>['left']): string {
  switch (left) {
    case 'copy':
      return 'Remove this page, or let --prune remove it.'
    case 'edits':
      return 'This page was edited since: take that over into the new one, then remove it.'
    case 'other':
      return 'The new path had a translated page already, which is used: take over from this one what it lacks, then remove it.'
  }
}
