import { parseArgs } from 'node:util'
import type { Command, CommandContext } from '../../core/command.ts'
import { transaction } from '../../core/db.ts'
import { parseForm } from '../../core/form.ts'
import { unreachable } from '../../core/never.ts'
import type { Programme } from '../programmes/programme.ts'
import { texts as accountTexts } from '../accounts/texts.ts'
import { inviteForm } from './input.ts'
import { inviteStaff } from './invite-staff.ts'
import { texts } from './texts.ts'

export const commands: Command<Programme>[] = [
  {
    name: 'invite',
    usage: 'EMAIL --name NAME [--role operator|adviser|trainer|relay-manager] [--relay ID]',
    summary: 'make somebody a member of staff; the first operator comes in this way',
    run: runInvite,
  },
]

const words = texts.fr.command

async function runInvite(args: string[], { services, programme, say }: CommandContext<Programme>) {
  const form = parseForm(inviteForm, argumentsOf(args))
  if (!form.ok) {
    for (const error of Object.values(form.errors)) say(accountTexts.fr.errors[error] ?? error)
    say(words.usage)
    return 1
  }
  const { db, clock, config } = services
  const invitation = {
    ...form.value,
    relayId: form.value.relay,
    language: 'fr',
    programme,
    publicUrl: config.publicUrl,
  } as const
  const outcome = await transaction(db, (tx) => inviteStaff(tx, clock(), 'console', invitation))
  switch (outcome.kind) {
    case 'invited':
      say(words.invited(form.value.email, texts.fr.roles[form.value.role]))
      return 0
    case 'member-already':
      say(words.already(form.value.email, texts.fr.roles[outcome.role]))
      return 1
    case 'relay-missing':
    case 'relay-unknown':
      say(words.relay)
      return 1
    case 'forbidden':
      throw new Error('the console may invite')
    default:
      return unreachable(outcome)
  }
}

function argumentsOf(args: string[]): object {
  try {
    const options = {
      name: { type: 'string' },
      relay: { type: 'string' },
      role: { type: 'string', default: 'operator' },
    } as const
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    return { email: positionals[0], ...values }
  } catch {
    return {}
  }
}
