type Defined<Values> = { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> }

/** An object without the properties that are undefined. */
export function definedOf<Values extends object>(values: Values): Defined<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<Values>
}
