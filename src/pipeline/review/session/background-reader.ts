import type { PageFile } from '../../../config/page-file.ts'
import type { SeenPage } from './read-page-view.ts'

/** Reads pages that nobody asked for yet, so that they are counted, searched and suggested from all the same. */
export interface BackgroundReader {
  /** @param hasChanged whether files changed since the last page was read: what other pages say of links is then looked at anew */
  read(file: PageFile, hasChanged: boolean): Promise<SeenPage>
  end(): Promise<void>
}
