import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBounce } from './read-bounce.ts'
import results from './read-bounce.results.json' with { type: 'json' }

const samples = join(import.meta.dirname, '../../../../shared/realdata/bounces')

test.skipIf(!existsSync(samples))(
  '337 real messages are classed as they were when somebody last looked',
  async () => {
    const found: Record<string, string> = {}
    for (const name of Object.keys(results)) {
      const read = await readBounce(await readFile(join(samples, name)))
      found[name] = read ? [read.bounce, read.status].filter(Boolean).join(' ') : 'none'
    }
    expect(found).toEqual(results)
    const count = (kind: string) => Object.values(found).filter((one) => one.split(' ')[0] === kind).length
    expect(Object.keys(found)).toHaveLength(337)
    expect(
      Object.fromEntries(['hard', 'soft', 'policy', 'complaint', 'none'].map((kind) => [kind, count(kind)])),
    ).toEqual({
      hard: 117,
      soft: 149,
      policy: 54,
      complaint: 8,
      none: 9,
    })
  },
)
