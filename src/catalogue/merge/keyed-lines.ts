/**
 * The lines of a catalogue file in its order, each under what it is known by: a segment's key, or what tells one of the
 * page's own lines. Lines are without indentation, comma and line end.
 */
export type KeyedLines = ReadonlyMap<string, string>
