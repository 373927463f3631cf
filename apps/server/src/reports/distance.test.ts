// Signing where the technician is not, and the end of what was kept long enough.
import { expect, test } from 'vitest'
import { eventually } from '../testing/eventually.ts'
import { aBrowser } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'
import { aProvider } from '../testing/providers.ts'
import { aReportDay, done, strokes } from '../testing/report-day.ts'
import { samplePhoto } from '../testing/sample-report.ts'
import { keepArchiveOf } from './archive.ts'

const clock = { now: Date.parse('2026-11-23T08:00:00Z') }
const sms = await aProvider()
const program = useProgram({
  clock: () => clock.now,
  env: { SMS: 'http', SMS_URL: sms.url, SMS_TOKEN: 'a token of this provider' },
})
const aDay = () => aReportDay(program, clock)

const texts = () =>
  sms.handed.map(({ body }) => JSON.parse(body.toString()) as { to: string; text: string })

const signature = (contentHash: string) => ({
  contentHash,
  name: 'Paul Lointain',
  acceptance: { kind: 'with_reserves', reserves: ['Joint à revoir'] },
  strokes,
  consents: true,
  deviceAt: new Date(clock.now).toISOString(),
  device: { userAgent: 'test', app: 'web' },
  position: { latitude: 48.85, longitude: 2.35, accuracyMetres: 12 },
})

test('a report is signed at a distance with a code; looking, wrong codes and old links change nothing', async () => {
  const { tell, office, work, later } = await aDay()
  const invite = { email: 'loin@example.org', name: 'Paul Lointain' }
  const path = `/api/work-orders/${work.id}/signing-invitations`
  expect((await office.post(path, invite)).body).toMatchObject({ code: 'report_incomplete' })
  await tell(done)
  expect((await office.post(path, { name: 'Paul', email: '' })).body).toMatchObject({
    faults: [{ path: 'email' }],
  })
  expect((await office.post(path, invite)).body).toMatchObject({
    state: 'awaiting',
    invitation: { to: 'loin@example.org' },
  })
  const [letter = ''] = await eventually(
    async () => program.lettersTo('loin@example.org'),
    (letters) => letters.length === 1,
  )
  const token = /\/sign\/([\w-]+)/.exec(letter)?.[1] ?? ''
  const guest = aBrowser(program)
  const paper = (await guest.get(`/api/signing/${token}`)).body
  expect(paper).toMatchObject({
    channel: 'email',
    address: 'lo…@example.org',
    consent: { version: 1 },
    content: { texts: { workDone: 'Filtre lavé.' } },
  })
  const signWith = (code: string) =>
    guest.post(`/api/signing/${token}/signature`, { ...signature(paper.contentHash), code })
  expect((await signWith('000000')).body).toMatchObject({ code: 'code_expired' })
  later()
  await guest.post(`/api/signing/${token}/code`, {})
  expect((await guest.post(`/api/signing/${token}/code`, {})).status).toBe(429)
  const letters = await eventually(
    async () => program.lettersTo('loin@example.org'),
    (all) => all.length === 2,
  )
  const code = /: (\d{6})/.exec(letters.at(-1) ?? '')?.[1] ?? ''
  expect((await signWith(code === '111111' ? '222222' : '111111')).body).toMatchObject({
    code: 'code_wrong',
  })
  expect((await guest.get(`/api/signing/${token}`)).status).toBe(200)
  // The consent text changes after the link was sent: what was read is what is agreed to.
  const settings = (await office.get('/api/report-settings')).body
  const changed = await office.patch('/api/report-settings', { ...settings, consentFr: 'Autre.' })
  expect(changed.body).toMatchObject({ consentVersion: 2 })
  expect(await signWith(code)).toMatchObject({
    status: 200,
    body: { contentHash: paper.contentHash },
  })
  expect((await signWith(code)).status).toBe(410)
  const [line] = (await office.get('/api/reports')).body.items
  expect(line).toMatchObject({ state: 'sealed', acceptance: 'with_reserves' })
  const { trail, signature: kept } = (await office.get(`/api/reports/${line.id}`)).body
  expect(kept.consent).toEqual(paper.consent)
  expect(trail.at(-1)).toMatchObject({
    what: 'signed',
    details: {
      how: 'remote',
      consentVersion: 1,
      strokes: 1,
      points: 12,
      drawnMs: 165,
      position: '48.85000, 2.35000 ± 12 m',
    },
  })
  expect((await guest.get(`/api/signing/${token.slice(0, -2)}xx`)).status).toBe(410)
}, 60_000)

