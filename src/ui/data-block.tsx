/** Facts of the page for machines (JSON-LD). No script: a browser runs nothing of it, so no policy stops it. */
export function DataBlock({ data }: { data: object }) {
  // A `<` in somebody's words could end the block, or open a comment that swallows the page.
  const written = JSON.stringify(data).replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: written }} />
}
