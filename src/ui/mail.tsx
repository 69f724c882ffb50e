/** E-mails: one layout (MJML, compiled at build), filled with plain data; each has its twin in plain text. */
import { renderToString } from 'preact-render-to-string'
import type { Language } from '../core/language.ts'
import { formatHex, parseOklch } from './contrast.ts'
import layout from './mail.mjml'
import { uiTexts } from './texts.ts'

export type MailContent = {
  language: Language
  programme: { name: string; organisation: string; brand: { deep: string; bright: string } }
  title: string
  paragraphs: readonly string[]
  /** One thing to see at first sight, such as a code. */
  highlight?: string
  /** Label and value: when, where, how long. */
  facts?: readonly (readonly [string, string])[]
  button?: { label: string; url: string }
  /** Under the button: what else one may do. */
  link?: { label: string; url: string }
  /** After the button. */
  after?: readonly string[]
  /** The line that mailboxes show beside the subject; the first paragraph otherwise. */
  preheader?: string
  /** Why it is written, and how to get no more: in place of the usual foot. */
  foot?: { words: readonly string[]; link: { label: string; url: string } }
}

/** MJML checks colours when it compiles, so the layout carries two that stand for the brand's. */
const deepInLayout = '#d00001'
const brightInLayout = '#b00001'

/** @returns the whole document, and the same in plain text with the address of the button written out. */
export function renderMail(content: MailContent): { html: string; plain: string } {
  const usual = uiTexts[content.language].mail.footer(content.programme.organisation)
  const foot = content.foot ?? { words: [usual], link: null }
  const slots: Record<string, string> = {
    language: content.language,
    title: escaped(content.title),
    preview: escaped(content.preheader ?? content.paragraphs[0] ?? content.title),
    programme: escaped(content.programme.name),
    body: renderToString(<MailBody {...content} />),
    footer: renderToString(<MailFoot {...foot} />),
  }
  const { deep, bright } = content.programme.brand
  const html = layout
    .replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => slots[name] ?? '')
    .replaceAll(deepInLayout, formatHex(parseOklch(deep)))
    .replaceAll(brightInLayout, formatHex(parseOklch(bright)))
  return { html, plain: plainText(content, foot) }
}

function escaped(text: string): string {
  return renderToString(<>{text}</>)
}

/** Inline styles: mail clients drop style sheets; mails are outside our content security policy. */
function MailBody({ paragraphs, highlight, facts = [], button, link, after = [], programme }: MailContent) {
  return (
    <>
      {paragraphs.map((words) => (
        <p key={words} style="margin:0 0 14px">
          {words}
        </p>
      ))}
      {highlight !== undefined && (
        <p class="code" style="margin:8px 0 18px;font-size:34px;letter-spacing:8px;font-weight:700">
          {highlight}
        </p>
      )}
      {facts.length > 0 && <MailFacts facts={facts} />}
      {button && (
        <p style="margin:18px 0">
          <a
            href={button.url}
            style={`display:inline-block;padding:13px 22px;border-radius:6px;background:${formatHex(parseOklch(programme.brand.deep))};color:#fdfaf4;font-weight:700;text-decoration:none`}
          >
            {button.label}
          </a>
        </p>
      )}
      {link && (
        <p style="margin:0 0 18px">
          <a href={link.url} style={`color:${formatHex(parseOklch(programme.brand.deep))}`}>
            {link.label}
          </a>
        </p>
      )}
      {after.map((words) => (
        <p key={words} style="margin:0 0 14px">
          {words}
        </p>
      ))}
    </>
  )
}

function MailFacts({ facts }: Required<Pick<MailContent, 'facts'>>) {
  return (
    <table class="facts" role="presentation" cellSpacing="0" style="margin:4px 0 14px">
      {facts.map(([label, value]) => (
        <tr key={label}>
          <td style="padding:4px 14px 4px 0;vertical-align:top;white-space:nowrap;color:#5d544a">{label}</td>
          <td style="padding:4px 0;vertical-align:top;font-weight:600">{value}</td>
        </tr>
      ))}
    </table>
  )
}

type Foot = { words: readonly string[]; link: { label: string; url: string } | null }

function MailFoot({ words, link }: Foot) {
  return (
    <>
      {words.join(' ')}
      {link && (
        <>
          {' '}
          <a href={link.url} style="color:#5d544a">
            {link.label}
          </a>
        </>
      )}
    </>
  )
}

function plainText(
  { language, title, paragraphs, highlight, facts = [], button, link, after = [], programme }: MailContent,
  foot: Foot,
): string {
  const words = uiTexts[language].mail
  const parts = [
    title,
    ...paragraphs,
    highlight,
    facts.map(([label, value]) => words.fact(label, value)).join('\n'),
    button && words.fact(button.label, `\n${button.url}`),
    link && words.fact(link.label, `\n${link.url}`),
    ...after,
    `-- \n${programme.name}\n${foot.words.join(' ')}`,
    foot.link && words.fact(foot.link.label, `\n${foot.link.url}`),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
