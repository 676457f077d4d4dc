import { pageFormat } from '../../config/page-format.ts'
import type { Skeleton } from '../../model.ts'
import { guardPage } from '../../reassemble/guard/guard-page.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'
import { personsTargets } from '../run/persons-targets.ts'
import { targetsInOrder } from './targets-in-order.ts'

/** What a run makes of the page: targets that would break it are refused, and the source stands there. */
export function composePage(target: TargetInHand, source: Skeleton): ReturnType<typeof guardPage> {
  return guardPage({
    source: source.parts.map(({ raw }) => raw).join(''),
    skeleton: source,
    targets: targetsInOrder(target),
    confirmed: personsTargets(target),
    format: pageFormat(target.file),
    file: target.page.file.file,
    locale: target.locale,
  })
}
