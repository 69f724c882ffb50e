/** Reads what mail servers send back: delivery reports (RFC 3464), complaints (RFC 5965), and the older free texts. */
import { simpleParser, type ParsedMail } from 'mailparser'
import { classOfBounce, type Bounce } from './bounce.ts'

export type ReadBounce = {
  bounce: Bounce
  /** As in RFC 3463, such as 5.1.1; null where none is given. */
  status: string | null
  words: string
  /** Of the mail it answers: from the address it came back to, or the returned mail's own number. */
  recipientId: string | null
}

/** Null for what is no bounce: an answer, a notice of absence, a mail that was delivered late but well. */
export async function readBounce(raw: Buffer): Promise<ReadBounce | null> {
  // Delivery reports are hidden unless asked for.
  const mail = await simpleParser(raw, {
    keepDeliveryStatus: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  })
  const text = raw.toString('latin1')
  const found = complaintIn(mail, text) ?? reportIn(mail) ?? textIn(mail, text)
  if (found === null || found === 'none') return null
  return { ...found, words: found.words.slice(0, 500), recipientId: recipientIn(text) }
}

type Found = Omit<ReadBounce, 'recipientId'> | 'none' | null

const ownNumber =
  /\br\+([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@|^message-id:\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/im

function recipientIn(text: string): string | null {
  const [, byAddress, byNumber] = ownNumber.exec(text) ?? []
  return (byAddress ?? byNumber)?.toLowerCase() ?? null
}

function partsOf(mail: ParsedMail, type: string): string[] {
  return mail.attachments
    .filter(({ contentType }) => contentType === type)
    .map(({ content }) => content.toString('latin1'))
}

/** Somebody pressed "this is spam"; what is said to be no spam, or about signatures, is no complaint. */
function complaintIn(mail: ParsedMail, text: string): Found {
  const reports = partsOf(mail, 'message/feedback-report')
  const isComplaint =
    reports.length > 0 ||
    /^feedback-type:\s*abuse|^\{"notificationType":"Complaint"/im.test(text) ||
    isOutlooks(mail)
  if (!isComplaint) return null
  const type = /^feedback-type:\s*([\w-]+)/im.exec(reports.join('\n') || text)?.[1]?.toLowerCase() ?? 'abuse'
  if (type === 'not-spam') return 'none'
  return { bounce: type === 'auth-failure' ? 'policy' : 'complaint', status: null, words: type }
}

/** Outlook.com sends the mail back and says so in the subject only. */
function isOutlooks(mail: ParsedMail): boolean {
  return (
    /@hotmail\.com/i.test(mail.from?.text ?? '') &&
    /^complaint about message/i.test(mail.subject?.trim() ?? '')
  )
}

/** The worst of the recipients that a report tells of; it is one of ours that is meant, for we write to one each. */
function reportIn(mail: ParsedMail): Found {
  const blocks = partsOf(mail, 'message/delivery-status')
    .flatMap((report) => report.split(/\r?\n[ \t]*\r?\n/))
    .map(fieldsOf)
    .filter((fields) => fields.has('action') || fields.has('status') || fields.has('final-recipient'))
  if (blocks.length === 0) return null
  const undelivered = blocks.filter(
    (fields) => !/^(delivered|relayed|expanded)/i.test(fields.get('action') ?? ''),
  )
  if (undelivered.length === 0) return 'none'
  const said = undelivered.map((fields) => statedBy(fields, mail))
  return said.find(({ bounce }) => bounce === 'hard') ?? said[0] ?? null
}

function statedBy(fields: ReadonlyMap<string, string>, mail: ParsedMail) {
  const words = fields.get('diagnostic-code') ?? ''
  const given = statusIn(fields.get('status') ?? '')
  // Many write 5.0.0 in the field and the truth into the words.
  const status = given === null || given.endsWith('.0.0') ? (statusIn(words) ?? given) : given
  const isDelay = /^delayed/i.test(fields.get('action') ?? '')
  const told = words || (mail.text ?? '').slice(0, 2000)
  return { bounce: isDelay ? ('soft' as const) : classOfBounce(status, told), status, words: told }
}

/** Header-like lines, unfolded; names in small letters. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  const lines = block.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const pairs = lines.flatMap((line): [string, string][] => {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]]
  })
  return new Map(pairs.toReversed())
}

/** Not a piece of an IP address. */
function statusIn(words: string): string | null {
  return /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)/.exec(words)?.[1] ?? null
}

const isAutomaticAnswer =
  /^(re: ?)?(auto(matic|mated)?[ -]?(reply|response)|auto:|out of (the )?office|r[eé]ponse automatique|absen(t|ce)|abwesen|vacation)/i
const comesFromMailServer =
  /mailer-daemon|post_?master|mail ?delivery|post_?office|mdaemon|@sns\.amazonaws\.com/i
const speaksOfFailure =
  /undeliver|non[- ]?remis|not (be )?deliver|deliver.*(fail|problem|error|status)|fail.*(deliver|notice|mail)|returned (mail|to sender)|mail (error|failure)|message (non|status)|rejected|bounce|nondeliverable|échec|user unknown|エラー|warning: .*(could not|delay)|permanent|problem.*(mail|message)/i

/** Older servers write prose: it counts when a mail server wrote it, or says in its subject that a mail failed. */
function textIn(mail: ParsedMail, text: string): Found {
  const subject = mail.subject ?? ''
  const submitted = headerOf(mail, 'auto-submitted')
  const from = mail.from?.text ?? ''
  // Exim calls its reports replies; it names the recipients in a header of its own.
  const isReport =
    mail.headers.has('x-failed-recipients') ||
    /mailer-daemon/i.test(from) ||
    /^content-type:\s*multipart\/report/im.test(text)
  if (isAutomaticAnswer.test(subject) || (/auto-replied/i.test(submitted) && !isReport)) return 'none'
  if (mail.headers.has('x-autoreply') || mail.headers.has('x-autorespond')) return 'none'
  if (!comesFromMailServer.test(from) && !speaksOfFailure.test(subject)) return 'none'
  const words = own(mail.text || bodyOf(text))
  const status = statusIn(words) ?? basicStatusIn(words)
  return { bounce: classOfBounce(status, words), status, words }
}

function headerOf(mail: ParsedMail, name: string): string {
  const value = mail.headers.get(name)
  return typeof value === 'string' ? value : ''
}

function bodyOf(text: string): string {
  return text.slice(text.search(/\r?\n\r?\n/) + 1)
}

/** What the server says, without the mail that it returns: there anything may stand. */
function own(words: string): string {
  const copy = words.search(
    /\n-{2,}.{0,20}(below this line|original message|copy of|message (headers|follows)|returned)|\n(received|return-path): /i,
  )
  return copy > 80 ? words.slice(0, copy) : words
}

/** A reply of SMTP without an enhanced code: 450 is "for now". */
function basicStatusIn(words: string): string | null {
  const code = /(?:^|[\s:(])(4\d\d|5\d\d)[ -](?=\D)/.exec(words)?.[1]
  return code === undefined ? null : code.startsWith('4') ? '4.0.0' : '5.0.0'
}
