// The signature inside a sealed PDF: CMS SignedData as PAdES asks for (EN 319 142-1, baseline B-B): detached, with the
// digest of the document and the signing certificate's own digest among the signed attributes.
import * as asn1 from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  GeneralName,
  GeneralNames,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'

type Bytes = Uint8Array<ArrayBuffer>
const { subtle } = globalThis.crypto
type Key = Awaited<ReturnType<typeof subtle.importKey>>
const SHA256 = '2.16.840.1.101.3.4.2.1'
const RSA_SHA256 = '1.2.840.113549.1.1.11'
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

export type Sealer = { readonly certificate: Bytes; readonly key: Key }

const digest = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await subtle.digest('SHA-256', bytes))
const view = (content: ArrayBuffer | ArrayBufferView<ArrayBufferLike>): Bytes =>
  content instanceof ArrayBuffer
    ? new Uint8Array(content)
    : new Uint8Array(
        content.buffer.slice(
          content.byteOffset,
          content.byteOffset + content.byteLength,
        ) as ArrayBuffer,
      )
const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

/** A certificate of one's own and its key, for an organisation that has none: 10 years, to be trusted by its fingerprint. */
export async function makeCertificate(
  name: string,
  from: Date,
): Promise<{ certificate: Bytes; key: Bytes }> {
  const pair = await subtle.generateKey(
    { ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  )
  const certificate = new Certificate()
  certificate.version = 2
  const serial = globalThis.crypto.getRandomValues(new Uint8Array(16))
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x01
  certificate.serialNumber = new asn1.Integer({ valueHex: serial.buffer })
  for (const [type, value] of [
    ['2.5.4.3', name],
    ['2.5.4.10', name],
  ] as const) {
    const part = new AttributeTypeAndValue({
      type,
      value: new asn1.Utf8String({ value: value.slice(0, 64) }),
    })
    certificate.issuer.typesAndValues.push(part)
    certificate.subject.typesAndValues.push(part)
  }
  certificate.notBefore.value = from
  certificate.notAfter.value = new Date(from.getTime() + 3_652 * 86_400_000)
  const basic = new BasicConstraints({ cA: false })
  const usage = new asn1.BitString({ valueHex: new Uint8Array([0xc0]).buffer, unusedBits: 6 })
  certificate.extensions = [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: basic.toSchema().toBER(),
      parsedValue: basic,
    }),
    new Extension({
      extnID: '2.5.29.15',
      critical: true,
      extnValue: usage.toBER(),
      parsedValue: usage,
    }),
  ]
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey)
  await certificate.sign(pair.privateKey, 'SHA-256')
  return {
    certificate: new Uint8Array(certificate.toSchema(true).toBER()),
    key: new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey)),
  }
}

export const importKey = (pkcs8: Bytes): Promise<Key> =>
  subtle.importKey('pkcs8', pkcs8, RSA, false, ['sign'])

const readCertificate = (bytes: Bytes): Certificate => Certificate.fromBER(bytes)

/** SigningCertificateV2: which certificate signed, so that no other can be put in its place. */
function signingCertificate(certificate: Certificate, certificateHash: Bytes): asn1.Sequence {
  const issuer = new GeneralNames({
    names: [new GeneralName({ type: 4, value: certificate.issuer })],
  })
  const essCertId = new asn1.Sequence({
    value: [
      new asn1.OctetString({ valueHex: certificateHash.buffer }),
      new asn1.Sequence({ value: [issuer.toSchema(), certificate.serialNumber] }),
    ],
  })
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [essCertId] })] })
}

type Parts = {
  readonly certificate: Certificate
  readonly certificateHash: Bytes
  readonly contentHash: Bytes
}

const signedAttributes = ({
  certificate,
  certificateHash,
  contentHash,
}: Parts): SignedAndUnsignedAttributes =>
  new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new Attribute({
        type: '1.2.840.113549.1.9.3',
        values: [new asn1.ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })],
      }),
      new Attribute({
        type: '1.2.840.113549.1.9.4',
        values: [new asn1.OctetString({ valueHex: contentHash.buffer })],
      }),
      new Attribute({
        type: '1.2.840.113549.1.9.16.2.47',
        values: [signingCertificate(certificate, certificateHash)],
      }),
    ],
  })

/** The bytes that are signed: the attributes as a SET. */
function toBeSigned(attributes: SignedAndUnsignedAttributes): Bytes {
  const bytes = new Uint8Array(attributes.toSchema().toBER())
  bytes[0] = 0x31
  return bytes
}

/** The whole structure from its parts; the same parts give the same bytes, which is how a verifier finds strange ones. */
function assemble(parts: Parts, value: Bytes): Bytes {
  const { certificate } = parts
  const digestAlgorithm = () =>
    new AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new asn1.Null() })
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
    digestAlgorithm: digestAlgorithm(),
    signatureAlgorithm: new AlgorithmIdentifier({
      algorithmId: RSA_SHA256,
      algorithmParams: new asn1.Null(),
    }),
    signature: new asn1.OctetString({ valueHex: value.buffer }),
    signedAttrs: signedAttributes(parts),
  })
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    certificates: [certificate],
    signerInfos: [signer],
  })
  const content = new ContentInfo({
    contentType: '1.2.840.113549.1.7.2',
    content: signed.toSchema(true),
  })
  return new Uint8Array(content.toSchema().toBER())
}

/** Signs the digest of a document. */
export async function signDigest(contentHash: Bytes, { certificate, key }: Sealer): Promise<Bytes> {
  const parts: Parts = {
    certificate: readCertificate(certificate),
    certificateHash: await digest(certificate),
    contentHash,
  }
  const value = await subtle.sign(RSA, key, toBeSigned(signedAttributes(parts)))
  return assemble(parts, new Uint8Array(value))
}

export type ReadSeal = {
  /** Every byte of the signature is as it must be, and it is of this digest. */
  readonly isGood: boolean
  readonly certificate: Bytes
  /** SHA-256 of the certificate: what says whose seal it is. */
  readonly certificateHash: string
  readonly subject: string
  readonly validUntil: Date
  readonly isSelfSigned: boolean
}

/** Reads a signature and proves it; null: it is none. */
export async function readSeal(cms: Bytes, contentHash: Bytes): Promise<ReadSeal | null> {
  try {
    const info = ContentInfo.fromBER(cms)
    const signed = new SignedData({ schema: info.content })
    const [signer] = signed.signerInfos
    const certificate = signed.certificates?.find(
      (one): one is Certificate => one instanceof Certificate,
    )
    if (!signer || !certificate) return null
    const bytes = new Uint8Array(certificate.toSchema().toBER())
    const certificateHash = await digest(bytes)
    const parts: Parts = { certificate, certificateHash, contentHash }
    const value = view(signer.signature.valueBlock.valueHexView.slice())
    const key = await certificate.getPublicKey({
      algorithm: { algorithm: RSA, usages: ['verify'] },
    })
    const isSigned = await subtle.verify(RSA, key, value, toBeSigned(signedAttributes(parts)))
    const isWhole = same(assemble(parts, value), cms)
    const named = (of: Certificate['subject']) =>
      String(of.typesAndValues.find(({ type }) => type === '2.5.4.3')?.value.valueBlock.value ?? '')
    return {
      isGood: isSigned && isWhole,
      certificate: bytes,
      certificateHash: [...certificateHash]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join(''),
      subject: named(certificate.subject),
      validUntil: certificate.notAfter.value,
      isSelfSigned: certificate.issuer.isEqual(certificate.subject),
    }
  } catch {
    return null
  }
}
