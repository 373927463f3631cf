// The board as planners use it: by mouse, by keyboard, together, and with the engine.
import { expect, type Page, test } from '@playwright/test'
import { ask, type Crew, hire, order, ownerWindow } from './company.ts'

// A Monday far ahead for each test: none sees what another planned.
const mondays = ['2027-03-01', '2027-03-08', '2027-03-15', '2027-03-22', '2027-04-05'] as const

const openBoard = async (page: Page, tag: string, date: string, more = '') => {
  await page.goto(`/planning?view=day&date=${date}&technician=${tag}${more}`)
  await expect(page.getByTestId('board').or(page.getByRole('table'))).toBeVisible()
}

const card = (page: Page, site: string) =>
  page.getByTestId('backlog-card').filter({ hasText: site })

/** The middle of a technician's row, `share` of the way through the day. */
const placeOf = async (page: Page, name: string, share: number) => {
  const row = await page.getByRole('listitem').filter({ hasText: name }).boundingBox()
  const board = await page.getByTestId('board').boundingBox()
  if (!row || !board) throw new Error(`no row of ${name}`)
  const left = row.x + row.width
  return { x: left + (board.x + board.width - left) * share, y: row.y + row.height / 2 }
}

/** Leaves only the test's own card in the list; before that it may still move under the pointer. */
const search = async (page: Page, tag: string) => {
  await page.getByPlaceholder('Intervention, client, site').fill(tag)
  await expect(page.getByTestId('backlog-card')).toHaveCount(1)
}

/** Holds a card over a row until the rules have spoken. */
const dragCard = async (page: Page, site: string, to: { x: number; y: number }) => {
  const box = await card(page, site).boundingBox()
  if (!box) throw new Error(`no card of ${site}`)
  await page.mouse.move(box.x + 40, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(to.x - 40, to.y, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 2 })
  await expect(page.getByTestId('ghost')).toHaveAttribute('data-allowed', /true|false/)
}

const told = (page: Page) => page.getByTestId('board-says')

test('a visit is dragged from the list, seen by a colleague at once, and undone', async ({
  browser,
}) => {
  const mine = await ownerWindow(browser)
  const crew = await hire(mine.context.request, 'Glisser', ['Ana', 'Ben'])
  await order(mine.context.request, crew, 'Bassin Glisser 1')
  const theirs = await ownerWindow(browser)
  await openBoard(theirs.page, 'Glisser', mondays[0], '&list=true')
  await expect(theirs.page.getByText('Aucune visite planifiée')).toBeVisible()

  await openBoard(mine.page, 'Glisser', mondays[0])
  await search(mine.page, 'Glisser')
  await dragCard(mine.page, 'Bassin Glisser 1', await placeOf(mine.page, 'Glisser Ana', 0.4))
  await expect(mine.page.getByTestId('ghost')).toHaveAttribute('data-allowed', 'true')
  await mine.page.mouse.up()
  await expect(told(mine.page)).toHaveText('Bassin Glisser 1 affectée à Glisser Ana')
  await expect(card(mine.page, 'Bassin Glisser 1')).toHaveCount(0)

  await expect(theirs.page.getByRole('table').getByText('Bassin Glisser 1')).toBeVisible()
  await mine.page.keyboard.press('Control+z')
  await expect(told(mine.page)).toHaveText(/^Annulé/)
  await expect(theirs.page.getByRole('table').getByText('Bassin Glisser 1')).toHaveCount(0)
  await expect(card(mine.page, 'Bassin Glisser 1')).toBeVisible()
  await mine.context.close()
  await theirs.context.close()
})

test('a technician without the skill is refused with the reason, and nothing is sent', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Refus', ['Ana', 'Ben'])
  await order(context.request, crew, 'Bassin Refus 1')
  const sent: string[] = []
  page.on('request', (one) => {
    if (one.method() === 'POST' && one.url().includes('/assignments')) sent.push(one.url())
  })
  await openBoard(page, 'Refus', mondays[1])
  await search(page, 'Refus')
  await dragCard(page, 'Bassin Refus 1', await placeOf(page, 'Refus Ben', 0.4))
  await expect(page.getByTestId('ghost')).toHaveAttribute('data-allowed', 'false')
  await expect(page.getByTestId('ghost')).toContainText('Compétence manquante')
  await page.mouse.up()
  await expect(told(page)).toContainText('Impossible ici. Compétence manquante : Eau Refus')
  await expect(card(page, 'Bassin Refus 1')).toBeVisible()
  expect(sent).toEqual([])
  await context.close()
})

