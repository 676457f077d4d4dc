import type { Engine } from '../../model.ts'
import { createLibretranslateEngine } from '../../translate/engines/libretranslate/create-libretranslate-engine.ts'
import { VersoError } from '../../verso-error.ts'
import type { Project } from '../project/open-project.ts'
import { checkKey } from './check-key.ts'
import { connectJson } from './connect-json.ts'

/** @throws VersoError `config` without an address, or with a key that can't be one */
export function openLibretranslate({ config, environment }: Project): Engine {
  const settings = config.engines.libretranslate
  const address = environment.LIBRETRANSLATE_URL ?? settings.serverUrl
  if (address === undefined) {
    throw new VersoError(
      'config',
      'LibreTranslate needs the address of a server. Set LIBRETRANSLATE_URL, or engines.libretranslate.serverUrl in verso.config.yaml.',
    )
  }
  const service = 'LibreTranslate'
  const given = environment.LIBRETRANSLATE_API_KEY
  const key = given?.trim() ? checkKey('LIBRETRANSLATE_API_KEY', given, service) : undefined
  const keyHint = 'Check LIBRETRANSLATE_API_KEY.'
  const post = connectJson({ service, address, headers: {}, key: key ?? '', keyHint })
  return createLibretranslateEngine({ post, settings, key })
}
