const localNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** Does this host name, as addresses write it, mean the machine itself? */
export function isLocalName(hostname: string): boolean {
  return localNames.includes(hostname)
}
