import { expect, test } from 'vitest'
import type { Services } from '../../core/services.ts'
import { aProgramme } from '../../testing/a-programme.ts'
import { commands } from './cli.ts'

async function welcome(devMail: boolean): Promise<string[]> {
  const said: string[] = []
  const config = { publicUrl: 'https://pignon.example.org', devMail }
  const services = { config } as Services
  const command = commands.find(({ name }) => name === 'welcome')
  const code = await command?.run([], { services, programme: aProgramme(), say: (line) => said.push(line) })
  expect(code).toBe(0)
  return said.map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' '))
}

test('who starts the demonstration reads where it is, how each person signs in, and where the mails are', async () => {
  expect(await welcome(true)).toEqual([
    'Pignon est ouvert : https://pignon.example.org',
    'Pour entrer, https://pignon.example.org/connexion avec l’une de ces adresses ; le code arrive dans https://pignon.example.org/dev/mail',
    '  commerçante  proprietaire@example.org',
    '  conseiller   conseil@example.org',
    '  relais       relais@example.org',
    '  formatrice   formation@example.org',
    '  opératrice   operateur@example.org',
    'Les e-mails : https://pignon.example.org/dev/mail',
    '',
    'Pignon is open: https://pignon.example.org',
    'To sign in, https://pignon.example.org/connexion with one of these addresses; the code arrives at https://pignon.example.org/dev/mail',
    '  owner        proprietaire@example.org',
    '  adviser      conseil@example.org',
    '  relay        relais@example.org',
    '  trainer      formation@example.org',
    '  operator     operateur@example.org',
    'Mails: https://pignon.example.org/dev/mail',
    '',
  ])
})

test('a site with a relay of its own names no invented person and no page of mails', async () => {
  const said = (await welcome(false)).join('\n')
  expect(said).toContain('https://pignon.example.org/connexion')
  expect(said).not.toMatch(/example\.org\/dev|@/)
})
