import type { ShopShape } from './shop-shape.ts'

/** Where each shape has its door: the left edge, in units of the front. */
export const doorAt: Readonly<Record<ShopShape, number>> = {
  bakery: 84,
  cafe: 47,
  florist: 10,
  hair: 84,
  grocery: 84,
  clothes: 47,
  workshop: 10,
  office: 84,
}

/** Shapes whose window is under an awning. It hangs over the door too, hence drawn after it. */
export const shadedShapes: readonly ShopShape[] = ['bakery', 'cafe', 'grocery']

/** The ground floors, their doors and the light of a shining sign, as symbols. */
export function ShopSymbols() {
  return (
    <>
      <SharedParts />
      <Bakery />
      <Cafe />
      <Florist />
      <Hair />
      <Grocery />
      <Clothes />
      <Workshop />
      <Office />
    </>
  )
}

function SharedParts() {
  return (
    <>
      <symbol id="rue-base">
        <path class="r-wall r-bare" d="M0 124h120v81H0z" />
        <path class="r-line" d="M0 124v81M120 124v81" />
        <path class="r-paint" d="M3 122h114v84H3z" />
        <path class="r-sign-band" d="M3 122h114v16H3z" />
        <path class="r-fillet" d="M9 130h32M79 130h32M9 198h70" />
      </symbol>
      <symbol id="rue-awning">
        <path
          class="r-cloth"
          d="M3 138h114l3 10v5q-7.500 9-15 0-7.500 9-15 0-7.500 9-15 0-7.500 9-15 0-7.500 9-15 0-7.500 9-15 0-7.500 9-15 0-7.500 9-15 0v-5z"
        />
        <path
          class="r-cloth-2"
          d="M17.500 138h14.200L30 153q-7.500 9-15 0zM46 138h14v15q-7.500 9-15 0zM74.500 138h14.200l1.300 15q-7.500 9-15 0zM103 138h14l3 10v5q-7.500 9-15 0z"
        />
      </symbol>
      <symbol id="rue-door">
        <path class="r-leaf" d="M0 148h26v58H0z" />
        <path class="r-glass" d="M5 154h16v26H5z" />
        <path class="r-thin" d="M5 188h16v12H5zM22 184v4" />
      </symbol>
      <symbol id="rue-door-open">
        <path class="r-lamp" d="M0 148h26v58H0z" />
        <path class="r-spill" d="M0 206h26l7 14H-9z" />
        <path class="r-keeper" d="M13 166a5 5 0 1 1 .1 0zM5 206v-26q0-12 8-12t8 12v26z" />
        <path class="r-apron" d="M9 184h8v18H9z" />
        <path class="r-leaf" d="M0 148l-9 5v60l9-7z" />
      </symbol>
      <symbol id="rue-shine">
        <circle class="r-halo" cx="60" cy="122" r="24" />
        <path class="r-ray" d="M60 99v-10M76 105l6-8M44 105l-6-8M85 116l10-4M35 116l-10-4" />
      </symbol>
    </>
  )
}

function Bakery() {
  return (
    <symbol id="rue-bakery">
      <use href="#rue-base" />
      <path class="r-glass" d="M10 142h66v50H10z" />
      <g class="r-goods">
        <path class="r-bread" d="M15 191l8-24 5 2-8 22zM26 191l8-26 5 2-8 24zM37 191l8-24 5 2-8 22z" />
        <path class="r-bread" d="M52 191q0-12 10-12t10 12zM54 176q0-8 8-8t8 8z" />
      </g>
      <path class="r-thin" d="M54 176h18M10 191h66" />
      <circle class="r-medal" cx="60" cy="122" r="13" />
      <path
        class="r-bread"
        d="M51 128c-1-8 3.500-13 9-13s10 5 9 13c-2.500 1-4.500-.5-5-3 0-2.500-2-4-4-4s-4 1.500-4 4c-.5 2.500-2.500 4-5 3z"
      />
      <path class="r-thin" d="M57 115.500l.5 5.500M63 115.500l-.5 5.500M52 121l4.500 3M68 121l-4.500 3" />
    </symbol>
  )
}

