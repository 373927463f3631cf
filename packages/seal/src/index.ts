// Seals a report's PDF and proves it offline, in Node and in the browser alike.
import type { Evidence } from '@regie/contract/report-content'
import { type Check, checkEvidence, checkPhotos, readEvidence } from './evidence.ts'
import { attachedFile, readPdfSeal } from './pdf.ts'

export { importKey, makeCertificate, type Sealer } from './cms.ts'
export { brokenLink, type Check, chain } from './evidence.ts'
export { GAP_DIGITS, RANGE_HOLES, sealPdf } from './pdf.ts'

export const EVIDENCE_FILE = 'evidence.json'

export type Verdict = {
  readonly isGood: boolean
  readonly checks: readonly Check[]
  readonly evidence: Evidence | null
  /** SHA-256 of the certificate that sealed it: compare it with the one the organisation publishes. */
  readonly sealedBy: { readonly name: string; readonly certificateHash: string } | null
}

type File = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/**
 * Whether a sealed report and photos are as they were when they were signed. Asks nobody. `certificateHashes`:
 * the seal must be by one of these certificates; without them, any will do and the verdict says which one it was.
 */
export async function verifyReport(
  pdf: Uint8Array<ArrayBuffer>,
  {
    photos = [],
    certificateHashes,
  }: { photos?: readonly File[]; certificateHashes?: readonly string[] } = {},
): Promise<Verdict> {
  const { isWhole, seal } = await readPdfSeal(pdf)
  const attached = await attachedFile(pdf, EVIDENCE_FILE).catch(() => null)
  const evidence = attached && readEvidence(attached)
  const checks: Check[] = [
    { what: 'whole_file', isGood: isWhole, detail: `${pdf.length}` },
    { what: 'seal', isGood: seal?.isGood ?? false, detail: seal?.subject ?? '' },
    ...(certificateHashes
      ? [
          {
            what: 'certificate' as const,
            isGood: certificateHashes.some(
              (one) => seal?.certificateHash === one.replaceAll(/[\s:]/g, '').toLowerCase(),
            ),
            detail: seal?.certificateHash ?? '',
          },
        ]
      : []),
    { what: 'evidence', isGood: evidence !== null, detail: EVIDENCE_FILE },
    ...(evidence ? await checkEvidence(evidence) : []),
    ...(evidence ? await checkPhotos(evidence, photos) : []),
  ]
  return {
    isGood: checks.every(({ isGood }) => isGood),
    checks,
    evidence,
    sealedBy: seal && { name: seal.subject, certificateHash: seal.certificateHash },
  }
}
