/** How a source writes characters that could be written plainly: `\u00a0` as `&nbsp;`, `*` as `\*`. One code point a key. */
export type Spellings = ReadonlyMap<string, string>
