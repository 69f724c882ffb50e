export const accountUrls = {
  signIn: '/connexion',
  code: '/connexion/code',
  signOut: '/deconnexion',
  mySpace: '/mon-espace',
  staff: '/equipe',
} as const

/** The sign-in page, coming back afterwards. */
export function signInUrl(returnTo: string): string {
  return `${accountUrls.signIn}?retour=${encodeURIComponent(returnTo)}`
}

export function codeUrl(email: string, returnTo: string): string {
  return `${accountUrls.code}?${new URLSearchParams({ email, retour: returnTo })}`
}
