import mjml2html from 'mjml'
import type { Plugin } from 'vite'

export const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const

/**
 * `import layout from './mail.mjml'` gives the compiled HTML: MJML itself stays out of the server. Without
 * `fonts` it would fetch those it knows by name from another site.
 */
export function mjml(): Plugin {
  return {
    name: 'mjml',
    enforce: 'pre',
    async transform(source, id) {
      if (!id.endsWith('.mjml')) return null
      const { html, errors } = await mjml2html(source, { validationLevel: 'strict', fonts: {} })
      if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join('\n'))
      return { code: `export default ${JSON.stringify(html)}`, map: null, moduleType: 'js' }
    },
  }
}
