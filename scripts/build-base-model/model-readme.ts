import { SOURCES } from './sources.ts'

/**
 * The list of what a model was made from, as Markdown.
 *
 * @param counts sentence pairs taken from each source, in the order of `SOURCES`
 */
export function modelReadme(name: string, bytes: number, digest: string, counts: readonly number[]): string {
  const rows = SOURCES.map((source, i) => {
    const packages = source.packages.map(item => `\`${item.name}\` ${item.version}`).join(', ')
    return `| ${source.title} | ${source.licence} | ${source.packages[0]?.registry} | ${packages} | ${counts[i]} |`
  })
  return `# Base model of the engine draft

\`${name}\`: French to English, ${bytes} bytes, SHA-256 \`${digest}\`. It holds word and phrase statistics (phrases of up to
five words with their frequencies, n-grams with their probabilities), no texts. It was made by
\`npx tsx scripts/build-base-model/main.ts CACHE models\` from bilingual texts of the packages below, whose digests stand in
\`scripts/build-base-model/sources.ts\`; the same packages give the same bytes.

| work | licence | registry | packages | sentence pairs |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

The works' copyright is their authors'. Their licences: MPL-2.0 <https://mozilla.org/MPL/2.0/>, Apache-2.0
<https://www.apache.org/licenses/LICENSE-2.0>, BSD-3-Clause (Copyright The Chromium Authors), MIT.
`
}