function Cafe() {
  return (
    <symbol id="rue-cafe">
      <use href="#rue-base" />
      <path class="r-glass" d="M9 142h32v46H9zM79 142h32v46H79z" />
      <g class="r-goods">
        <path class="r-thin" d="M25 142v12M95 142v12" />
        <path class="r-bread" d="M18 160q7-12 14 0zM88 160q7-12 14 0z" />
      </g>
      <path class="r-wood" d="M6 188h26v4H6zM88 188h26v4H88z" />
      <path
        class="r-line"
        d="M19 192v16M13 209h12M101 192v16M95 209h12M36 194h-6v14M36 184v24M84 194h6v14M84 184v24"
      />
      <circle class="r-medal" cx="60" cy="122" r="13" />
      <path
        class="r-icon-line"
        d="M53 118h11v6a4 4 0 0 1-4 4h-3a4 4 0 0 1-4-4zM64 120h2a2.500 2.500 0 0 1 0 5h-2M56 115v-3M61 115v-3"
      />
    </symbol>
  )
}

function Florist() {
  return (
    <symbol id="rue-florist">
      <use href="#rue-base" />
      <path class="r-glass" d="M44 142h66v46H44z" />
      <g class="r-goods">
        <path class="r-leafy" d="M56 188q-10-14 0-26 10 12 0 26zM96 188q-10-16 0-30 10 14 0 30z" />
        <circle class="r-bloom" cx="76" cy="166" r="6" />
        <path class="r-thin" d="M76 172v16" />
      </g>
      <path class="r-leafy" d="M46 192q8-16 16 0zM66 190q9-18 18 0zM88 192q8-16 16 0z" />
      <path
        class="r-bloom"
        d="M50 184a3 3 0 1 1 .1 0zM58 181a3 3 0 1 1 .1 0zM71 180a3 3 0 1 1 .1 0zM79 182a3 3 0 1 1 .1 0zM92 183a3 3 0 1 1 .1 0zM100 182a3 3 0 1 1 .1 0z"
      />
      <path class="r-pot" d="M46 192h16l-3 16h-10zM66 190h18l-3 20h-12zM88 192h16l-3 16h-10z" />
      <circle class="r-medal" cx="60" cy="122" r="13" />
      <path
        class="r-bloom"
        d="M60 119.500a4 4 0 1 1 .1 0zM66 123.500a4 4 0 1 1 .1 0zM64 130.500a4 4 0 1 1 .1 0zM56 130.500a4 4 0 1 1 .1 0zM54 123.500a4 4 0 1 1 .1 0z"
      />
      <path class="r-lamp" d="M60 125.500a3 3 0 1 1 .1 0z" />
    </symbol>
  )
}

function Hair() {
  return (
    <symbol id="rue-hair">
      <use href="#rue-base" />
      <path class="r-glass" d="M10 142h66v50H10z" />
      <g class="r-goods">
        <path class="r-mirror" d="M22 168a10 12 0 1 1 .1 0zM60 168a10 12 0 1 1 .1 0z" />
        <path class="r-leaf" d="M32 191v-8h-6v-14h4v10h14v-10h4v14h-8v8z" />
      </g>
      <path class="r-cream" d="M77.500 146h5v40h-5z" />
      <path class="r-stripes" d="M77.500 154l5-4M77.500 164l5-4M77.500 174l5-4M77.500 184l5-4" />
      <circle class="r-medal" cx="60" cy="122" r="13" />
      <path
        class="r-icon-line"
        d="M54 114l10 12M66 114l-10 12M54 130a2.500 2.500 0 1 1 .1 0zM66 130a2.500 2.500 0 1 1 .1 0z"
      />
    </symbol>
  )
}

