import { Page } from '../../ui/page.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { QuestionAsked, type Asked } from './asked.view.tsx'

type QuestionProps = { page: PageContext; asked: Asked; error?: string | undefined }

/** One question: a tap on an answer answers and moves on. */
export function QuestionPage({ page, asked, error }: QuestionProps) {
  return (
    <Page
      page={page}
      title={asked.question.title[page.language]}
      bodyClass="diagnostic"
      island="questions"
      isPrivate
    >
      <QuestionAsked page={page} asked={asked} error={error} />
    </Page>
  )
}
