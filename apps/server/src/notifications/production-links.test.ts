// What the crew of a production is sent, and what they do with it by link: call sheets, and the review of a chief without an
// account. Real mail on this machine.
import { expect, test } from 'vitest'
import { createAssignment } from '../planning/index.ts'
import { aBrowser } from '../testing/people.ts'
import { at } from '../testing/planned-company.ts'
import { useToldCompanies } from '../testing/told-company.ts'

const { mail, program, aCompany } = await useToldCompanies()
const poll = { timeout: 60_000 }

/** Everything that is due goes out before each look. */
const after = <T>(send: () => Promise<void>, look: () => T | Promise<T>) =>
  expect.poll(async () => {
    await send()
    return await look()
  }, poll)

const tokenIn = (text: string | undefined): string =>
  /\/a\/([\w-]+)/.exec(text ?? '')?.[1] ?? 'none'

/** A show on Monday with two seats of sound, which Bob and Carl hold, who have no account. */
async function aConcert() {
  const company = await aCompany()
  const { office, hire, planner, organizationId, site } = company
  const { work } = program.services
  const made = async (path: string, body: unknown) => (await office.post(path, body)).body
  const project = await made('/api/projects', { name: 'Concert fictif', kind: 'production' })
  const base = `/api/projects/${project.id}`
  const { stages } = await made(`${base}/stages`, { name: 'Grande scène', siteId: site.id })
  const phase = { stageId: stages[0].id, kind: 'show', startsAt: at('14:00'), endsAt: at('16:00') }
  const positions = [{ label: 'Son', headcount: 2, skills: [], certificationKindIds: [] }]
  const { phases } = await made(`${base}/phases`, { ...phase, positions })
  const reach = (name: string) => `${name}-${organizationId.slice(-6)}@exemple.fr`.toLowerCase()
  const [bob, carl] = [
    await hire('Bob', { email: reach('Bob') }),
    await hire('Carl', { email: reach('Carl') }),
  ]
  const assignments = []
  for (const [index, { id }] of [bob, carl].entries())
    assignments.push(
      await work.act({ ...planner, organizationId }, createAssignment, {
        ...{ positionId: phases[0].seats[index].positionId, technicianId: id },
        ...{ startsAt: at('14:00'), locked: false },
      }),
    )
  const letters = (name: string, about: string) =>
    mail.letters.filter(({ to, text }) => to === reach(name) && text.includes(about))
  return { ...company, project, base, made, stages, bob, carl, assignments, letters }
}