test('the whole of it with the keyboard only', async ({ browser }) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Clavier', ['Ana', 'Ben', 'Zoé'])
  await order(context.request, crew, 'Bassin Clavier 1')
  await openBoard(page, 'Clavier', mondays[2])
  await page.keyboard.press('/')
  await page.keyboard.type('clavier')
  await expect(page.getByTestId('backlog-card')).toHaveCount(1)
  await card(page, 'Bassin Clavier 1').focus()
  await page.keyboard.press('Space')
  await expect(told(page)).toContainText('Entrée pour poser')
  for (let turn = 0; turn < 8; turn++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('ghost')).toHaveAttribute('data-allowed', 'true')
  await page.keyboard.press('Enter')
  await expect(told(page)).toHaveText('Bassin Clavier 1 affectée à Clavier Ben')

  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('focused-bar')).toContainText('Bassin Clavier 1')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(told(page)).toHaveText('Bassin Clavier 1 confiée à Clavier Ana')

  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  await expect(told(page)).toHaveText('Déplacement annulé')
  await page.keyboard.press('l')
  await expect(told(page)).toHaveText('Bassin Clavier 1 verrouillée')
  await page.keyboard.press('Delete')
  await expect(told(page)).toContainText('Cette visite est verrouillée')
  await page.keyboard.press('l')
  await expect(told(page)).toHaveText('Bassin Clavier 1 déverrouillée')
  await page.keyboard.press('Delete')
  await expect(told(page)).toHaveText('Bassin Clavier 1 retirée du planning')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Raccourcis du planning' })).toBeVisible()
  await context.close()
})

const put = (page: Page, crew: Crew, positionId: string, startsAt: string) =>
  ask<{ id: string; version: number }>(page.request, 'POST', '/api/planning/assignments', {
    positionId,
    technicianId: crew.technicians[0]?.id,
    startsAt,
  })

test('two planners move the same visit: the second is told who was first, and sees where it is', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Duel', ['Ana', 'Ben'])
  const work = await order(context.request, crew, 'Bassin Duel 1')
  const made = await put(page, crew, work.positionId, `${mondays[3]}T10:00:00+01:00`)
  await openBoard(page, 'Duel', mondays[3])
  // What the colleague does reaches the server, but not this window: its line of events is cut.
  await page.route('**/api/live', (route) => route.abort())
  await page.reload()
  await page.getByTestId('board').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('focused-bar')).toContainText('Bassin Duel 1')
  await ask(context.request, 'POST', `/api/planning/assignments/${made.id}/move`, {
    version: made.version,
    startsAt: `${mondays[3]}T14:00:00+01:00`,
  })
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(told(page)).toContainText('a changé cette visite entre-temps')
  await expect(told(page)).toContainText('14:00 – 15:00')
  await expect(page.getByTestId('focused-bar')).toContainText('14:00')
  await context.close()
})

test('a run is proposed, accepted for one technician, published, and the rest is put away', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Calcul', ['Ana', 'Ben', 'Zoé'])
  for (let rank = 1; rank <= 6; rank++) await order(context.request, crew, `Bassin Calcul ${rank}`)
  await openBoard(page, 'Calcul', mondays[4])
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog', { name: 'Planifier automatiquement' })
  await dialog.getByRole('button', { name: 'Lancer' }).click()
  await page.getByRole('button', { name: 'Voir la proposition' }).click({ timeout: 30_000 })
  const proposal = page.getByRole('region', { name: 'Proposition' })
  await expect(proposal).toContainText('Affectées')
  const ana = proposal
    .getByRole('group')
    .filter({ hasText: /Calcul (Ana|Ben)/ })
    .first()
  await ana.getByRole('button', { name: 'Accepter', exact: true }).click()
  await expect(page.getByTestId('board-says')).toHaveText(/affectations? reprises?/)
  // A search that was given little time may ask for one technician only: nothing is left to put away.
  await expect(async () => {
    const rest = proposal.getByRole('button', { name: 'Rejeter' })
    const leave = proposal.getByRole('button', { name: 'Fermer', exact: true })
    await ((await rest.isVisible()) ? rest : leave).click({ timeout: 1000 })
  }).toPass()
  await expect(proposal).toHaveCount(0)

  // Published with the keys.
  await page.keyboard.press('Shift+P')
  await page.getByRole('button', { name: /^Publier \d+ visites?$/ }).press('Enter')
  await expect(page.getByText('1 technicien prévenu')).toBeVisible()
  await page.keyboard.press('v')
  await expect(page.getByRole('cell', { name: 'Proposée' }).first()).toBeVisible()

  // What was published changes at once, and is told as a change until it is seen.
  const from = `${mondays[4]}T00:00:00Z`
  const range = `from=${from}&until=${new Date(Date.parse(from) + 86_400_000).toISOString()}`
  const { bars } = await ask<{ bars: { id: string; version: number; startsAt: string }[] }>(
    context.request,
    'GET',
    `/api/planning/board?${range}&technicianId=${crew.technicians.map(({ id }) => id).join('&technicianId=')}`,
  )
  const last = bars.at(-1)
  await ask(context.request, 'POST', `/api/planning/assignments/${last?.id}/move`, {
    version: last?.version,
    startsAt: new Date(Date.parse(last?.startsAt ?? '') + 3_600_000).toISOString(),
  })
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  const publishing = page.getByRole('dialog', { name: 'Publier le planning' })
  await expect(publishing.getByText('Déplacée')).toBeVisible()
  await publishing.getByRole('button', { name: 'Marquer 1 changement connu' }).click()
  await expect(page.getByText('1 changement marqué connu')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publier', exact: true })).toBeDisabled()
  await context.close()
})
