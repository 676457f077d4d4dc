import type { MoveRecord } from './move-record.ts'

/** @returns undefined for any other text, the sidecar of a page included */
export function parseMoveRecord(text: string | null): MoveRecord | undefined {
  if (text === null || !text.startsWith('{"page":{"movedTo":') || text.trimEnd().includes('\n'))
    return undefined
  try {
    const { page } = JSON.parse(text) as { page: MoveRecord }
    return typeof page.movedTo === 'string' ? page : undefined
  } catch {
    return undefined
  }
}
