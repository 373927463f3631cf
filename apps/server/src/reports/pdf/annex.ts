// Photos, the signature with its statement, and the trail.
import { acceptanceEffect } from '@regie/contract/acceptance-sentence'
import type { Strokes } from '@regie/contract/form-answers'
import type { ContentPhoto, ReportContent, Signature } from '@regie/contract/report-content'
import type { Language } from '@regie/contract/roles'
import { drawStrokes } from '../../platform/pdf/drawings.ts'
import { BAD, LINE, SOFT, type Style } from '../../platform/pdf/flow.ts'
import type { Paper } from './paper.ts'
import { trailWords } from './words.ts'

const GAP = 16
const MOST = 184

export function drawPhotos(paper: Paper): void {
  const {
    flow,
    words,
    evidence: { content },
  } = paper
  for (const moment of ['before', 'during', 'after'] as const) {
    const photos = content.photos.filter((photo) => photo.moment === moment)
    if (photos.length === 0) continue
    const first = photos.slice(0, 2)
    const keep = Math.max(...first.map((photo) => photoSize(paper, photo).height)) + 40
    flow.heading(`${words.photos} · ${words.moments[moment]}`, keep)
    for (let index = 0; index < photos.length; index += 2)
      drawPair(paper, photos.slice(index, index + 2))
  }
}

/** Files cannot be printed: their names and fingerprints can. */
export function drawFiles({ flow, words, evidence: { content } }: Paper): void {
  if (!content.files?.length) return
  flow.heading(words.files, 60)
  flow.table(
    [
      { title: words.columns.label, share: 4 },
      { title: 'SHA-256', share: 6 },
    ],
    content.files.map(({ name, sha256 }) => [name, { text: sha256, colour: SOFT }]),
  )
}

function photoSize(
  { flow, pictures }: Paper,
  { id }: ContentPhoto,
): { width: number; height: number } {
  const column = (flow.width - GAP) / 2
  const picture = pictures.get(id)
  if (!picture) return { width: column, height: 60 }
  const scale = Math.min(column / picture.width, MOST / picture.height)
  return { width: picture.width * scale, height: picture.height * scale }
}

function drawPair(paper: Paper, photos: readonly ContentPhoto[]): void {
  const { flow, say, words, pictures, evidence } = paper
  const column = (flow.width - GAP) / 2
  const captions = photos.map((photo) =>
    [
      words.photo(evidence.content.photos.indexOf(photo) + 1),
      photo.caption,
      say.moment(photo.takenAt),
    ]
      .filter(Boolean)
      .join(' · '),
  )
  const style: Style = { size: 7.5, colour: SOFT, width: column }
  const sizes = photos.map((photo) => photoSize(paper, photo))
  const tallest = Math.max(...sizes.map(({ height }) => height))
  const height =
    tallest + Math.max(...captions.map((caption) => flow.heightOf(caption, style))) + 22
  flow.block(height, (y) => {
    for (const [index, photo] of photos.entries()) {
      const x = flow.left + index * (column + GAP)
      const picture = pictures.get(photo.id)
      const size = sizes[index] ?? { width: column, height: 60 }
      if (picture) flow.pdf.image(picture.bytes, x, y, size)
      else {
        flow.pdf.rect(x, y, size.width, size.height).lineWidth(0.6).stroke(LINE)
        flow.put(words.photoMissing, x + 10, y + 24, { colour: BAD, width: column - 20 })
      }
      flow.put(captions[index] ?? '', x, y + tallest + 4, style)
      flow.put(`SHA-256 ${photo.sha256.slice(0, 32)}…`, x, y + height - 15, { ...style, size: 6 })
    }
  })
}

const BOX = 116
const OWN_BOX = 92
const OWN_ROW = 3

/** What was accepted; then the statement with its signatures, always on one page with each other. */
export function drawSigning(paper: Paper): void {
  const { flow, words, evidence } = paper
  const { signature } = evidence
  const isSigned = signature.signer.kind !== 'absent'
  const owners = signersAmong(evidence.content)
  const lines = termLines(paper, signature)
  const heights = lines.map(({ text, style }) => flow.heightOf(text, style) + 5)
  const statement = statementOf(paper, signature)
  const together =
    flow.heightOf(statement) +
    8 +
    (isSigned ? BOX : 0) +
    Math.ceil(owners.length / OWN_ROW) * OWN_BOX
  const whole = heights.reduce((sum, one) => sum + one, 0) + together + 30
  // Reserves may be longer than a page: then they run on, and the statement stays with its signatures.
  flow.heading(words.signing, whole < flow.bottom - flow.left ? whole : 60)
  for (const [index, { text, style }] of lines.entries())
    flow.block(heights[index] ?? 14, (y) =>
      flow.put(text, flow.left + (style.indent ?? 0), y, style),
    )
  flow.ensure(together)
  flow.text(statement)
  flow.space(6)
  if (isSigned) drawBox(paper, signature)
  drawOwners(paper, owners)
  flow.text(`${words.contentHash}${words.colon}${evidence.contentHash}`, { size: 7, colour: SOFT })
  flow.text(`${words.signatureHash}${words.colon}${evidence.signatureHash}`, {
    size: 7,
    colour: SOFT,
  })
}

type Owner = { readonly name: string; readonly position: string; readonly strokes: Strokes }

const signersAmong = ({ technicians }: ReportContent): Owner[] =>
  technicians.flatMap(({ name, position, signature }) =>
    signature?.length ? [{ name, position, strokes: signature }] : [],
  )

const statementOf = ({ words }: Paper, { signer, by }: Signature): string =>
  signer.kind === 'absent'
    ? [words.absent(signer.reason), words.attested(by)].join('\n')
    : words.statement(signer.name, signer.role)

