// What planners do on the board: a week by hand with undo, assisted, a proposal taken over in part and taken back, many
// visits at once, a warning passed over, and a line that is cut in the middle of it.
import { expect, type Page, test } from '@playwright/test'
import { ask, type Crew, hire, order, ownerWindow, plannerWindow } from './company.ts'
import { expectAccessible } from './setup/accessibility.ts'

const week = {
  hand: '2027-05-03',
  assisted: '2027-05-10',
  proposal: '2027-05-17',
  many: '2027-05-24',
  warn: '2027-05-31',
  cut: '2027-06-07',
  gone: '2027-06-21',
  together: '2027-06-14',
  run: '2027-06-28',
} as const

const told = (page: Page) => page.getByTestId('board-says')

const open = async (page: Page, tag: string, date: string, view = 'day') => {
  await page.goto(`/planning?view=${view}&date=${date}&technician=${tag}`)
  await expect(page.getByTestId('board')).toBeVisible()
}

const put = (page: Page, crew: Crew, positionId: string, startsAt: string, who = 0) =>
  ask<{ id: string; version: number }>(page.request, 'POST', '/api/planning/assignments', {
    positionId,
    technicianId: crew.technicians[who]?.id,
    startsAt,
  })

/** From bar to bar until the one that is looked for has the focus. */
const focusBar = async (page: Page, site: string) => {
  await page.getByTestId('board').focus()
  for (let turn = 0; turn < 8; turn++) {
    await page.keyboard.press('ArrowRight')
    const text = await page.getByTestId('focused-bar').textContent()
    if (text?.includes(site)) return
  }
  throw new Error(`no bar of ${site}`)
}

/** What has the focus, by its name; with `inside`, only in the region of that name. */
const inFocus = (page: Page, inside: string) =>
  page.evaluate((region) => {
    const { activeElement } = (globalThis as unknown as InBrowser).document
    if (region && !activeElement?.closest(`[aria-label="${region}"]`)) return ''
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
  }, inside)
type InBrowser = {
  readonly document: {
    readonly activeElement: {
      readonly textContent: string | null
      getAttribute(name: string): string | null
      closest(selector: string): unknown
    } | null
  }
}

