/** Whether a link leads out of the site: it has a scheme or a host. */
export function isExternal(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/|www\.)/i.test(url)
}
