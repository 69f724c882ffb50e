/** The sheet that people sign where they meet: A4, a line a person, free lines for who comes without a booking. */
import { formatNumber } from '../../ui/format.ts'
import type { PdfBlock, PdfContent } from '../../ui/pdf.ts'
import type { Language } from '../../core/language.ts'
import { shortMoment, trainingTitle } from '../bookings/tell-booking.ts'
import type { Programme } from '../programmes/programme.ts'
import type { TrainingSession } from '../training-sessions/training-session.ts'
import type { AttendanceLine } from './declaration.ts'
import { declaredTexts } from './declared-texts.ts'

type SheetProps = {
  language: Language
  programme: Programme
  session: TrainingSession
  lines: readonly Pick<AttendanceLine, 'name' | 'businessName'>[]
  madeAt: Date
}

/** Room for a signature. */
const rowHeight = 30
const freeLines = 8

export function signInSheet({ language, programme, session, lines, madeAt }: SheetProps): PdfContent {
  const words = declaredTexts[language].paper
  return {
    language,
    title: words.title,
    author: programme.organisation,
    madeAt,
    brand: programme.brand,
    blocks: [
      { kind: 'title', words: words.title },
      { kind: 'subheading', words: trainingTitle(programme, { session }, language) },
      { kind: 'paragraph', label: words.when, words: shortMoment({ session }, language) },
      { kind: 'paragraph', label: words.trainer, words: session.trainer },
      ...tables(language, lines),
      { kind: 'paragraph', words: words.use, isSoft: true },
    ],
    foot: {
      words: words.foot(programme.name),
      page: (number, total) => words.page(formatNumber(number, language), formatNumber(total, language)),
    },
  }
}

function tables(language: Language, lines: SheetProps['lines']): PdfBlock[] {
  const words = declaredTexts[language].paper
  const columns = words.columns.map((heading) => ({ heading }))
  const rows = lines.map(({ name, businessName }) => [name, businessName ?? '', ''])
  const free = Array.from({ length: freeLines }, () => ['', '', ''])
  const registered: PdfBlock = {
    kind: 'table',
    caption: words.counted(lines.length),
    columns,
    rows,
    rowHeight,
  }
  const walkIns: PdfBlock = { kind: 'table', caption: words.walkIns, columns, rows: free, rowHeight }
  return lines.length > 0 ? [registered, walkIns] : [walkIns]
}
