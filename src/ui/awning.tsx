/** The programme's flag: a striped band with a scalloped edge, all in CSS. Says nothing to a screen reader. */
export function Awning() {
  return (
    <div class="awning" aria-hidden="true">
      <div class="awning-cloth" />
    </div>
  )
}
