/**
 * A program of its own: reads a workbook and writes what it holds, a line of JSON a row. It runs with little memory, for
 * a while, and may read files but nothing else: a workbook made to do harm ends this process and no other.
 */
import { readOds } from './ods.ts'
import { UnreadableTable } from './table.ts'
import type { WorkbookItem, WorkbookRequest } from './workbook.ts'
import { readXlsx } from './xlsx.ts'
import { openZip } from './zip-parts.ts'

const [path = '', only = '', most = ''] = process.argv.slice(2)

async function* items(request: WorkbookRequest): AsyncGenerator<WorkbookItem> {
  const parts = await openZip(path)
  try {
    if (parts.names.includes('xl/workbook.xml')) yield* readXlsx(parts, request)
    else if (parts.names.includes('content.xml')) yield* readOds(parts, request)
    else throw new UnreadableTable('other-zip')
  } finally {
    parts.close()
  }
}

try {
  const request = { only: only === '' ? null : Number(only), most: most === '' ? Infinity : Number(most) }
  for await (const item of items(request)) process.stdout.write(`${JSON.stringify(item)}\n`)
} catch (error) {
  const problem = error instanceof UnreadableTable ? error.problem : 'workbook-broken'
  process.stdout.write(`${JSON.stringify({ kind: 'problem', problem })}\n`)
}