test('a new version of the call sheets reaches those whose lines changed, who read it by link', async () => {
  const { office, send, publish, organizationId, project, base, made, stages, bob, letters } =
    await aConcert()
  await publish()
  const sheets = async () => (await office.get(`${base}/call-sheets`)).body
  const drawn = `${base}/stages/${stages[0].id}/plan`
  const draw = async (colour: string, version: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="${colour}"/></svg>`
    const picture = new Blob([svg])
    return (await office.post(`${drawn}?name=plan.svg&type=image/svg%2Bxml${version}`, picture))
      .body
  }
  const former = await draw('red', '')
  const version = async () => {
    const { versions, seen } = await sheets()
    const after = versions[0]?.number ?? 0
    return await made(`${base}/call-sheets/versions`, { after, seen, note: 'Badges à l’accueil' })
  }
  const told = () => ['Bob', 'Carl'].map((name) => letters(name, 'feuille de route').length)
  expect((await version()).made).toMatchObject({ number: 1, told: 2 })
  await after(send, told).toEqual([1, 1])
  const bus = {
    ...{ id: bob.id, means: 'Minibus', from: 'Dépôt', to: 'Zénith', departsAt: at('12:00') },
    ...{ who: 'only', technicianIds: [bob.id] },
  }
  await office.put(`${base}/call-sheets/details`, { version: 0, transport: [bus] })
  expect((await version()).made).toMatchObject({ number: 2, told: 1 })
  await after(send, told).toEqual([2, 1])
  const letter = letters('Bob', 'feuille de route')[1]?.text ?? ''
  expect(letter).toContain('Nouveau : lun. 23 nov. 12:00 · Dépôt → Zénith')
  expect(letter).toContain('Badges à l’accueil')
  const anybody = aBrowser(program)
  const url = `/api/public/answers/${tokenIn(letter)}`
  expect((await anybody.get(url)).body.sheets).toMatchObject([
    { number: 2, name: 'Bob', changes: [{ part: 'transport', kind: 'added' }], readAt: null },
  ])
  const sheet = `${url}/call-sheets/${project.id}`
  const confirmed = await anybody.post(sheet, { number: 2, isConfirmed: true })
  expect(confirmed.body.sheets[0].acknowledgedAt).not.toBeNull()
  expect((await sheets()).people).toMatchObject([
    { name: 'Bob', acknowledgedAt: expect.any(String) },
    { name: 'Carl', number: 1, readAt: null },
  ])
  const other = await anybody.post(`${url}/call-sheets/${organizationId}`, { number: 1 })
  expect(other.status).toBe(404)
  // The plan is replaced twice: the one that sheets show stays with them, the one that nobody was given goes.
  const between = await draw('green', '&version=1')
  await draw('blue', '&version=2')
  const plan = (fileId: string) => `${drawn}/${fileId}`
  const files = program.services.files
  const kept = (fileId: string) =>
    files.get(`productions/${organizationId}/${fileId}`).then(
      (file) => {
        file.destroy()
        return true
      },
      () => false,
    )
  await expect.poll(() => kept(between.fileId), poll).toBe(false)
  expect(await kept(former.fileId)).toBe(true)
  expect((await office.get(plan(former.fileId))).status).toBe(200)
  expect((await office.get(plan(between.fileId))).status).toBe(404)
  const byLink = `${sheet}/stages/${stages[0].id}/plan`
  expect((await anybody.get(`${byLink}/${former.fileId}`)).status).toBe(200)
  expect((await anybody.get(`${byLink}/${between.fileId}`)).status).toBe(404)
})

test('a chief without an account reads the grid by link, remarks, signs, and the plan is locked', async () => {
  const { office, send, project, base, bob, carl, made, letters, assignments } = await aConcert()
  const review = `${base}/review`
  const { parts } = (
    await office.put(`${review}/chiefs/sound`, { technicianId: bob.id, memberId: null })
  ).body
  expect(parts).toMatchObject([{ chief: { name: 'Bob', reach: 'link' } }])
  await made(`${review}/open`, { dueAt: at('12:00') })
  await after(send, () => letters('Bob', '/a/').length).toBe(1)
  const anybody = aBrowser(program)
  const page = `/api/public/answers/${tokenIn(letters('Bob', '/a/')[0]?.text)}`
  expect((await anybody.get(page)).body.reviews).toMatchObject([
    { projectId: project.id, departments: ['sound'], unread: 2, isSigned: false },
  ])
  const grid = `${page}/reviews/${project.id}`
  const { lines, mine, parts: own } = (await anybody.get(grid)).body
  expect(mine).toEqual(['sound'])
  const read = lines.map(({ positionId, fingerprint }: Record<string, string>) => ({
    ...{ positionId, fingerprint },
  }))
  const [{ positionId }] = read
  const said = await anybody.post(`${grid}/remarks`, { positionId, text: 'Console à 13 h ?' })
  expect(said).toMatchObject({ status: 201, body: { remarks: [{ by: 'Bob' }] } })
  const { digest } = own[0]
  const sign = () => anybody.post(`${grid}/sign`, { department: 'sound', digest })
  expect((await sign()).body).toMatchObject({ code: 'review_unfinished', unread: 2, remarks: 1 })
  await anybody.post(`${grid}/seen`, { lines: read })
  const [remark] = said.body.remarks
  await made(`${review}/remarks/${remark.id}/answer`, { text: 'Livrée à 12 h 30.' })
  expect((await anybody.get(grid)).body.remarks).toMatchObject([{ answer: 'Livrée à 12 h 30.' }])
  const signed = (await sign()).body
  expect(signed).toMatchObject({
    state: 'locked',
    parts: [{ isSigned: true, signedBy: 'Bob', signedByLink: true }],
  })
  const [held] = assignments
  expect((await office.get(`${base}/production`)).body.phases[0].seats).toMatchObject([
    { assignmentId: held?.id, locked: true },
    { locked: true },
  ])
  // Not for another production; and for nobody once somebody else is chief.
  expect((await anybody.get(`${page}/reviews/${bob.id}`)).status).toBe(404)
  await office.put(`${review}/chiefs/sound`, { technicianId: carl.id, memberId: null })
  expect((await anybody.get(page)).body.code).toBe('link_expired')
  expect((await anybody.get(grid)).status).toBe(404)
  expect((await sign()).status).toBe(404)
})
