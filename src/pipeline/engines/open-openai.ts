import type { Engine } from '../../model.ts'
import { createOpenaiEngine } from '../../translate/engines/openai/create-openai-engine.ts'
import { VersoError } from '../../verso-error.ts'
import type { Project } from '../project/open-project.ts'
import { checkKey } from './check-key.ts'
import { connectJson } from './connect-json.ts'

const home = 'https://api.openai.com/v1'

/**
 * A server on one's own machine needs no key.
 *
 * @throws VersoError `config` without a model, or without a key where one is needed
 */
export function openOpenai({ config, environment }: Project): Engine {
  const settings = config.engines.openai
  const address = environment.OPENAI_BASE_URL ?? settings.serverUrl ?? home
  const given = environment.OPENAI_API_KEY
  const isOptional = address !== home && !given?.trim()
  const key = isOptional ? '' : checkKey('OPENAI_API_KEY', given, 'The engine openai')
  const model = environment.OPENAI_MODEL?.trim() || settings.model
  if (model === undefined) {
    throw new VersoError(
      'config',
      'The engine openai needs the name of a model. Set OPENAI_MODEL, or engines.openai.model in verso.config.yaml.',
    )
  }
  const post = connectJson({
    service: 'The chat server',
    address: withVersion(address),
    headers: key === '' ? {} : { authorization: `Bearer ${key}` },
    key,
    keyHint: 'Check OPENAI_API_KEY.',
  })
  return createOpenaiEngine({ post, settings, model })
}

/** `http://localhost:11434` is meant as `http://localhost:11434/v1`. */
function withVersion(address: string): string {
  return new URL(address).pathname === '/' ? `${address.replace(/\/+$/, '')}/v1` : address
}
