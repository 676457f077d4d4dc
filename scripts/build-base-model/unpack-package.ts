import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { SourcePackage } from './sources.ts'

/**
 * Downloads a package by its registry's own client, checks it, and unpacks it.
 *
 * @param cache folder for downloads; what is there is not fetched again
 * @returns the folder it is unpacked in
 * @throws Error when the file is not the one that the model was made from
 */
export function unpackPackage(source: SourcePackage, cache: string): string {
  const folder = join(cache, `${source.registry}-${source.name.replace('/', '-').replace('@', '')}`)
  const downloads = join(folder, 'download')
  mkdirSync(downloads, { recursive: true })
  if (readdirSync(downloads).length === 0) download(source, downloads)
  const [file = ''] = readdirSync(downloads)
  const archive = join(downloads, file)
  const sha256 = createHash('sha256').update(readFileSync(archive)).digest('hex')
  if (sha256 !== source.sha256) {
    throw new Error(`${source.name} ${source.version}: SHA-256 is ${sha256}, expected ${source.sha256}`)
  }
  const content = join(folder, 'content')
  if (!existsSync(content)) {
    const fresh = join(folder, 'unpacking')
    mkdirSync(fresh, { recursive: true })
    if (source.registry === 'debian') execFileSync('dpkg-deb', ['-x', archive, fresh])
    else execFileSync('tar', ['xzf', archive, '-C', fresh])
    unpackExtensions(fresh)
    renameSync(fresh, content)
  }
  return source.registry === 'npm' ? join(content, 'package') : content
}

function download(source: SourcePackage, folder: string): void {
  if (source.registry === 'debian') {
    execFileSync('apt-get', ['download', `${source.name}=${source.version}`], { cwd: folder })
  } else {
    execFileSync('npm', ['pack', '--silent', `${source.name}@${source.version}`], { cwd: folder })
  }
}

/** Mozilla's language packs are archives of their own. */
function unpackExtensions(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.xpi')) execFileSync('unzip', ['-qo', join(folder, file), '-d', folder])
  }
}