test('the technician has it signed by SMS: one wish is one link, its code comes by SMS and stands in no log', async () => {
  const { tell, bring, office, work, later } = await aDay()
  const signer = { name: 'Paul', channel: 'sms', phone: '06 12 34 56 78' }
  await tell(done)
  const refused = await bring({ kind: 'invite', signer: { ...signer, phone: '01 42 00 00 00' } })
  expect(refused.first).toMatchObject({
    outcome: 'refused',
    problem: { faults: [{ path: 'phone', got: '01 42 00 00 00' }] },
  })
  const { first, send } = await bring({ kind: 'invite', signer })
  expect([first, await send()]).toMatchObject([{ outcome: 'applied' }, { outcome: 'known' }])
  const [invitation] = await eventually(
    async () => texts(),
    (all) => all.length === 1,
  )
  expect(invitation?.to).toBe('+33612345678')
  const token = /\/sign\/([\w-]+)/.exec(invitation?.text ?? '')?.[1] ?? ''
  const guest = aBrowser(program)
  const paper = (await guest.get(`/api/signing/${token}`)).body
  expect(paper).toMatchObject({ channel: 'sms', address: '+336…78' })
  later()
  await guest.post(`/api/signing/${token}/code`, {})
  const [, told] = await eventually(
    async () => texts(),
    (all) => all.length === 2,
  )
  const code = /(\d{6}) est votre code/.exec(told?.text ?? '')?.[1] ?? ''
  expect(told?.text).toMatch(new RegExp(`@127\\.0\\.0\\.1 #${code}$`))
  const log = await office.get('/api/notifications/messages')
  expect(JSON.stringify(log.body)).not.toContain(code)
  expect((await office.get('/api/reports/unsigned')).body.items).toEqual([])
  const body = { ...signature(paper.contentHash), code }
  expect((await guest.post(`/api/signing/${token}/signature`, body)).status).toBe(200)
  const [line] = (await office.get(`/api/reports?workOrderId=${work.id}`)).body.items
  const { trail, signature: kept } = (await office.get(`/api/reports/${line.id}`)).body
  expect(kept.signer).toMatchObject({ kind: 'remote', email: '', phone: '+33612345678' })
  expect(trail.map(({ what }: { what: string }) => what)).toEqual([
    ...['opened', 'frozen', 'invited', 'code_sent', 'code_checked', 'signed'],
  ])
  expect(JSON.stringify(trail)).not.toContain(code)
}, 60_000)

test('who signs on the spot after all closes the link', async () => {
  const { tell, bring, sign, office, work } = await aDay()
  await tell(done, { kind: 'step', step: 'started' }, { kind: 'step', step: 'finished' })
  const unsigned = async () => (await office.get('/api/reports/unsigned')).body.items
  expect(await unsigned()).toMatchObject([{ workOrderId: work.id, state: 'none' }])
  await bring({ kind: 'invite', signer: { name: 'Paul', email: 'sur-place@example.org' } })
  expect(await unsigned()).toMatchObject([{ workOrderId: work.id, state: 'awaiting' }])
  const [letter = ''] = await eventually(
    async () => program.lettersTo('sur-place@example.org'),
    (letters) => letters.length === 1,
  )
  expect((await sign()).first).toMatchObject({ outcome: 'applied' })
  expect(await unsigned()).toEqual([])
  const token = /\/sign\/([\w-]+)/.exec(letter)?.[1] ?? ''
  expect((await aBrowser(program).get(`/api/signing/${token}`)).status).toBe(410)
}, 60_000)

test('is kept for its years, then announced, and erased a month later unless somebody holds it', async () => {
  const { tell, photograph, sign, office, planner } = await aDay()
  const other = await aDay()
  const { organizationId } = planner
  const photoId = await photograph(await samplePhoto(1, { width: 64, height: 48 }))
  const address = `${program.address}/api/field/photos/${photoId}`
  const photo = async () => (await fetch(address, { headers: { cookie: office.cookie() } })).status
  await tell(done)
  await sign()
  const [line] = (await office.get('/api/reports')).body.items
  const { verifyPath } = (await office.get(`/api/reports/${line.id}`)).body
  const night = () => keepArchiveOf(program.services, organizationId)
  const read = async () => (await office.get(`/api/reports/${line.id}`)).body
  await night()
  expect(await read()).toMatchObject({ eraseOn: null, state: 'sealed' })
  clock.now = Date.parse('2036-11-24T02:40:00Z')
  await night()
  expect(await read()).toMatchObject({ eraseOn: '2036-12-24', state: 'sealed' })
  const hold = async (reason: string) => {
    const { version } = await read()
    return (await office.post(`/api/reports/${line.id}/hold`, { version, reason })).body
  }
  expect(await hold('Litige en cours')).toMatchObject({ heldFor: 'Litige en cours', eraseOn: null })
  clock.now = Date.parse('2037-01-02T02:40:00Z')
  await night()
  expect(await read()).toMatchObject({ state: 'sealed', heldFor: 'Litige en cours' })
  await hold('')
  await night()
  expect(await read()).toMatchObject({ eraseOn: '2037-02-01', state: 'sealed' })
  expect(await photo()).toBe(200)
  clock.now = Date.parse('2037-02-01T02:40:00Z')
  await night()
  expect(await photo()).toBe(404)
  expect(await read()).toMatchObject({
    state: 'erased',
    content: null,
    signature: null,
    clientName: '',
    technicians: [],
    trail: [],
  })
  const token = verifyPath.split('/').at(-1)
  expect((await aBrowser(program).get(`/api/verify/${token}`)).body).toMatchObject({
    state: 'erased',
    erasedAt: '2037-02-01T02:40:00.000Z',
  })
  expect((await other.office.get('/api/reports')).body.total).toBe(0)
}, 60_000)