function Grocery() {
  return (
    <symbol id="rue-grocery">
      <use href="#rue-base" />
      <path class="r-glass" d="M10 142h66v40H10z" />
      <g class="r-goods">
        <path
          class="r-pot"
          d="M16 180v-12h8v12zM28 180v-16h7v16zM40 180v-10h9v10zM54 180v-16h7v16zM66 180v-12h7v12z"
        />
      </g>
      <path class="r-bloom" d="M14 188a5 5 0 0 1 10 0 5 5 0 0 1 10 0z" />
      <path class="r-leafy" d="M36 188a5 5 0 0 1 10 0 5 5 0 0 1 10 0z" />
      <path class="r-bread" d="M58 188a5 5 0 0 1 10 0 5 5 0 0 1 10 0z" />
      <path class="r-wood" d="M8 188h72l-4 12H12z" />
      <path class="r-line" d="M16 200v9M72 200v9" />
      <circle class="r-medal" cx="60" cy="122" r="13" />
      <path
        class="r-icon-fill"
        d="M60 118q3-3 6-1 4 3 1 8t-7 4q-4 1-7-4t1-8q3-2 6 1zM60 116q0-5 5-6 0 5-5 6z"
      />
    </symbol>
  )
}

function Clothes() {
  return (
    <symbol id="rue-clothes">
      <use href="#rue-base" />
      <path class="r-glass" d="M9 192v-38q0-12 16-12t16 12v38zM79 192v-38q0-12 16-12t16 12v38z" />
      <g class="r-goods">
        <path class="r-bloom" d="M21 156h8l2 8-3 4 6 18H16l6-18-3-4z" />
        <path class="r-leafy" d="M88 156l4-2h6l4 2 3 10-4 2v18H89v-18l-4-2z" />
        <path class="r-thin" d="M25 186v6M95 186v6" />
      </g>
      <circle class="r-medal" cx="60" cy="122" r="13" />
      <path class="r-icon-line" d="M57 116a3 3 0 1 1 3.500 3v2l9 6h-19l9-6" />
    </symbol>
  )
}

function Workshop() {
  return (
    <symbol id="rue-workshop">
      <use href="#rue-base" />
      <path class="r-leaf" d="M44 144h66v62H44z" />
      <path class="r-glass" d="M48 148h26v22H48zM80 148h26v22H80z" />
      <path
        class="r-thin"
        d="M61 148v22M48 159h26M93 148v22M80 159h26M77 144v62M48 176h26v24H48zM80 176h26v24H80z"
      />
      <g class="r-goods">
        <path class="r-line" d="M54 152v10M68 152v6M86 152v8M100 152v10" />
      </g>
      <circle class="r-medal" cx="60" cy="122" r="13" />
      <path
        class="r-icon-line"
        d="M53 129l8-8M61 121a4.500 4.500 0 0 1 6-6l-3 3 2 2 3-3a4.500 4.500 0 0 1-6 6z"
      />
    </symbol>
  )
}

function Office() {
  return (
    <symbol id="rue-office">
      <use href="#rue-base" />
      <path class="r-glass" d="M10 142h66v46H10z" />
      <path class="r-thin" d="M43 142v46" />
      <g class="r-goods">
        <path class="r-thin" d="M10 148h66M10 153h66M10 158h66" />
        <path class="r-wood" d="M14 180h56v4H14z" />
        <path class="r-line" d="M24 180v-8l8-6" />
        <path class="r-bloom" d="M28 164l7-3 4 7z" />
        <path class="r-leafy" d="M58 180q-8-10 2-16 10 6 2 16z" />
      </g>
      <circle class="r-medal" cx="60" cy="122" r="13" />
      <path class="r-icon-line" d="M52 118h16v11H52zM57 118v-3h6v3M52 123h16" />
    </symbol>
  )
}
