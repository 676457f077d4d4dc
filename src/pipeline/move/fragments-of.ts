/** The texts of a resource, read without a care for its form; none of a text that is no JSON object. */
export function fragmentsOf(resource: string): readonly string[] {
  try {
    return Object.values(JSON.parse(resource) ?? {}).filter(value => typeof value === 'string')
  } catch {
    return []
  }
}
