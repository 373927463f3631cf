// The front door of demo: two filled organisations on the first start.
import { defineModule } from '../platform/module.ts'
import { beginDemo } from './begin.ts'

export const demo = defineModule('demo', import.meta.dirname, { begin: beginDemo })
