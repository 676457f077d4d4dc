import { readFileSync } from 'node:fs'
import { packageFile } from '../package-file.ts'

/** The program's version, as its package has it. */
export const version: string = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version
