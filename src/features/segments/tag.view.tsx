import type { FieldErrors, Typed } from '../../core/form.ts'
import type { Language } from '../../core/language.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { fieldsOf, FormErrors } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { StaffPage } from '../../ui/staff-page.tsx'
import { queryOf, type Asked } from './asked.ts'
import { Kept } from './filters.view.tsx'
import { sayRule } from './say-rule.ts'
import type { Rule } from './rule.ts'
import { mostTagged, type Tagging } from './tag.ts'
import { texts } from './texts.ts'
import { listUrls, withQuery } from './urls.ts'

/** What came back of a form. */
export type Came = { typed: Typed; errors: FieldErrors }

/** The tags of one business, on its page: each may be taken off, and one added. */
export function TagsSection({
  language,
  businessId,
  tags,
}: {
  language: Language
  businessId: string
  tags: readonly string[]
}) {
  const words = texts[language].tags
  return (
    <section id="etiquettes">
      <h2>{words.title}</h2>
      {tags.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="tag-row">
          {tags.map((tag) => (
            <li key={tag}>
              <form method="post" action={listUrls.untag(businessId)}>
                <strong>{tag}</strong>{' '}
                <Button kind="quiet" name="tag" value={tag}>
                  {words.off(tag)}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form class="search" method="post" action={listUrls.tags(businessId)}>
        <TextField {...{ language, name: 'tag', label: words.add, hint: words.hint }} maxLength={31} />
        <Button kind="plain">{words.submit}</Button>
      </form>
    </section>
  )
}

/** The form of a tag for one business, when what was typed is no tag. */
export function TagPage({ page, businessId, came }: { page: PageContext; businessId: string; came: Came }) {
  const { language } = page
  const words = texts[language]
  const field = fieldsOf({ language, words: words.errors, ...came })
  return (
    <StaffPage page={page} title={words.tags.add}>
      <FormErrors language={language} words={words.errors} errors={came.errors} />
      <h1>{words.tags.add}</h1>
      <form method="post" action={listUrls.tags(businessId)}>
        <TextField {...field('tag')} label={words.tags.add} hint={words.tags.hint} maxLength={31} />
        <Button>{words.tags.submit}</Button>
      </form>
    </StaffPage>
  )
}

type TagListProps = { page: PageContext; asked: Asked; rule: Rule; count: number; came: Came | null }

/** How many would be tagged, before they are. */
export function TagListPage({ page, asked, rule, count, came }: TagListProps) {
  const { language } = page
  const words = texts[language]
  const field = fieldsOf({ language, words: words.errors, ...came })
  const isTooMany = count > mostTagged
  return (
    <StaffPage page={page} title={words.tags.listTitle}>
      <FormErrors language={language} words={words.errors} errors={came?.errors} />
      <h1>{words.tags.listTitle}</h1>
      <p>{sayRule(rule, language)}.</p>
      {count === 0 && <p>{words.tags.nobody}</p>}
      {isTooMany && <p>{words.tags.tooMany(count)}</p>}
      {count > 0 && !isTooMany && (
        <form method="post" action={listUrls.tagList}>
          <Kept asked={{ ...asked, apres: null, compte: null }} />
          <TextField {...field('tag')} label={words.tags.add} hint={words.tags.hint} maxLength={31} />
          <Button>{words.tags.listSubmit(count)}</Button>
        </form>
      )}
      <p>
        <a href={withQuery(listUrls.list, queryOf({ ...asked, apres: null }))}>{words.tags.back}</a>
      </p>
    </StaffPage>
  )
}

/** What was just done to a list, and the way back. */
export function Tagged({ language, tagging }: { language: Language; tagging: Tagging }) {
  const words = texts[language].tags
  const { id, tag, businesses, undoneAt } = tagging
  if (undoneAt !== null)
    return (
      <Notice language={language} kind="done">
        <p>{words.undone(tag)}</p>
      </Notice>
    )
  return (
    <Notice language={language} kind="done">
      <p>{words.done(businesses, tag)}</p>
      <form method="post" action={listUrls.undo(id)}>
        <Button kind="plain">{words.undo}</Button>
      </form>
    </Notice>
  )
}
