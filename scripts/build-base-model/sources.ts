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
      {
        registry: 'debian',
        name: 'libreoffice-help-fr',
        version: LIBREOFFICE,
        sha256: 'c796530d3e95af1ea4d054076682efc8aad2b569ae9513f3d4a776b2df3fd206',
      },
      {
        registry: 'debian',
        name: 'libreoffice-help-en-gb',
        version: LIBREOFFICE,
        sha256: '14255f4605fe2ca388ac70df7acce49da316e9c6f0f8d2c2435cbc7cc234a8bf',
      },
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
      {
        registry: 'debian',
        name: 'libreoffice-l10n-fr',
        version: LIBREOFFICE,
        sha256: '111da5e1b8379dc58a127ef76ef85e2b6819da5cb2c5fe73d13b25a0437f988c',
      },
      {
        registry: 'debian',
        name: 'libreoffice-l10n-en-gb',
        version: LIBREOFFICE,
        sha256: '4809d2ed3a066086bba6ff263e8ba1a16bd2b1bb3db58bd8ed1b1ece05d7d250',
      },
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
      {
        registry: 'debian',
        name: 'firefox-esr-l10n-fr',
        version: MOZILLA,
        sha256: '6533f75a8470f1d4791e944d13a7ccb9f193fc2a7ee074eb8368c8d4049fb8d4',
      },
      {
        registry: 'debian',
        name: 'firefox-esr-l10n-en-gb',
        version: MOZILLA,
        sha256: '29a38c76de62b63312636aecf8eff80c29ed043601fd7fc083f73f3ff40053bc',
      },
    ],
    read: folder => readMozilla(folder('firefox-esr-l10n-fr'), folder('firefox-esr-l10n-en-gb')),
  },
  {
    title: 'Thunderbird interface',
    licence: 'MPL-2.0',
    packages: [
      {
        registry: 'debian',
        name: 'thunderbird-l10n-fr',
        version: `1:${MOZILLA}`,
        sha256: 'b75b548401915c4f435716fd6966f43110af2499136cec31559f7b9ab69343f5',
      },
      {
        registry: 'debian',
        name: 'thunderbird-l10n-en-gb',
        version: `1:${MOZILLA}`,
        sha256: '63f2adfcc47451852b574c00ed631fba0bee2676a7089132ec6f7c9d6dce7eae',
      },
    ],
    read: folder => readMozilla(folder('thunderbird-l10n-fr'), folder('thunderbird-l10n-en-gb')),
  },
  {
    title: 'Chromium interface',
    licence: 'BSD-3-Clause',
    packages: [
      {
        registry: 'debian',
        name: 'chromium-l10n',
        version: '156.0.8078.79-1~deb12u1',
        sha256: '7566e61412be9d292935be7a3b0815a91b857cce1641ac8c22010a63a3b7271d',
      },
    ],
    read: folder => {
      const locales = join(folder('chromium-l10n'), 'usr/lib/chromium/locales')
      return readPaks(join(locales, 'fr.pak'), join(locales, 'en-GB.pak'))
    },
  },
  {
    title: 'Apache HTTP server manual',
    licence: 'Apache-2.0',
    packages: [
      {
        registry: 'debian',
        name: 'apache2-doc',
        version: '2.4.71-1~deb12u1',
        sha256: 'a7b3d1131c1c63dbf9999b28e75f9a133d30f70492b419936bd51759ac77a01f',
      },
    ],
    read: folder => {
      const manual = join(folder('apache2-doc'), 'usr/share/doc/apache2-doc/manual')
      return readManual(join(manual, 'fr'), join(manual, 'en'))
    },
  },
  {
    title: 'Medusa administration',
    licence: 'MIT',
    packages: [
      {
        registry: 'npm',
        name: '@medusajs/admin-ui',
        version: '2.1.18',
        sha256: '68ec2b7ac55bd8e2f5e7adbc4fa3a442f1a6c010607ab089e9cdcd5bf573ed30',
      },
    ],
    read: folder => readLocales(join(folder('@medusajs/admin-ui'), 'ui/public/locales'), 'translation.json'),
  },
  {
    title: 'Vendure administration',
    licence: 'MIT',
    packages: [
      {
        registry: 'npm',
        name: '@vendure/admin-ui',
        version: '2.1.0',
        sha256: '7ff7462235878c18677ec460c0b4b9596107f1fd3c64e71291a67a0451a939d7',
      },
    ],
    read: folder => {
      const messages = join(folder('@vendure/admin-ui'), 'static/i18n-messages')
      return readCatalogues(join(messages, 'fr.json'), join(messages, 'en.json'))
    },
  },
  {
    title: 'Payload administration',
    licence: 'MIT',
    packages: [
      {
        registry: 'npm',
        name: '@payloadcms/translations',
        version: '3.90.2',
        sha256: '865d653a27f5c19607eed368e00c01c12d76e63d823ad2c9221564b13d9db2cf',
      },
    ],
    read: folder => {
      const languages = join(folder('@payloadcms/translations'), 'dist/languages')
      return readCatalogues(join(languages, 'fr.js'), join(languages, 'en.js'))
    },
  },
  {
    title: 'react-admin',
    licence: 'MIT',
    packages: [
      {
        registry: 'npm',
        name: 'ra-language-french',
        version: '5.15.3',
        sha256: 'aa96fc9fa58bd3c394bea0f99c2d2ff6dd425d61ac454d69b8beb127391e3847',
      },
      {
        registry: 'npm',
        name: 'ra-language-english',
        version: '5.15.4',
        sha256: '122ef813c7f63f65e0a3351b804da669034831e9d80c526324460bfec539b11a',
      },
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
    packages: [
      {
        registry: 'npm',
        name: '@uppy/locales',
        version: '5.2.0',
        sha256: '490de3d6009cdc01de08b9563075270f6d5a974a6228db3258f64fd5915f69c2',
      },
    ],
    read: folder =>
      readCatalogues(
        join(folder('@uppy/locales'), 'lib/fr_FR.js'),
        join(folder('@uppy/locales'), 'lib/en_US.js'),
      ),
  },
  {
    title: 'Node-RED editor',
    licence: 'Apache-2.0',
    packages: [
      {
        registry: 'npm',
        name: '@node-red/editor-client',
        version: '5.0.7',
        sha256: '974f584d943da8d6c76ab90b4313e456728e2ab0b6726ad82f5a8b86a0163e7c',
      },
    ],
    read: folder => {
      const locales = join(folder('@node-red/editor-client'), 'locales')
      return readCatalogues(join(locales, 'fr/editor.json'), join(locales, 'en-US/editor.json'))
    },
  },
  {
    title: 'Node-RED nodes',
    licence: 'Apache-2.0',
    packages: [
      {
        registry: 'npm',
        name: '@node-red/nodes',
        version: '5.0.7',
        sha256: '7f7f66869382f0015f87c88353f1cf3a92754c0e65e64758126e41f995a1f022',
      },
    ],
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
      {
        registry: 'npm',
        name: '@codingame/monaco-vscode-language-pack-fr',
        version: '25.1.2',
        sha256: '2f79d6bf395908bb2b199e068bcffb442fba31897384b601c181dcac66dce660',
      },
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
