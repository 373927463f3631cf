// Tallies in the order people think of them, those that count nothing left out; storage keeps no order.
import type { Tallies, Tally } from '@regie/contract/integrations'

const nouns = [
  'clients',
  'sites',
  'assets',
  'technicians',
  'skills',
  'certifications',
  'work-orders',
] as const

export type Noun = (typeof nouns)[number]

export const inOrder = (tallies: Tallies): [Noun, Tally][] =>
  nouns.flatMap((noun): [Noun, Tally][] => {
    const tally = tallies[noun]
    return tally && tally.created + tally.updated + tally.unchanged > 0 ? [[noun, tally]] : []
  })