/** Tab after Tab until what is looked for has the focus, as somebody without a mouse gets there. */
const tabTo = async (page: Page, name: string | RegExp, inside = '') => {
  const isIt = (text: string) => (typeof name === 'string' ? text === name : name.test(text))
  for (let turn = 0; turn < 120; turn++) {
    if (isIt((await inFocus(page, inside)).trim())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab leads to no ${name}`)
}

type Shown = { id: string; technicianId: string; startsAt: string; endsAt: string; state: string }

/** The plan of a crew, all but how often it was written. */
const planOf = async (page: Page, crew: Crew, date: string): Promise<Shown[]> => {
  const until = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString()
  const people = crew.technicians.map(({ id }) => `&technicianId=${id}`).join('')
  const path = `/api/planning/board?from=${date}T00:00:00Z&until=${until}${people}`
  const { bars } = await ask<{ bars: Shown[] }>(page.request, 'GET', path)
  return bars.map(({ id, technicianId, startsAt, endsAt, state }) => ({
    ...{ id, technicianId, startsAt, endsAt, state },
  }))
}

test('a week planned with the keys, and all of it undone', async ({ browser }) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Semaine', ['Ana', 'Ben', 'Zoé'])
  for (const rank of [1, 2]) await order(context.request, crew, `Bassin Semaine ${rank}`)
  await open(page, 'Semaine', week.hand, 'week')
  for (const rank of [1, 2]) {
    const card = page
      .getByTestId('backlog-card')
      .filter({ hasText: `Bassin Semaine ${rank}` })
      .first()
    await card.focus()
    await page.keyboard.press('Space')
    await expect(told(page)).toContainText('Entrée pour poser')
    for (let turn = 0; turn < 4 + 8 * rank; turn++) await page.keyboard.press('ArrowRight')
    await expect(page.getByTestId('ghost')).toHaveAttribute('data-allowed', 'true')
    await page.keyboard.press('Enter')
    await expect(told(page)).toHaveText(`Bassin Semaine ${rank} affectée à Semaine Ana`)
  }
  await page.keyboard.press('Control+z')
  await expect(told(page)).toContainText('Annulé')
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('backlog-card').filter({ hasText: 'Bassin Semaine' })).toHaveCount(
    2,
  )
  await context.close()
})

test('assisted, with the keys: the best slot of what is looked for, assigned with one press', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Assiste', ['Ana', 'Ben', 'Zoé'])
  await order(context.request, crew, 'Bassin Assiste 1')
  await open(page, 'Assiste', week.assisted)
  await page.keyboard.press('/')
  await page.keyboard.type('assiste')
  await expect(page.getByTestId('backlog-card')).toHaveCount(1)
  await tabTo(page, /^Bassin Assiste 1/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Meilleurs créneaux' })).toBeVisible()
  await tabTo(page, 'Affecter')
  await page.keyboard.press('Enter')
  await expect(told(page)).toHaveText(/Bassin Assiste 1 affectée à /)
  await context.close()
})

test('a proposal, with the keys: what no longer holds is named, a part is taken, and the very plan before comes back', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Retour', ['Ana', 'Ben', 'Zoé'])
  const work = []
  for (let rank = 1; rank <= 4; rank++)
    work.push(await order(context.request, crew, `Bassin Retour ${rank}`))
  await open(page, 'Retour', week.proposal)
  await page.keyboard.press('p')
  await tabTo(page, 'Lancer')
  await page.keyboard.press('Enter')
  const see = page.getByRole('button', { name: 'Voir la proposition' })
  await expect(see).toBeVisible({ timeout: 45_000 })
  // Somebody fills a seat by hand meanwhile: that change is told apart, the others still hold.
  await put(page, crew, work[3]?.positionId ?? '', `${week.proposal}T16:00:00+02:00`)
  await tabTo(page, 'Voir la proposition')
  await page.keyboard.press('Enter')
  const proposal = page.getByRole('region', { name: 'Proposition' })
  await expect(proposal).toContainText(/changements? ne (tient|tiennent) plus/)
  const before = await planOf(page, crew, week.proposal)
  expect(before).toHaveLength(1)
  await tabTo(page, /^Retour (Ana|Ben).*visite/)
  await page.keyboard.press('Enter')
  await expect(proposal.getByText('Ne tient plus').first()).toBeVisible()
  await tabTo(page, 'Accepter ce changement')
  await page.keyboard.press('Enter')
  await expect(told(page)).toHaveText('1 affectation reprise')
  expect(await planOf(page, crew, week.proposal)).toHaveLength(2)
  await tabTo(page, 'Revenir au plan d’avant', 'Proposition')
  await page.keyboard.press('Enter')
  await expect(told(page)).toHaveText('1 affectation comme avant')
  await expect(page.getByText(/empreinte [\da-f]{12}/)).toBeVisible()
  expect(await planOf(page, crew, week.proposal)).toEqual(before)
  await tabTo(page, 'Rejeter')
  await page.keyboard.press('Enter')
  await expect(proposal).toHaveCount(0)
  await context.close()
})

test('a run at work warns whoever edits its days, and is stopped', async ({ browser }) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Cours', ['Ana', 'Ben', 'Zoé'])
  const one = await order(context.request, crew, 'Bassin Cours 1')
  await put(page, crew, one.positionId, `${week.run}T10:00:00+02:00`)
  for (let rank = 2; rank <= 4; rank++) await order(context.request, crew, `Bassin Cours ${rank}`)
  await open(page, 'Cours', week.run)
  // Somebody else started it, and it will not end by itself before the test does.
  const technicianIds = crew.technicians.map(({ id }) => id)
  const range = { from: week.run, until: week.run, technicianIds, seconds: 300 }
  await ask(context.request, 'POST', '/api/planning/runs', range)
  const stop = page.getByRole('button', { name: 'Arrêter le calcul' })
  await expect(stop).toBeVisible()
  await expectAccessible(page)
  await focusBar(page, 'Bassin Cours 1')
  await page.keyboard.press('l')
  await expect(told(page)).toHaveText(
    'Bassin Cours 1 verrouillée. Un calcul travaille sur ces jours : vos changements pourront le dépasser.',
  )
  await stop.click()
  await expect(page.getByText('Le calcul a été arrêté')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(told(page)).toContainText('Annulé')
  await context.close()
})

test('two visits are picked, moved together, swapped and taken back', async ({ browser }) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Plusieurs', ['Ana', 'Ben', 'Zoé'])
  const one = await order(context.request, crew, 'Bassin Plusieurs 1')
  const two = await order(context.request, crew, 'Bassin Plusieurs 2')
  await put(page, crew, one.positionId, `${week.many}T10:00:00+02:00`)
  await put(page, crew, two.positionId, `${week.many}T14:00:00+02:00`)
  await open(page, 'Plusieurs', week.many)
  await focusBar(page, 'Bassin Plusieurs 1')
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('x')
  await expect(page.getByRole('region', { name: '2 visites choisies' })).toBeVisible()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(told(page)).toHaveText('2 visites déplacées')
  await expect(page.getByTestId('focused-bar')).toContainText('Plusieurs Ben')
  await page.keyboard.press('s')
  await expect(told(page)).toContainText('échangées')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('focused-bar')).toContainText('Plusieurs Ana')
  await context.close()
})

test('a rule that warns asks why, and the reason stays on the visit', async ({ browser }) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Averti', ['Ana', 'Ben', 'Zoé'])
  const one = await order(context.request, crew, 'Bassin Averti 1')
  const two = await order(context.request, crew, 'Bassin Averti 2')
  await put(page, crew, one.positionId, `${week.warn}T10:00:00+02:00`)
  await put(page, crew, two.positionId, `${week.warn}T11:30:00+02:00`)
  await open(page, 'Averti', week.warn)
  await focusBar(page, 'Bassin Averti 2')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByTestId('ghost')).toHaveAttribute('data-allowed', 'warn')
  await page.keyboard.press('Enter')
  const why = page.getByRole('dialog', { name: 'Passer outre ?' })
  await why.getByRole('textbox', { name: 'Raison' }).fill('Le gardien part à midi')
  await page.keyboard.press('Enter')
  await expect(told(page)).toHaveText('Bassin Averti 2 déplacée')
  await expect(page.getByText('« Le gardien part à midi »')).toBeVisible()
  await context.close()
})

test('the network is cut: what was dropped goes back or gets through, and what colleagues did meanwhile is caught up with', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Coupure', ['Ana', 'Ben', 'Zoé'])
  const [one, two, three] = [
    await order(context.request, crew, 'Bassin Coupure 1'),
    await order(context.request, crew, 'Bassin Coupure 2'),
    await order(context.request, crew, 'Bassin Coupure 3'),
  ]
  await put(page, crew, one.positionId, `${week.cut}T10:00:00+02:00`)
  const other = await put(page, crew, two.positionId, `${week.cut}T14:00:00+02:00`)
  await open(page, 'Coupure', week.cut)
  await focusBar(page, 'Bassin Coupure 1')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await context.setOffline(true)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('focused-bar')).toContainText('10:15')
  await expect(told(page)).toContainText('Le serveur ne répond pas', { timeout: 20_000 })
  await expect(page.getByTestId('focused-bar')).toContainText('10:00')

  // The palette was never fetched: it waits for the network, and the page stays.
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')

  // Meanwhile a colleague moves one visit and plans another.
  const colleague = await ownerWindow(browser)
  await ask(colleague.context.request, 'POST', `/api/planning/assignments/${other.id}/move`, {
    version: other.version,
    startsAt: `${week.cut}T16:00:00+02:00`,
  })
  await put(colleague.page, crew, three.positionId, `${week.cut}T12:00:00+02:00`)
  // Dropped without network: shown at once, sent again with the same key, and there when the line is back.
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('focused-bar')).toContainText('10:15')
  await context.setOffline(false)
  await expect(told(page)).toHaveText('Bassin Coupure 1 déplacée')
  // The visit that was moved now stands behind the one that was planned.
  await focusBar(page, 'Bassin Coupure 3')
  await focusBar(page, 'Bassin Coupure 2')
  await expect(page.getByTestId('focused-bar')).toContainText('16:00')
  expect(
    (await planOf(page, crew, week.cut)).map(({ startsAt }) => startsAt.slice(11, 16)),
  ).toEqual(['08:15', '10:00', '14:00'])
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Recherche et commandes' })).toBeVisible()
  await colleague.context.close()
  await context.close()
})

test('somebody is archived while a visit of theirs is in hand: the ghost and the drop say so', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Parti', ['Ana', 'Ben', 'Zoé'])
  const one = await order(context.request, crew, 'Bassin Parti 1')
  await put(page, crew, one.positionId, `${week.gone}T10:00:00+02:00`)
  await open(page, 'Parti', week.gone)
  await focusBar(page, 'Bassin Parti 1')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('ghost')).toHaveAttribute('data-allowed', 'true')
  const id = crew.technicians[0]?.id
  const { version } = await ask<{ version: number }>(page.request, 'GET', `/api/technicians/${id}`)
  const archived = { version, archived: true }
  await ask(page.request, 'POST', `/api/technicians/${id}/archive`, archived)
  await expect(page.getByTestId('ghost')).toHaveAttribute('data-allowed', 'false')
  await page.keyboard.press('Enter')
  await expect(told(page)).toContainText('Parti Ana n’est plus là')
  await expect(page.getByTestId('focused-bar')).toContainText('10:00')
  await expect(page.getByRole('listitem').filter({ hasText: 'Archivé' })).toBeVisible()
  await context.close()
})

test('two planners see each other, leave alone what the other holds, and the second is told who was first', async ({
  browser,
}) => {
  const mine = await ownerWindow(browser)
  const theirs = await plannerWindow(browser, mine.context.request, 'Dominique Exemple')
  const crew = await hire(mine.context.request, 'Ensemble', ['Ana', 'Ben', 'Zoé'])
  const one = await order(mine.context.request, crew, 'Bassin Ensemble 1')
  await put(mine.page, crew, one.positionId, `${week.together}T10:00:00+02:00`)
  for (const { page } of [mine, theirs]) await open(page, 'Ensemble', week.together)
  for (const { page } of [mine, theirs]) {
    await expect(page.getByTestId('colleagues')).toBeVisible({ timeout: 20_000 })
    await focusBar(page, 'Bassin Ensemble 1')
  }
  const lock = mine.page.getByRole('button', { name: 'Verrouiller', exact: true })
  await expect(lock).toBeVisible()
  await theirs.page.keyboard.press('Space')
  await expect(lock).toHaveCount(0)
  await mine.page.keyboard.press('l')
  await expect(told(mine.page)).toHaveText('Dominique Exemple déplace cette visite')
  await theirs.page.keyboard.press('ArrowRight')
  await theirs.page.keyboard.press('Enter')
  await expect(told(theirs.page)).toHaveText('Bassin Ensemble 1 déplacée')
  await expect(mine.page.getByTestId('focused-bar')).toContainText('10:15')

  // Now it is in my hand, and moved all the same by somebody whose screen has not heard of it.
  await expect(lock).toBeVisible()
  await mine.page.keyboard.press('Space')
  await expect(mine.page.getByTestId('ghost')).toBeVisible()
  const [bar] = await ask<{ bars: { id: string; version: number }[] }>(
    mine.context.request,
    'GET',
    `/api/planning/board?from=${week.together}T00:00:00Z&until=${week.together}T23:00:00Z&technicianId=${crew.technicians[0]?.id}`,
  ).then(({ bars }) => bars)
  await ask(theirs.context.request, 'POST', `/api/planning/assignments/${bar?.id}/move`, {
    version: bar?.version,
    startsAt: `${week.together}T15:00:00+02:00`,
  })
  await expect(told(mine.page)).toContainText('Dominique Exemple a changé cette visite entre-temps')
  await expect(mine.page.getByTestId('focused-bar')).toContainText('15:00')
  await theirs.context.close()
  await expect(mine.page.getByTestId('colleagues')).toHaveCount(0, { timeout: 40_000 })
  await mine.context.close()
})
