import { TextField } from '../../ui/field.tsx'
import { texts } from './texts.ts'
import { markOf, type Paragraph } from './transcript.ts'
import type { ReplayView } from './view.ts'

/** What is said, by chapter. Plain text; the script makes it searchable, and each sentence a way to its moment. */
export function Transcript({ view: { page, script } }: { view: ReplayView }) {
  const { language } = page
  const words = texts[language]
  const own = script.language === language ? undefined : script.language
  return (
    <section class="transcript" aria-labelledby="texte">
      <h2 id="texte">{words.transcript}</h2>
      {own !== undefined && <p class="soft">{words.otherLanguage}</p>}
      <search class="transcript-search" hidden>
        <form>
          <TextField
            language={language}
            name="chercher"
            label={words.search}
            hint={words.searchHint}
            type="search"
            maxLength={60}
          />
          <output
            htmlFor="chercher"
            class="soft"
            data-none={words.found.none}
            data-one={words.found.one}
            data-many={words.found.many('–')}
          />
          <p class="soft">{words.seek}</p>
        </form>
      </search>
      <div class="said" lang={own}>
        {script.paragraphs.map((paragraph) => (
          <Chapter key={paragraph.at} paragraph={paragraph} />
        ))}
      </div>
    </section>
  )
}

function Chapter({ paragraph: { at, title, sentences } }: { paragraph: Paragraph }) {
  return (
    <div class="said-chapter">
      {title !== null && (
        <h3>
          <span class="mark">{markOf(at)}</span> {title}
        </h3>
      )}
      <p>
        {sentences.map(({ at: from, words }) => (
          <span key={from} data-at={from}>{`${words} `}</span>
        ))}
      </p>
    </div>
  )
}
