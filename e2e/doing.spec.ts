// What planners do on the board: a week by hand with undo, assisted, a proposal taken over in part and taken back, many
// visits at once, a warning passed over, and a line that is cut in the middle of it.
import { expect, type Page, test } from '@playwright/test'
import { ask, type Crew, hire, order, ownerWindow } from './company.ts'

const week = {
  hand: '2027-05-03',
  assisted: '2027-05-10',
  proposal: '2027-05-17',
  many: '2027-05-24',
  warn: '2027-05-31',
  cut: '2027-06-07',
  gone: '2027-06-21',
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

test('assisted: the best slot of what is selected, assigned with one press', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Assiste', ['Ana', 'Ben', 'Zoé'])
  await order(context.request, crew, 'Bassin Assiste 1')
  await open(page, 'Assiste', week.assisted)
  await page.getByTestId('backlog-card').filter({ hasText: 'Bassin Assiste 1' }).click()
  const slots = page.getByRole('region', { name: 'Meilleurs créneaux' })
  await slots.getByRole('button', { name: 'Affecter' }).first().click()
  await expect(told(page)).toHaveText(/Bassin Assiste 1 affectée à /)
  await context.close()
})

test('a proposal is taken over in part, and the plan before comes back', async ({ browser }) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Retour', ['Ana', 'Ben', 'Zoé'])
  for (let rank = 1; rank <= 4; rank++) await order(context.request, crew, `Bassin Retour ${rank}`)
  await open(page, 'Retour', week.proposal)
  await page.keyboard.press('p')
  await page.getByRole('dialog').getByRole('button', { name: 'Lancer' }).click()
  await page.getByRole('button', { name: 'Voir la proposition' }).click({ timeout: 45_000 })
  const proposal = page.getByRole('region', { name: 'Proposition' })
  const part = proposal
    .getByRole('group')
    .filter({ hasText: /Retour (Ana|Ben)/ })
    .first()
  await part.getByRole('button', { name: 'Accepter', exact: true }).click()
  await expect(told(page)).toHaveText(/affectations? reprises?/)
  await proposal.getByRole('button', { name: 'Revenir au plan d’avant' }).click()
  await expect(told(page)).toHaveText(/comme avant/)
  await expect(page.getByText(/empreinte [\da-f]{12}/)).toBeVisible()
  await proposal.getByRole('button', { name: 'Rejeter' }).click()
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

test('the network is cut during a drag: the visit goes back, and says so', async ({ browser }) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Coupure', ['Ana', 'Ben', 'Zoé'])
  const one = await order(context.request, crew, 'Bassin Coupure 1')
  await put(page, crew, one.positionId, `${week.cut}T10:00:00+02:00`)
  await open(page, 'Coupure', week.cut)
  await focusBar(page, 'Bassin Coupure 1')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await context.setOffline(true)
  await page.keyboard.press('Enter')
  await expect(told(page)).toContainText('Le serveur ne répond pas', { timeout: 20_000 })
  await expect(page.getByTestId('focused-bar')).toContainText('10:00')
  await context.setOffline(false)
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

test('two windows see each other, and leave alone what the other holds', async ({ browser }) => {
  const [mine, theirs] = [await ownerWindow(browser), await ownerWindow(browser)]
  const crew = await hire(mine.context.request, 'Ensemble', ['Ana', 'Ben', 'Zoé'])
  const one = await order(mine.context.request, crew, 'Bassin Ensemble 1')
  await put(mine.page, crew, one.positionId, '2027-06-14T10:00:00+02:00')
  for (const { page } of [mine, theirs]) await open(page, 'Ensemble', '2027-06-14')
  await expect(mine.page.getByTestId('colleagues')).toBeVisible({ timeout: 20_000 })
  await expect(theirs.page.getByTestId('colleagues')).toBeVisible({ timeout: 20_000 })
  await theirs.context.close()
  await expect(mine.page.getByTestId('colleagues')).toHaveCount(0, { timeout: 40_000 })
  await mine.context.close()
})
