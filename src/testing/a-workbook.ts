/** Workbooks for tests, made by hand: honest ones, and some that mean harm. */
import { crc32, deflateRawSync } from 'node:zlib'

type Part = {
  name: string
  content: string | Buffer
  /** What the archive says of its size. */ claims?: number
}

/** A ZIP archive (APPNOTE 6.3) of these parts. */
export function aZip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content, claims } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims ?? bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    locals.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed)
    central.push(Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end])
}

export type WorkbookSheet = { name: string; rows: readonly (readonly (string | number)[])[] }

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** An XLSX workbook of these sheets, the one at `active` open. */
export function aWorkbook(sheets: readonly WorkbookSheet[], active = 0): Buffer {
  const listed = sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`)
  const related = sheets.map(
    (_, at) => `<Relationship Id="r${at + 1}" Target="worksheets/sheet${at + 1}.xml" Type="worksheet"/>`,
  )
  return aZip([
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r"><bookViews><workbookView activeTab="${active}"/></bookViews><sheets>${listed.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${related.join('')}</Relationships>` },
    ...sheets.map(({ rows }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<worksheet><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`,
    })),
  ])
}

function rowXml(cells: readonly (string | number)[], at: number): string {
  const written = cells.map((cell, place) => {
    const reference = `r="${letters[place]}${at + 1}"`
    return typeof cell === 'number'
      ? `<c ${reference}><v>${cell}</v></c>`
      : `<c ${reference} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  })
  return `<row r="${at + 1}">${written.join('')}</row>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
