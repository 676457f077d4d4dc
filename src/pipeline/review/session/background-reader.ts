import type { PageFile } from '../../../config/page-file.ts'
import type { SeenPage } from './read-page-view.ts'

/** Reads pages that nobody asked for yet, so that they are counted, searched and suggested from all the same. */
export interface BackgroundReader {
  read(file: PageFile): Promise<SeenPage>
  end(): Promise<void>
}
