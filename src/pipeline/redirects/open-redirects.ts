import { join } from 'node:path'
import * as z from 'zod'
import { pageFormat } from '../../config/page-format.ts'
import type { Locale } from '../../model.ts'
import { isContent } from '../../syntax/yaml/is-content.ts'
import { VersoError } from '../../verso-error.ts'
import type { FileWriter } from '../files/file-writer.ts'
import { readIfThere } from '../files/read-if-there.ts'
import type { Project } from '../project/open-project.ts'
import { type AddressMove, addRedirects, type Redirects } from './add-redirects.ts'
import { pageAddress } from './page-address.ts'

/** A version of a target page. */
interface PageVersion {
  /** Its page path. */
  readonly page: string
  /** From the root. */
  readonly file: string
  readonly text: string
}

/** The files that list the addresses pages had, one a locale, where the configuration asks for them. */
export interface RedirectFiles {
  /**
   * Enters what becomes of a page's address: to be called before the page is written, so that a run that is killed may leave
   * a redirect too early, and never a page without it.
   *
   * @param before undefined where the page is new
   * @returns the file if it was written, from the root
   * @throws VersoError `config` for a file that holds something else, which is left alone
   */
  record(locale: Locale, before: PageVersion | undefined, after: PageVersion): readonly string[]
}

/** What a run has come to in one locale. */
interface Book {
  readonly file: string
  readonly before: Redirects
  /** By page path. A page that moves twice in a run has come from where it was at first. */
  readonly moves: Map<string, AddressMove>
  readonly taken: Set<string>
  now: Redirects
}

const schema = z.record(z.string(), z.string())

export function openRedirects(project: Project, writeFile: FileWriter): RedirectFiles {
  const books = new Map<Locale, Book>()

  function bookOf(locale: Locale, pattern: string): Book {
    const known = books.get(locale)
    if (known !== undefined) return known
    const file = pattern.replaceAll('{locale}', locale)
    const before = readRedirects(project, file)
    const book = { file, before, moves: new Map(), taken: new Set<string>(), now: before }
    books.set(locale, book)
    return book
  }

  return {
    record(locale, before, after) {
      const pattern = project.config.links.redirects
      if (pattern === undefined || isContent(pageFormat(after.file))) return []
      const to = pageAddress(project, after, after.text)
      const old = before === undefined ? undefined : pageAddress(project, before, before.text)
      if (old === to) return []
      const book = bookOf(locale, pattern)
      const from = book.moves.get(after.page)?.from ?? old
      if (from !== undefined) book.moves.set(after.page, { from, to })
      book.taken.add(to)
      if (from === undefined && book.now[to] === undefined) return []
      book.now = addRedirects(book.before, [...book.moves.values()], book.taken)
      const text = `${JSON.stringify(book.now, null, 2)}\n`
      return writeFile(join(project.root, book.file), text) ? [book.file] : []
    },
  }
}

function readRedirects({ root }: Project, file: string): Redirects {
  const text = readIfThere(join(root, file))
  if (text === null || text === undefined) return {}
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new VersoError(
      'config',
      `${file} is to hold redirects, a JSON object of old and new addresses, and holds something else. Mend it, or name another file under \`links.redirects\`.`,
      { cause },
    )
  }
}
