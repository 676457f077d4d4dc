import type { PageLinks } from './page-links.ts'

/** Nothing follows. */
export const noLinks: PageLinks = { urls: {}, pins: [] }
