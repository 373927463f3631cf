import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { makeCertificate } from '@regie/seal'
import { beforeAll, expect, test } from 'vitest'
import { readCertificate } from './certificate.ts'

const NOW = '2026-11-23T08:00:00.000Z'
const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----`

let certificate: string
let key: string
let locked: string

beforeAll(async () => {
  const made = await makeCertificate('Bassins Exemple', new Date('2026-01-01'))
  const own = createPrivateKey({ key: Buffer.from(made.key), format: 'der', type: 'pkcs8' })
  certificate = pem(made.certificate)
  key = own.export({ type: 'pkcs8', format: 'pem' }) as string
  locked = own.export({
    ...{ type: 'pkcs8', format: 'pem' },
    ...{ cipher: 'aes-256-cbc', passphrase: 'sésame' },
  } as never) as unknown as string
})

const faultsOf = (given: object, now = NOW) =>
  readCertificate({ certificate, key, passphrase: '', ...given }, now, 'en').faults.map(
    ({ path, expected }) => [path, expected],
  )

test('a certificate and its key are taken, locked or not', () => {
  expect(faultsOf({})).toEqual([])
  expect(faultsOf({ key: locked, passphrase: 'sésame' })).toEqual([])
})

test('what does not fit is said, every fault at once', () => {
  expect(faultsOf({ certificate: 'x', key: 'y' })).toEqual([
    ['certificate', 'A certificate in PEM is expected (-----BEGIN CERTIFICATE-----).'],
    ['key', 'A private key in PEM is expected (-----BEGIN PRIVATE KEY-----).'],
  ])
  expect(faultsOf({ certificate: key, key: certificate })).toEqual([
    ['certificate', 'The certificate and the key seem to be swapped.'],
  ])
  expect(faultsOf({ key: locked })).toEqual([['passphrase', 'This key’s passphrase is expected.']])
  expect(faultsOf({ key: locked, passphrase: 'no' })).toEqual([
    ['passphrase', 'This passphrase does not open the key.'],
  ])
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  expect(faultsOf({ key: privateKey }, '2040-01-01T00:00:00.000Z')).toEqual([
    ['key', 'An RSA key is expected.'],
    ['certificate', 'A certificate that is still valid is expected.'],
    ['key', 'The private key of this certificate is expected.'],
  ])
  expect(faultsOf({}, '2025-01-01T00:00:00.000Z')).toEqual([
    ['certificate', 'A certificate that is valid already is expected.'],
  ])
})
