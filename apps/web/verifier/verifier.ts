// Proves a sealed report with nothing but this file and a browser: no server, no network, no account.
import { type Verdict, verifyReport } from '@regie/seal'
import { type VerifierLanguage, verifierWords } from './words.ts'

let language: VerifierLanguage = navigator.language.startsWith('fr') ? 'fr' : 'en'
let chosen: readonly File[] = []

const place = <T extends HTMLElement>(id: string): T => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`#${id} is missing`)
  return found as T
}

/** Texts are never read as HTML: what a PDF says is a stranger's. */
const line = (name: string, text: string, className = ''): HTMLElement => {
  const made = document.createElement(name)
  made.textContent = text
  made.className = className
  return made
}

const read = async (file: File) => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

async function check(): Promise<void> {
  const result = place('result')
  const words = verifierWords[language]
  result.replaceChildren()
  if (chosen.length === 0) return
  const pdf = chosen.find(({ name }) => /\.pdf$/i.test(name))
  if (!pdf) return result.replaceChildren(line('p', words.noPdf, 'bad verdict'))
  const wanted = place<HTMLInputElement>('fingerprint').value.trim()
  const photos = await Promise.all(chosen.filter((file) => file !== pdf).map(read))
  const { bytes } = await read(pdf)
  const verdict = await verifyReport(bytes, {
    photos,
    ...(wanted ? { certificateHashes: [wanted] } : {}),
  })
  result.replaceChildren(...shown(verdict))
}

function shown({ isGood, checks, evidence, sealedBy }: Verdict): HTMLElement[] {
  const words = verifierWords[language]
  const list = document.createElement('ul')
  for (const { what, isGood: good, detail } of checks) {
    const item = line('li', '', good ? 'good' : 'bad')
    item.append(line('b', good ? '✓' : '✗'), line('span', words.checks[what]), line('code', detail))
    list.append(item)
  }
  const about = document.createElement('section')
  if (evidence) {
    const { content, signature } = evidence
    const { signer } = signature
    const when = new Date(signature.signedAt ?? signature.serverAt).toLocaleString(
      language === 'fr' ? 'fr-FR' : 'en-GB',
      { timeZone: content.timeZone },
    )
    const number = words.version(content.number)
    about.append(
      line('h2', content.workOrder.title),
      line('p', `${content.organization.name} · ${content.workOrder.reference}, ${number}`),
      line('p', signer.kind === 'absent' ? words.nobody : words.signedBy(signer.name, when)),
    )
  }
  if (sealedBy)
    about.append(line('p', words.sealedBy(sealedBy.name)), line('code', sealedBy.certificateHash))
  return [
    line('p', isGood ? words.good : words.bad, `${isGood ? 'good' : 'bad'} verdict`),
    about,
    list,
  ]
}

function speak(): void {
  const words = verifierWords[language]
  document.documentElement.lang = language
  document.title = words.title
  place('title').textContent = words.title
  place('lead').textContent = words.lead
  place('choose').textContent = words.choose
  place('fingerprint-name').textContent = words.fingerprint
  place('fingerprint-help').textContent = words.fingerprintHelp
  place('language').textContent = words.other
  void check()
}

const take = (files: FileList | null | undefined): void => {
  chosen = [...(files ?? [])]
  void check()
}

place<HTMLInputElement>('files').addEventListener('change', (event) =>
  take((event.currentTarget as HTMLInputElement).files),
)
place('fingerprint').addEventListener('change', () => void check())
place('language').addEventListener('click', () => {
  language = language === 'fr' ? 'en' : 'fr'
  speak()
})
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  take(event.dataTransfer?.files)
})
speak()
