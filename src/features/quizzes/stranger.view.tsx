import { ButtonLink, ButtonRow } from '../../ui/button.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { Page } from '../../ui/page.tsx'
import { signInUrl } from '../accounts/urls.ts'
import type { Training } from '../programmes/training.ts'
import { trainingUrl } from '../trainings/urls.ts'
import { texts } from './texts.ts'

/** Asks who comes: by the link of a booking, or signed in. */
export function StrangerPage({ page, training }: { page: PageContext; training: Training }) {
  const words = texts[page.language].stranger
  return (
    <Page page={page} title={words.title} isPrivate>
      <h1>{words.title}</h1>
      <p class="lead">{training.title[page.language]}</p>
      <p>{words.text}</p>
      <p>{words.link}</p>
      <ButtonRow>
        <ButtonLink href={signInUrl(page.path)}>{words.signIn}</ButtonLink>
        <ButtonLink href={trainingUrl(training.slug)} kind="plain">
          {words.training}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}
