declare module '*.mjml' {
  const html: string
  // oxlint-disable-next-line import/no-default-export -- the shape of the plugin's modules
  export default html
}
