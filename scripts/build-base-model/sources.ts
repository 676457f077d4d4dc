import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BilingualText } from './bilingual-text.ts'
import { readBundle, readCatalogues } from './read-catalogue.ts'
import { readHelp } from './read-help.ts'
import { readManual } from './read-manual.ts'
import { readMo } from './read-mo.ts'
import { readMozilla } from './read-mozilla.ts'
import { readPaks } from './read-pak.ts'

/** One package that is read: where it comes from, exactly which, and under what licence. */
export interface SourcePackage {
  readonly registry: 'debian' | 'npm'
  readonly name: string
  readonly version: string
  /** SHA-256 of the package file. */
  readonly sha256: string
}

/** Bilingual texts of one work. */
export interface Source {
  readonly title: string
  readonly licence: string
  readonly packages: readonly SourcePackage[]
  /** @param folder where each package is unpacked, by name */
  read(folder: (name: string) => string): Promise<readonly BilingualText[]> | readonly BilingualText[]
}

const LIBREOFFICE = '4:7.4.7-1+deb12u14'
const MOZILLA = '153.7.0esr-1~deb12u1'

/** Everything the base model is made from. No text under a share-alike or GPL licence is among them. */
export const SOURCES: readonly Source[] = [
  {
    title: 'LibreOffice help',
    licence: 'MPL-2.0',
    packages: [
      { registry: 'debian', name: 'libreoffice-help-fr', version: LIBREOFFICE, sha256: '' },
      { registry: 'debian', name: 'libreoffice-help-en-gb', version: LIBREOFFICE, sha256: '' },
    ],
    read: folder =>
      readHelp(
        join(folder('libreoffice-help-fr'), 'usr/share/libreoffice/help/fr/text'),
        join(folder('libreoffice-help-en-gb'), 'usr/share/libreoffice/help/en-GB/text'),
      ),
  },
  {
    title: 'LibreOffice interface',
    licence: 'MPL-2.0',
    packages: [
      { registry: 'debian', name: 'libreoffice-l10n-fr', version: LIBREOFFICE, sha256: '' },
      { registry: 'debian', name: 'libreoffice-l10n-en-gb', version: LIBREOFFICE, sha256: '' },
    ],
    read: folder =>
      readMo(
        join(folder('libreoffice-l10n-fr'), 'usr/lib/libreoffice/program/resource/fr/LC_MESSAGES'),
        join(folder('libreoffice-l10n-en-gb'), 'usr/lib/libreoffice/program/resource/en_GB/LC_MESSAGES'),
      ),
  },
  {
    title: 'Firefox interface',
    licence: 'MPL-2.0',
    packages: [
      { registry: 'debian', name: 'firefox-esr-l10n-fr', version: MOZILLA, sha256: '' },
      { registry: 'debian', name: 'firefox-esr-l10n-en-gb', version: MOZILLA, sha256: '' },
    ],
    read: folder => readMozilla(folder('firefox-esr-l10n-fr'), folder('firefox-esr-l10n-en-gb')),
  },
  {
    title: 'Thunderbird interface',
    licence: 'MPL-2.0',
    packages: [
      { registry: 'debian', name: 'thunderbird-l10n-fr', version: `1:${MOZILLA}`, sha256: '' },
      { registry: 'debian', name: 'thunderbird-l10n-en-gb', version: `1:${MOZILLA}`, sha256: '' },
    ],
    read: folder => readMozilla(folder('thunderbird-l10n-fr'), folder('thunderbird-l10n-en-gb')),
  },
  {
    title: 'Chromium interface',
    licence: 'BSD-3-Clause',
    packages: [{ registry: 'debian', name: 'chromium-l10n', version: '156.0.8078.79-1~deb12u1', sha256: '' }],
    read: folder => {
      const locales = join(folder('chromium-l10n'), 'usr/lib/chromium/locales')
      return readPaks(join(locales, 'fr.pak'), join(locales, 'en-GB.pak'))
    },
  },
  {
    title: 'Apache HTTP server manual',
    licence: 'Apache-2.0',
    packages: [{ registry: 'debian', name: 'apache2-doc', version: '2.4.71-1~deb12u1', sha256: '' }],
    read: folder => {
      const manual = join(folder('apache2-doc'), 'usr/share/doc/apache2-doc/manual')
      return readManual(join(manual, 'fr'), join(manual, 'en'))
    },
  },
  {
    title: 'Medusa administration',
    licence: 'MIT',
    packages: [{ registry: 'npm', name: '@medusajs/admin-ui', version: '2.1.18', sha256: '' }],
    read: folder => readLocales(join(folder('@medusajs/admin-ui'), 'ui/public/locales'), 'translation.json'),
  },
  {
    title: 'Vendure administration',
    licence: 'MIT',
    packages: [{ registry: 'npm', name: '@vendure/admin-ui', version: '2.1.0', sha256: '' }],
    read: folder => {
      const messages = join(folder('@vendure/admin-ui'), 'static/i18n-messages')
      return readCatalogues(join(messages, 'fr.json'), join(messages, 'en.json'))
    },
  },
  {
    title: 'Payload administration',
    licence: 'MIT',
    packages: [{ registry: 'npm', name: '@payloadcms/translations', version: '3.90.2', sha256: '' }],
    read: folder => {
      const languages = join(folder('@payloadcms/translations'), 'dist/languages')
      return readCatalogues(join(languages, 'fr.js'), join(languages, 'en.js'))
    },
  },
  {
    title: 'react-admin',
    licence: 'MIT',
    packages: [
      { registry: 'npm', name: 'ra-language-french', version: '5.15.3', sha256: '' },
      { registry: 'npm', name: 'ra-language-english', version: '5.15.4', sha256: '' },
    ],
    read: folder =>
      readCatalogues(
        join(folder('ra-language-french'), 'dist/index.js'),
        join(folder('ra-language-english'), 'dist/index.js'),
      ),
  },
  {
    title: 'Uppy',
    licence: 'MIT',
    packages: [{ registry: 'npm', name: '@uppy/locales', version: '5.2.0', sha256: '' }],
    read: folder =>
      readCatalogues(
        join(folder('@uppy/locales'), 'lib/fr_FR.js'),
        join(folder('@uppy/locales'), 'lib/en_US.js'),
      ),
  },
  {
    title: 'Node-RED editor',
    licence: 'Apache-2.0',
    packages: [{ registry: 'npm', name: '@node-red/editor-client', version: '5.0.7', sha256: '' }],
    read: folder => {
      const locales = join(folder('@node-red/editor-client'), 'locales')
      return readCatalogues(join(locales, 'fr/editor.json'), join(locales, 'en-US/editor.json'))
    },
  },
  {
    title: 'Node-RED nodes',
    licence: 'Apache-2.0',
    packages: [{ registry: 'npm', name: '@node-red/nodes', version: '5.0.7', sha256: '' }],
    read: async folder => {
      const locales = join(folder('@node-red/nodes'), 'locales')
      return [
        ...(await readCatalogues(join(locales, 'fr/messages.json'), join(locales, 'en-US/messages.json'))),
        ...readManual(join(locales, 'fr'), join(locales, 'en-US')),
      ]
    },
  },
  {
    title: 'Visual Studio Code extensions',
    licence: 'MIT',
    packages: [
      { registry: 'npm', name: '@codingame/monaco-vscode-language-pack-fr', version: '25.1.2', sha256: '' },
    ],
    read: folder => {
      const extensions = join(folder('@codingame/monaco-vscode-language-pack-fr'), 'translations/extensions')
      return readdirSync(extensions)
        .sort()
        .flatMap(file => readBundle(join(extensions, file)))
    },
  },
]

function readLocales(folder: string, file: string): Promise<readonly BilingualText[]> {
  return readCatalogues(join(folder, 'fr', file), join(folder, 'en', file))
}
