// A certificate of the organisation's own, read before anything is sealed with it. Every fault is told at once. Pure.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import type { Fault } from '@regie/contract/errors'
import type { Instant } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'

type Given = { readonly certificate: string; readonly key: string; readonly passphrase: string }
type Read = {
  readonly certificate: X509Certificate | null
  readonly key: KeyObject | null
  readonly faults: readonly Fault[]
}

const LEAST_BITS = 2048

const sayings = {
  certificate: [
    'Un certificat au format PEM est attendu (-----BEGIN CERTIFICATE-----).',
    'A certificate in PEM is expected (-----BEGIN CERTIFICATE-----).',
  ],
  key: [
    'Une clé privée au format PEM est attendue (-----BEGIN PRIVATE KEY-----).',
    'A private key in PEM is expected (-----BEGIN PRIVATE KEY-----).',
  ],
  swapped: [
    'Le certificat et la clé semblent inversés.',
    'The certificate and the key seem to be swapped.',
  ],
  passphrase: [
    'La phrase secrète de cette clé est attendue.',
    'This key’s passphrase is expected.',
  ],
  wrongPassphrase: [
    'Cette phrase secrète n’ouvre pas la clé.',
    'This passphrase does not open the key.',
  ],
  rsa: ['Une clé RSA est attendue.', 'An RSA key is expected.'],
  bits: [
    `Une clé d’au moins ${LEAST_BITS} bits est attendue.`,
    `A key of at least ${LEAST_BITS} bits is expected.`,
  ],
  pair: [
    'La clé privée de ce certificat est attendue.',
    'The private key of this certificate is expected.',
  ],
  over: [
    'Un certificat encore valable est attendu.',
    'A certificate that is still valid is expected.',
  ],
  early: [
    'Un certificat déjà valable est attendu.',
    'A certificate that is valid already is expected.',
  ],
} as const

export function readCertificate(given: Given, now: Instant, language: Language): Read {
  const say = (what: keyof typeof sayings) => sayings[what][language === 'fr' ? 0 : 1]
  const faults: Fault[] = []
  const tell = (path: keyof Given, what: keyof typeof sayings, got: string) =>
    void faults.push({ path, expected: say(what), got })
  const isSwapped = /PRIVATE KEY/.test(given.certificate) && /BEGIN CERTIFICATE/.test(given.key)
  if (isSwapped) {
    tell('certificate', 'swapped', firstLine(given.certificate))
    return { certificate: null, key: null, faults }
  }
  const certificate = attempt(() => new X509Certificate(given.certificate))
  if (!certificate) tell('certificate', 'certificate', firstLine(given.certificate))
  const key = readKey(given, tell)
  if (certificate && Date.parse(certificate.validTo) < Date.parse(now))
    tell('certificate', 'over', certificate.validTo)
  if (certificate && Date.parse(certificate.validFrom) > Date.parse(now))
    tell('certificate', 'early', certificate.validFrom)
  if (certificate && key && !certificate.checkPrivateKey(key))
    tell('key', 'pair', certificate.subject.replaceAll('\n', ', '))
  return { certificate, key, faults }
}

function readKey(
  { key: pem, passphrase }: Given,
  tell: (path: keyof Given, what: keyof typeof sayings, got: string) => void,
): KeyObject | null {
  const isLocked = /ENCRYPTED/.test(pem)
  if (isLocked && passphrase === '') {
    tell('passphrase', 'passphrase', '')
    return null
  }
  const key = attempt(() => createPrivateKey({ key: pem, passphrase }))
  if (!key) {
    if (isLocked) tell('passphrase', 'wrongPassphrase', '…')
    else tell('key', 'key', /PRIVATE KEY/.test(pem) ? '…' : firstLine(pem))
    return null
  }
  if (key.asymmetricKeyType !== 'rsa') tell('key', 'rsa', String(key.asymmetricKeyType))
  const bits = key.asymmetricKeyDetails?.modulusLength ?? LEAST_BITS
  if (bits < LEAST_BITS) tell('key', 'bits', `${bits}`)
  return key
}

const firstLine = (text: string): string => text.trim().split('\n')[0]?.slice(0, 60) ?? ''

function attempt<T>(make: () => T): T | null {
  try {
    return make()
  } catch {
    return null
  }
}
