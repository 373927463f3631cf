// A concert: from a stage and a crew template to the grid that its chiefs have signed, and printed call sheets.
import { expect, type Page, test } from '@playwright/test'
import { ask, hire, linkTo, ownerWindow } from './company.ts'
import { joinByPhone } from './field-company.ts'
import { expectAccessible } from './setup/accessibility.ts'

/** Drawn in the browser by the one worker that may run WebAssembly. */
const twoPages = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 420 297]>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /Contents 5 0 R>> endobj
4 0 obj <</Type /Page /Parent 2 0 R /Contents 5 0 R>> endobj
5 0 obj <</Length 22>> stream
60 60 300 150 re S
endstream endobj
trailer <</Root 1 0 R>>
%%EOF`

type Row = { readonly id: string }
type Show = {
  readonly stages: readonly (Row & { readonly name: string })[]
  readonly phases: readonly { readonly seats: readonly { readonly technicianId: string }[] }[]
}

test('a concert goes from a template to the signed-off grid and printed call sheets', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const { request } = context
  const crew = await hire(request, 'Prod', ['Ana', 'Ben', 'Sans'])
  await ask(request, 'POST', '/api/sites', {
    clientId: crew.clientId,
    name: 'Zénith fictif',
    position: { latitude: 48.86, longitude: 2.33 },
  })
  const project = await ask<{ id: string }>(request, 'POST', '/api/projects', {
    name: 'Concert fictif',
    kind: 'production',
    startsOn: '2027-03-02',
  })
  await ask(request, 'POST', '/api/crew-templates', {
    name: 'Petit concert',
    lines: [
      { label: 'Ingénieur son', skills: [{ skillId: crew.skillId, level: 1 }] },
      { label: 'Éclairagiste', mandatory: false },
      { label: 'Machiniste', mandatory: false },
    ],
  })
  await page.goto(`/projects/${project.id}`)
  await page.getByRole('link', { name: 'Scènes et équipes' }).click()
  await page.getByRole('button', { name: 'Ajouter une scène' }).click()
  await page.getByLabel('Nom de la scène').fill('Grande scène')
  await page.getByRole('combobox', { name: 'Lieu' }).fill('Zénith')
  await page.getByRole('option', { name: /Zénith fictif/ }).click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()

  await page.getByRole('button', { name: 'Ajouter une phase' }).click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('button', { name: /^Montage, 09:00 – 12:00/ })).toBeVisible()

  await page.getByRole('button', { name: 'Donner une équipe' }).click()
  await page.getByRole('button', { name: /Équipe type/ }).click()
  await page.getByRole('option', { name: /Petit concert/ }).click()
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await expect(page.getByRole('button', { name: /Éclairagiste.*facultatif/ })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: /Ingénieur son.*À pourvoir/ }).click()
  const candidate = (name: string) =>
    page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Affecter' })
  await candidate('Prod Ana').click()
  await expect(page.getByRole('button', { name: /Ingénieur son.*Proposé, Prod Ana/ })).toBeVisible()

  await page.getByRole('link', { name: 'Chronologie' }).click()
  const bar = (hours: string) =>
    page.getByRole('button', { name: new RegExp(`^Montage, .*${hours}`) })
  // What the assignment changed may still be arriving, and takes the bar out of hand.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await bar('09:00 – 12:00').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const told = page.getByRole('status').filter({ hasText: '09:30 – 12:30' })
    await expect(told).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 affectation suit.')).toBeVisible()
  await expect(bar('09:30 – 12:30')).toBeVisible()
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByText('Les horaires sont revenus')).toBeVisible()
  await expect(bar('09:00 – 12:00')).toBeVisible()

  // A finger that swipes scrolls; one that rests takes the phase, and nothing is moved without a yes.
  const finger = { pointerType: 'touch', button: 0, clientX: 500, clientY: 300 }
  await bar('09:00 – 12:00').dispatchEvent('pointerdown', finger)
  await bar('09:00 – 12:00').dispatchEvent('pointermove', { ...finger, clientX: 560 })
  await bar('09:00 – 12:00').dispatchEvent('pointercancel', finger)
  await bar('09:00 – 12:00').dispatchEvent('pointerdown', finger)
  await expect(page.getByRole('status').filter({ hasText: '09:00 – 12:00' })).toBeVisible()
  await bar('09:00 – 12:00').dispatchEvent('pointerup', finger)
  await page.getByRole('button', { name: 'Déplacer : 15 minutes plus tard' }).click()
  await expect(page.getByRole('status').filter({ hasText: '09:15 – 12:15' })).toBeVisible()
  await page.getByRole('button', { name: 'Laisser' }).click()
  await expect(bar('09:00 – 12:00')).toBeVisible()

  await page.getByRole('link', { name: 'Plan de scène' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choisir un fichier' }).click()
  await (await chooser).setFiles({
    name: 'plan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(twoPages),
  })
  await page.getByRole('button', { name: 'Page 2' }).click()
  await expect(page.getByRole('img', { name: 'Plan de scène : Grande scène' })).toBeVisible()
  await page.getByRole('button', { name: 'Placer Ingénieur son' }).click()
  await page.keyboard.press('Enter')
  const placed = page.getByRole('button', {
    name: 'Prod Ana, Ingénieur son, 09:00 – 12:00, Proposé',
  })
  await expect(placed).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('slider', { name: 'Moment' }).press('End')
  await expect(page.getByText('11:45')).toBeVisible()
  await expectAccessible(page)

  // The chiefs: Ana of sound, on her phone; Camille of light, who sits in the office; Ben of the set, without an account.
  const [ana] = crew.technicians
  const email = 'prod.0@exemple.test'
  const phone = await joinByPhone(browser, request, { id: ana?.id ?? '', email })
  await page.getByRole('link', { name: 'Revue', exact: true }).click()
  for (const [department, name] of [
    ['Son', 'Prod Ana'],
    ['Lumière', 'Camille Exemple'],
    ['Décor', 'Prod Ben'],
  ] as const) {
    const field = page.getByRole('combobox', { name: `Chef de service : ${department}` })
    await field.fill(name)
    await page.getByRole('option', { name: new RegExp(name) }).click()
    await expect(field).toHaveValue(name)
  }
  await page.getByRole('button', { name: 'Ouvrir la revue' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ouvrir la revue' }).click()
  await expect(page.getByText('0 service signé sur 3')).toBeVisible()
  await expectAccessible(page)

  const linked = await (
    await browser.newContext({ viewport: { width: 390, height: 844 } })
  ).newPage()
  await expect(() => linkTo('prod.1@exemple.test', '/a/')).toPass({ timeout: 20_000 })
  await linked.goto(new URL(linkTo('prod.1@exemple.test', '/a/')).pathname)
  await linked.getByRole('checkbox', { name: 'Lu : Machiniste' }).press('Space')
  await linked.getByRole('button', { name: 'Signer « Décor »' }).click()
  await expect(linked.getByText(/Signé par Prod Ben.*par lien/)).toBeVisible()
  await expectAccessible(linked)
  await linked.context().close()

  await expect(() => linkTo(email, '/field/reviews/')).toPass({ timeout: 20_000 })
  await phone.goto(new URL(linkTo(email, '/field/reviews/')).pathname)
  await expect(phone.getByText('Éclairagiste')).toHaveCount(0)
  await phone.getByRole('button', { name: 'Remarque : Ingénieur son' }).click()
  await phone.getByLabel('Ce qui ne va pas sur cette ligne').fill('La console arrive à 10 h.')
  await phone.getByRole('button', { name: 'Envoyer' }).click()
  await expect(phone.getByText('La console arrive à 10 h.')).toBeVisible()
  // The dialog gives the focus back where it took it: keys pressed before would go there.
  await expect(phone.getByRole('button', { name: 'Remarque : Ingénieur son' })).toBeFocused()
  await phone.getByRole('checkbox', { name: 'Lu : Ingénieur son' }).press('Space')
  await expect(phone.getByText('1 remarque à traiter')).toBeVisible()
  await expectAccessible(phone)

  // The office answers live, and signs its own department.
  await page.getByPlaceholder(/Ce qui a été corrigé/).fill('Livraison avancée à 8 h.')
  await page.getByRole('button', { name: 'Répondre' }).click()
  await page.getByRole('checkbox', { name: 'Lu : Éclairagiste' }).press('Space')
  await page.getByRole('button', { name: 'Signer « Lumière »' }).click()
  await expect(page.getByText('2 services signés sur 3')).toBeVisible()
  await expect(phone.getByText('Livraison avancée à 8 h.')).toBeVisible()
  await phone.getByRole('button', { name: 'Signer « Son »' }).click()
  await expect(phone.getByText(/Signé par Prod Ana/)).toBeVisible()
  await expect(page.getByText(/Tout le monde a signé/)).toBeVisible()

  // A locked seat is changed by hand, and that is marked.
  await page.getByRole('button', { name: 'Corriger : Ingénieur son' }).click()
  await page.getByRole('button', { name: 'Déverrouiller et retirer' }).click()
  await page.getByRole('button', { name: 'Corriger : Ingénieur son' }).click()
  await expect(page.getByRole('dialog').getByText('À pourvoir')).toBeVisible()
  await candidate('Prod Ben').click()
  await expect(page.getByText(/1 ligne n’est plus celle qui a été signée/)).toBeVisible()
  await expect(phone.getByText(/Prod Ana.*→.*Prod Ben/s)).toBeVisible()

  // The plan is published, and so are the call sheets: on the phone, and on paper.
  await ask(request, 'POST', '/api/planning/publish', {
    from: '2027-03-01T00:00:00Z',
    until: '2027-03-04T00:00:00Z',
    technicianIds: crew.technicians.map(({ id }) => id),
  })
  await page.getByRole('link', { name: 'Feuilles de route' }).click()
  await expect(page.getByText('Prod Ben').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Informations' }).click()
  await page.getByRole('button', { name: 'Ajouter un contact' }).click()
  await page.getByLabel('Nom', { exact: true }).fill('Régie générale')
  await page.getByLabel(/^Téléphone/).fill('06 12 34 56 78')
  await page.getByRole('button', { name: 'Enregistrer les informations' }).click()
  await expect(page.getByText(/^Informations enregistrées/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Publier la version 1' }).click()
  await page.getByRole('button', { name: 'Publier et prévenir' }).click()
  await expect(page.getByText('Version 1 publiée').first()).toBeVisible()
  await page.getByRole('radio', { name: 'Feuilles' }).click()
  await page.getByRole('button', { name: 'Ouvrir la feuille de Prod Ben' }).click()
  await expect(page.getByRole('link', { name: 'Appeler Régie générale' })).toBeVisible()
  await page.keyboard.press('Escape')
  const link = await page.getByRole('link', { name: 'PDF de toutes' }).getAttribute('href')
  const paper = await request.get(new URL(link ?? '', page.url()).href)
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await phone.context().close()
  await context.close()
})

/** Runs the engine on the day the board shows and takes all it proposes. */
const planAll = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Planifier', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lancer' }).click()
  await page.getByRole('button', { name: 'Voir la proposition' }).click()
  await page.getByRole('button', { name: 'Tout accepter' }).click()
  await expect(page.getByTestId('board-says')).toHaveText(/affectations? reprises?/)
}

test('a festival is filled by one run, and repaired by another when somebody falls ill', async ({
  browser,
}) => {
  const { context, page } = await ownerWindow(browser)
  const { request } = context
  const names = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eve', 'Fil', 'Gil', 'Hal', 'Ida', 'Joe', 'Sans']
  const crew = await hire(request, 'Fest', names)
  const date = '2027-06-15'
  const project = await ask<Row>(request, 'POST', '/api/projects', {
    name: 'Festival fictif',
    kind: 'production',
    startsOn: date,
  })
  const site = await ask<Row>(request, 'POST', '/api/sites', {
    clientId: crew.clientId,
    name: 'Parc Fest',
    position: { latitude: 48.86, longitude: 2.33 },
  })
  const production = `/api/projects/${project.id}`
  for (const name of ['Grande scène', 'Petite scène']) {
    const draft = { name, siteId: site.id }
    const { stages } = await ask<Show>(request, 'POST', `${production}/stages`, draft)
    for (const [from, until] of [
      ['09:00', '12:00'],
      ['14:00', '17:00'],
    ])
      await ask(request, 'POST', `${production}/phases`, {
        stageId: stages.find((stage) => stage.name === name)?.id,
        kind: 'show',
        startsAt: `${date}T${from}:00+02:00`,
        endsAt: `${date}T${until}:00+02:00`,
        positions: [
          { label: 'Technicien', headcount: 4, skills: [{ skillId: crew.skillId, level: 1 }] },
        ],
      })
  }
  const board = `/planning?view=day&date=${date}&project=${project.id}`
  const filled = page.getByRole('status', { name: '0 couverts, 16 proposés, 0 à pourvoir' })
  await page.goto(board)
  await planAll(page)
  await page.goto(`/projects/${project.id}/production?day=${date}`)
  await expect(filled).toBeVisible()

  const holders = async () => {
    const { phases } = await ask<Show>(request, 'GET', `${production}/production`)
    return phases.flatMap(({ seats }) => seats.map(({ technicianId }) => technicianId))
  }
  const [ill = ''] = await holders()
  await ask(request, 'POST', `/api/technicians/${ill}/absences`, {
    reason: 'sick',
    span: { kind: 'days', from: date, until: date },
  })
  await page.goto(board)
  await planAll(page)
  await page.goto(`/projects/${project.id}/production?day=${date}`)
  await expect(filled).toBeVisible()
  expect(await holders()).not.toContain(ill)
  await context.close()
})
