// What the drawing of a report works with.

import type { Id } from '@regie/contract/kernel'
import type { Evidence } from '@regie/contract/report-content'
import type { Flow } from '../../platform/pdf/flow.ts'
import type { Picture } from '../../platform/pdf/pictures.ts'
import type { Sayer } from './say.ts'
import type { PaperWords } from './words.ts'

export type Brand = { readonly colour: string; readonly logo: Picture | null }

export type Paper = {
  readonly flow: Flow
  readonly say: Sayer
  readonly words: PaperWords
  readonly evidence: Evidence
  readonly brand: Brand
  /** Null: it cannot be read. */
  readonly pictures: ReadonlyMap<Id, Picture | null>
}
