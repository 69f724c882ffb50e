import { readFile } from 'node:fs/promises'
import { transaction } from '../../core/db.ts'
import type { Command } from '../../core/command.ts'
import { unreachable } from '../../core/never.ts'
import type { Programme } from '../programmes/programme.ts'
import { noteBounce } from './note-bounce.ts'
import { readBounce } from './read-bounce.ts'
import { texts } from './texts.ts'

export const commands: Command<Programme>[] = [
  {
    name: 'bounce',
    usage: 'FILE…',
    summary: 'note what mail servers sent back; /dev/stdin for a mail server that pipes it in',
    async run(files, { services: { db, clock }, say }) {
      const words = texts.fr.cli
      if (files.length === 0) say(words.usage)
      let isUnreadable = files.length === 0
      for (const file of files) {
        const raw = await readFile(file).catch(() => null)
        isUnreadable ||= raw === null
        if (raw === null) say(words.unreadable(file))
        else say(words.line(file, await note(raw)))
      }
      return isUnreadable ? 1 : 0

      async function note(raw: Buffer): Promise<string> {
        const read = await readBounce(raw)
        if (read === null) return words.none
        const outcome = await transaction(db, (tx) => noteBounce(tx, clock(), read))
        switch (outcome.kind) {
          case 'noted':
            return words.noted[outcome.bounce]
          case 'known':
            return words.known
          case 'nobodys':
            return words.nobodys
          default:
            return unreachable(outcome)
        }
      }
    },
  },
]
