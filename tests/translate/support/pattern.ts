import type { Code, CodeKind, Pattern } from '../../../src/model.ts'

type Piece = string | Omit<Code, 'id' | 'type'>

export const label = (text: string): Piece => ({ form: 'standalone', kind: 'label', literal: `**${text}**` })
export const code = (text: string): Piece => ({ form: 'standalone', kind: 'code', literal: `\`${text}\`` })
export const standalone = (kind: CodeKind, literal: string): Piece => ({ form: 'standalone', kind, literal })
export const strong = { open: open('strong', '**'), close: close('strong', '**') }
export const emphasis = { open: open('emphasis', '*'), close: close('emphasis', '*') }
export const link = (url: string) => ({ open: open('link', '['), close: close('link', `](${url})`) })

function open(kind: CodeKind, literal: string): Piece {
  return { form: 'open', kind, literal }
}

function close(kind: CodeKind, literal: string): Piece {
  return { form: 'close', kind, literal }
}

/** A pattern of texts and codes; codes are numbered in order, closing ones as what they close. */
export function pattern(...pieces: readonly Piece[]): Pattern {
  const opened: number[] = []
  let count = 0
  return pieces.map(piece => {
    if (typeof piece === 'string') return piece
    const id = piece.form === 'close' ? (opened.pop() ?? 0) : ++count
    if (piece.form === 'open') opened.push(id)
    return { type: 'code', id, ...piece }
  })
}
