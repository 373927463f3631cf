// `npm run verify -- report.pdf [photo.jpg …] [--certificate FINGERPRINT]`: proves a sealed report offline. Exit code 0:
// everything is as it was signed; 1: something is not; 2: it was asked wrongly.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type Check, verifyReport } from '@regie/seal'

const names: Readonly<Record<Check['what'], string>> = {
  whole_file: 'the seal covers the whole file',
  seal: 'the seal is intact',
  certificate: 'sealed by the certificate you named',
  evidence: 'the evidence can be read',
  content: 'the content has its fingerprint',
  signature: 'the signature is bound to the content',
  trail: 'the trail is unbroken',
  photo: 'this photo is one of those signed',
}

function ask() {
  try {
    return parseArgs({ allowPositionals: true, options: { certificate: { type: 'string' } } })
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}

const read = (file: string): Uint8Array<ArrayBuffer> => {
  try {
    return new Uint8Array(readFileSync(file))
  } catch (error) {
    console.error(`${file}: ${(error as Error).message}`)
    process.exit(2)
  }
}

const { positionals, values } = ask()
const [report, ...photos] = positionals
if (!report) {
  console.error('Usage: npm run verify -- report.pdf [photo.jpg …] [--certificate FINGERPRINT]')
  process.exit(2)
}
const { isGood, checks, evidence, sealedBy } = await verifyReport(read(report), {
  photos: photos.map((file) => ({ name: basename(file), bytes: read(file) })),
  ...(values.certificate ? { certificateHashes: [values.certificate] } : {}),
})
for (const check of checks)
  console.log(`${check.isGood ? 'ok  ' : 'FAIL'}  ${names[check.what]}  ${check.detail}`)
if (evidence) {
  const { workOrder, number, organization } = evidence.content
  console.log(
    `\n${organization.name}, ${workOrder.reference}, version ${number}: ${workOrder.title}`,
  )
}
if (sealedBy)
  console.log(
    `Sealed by ${sealedBy.name}, certificate ${sealedBy.certificateHash}.\nCompare it with the fingerprint the organisation publishes.`,
  )
console.log(
  isGood
    ? '\nGENUINE: nothing was changed.'
    : '\nNOT GENUINE: something was changed, or this is no sealed report.',
)
process.exit(isGood ? 0 : 1)
