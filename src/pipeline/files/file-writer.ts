/**
 * Writes a file in one step, and only when its bytes change.
 *
 * @param file absolute
 * @param current the file's present text where the caller knows it; `null` when it knows that there is none
 * @returns whether the file was written
 * @throws the file system's error: `EACCES`, `ENOSPC`, `EROFS`, …
 */
export type FileWriter = (file: string, text: string, current?: string | null) => boolean
