// How the board is looked at and taken away: rows, kept views, the month, the map, a second window, files, paper.
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { ask, type Crew, hire, order, ownerWindow } from './company.ts'

const monday = '2027-05-03'
const next = '2027-05-10'

const board = (page: Page) => page.getByTestId('board').or(page.getByRole('table').first())

const put = (page: Page, crew: Crew, positionId: string, startsAt: string) =>
  ask<{ id: string }>(page.request, 'POST', '/api/planning/assignments', {
    positionId,
    technicianId: crew.technicians[0]?.id,
    startsAt,
  })

const told = (page: Page) => page.getByTestId('board-says')

test('rows of sites keep their visits and say why another row takes none; the table says the same', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Lignes', ['Ana', 'Ben'])
  const [one, two] = [
    await order(context.request, crew, 'Bassin Lignes 1'),
    await order(context.request, crew, 'Bassin Lignes 2'),
  ]
  await put(page, crew, one.positionId, `${monday}T10:00:00+02:00`)
  await put(page, crew, two.positionId, `${monday}T14:00:00+02:00`)
  await page.goto(`/planning?view=day&date=${monday}&technician=Lignes&rows=site`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Bassin Lignes 1' })).toContainText(
    '1 visite',
  )
  await page.getByTestId('board').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('focused-bar')).toContainText('Bassin Lignes 1')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('ghost')).toHaveAttribute('data-allowed', 'false')
  await page.keyboard.press('Enter')
  await expect(told(page)).toContainText('La visite reste sur son site')
  await page.keyboard.press('v')
  await expect(page.getByRole('rowheader', { name: /Bassin Lignes 2/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Lignes Ana' }).first()).toBeVisible()
  await context.close()
})

test('a hole in a crew stands on the board, and is filled by its name', async ({ browser }) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Trou', ['Ana', 'Ben', 'Zoé'])
  const positions = [{ label: 'Son', headcount: 2 }]
  const { positionId } = await order(context.request, crew, 'Scène Trou', { positions })
  await put(page, crew, positionId, '2027-05-13T10:00:00+02:00')
  await page.goto('/planning?view=day&date=2027-05-13')
  await expect(page.getByRole('listitem').filter({ hasText: 'Postes à pourvoir' })).toBeVisible()
  await page.getByTestId('board').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('focused-bar')).toContainText('1 poste à pourvoir, Scène Trou')
  await expect(page.getByRole('button', { name: 'Affecter' }).first()).toBeVisible()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Recherche et commandes' })
  await palette.getByRole('searchbox').fill('affecter')
  await page.getByRole('menuitem', { name: /Affecter à Trou Ben/ }).click()
  await expect(told(page)).toContainText('Scène Trou affectée à Trou Ben')
  await context.close()
})

test('a view is kept, shared, opened by its address, removed and brought back', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  await hire(context.request, 'Vues', ['Ana', 'Ben'])
  await page.goto(`/planning?view=week&date=${monday}&technician=Vues&rows=team`)
  await expect(board(page)).toBeVisible()
  await page.getByRole('button', { name: 'Vues enregistrées' }).click()
  await page.getByRole('menuitem', { name: 'Enregistrer cette vue…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enregistrer la vue' })
  await dialog.getByLabel('Nom').fill('Équipe des vues')
  await dialog.getByText('La partager avec toute l’organisation').click()
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page).toHaveURL(/kept=/)

  await page.goto('/planning?view=day')
  await page.getByRole('button', { name: 'Vues enregistrées' }).click()
  await page.getByRole('menuitem', { name: 'Équipe des vues' }).click()
  await expect(page).toHaveURL(/rows=team/)
  await expect(page).toHaveURL(/technician=Vues/)

  await page.getByRole('button', { name: /Vues enregistrées/ }).click()
  await page.getByRole('menuitem', { name: 'Gérer les vues…' }).click()
  const views = page.getByRole('dialog', { name: 'Vues enregistrées' })
  await views.getByRole('button', { name: 'Supprimer' }).click()
  await expect(views.getByText('Aucune vue enregistrée')).toBeVisible()
  await views.getByRole('button', { name: 'Fermer' }).last().click()
  // The toast's own: the toolbar has one of the same name.
  const removed = page.getByRole('alertdialog').filter({ hasText: 'Équipe des vues' })
  await removed.getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByText('Vue « Équipe des vues » rétablie')).toBeVisible()
  await context.close()
})

