import { expect, test } from 'vitest'
import { addressText, directionsUrl } from './directions.ts'

const site = {
  id: 'site',
  name: 'Piscine Pontoise',
  address: { line: '19 rue de Pontoise', postcode: '75005', city: 'Paris', country: 'FR' },
  position: { latitude: 48.8489, longitude: 2.3521 },
  accessInstructions: '',
}
const android = 'Mozilla/5.0 (Linux; Android 16; Pixel 9)'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)'

test('an Android phone gets a geo: address with the name of the place', () => {
  expect(directionsUrl(site, android)).toBe(
    'geo:48.8489,2.3521?q=48.8489%2C2.3521(Piscine%20Pontoise)',
  )
})

test('an iPhone gets Apple Maps', () => {
  expect(directionsUrl(site, iphone)).toBe('https://maps.apple.com/?daddr=48.8489%2C2.3521')
})

test('without a position the address leads there', () => {
  expect(directionsUrl({ ...site, position: null }, android)).toBe(
    'geo:0,0?q=19%20rue%20de%20Pontoise%2C%2075005%20Paris',
  )
})

test('a place nobody described has no way to it', () => {
  const nowhere = {
    ...site,
    position: null,
    address: { line: '', postcode: '', city: '', country: 'FR' },
  }
  expect(addressText(nowhere)).toBe('')
  expect(directionsUrl(nowhere, iphone)).toBeNull()
})
