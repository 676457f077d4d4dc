/**
 * A file that comes with the program, by its path from the root of the package: this module is two folders below it, in
 * `src/pipeline/` as in `dist/cli/`, to which the build takes all modules.
 */
export function packageFile(path: string): URL {
  return new URL(`../../${path}`, import.meta.url)
}
