import { luhnDigit } from '../src/features/businesses/siret.ts'
import { aWorkbook } from '../src/testing/a-workbook.ts'
import { expectGood } from './lib/checks.ts'
import { expect, test } from './lib/journey.ts'
import { signIn } from './lib/mailbox.ts'
import { aStaffMember, ask } from './lib/town.ts'

/** A possible number of a firm that is not in the demo town. */
function aNumber(): string {
  const firm = `9${String(Date.now() % 10_000_000).padStart(7, '0')}`
  const siren = firm + luhnDigit(firm)
  return `${siren}0001${luhnDigit(`${siren}0001`)}`
}

test('the operator imports the list of a town: a column corrected, a doubtful shop settled, all of it undone @desk', async ({
  page,
  mailbox,
}) => {
  const [shop = { id: '', name: '', street: '', code: '', town: '' }] = await ask<Record<string, string>>(`
    select id, coalesce(sign, name) as name, street, postal_code as code, commune as town
    from businesses where street is not null and diffusion = 'O' order by siret desc limit 1`)
  const list = [
    'Nom;Commerce tenu;SIRET;Adresse;CP;Ville;Courriel',
    `Morvan;Atelier ${mailbox};${aNumber()};1 quai Sud;35400;Saint-Malo;"a@example.org, b@example.org"`,
    `Le Goff;${shop['name']};;${shop['street']};${shop['code']};${shop['town']};${mailbox}`,
    'Guen;Terrasse du parc;5.23844E+13;2 quai Sud;5400;Saint-Malo;',
    'Riou;;;;;;',
  ].join('\n')
  await signIn(page, await aStaffMember('operator', mailbox))
  await page.goto('/equipe/listes')
  await expectGood(page)
  await page.getByLabel('Qui a donné cette liste').fill(`Mairie ${mailbox}`)
  const buffer = Buffer.from(list, 'latin1')
  await page.getByLabel('Le fichier').setInputFiles({ name: 'commerces.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Lire ce fichier' }).click()
  await expect(page.getByText('Windows-1252').or(page.getByText('UTF-8'))).toBeVisible()
  await expectGood(page)
  // The first column is who keeps the shop, not the shop.
  await page.getByLabel('Nom', { exact: true }).selectOption({ label: 'ne pas reprendre' })
  await page.getByText('colonne que nous n’avons pas comprise').click()
  await page.getByLabel('Commerce tenu').selectOption({ label: 'Nom du commerce' })
  await page.getByRole('button', { name: 'Essayer sans rien écrire' }).click()
  await expect(page.getByText('Voici ce que l’import donnerait')).toBeVisible()
  await expect(page.getByText('Un tableur a arrondi ce numéro SIRET').first()).toBeVisible()
  await expectGood(page)
  await page.getByRole('button', { name: 'Importer pour de bon' }).click()
  await expect(page.getByText('L’import est terminé.')).toBeVisible()
  await expectGood(page)
  const run = page.url()
  const [listing = { id: '' }] = await ask<{ id: string }>(
    `select id from listings where said::text like '%${mailbox}%' and state = 'waiting'`,
  )
  await page.goto(`/equipe/listes/a-rapprocher/${listing.id}`)
  await expectGood(page)
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Garder ma réponse' }).click()
  await expect(page.getByText('Cette fiche est rattachée à un commerce.')).toBeVisible()
  await expectGood(page)
  await page.getByRole('button', { name: 'Revenir sur cette réponse' }).click()
  await expect(page.getByRole('heading', { name: 'De quel commerce parle cette fiche' })).toBeVisible()
  await page.goto(run)
  await page.getByRole('button', { name: 'Annuler cet import' }).click()
  await expect(page.getByText('L’import est annulé.')).toBeVisible()

  await page.goto('/equipe/listes')
  await page.getByLabel('Qui a donné cette liste').fill(`Union ${mailbox}`)
  const rows = [
    ['Nom', 'Ville'],
    ['Chez Lou', 'Metz'],
  ]
  const workbook = aWorkbook([
    { name: 'Brouillon', rows: [['à rappeler']] },
    { name: 'Adhérents', rows },
  ])
  await page
    .getByLabel('Le fichier')
    .setInputFiles({ name: 'liste.xlsx', mimeType: 'application/zip', buffer: workbook })
  await page.getByRole('button', { name: 'Lire ce fichier' }).click()
  await expect(page.getByRole('radio', { name: /Adhérents/ })).toBeChecked()
  await expectGood(page)
})
