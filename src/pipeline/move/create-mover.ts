import { mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { removeEmptyFolders } from '../files/remove-empty-folders.ts'
import { removeFile } from '../files/remove-file.ts'
import { type PageRead, readPage } from '../project/read-page.ts'
import type { RunFiles } from '../run/run-tools.ts'

/** A file and the one that it becomes, from the root. */
interface FileMove {
  readonly from: string
  readonly to: string
}

/**
 * Puts files where they belong now, or only makes it look so to the run: the old ones then stand in for the new. Paths
 * are from the root. Each throws the file system's error.
 */
export interface Mover {
  /** What is there, or would be. */
  read(file: string): PageRead
  /** Moves files all of which exist, and that may make room for one another. */
  move(moves: readonly FileMove[]): void
  /** @param text of `from`, which stays */
  copy(move: FileMove, text: string): void
  remove(file: string): void
  write(file: string, text: string): void
  /** Files that were written, or would be. */
  readonly files: readonly string[]
}

export function createMover({ project: { root }, writeFile, standIns }: RunFiles, isWriting: boolean): Mover {
  const files = new Set<string>()
  const placeOf = (file: string) => (standIns.has(file) ? standIns.get(file) : file)
  return {
    read(file) {
      const place = placeOf(file)
      return place === undefined ? { type: 'missing' } : readPage(root, join(root, place))
    },
    move(moves) {
      for (const { to } of moves) files.add(to)
      if (isWriting) for (const one of inTurn(moves)) rename(root, one)
      else {
        const places = moves.map(({ from }) => placeOf(from))
        for (const { from } of moves) standIns.set(from, undefined)
        for (const [index, { to }] of moves.entries()) standIns.set(to, places[index])
      }
    },
    copy({ from, to }, text) {
      files.add(to)
      if (isWriting) writeFile(join(root, to), text, null)
      else standIns.set(to, placeOf(from))
    },
    remove(file) {
      if (isWriting) removeFile(root, file)
      else standIns.set(file, undefined)
    },
    write(file, text) {
      if (isWriting) writeFile(join(root, file), text)
    },
    get files() {
      return [...files]
    },
  }
}

/** The moves in such an order that each finds its place free; the first of a ring steps aside. */
function* inTurn(moves: readonly FileMove[]): Generator<FileMove> {
  const left = new Map(moves.map(({ from, to }) => [from, to]))
  while (left.size > 0) {
    const free = [...left].filter(([, to]) => !left.has(to))
    for (const [from, to] of free) {
      left.delete(from)
      yield { from, to }
    }
    const [first] = left
    if (free.length > 0 || first === undefined) continue
    const [from, to] = first
    const aside = `${from}.moving`
    left.delete(from)
    left.set(aside, to)
    yield { from, to: aside }
  }
}

function rename(root: string, { from, to }: FileMove): void {
  mkdirSync(dirname(join(root, to)), { recursive: true })
  renameSync(join(root, from), join(root, to))
  removeEmptyFolders(root, dirname(from))
}
