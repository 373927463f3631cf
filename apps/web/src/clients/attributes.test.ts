import { expect, test } from 'vitest'
import { attributesOf, attributesText } from './attributes.ts'

test('lines become features, and back', () => {
  const features = { Longueur: '25 m', Couvert: '', Horaires: '8:00' }
  expect(attributesOf('Longueur : 25 m\n\n  Couvert \nHoraires:8:00')).toEqual(features)
  expect(attributesOf(attributesText(features))).toEqual(features)
})