type Line = { readonly text: string; readonly style: Style }

function termLines({ words, say, evidence }: Paper, signature: Signature): Line[] {
  const { signer, acceptance, clientRemarks, consent, signedAt, serverAt } = signature
  const bold: Style = { face: 'bold', size: 11 }
  const small: Style = { size: 8, colour: SOFT }
  const list: Style = { indent: 12 }
  const remarks = clientRemarks
    ? [{ text: `${words.clientRemarks}${words.colon}${clientRemarks}`, style: {} }]
    : []
  if (signer.kind === 'absent' || !acceptance)
    return [{ text: words.acceptances.none, style: bold }, ...remarks]
  const { kind } = acceptance
  const effect = acceptanceEffect(kind, say.day(signedAt ?? serverAt), evidence.content.language)
  return [
    { text: words.acceptances[kind], style: kind === 'refused' ? { ...bold, colour: BAD } : bold },
    ...(kind === 'with_reserves'
      ? [
          { text: `${words.reserves}${words.colon}`, style: {} },
          ...acceptance.reserves.map((reserve, index) => ({
            text: `${index + 1}. ${reserve}`,
            style: list,
          })),
        ]
      : []),
    ...(kind === 'refused'
      ? [{ text: `${words.refusal}${words.colon}${acceptance.reasons}`, style: {} }]
      : []),
    ...(effect ? [{ text: effect, style: small }] : []),
    ...remarks,
    ...(consent
      ? [
          {
            text: `${words.consent} (v${consent.version})${words.colon}${consent.text}`,
            style: small,
          },
        ]
      : []),
  ]
}

function drawBox({ flow, words, say }: Paper, { signer, deviceAt, signedAt }: Signature): void {
  if (signer.kind === 'absent') return
  flow.block(BOX, (y) => {
    flow.pdf.roundedRect(flow.left, y, 250, 100, 6).lineWidth(0.8).stroke(LINE)
    flow.put(words.clientSignature, flow.left + 10, y + 7, { size: 7.5, colour: SOFT })
    drawStrokes(flow.pdf, signer.strokes, { x: flow.left + 20, y: y + 22, width: 210, height: 66 })
    const x = flow.left + 268
    const width = flow.width - 268
    flow.put(signer.name, x, y + 12, { face: 'bold', size: 11, width })
    flow.put(signer.role, x, y + 28, { colour: SOFT, width })
    const how =
      signer.kind === 'remote' ? words.remote(signer.email || (signer.phone ?? '')) : words.onSite
    flow.put(`${words.signedAt(say.moment(signedAt ?? deviceAt))},\n${how}.`, x, y + 46, {
      size: 8.5,
      width,
    })
  })
}

/** Those who did the work, three a row. */
function drawOwners({ flow, words }: Paper, owners: readonly Owner[]): void {
  const width = (flow.width - (OWN_ROW - 1) * GAP) / OWN_ROW
  for (let first = 0; first < owners.length; first += OWN_ROW)
    flow.block(OWN_BOX, (y) => {
      for (const [place, owner] of owners.slice(first, first + OWN_ROW).entries()) {
        const x = flow.left + place * (width + GAP)
        flow.pdf
          .roundedRect(x, y, width, OWN_BOX - 14, 6)
          .lineWidth(0.8)
          .stroke(LINE)
        flow.put(words.technicianSignature, x + 8, y + 6, { size: 7, colour: SOFT })
        drawStrokes(flow.pdf, owner.strokes, {
          x: x + 12,
          y: y + 18,
          width: width - 24,
          height: 38,
        })
        const name = [owner.name, owner.position].filter(Boolean).join(', ')
        flow.put(name, x + 8, y + OWN_BOX - 28, { size: 8, width: width - 16 })
      }
    })
}

export function drawTrail({ flow, words, say, evidence }: Paper): void {
  const { signature, trail, content } = evidence
  flow.heading(words.proof, 120)
  const { signer, consent } = signature
  const points = signer.kind === 'absent' ? [] : signer.strokes.flat()
  const drawnMs = Math.max(0, ...points.map(([, , at]) => at ?? 0))
  flow.facts([
    [words.deviceTime, say.moment(signature.deviceAt)],
    [words.signedTime, signature.signedAt ? say.moment(signature.signedAt) : ''],
    [words.serverTime, say.moment(signature.serverAt)],
    [
      words.strokes,
      signer.kind === 'absent'
        ? ''
        : words.strokesText(signer.strokes.length, points.length, say.number(drawnMs / 1000)),
    ],
    [words.consentVersion, consent ? words.numbered(consent.version) : ''],
    [words.device, [signature.device.app, signature.device.userAgent].filter(Boolean).join(' · ')],
    [
      words.place,
      signature.position
        ? `${signature.position.latitude.toFixed(5)}, ${signature.position.longitude.toFixed(5)} (± ${Math.round(signature.position.accuracyMetres)} m)`
        : signer.kind === 'absent'
          ? ''
          : words.notGiven,
    ],
  ])
  flow.subheading(words.trail, 50)
  flow.table(
    [
      { title: words.trailColumns.at, share: 3 },
      { title: words.trailColumns.what, share: 4 },
      { title: words.trailColumns.by, share: 3 },
      { title: words.trailColumns.hash, share: 3 },
    ],
    trail.map(({ at, what, by, hash }) => [
      say.moment(at),
      factName(what, content.language),
      by,
      { text: `${hash.slice(0, 16)}…`, colour: SOFT },
    ]),
  )
}

const factName = (what: string, language: Language): string => trailWords[what]?.[language] ?? what
