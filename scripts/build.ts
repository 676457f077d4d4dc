/**
 * Builds the program: `src/` and the packages it uses become a few files in `dist/cli/`, of which a command loads those
 * it needs. Finding and reading hundreds of modules one by one would take most of the time of a run with little to do.
 */
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

// Names of chunks change with their content. The build stamp of caches relies on every file being new, too.
rmSync('dist', { recursive: true, force: true })

await build({
  entryPoints: [
    'src/cli/main.ts',
    // Threads are started from files of their own.
    'src/pipeline/work/page-worker.ts',
    'src/pipeline/check-run/check-worker.ts',
    'src/pipeline/review/session/page-reader-worker.ts',
  ],
  // One folder for all: what is named in relation to `import.meta.url` is found from any chunk.
  outdir: 'dist/cli',
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  // These load files of their own, or are so large, and so rarely needed, that a copy gains nothing.
  external: ['piscina', 'dictionary-en-gb', 'eld', 'deepl-node'],
  // Packages that are CommonJS call for modules of Node, and of Node alone; ES modules have no `require`.
  banner: { js: 'const require = process.getBuiltinModule' },
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
})
