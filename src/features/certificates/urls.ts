/** Addresses of certificates: the code is the key. */
export const certificateUrls = {
  lookUp: '/certificats',
  certificatePattern: '/certificats/:code',
  paperPattern: '/certificats/:code/certificat.pdf',
  certificate: (code: string) => `/certificats/${code}`,
  paper: (code: string) => `/certificats/${code}/certificat.pdf`,
} as const