test('work picked in the second window is placed on the board, and leaves the list', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Fenetre', ['Ana', 'Ben'])
  await order(context.request, crew, 'Bassin Fenetre 1')
  await order(context.request, crew, 'Bassin Fenetre 2')
  await page.goto(`/planning?view=day&date=${monday}&technician=Fenetre`)
  await expect(page.getByTestId('board')).toBeVisible()
  const second = await context.newPage()
  await second.goto('/planning/backlog')
  await expect(second.getByText('Reliée au planning')).toBeVisible()
  await second.getByPlaceholder('Intervention, client, site').fill('Fenetre')
  const card = second.getByTestId('backlog-card')
  await expect(card).toHaveCount(2)
  await card.filter({ hasText: 'Fenetre 1' }).click()
  await expect(second.getByText('cliquez la place voulue')).toBeVisible()

  await page.bringToFront()
  // The details beside the board name her too, among the best slots.
  const name = page.getByRole('link', { name: 'Fenetre Ana', exact: true })
  const row = await page.getByRole('listitem').filter({ has: name }).first().boundingBox()
  if (!row) throw new Error('no row')
  const place = { x: row.x + row.width + 400, y: row.y + row.height / 2 }
  await page.mouse.move(place.x, place.y, { steps: 3 })
  await expect(page.getByTestId('ghost')).toHaveAttribute('data-allowed', 'true')
  await page.mouse.click(place.x, place.y)
  await expect(told(page)).toHaveText('Bassin Fenetre 1 affectée à Fenetre Ana')
  await expect(card).toHaveCount(1)

  // The browser's own drag from one window to the other: the card leaves there, the board takes it here.
  const type = 'application/x-regie-work-order'
  const filled = `(() => { const data = new DataTransfer(); data.setData('${type}', 'a card'); return data })()`
  const carried = await second.evaluateHandle('new DataTransfer()')
  const dataTransfer = await page.evaluateHandle(filled)
  await card.dispatchEvent('dragstart', { dataTransfer: carried })
  const at = { dataTransfer, clientX: place.x + 120, clientY: place.y }
  const board = page.getByTestId('board')
  await expect(async () => {
    await board.dispatchEvent('dragover', at)
    await expect(page.getByTestId('ghost')).toHaveAttribute('data-allowed', 'true', {
      timeout: 500,
    })
  }).toPass()
  await board.dispatchEvent('drop', at)
  await card.dispatchEvent('dragend', { dataTransfer: carried })
  await expect(told(page)).toHaveText('Bassin Fenetre 2 affectée à Fenetre Ana')
  await expect(card).toHaveCount(0)
  await context.close()
})

test('the month shows its load, and a day leads to its board', async ({ browser }) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Mois', ['Ana', 'Ben'])
  const work = await order(context.request, crew, 'Bassin Mois 1')
  await put(page, crew, work.positionId, `${next}T10:00:00+02:00`)
  await page.goto(`/planning?view=month&date=${next}&technician=Mois&by=skill`)
  const day = page.getByRole('button', { name: /^lundi 10 mai 2027: 1 h.*1 visite/ })
  await expect(day).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /Eau Mois/ })).toBeVisible()
  await day.click()
  await expect(page).toHaveURL(/view=day/)
  await expect(page.getByRole('button', { name: /^Choisir une date, lun. 10 mai/ })).toBeVisible()
  await context.close()
})

test('the visible range is saved as files with the filters of the screen, and printed on A3', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Fichier', ['Ana', 'Ben'])
  const work = await order(context.request, crew, 'Bassin Fichier 1')
  await put(page, crew, work.positionId, `${monday}T10:00:00+02:00`)
  await page.goto(`/planning?view=week&date=${monday}&technician=Fichier`)
  const save = async (kind: string) => {
    await page.getByRole('button', { name: 'Imprimer et exporter' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: kind }).click(),
    ])
    return { name: file.suggestedFilename(), content: readFileSync(await file.path()) }
  }
  const csv = await save('CSV')
  expect(csv.name).toBe('Planning 2027-05-03 - 2027-05-09.csv')
  expect(csv.content.toString('utf8')).toMatch(/03\/05\/2027;10:00;.*Fichier Ana/)
  expect((await save('Excel')).content.subarray(0, 2).toString()).toBe('PK')
  expect((await save('Calendrier')).content.toString('utf8')).toContain('DTSTART:20270503T080000Z')

  await page.getByRole('button', { name: 'Imprimer et exporter' }).click()
  await page.getByRole('menuitem', { name: 'Imprimer, PDF (A3)…' }).click()
  await expect(page.getByText('Bassin Fichier 1')).toBeVisible()
  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1')).toMatch(/MediaBox\s*\[0 0 119\d(\.\d+)? 84\d(\.\d+)?\]/)
  await context.close()
})

test('the map stands beside the board, asks nobody else for anything, and follows the selection', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const crew = await hire(context.request, 'Carte', ['Ana', 'Ben'])
  const work = await order(context.request, crew, 'Bassin Carte 1')
  await put(page, crew, work.positionId, `${monday}T10:00:00+02:00`)
  const hosts = new Set<string>()
  page.on('request', (one) => hosts.add(new URL(one.url()).host))
  await page.goto(`/planning?view=day&date=${monday}&technician=Carte&map=true`)
  await expect(page.getByTestId('tour-map')).toBeVisible()
  await expect(page.getByText('Fond Natural Earth')).toBeVisible()
  const own = new URL(page.url()).host
  expect([...hosts].filter((host) => host !== own && host !== '')).toEqual([])
  await page.getByTestId('board').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('focused-bar')).toContainText('Bassin Carte 1')
  await page.keyboard.press('g')
  await expect(page.getByTestId('tour-map')).toHaveCount(0)
  await page.getByRole('button', { name: 'Voir sur la carte' }).click()
  await expect(page.getByTestId('tour-map')).toBeVisible()
  await context.close()
})
