import type { Command } from '../../core/command.ts'
import { transaction } from '../../core/db.ts'
import { unreachable } from '../../core/never.ts'
import { makeEdition } from '../editions/make-edition.ts'
import type { Programme } from '../programmes/programme.ts'
import { seedDemo } from './seed-demo.ts'
import { texts } from './texts.ts'
import { cast } from './town.texts.ts'

const roles = ['owner', 'adviser', 'relay', 'trainer', 'operator'] as const

const seedCommand: Command<Programme> = {
  name: 'seed-demo',
  usage: '',
  summary: 'fill an empty programme with an invented town',
  async run(_args, { services: { db, clock }, programme, say }) {
    const outcome = await transaction(db, (tx) => seedDemo(tx, clock(), programme))
    switch (outcome.kind) {
      case 'seeded':
        // So that a visitor of the demo finds shops to be compared with.
        await makeEdition(db, clock, { programme })
        say(texts.fr.seeded(outcome.businesses, outcome.diagnostics, outcome.sessions, outcome.bookings))
        return 0
      case 'already-there':
        say(texts.fr.already)
        return 0
      default:
        return unreachable(outcome)
    }
  },
}

const welcomeCommand: Command<Programme> = {
  name: 'welcome',
  usage: '',
  summary: 'say where the site is and how to sign in',
  async run(_args, { services: { config }, say }) {
    for (const words of [texts.fr, texts.en]) {
      say(words.welcome(config.publicUrl))
      say(config.devMail ? words.signIn(config.publicUrl) : words.signInByMail(config.publicUrl))
      if (config.devMail)
        for (const role of roles) say(`  ${words.roles[role].padEnd(12)} ${cast[role].email}`)
      if (config.devMail) say(words.mails(config.publicUrl))
      say('')
    }
    return 0
  },
}

export const commands: Command<Programme>[] = [seedCommand, welcomeCommand]
