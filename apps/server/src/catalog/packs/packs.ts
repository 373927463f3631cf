// The forms the product ships, by trade.
import { type FormDefinition, type FormPack, formDefinition } from '@regie/contract/forms'
import { generic } from './generic.ts'
import { hvac } from './hvac.ts'
import { lifting } from './lifting.ts'
import { pool } from './pool.ts'
import type { PackInput } from './words.ts'

const packs: Readonly<Record<FormPack, PackInput>> = { pool, hvac, lifting, generic }

export const packDefinition = (pack: FormPack): FormDefinition => formDefinition.parse(packs[pack])
