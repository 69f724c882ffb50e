/** What stands above the shops: five houses, two of them gables, since the gable gave Pignon its name. */

export const houseCount = 5

/** Symbols of a front 120 wide and 220 high, whose pavement begins at 206. Drawn once a page, then used. */
export function HouseSymbols() {
  return (
    <>
      <symbol id="rue-w">
        <path class="r-shutter" d="M0 0h7v26H0zM23 0h7v26h-7z" />
        <path class="r-pane-up" d="M7 0h16v26H7z" />
        <path class="r-thin" d="M15 0v26M7 12h16" />
      </symbol>
      <Mansard />
      <Gable />
      <Cornice />
      <LowRoof />
      <SteppedGable />
      <symbol id="rue-pavement">
        <path class="r-stone" d="M-1 206h122v15H-1z" />
        <path class="r-thin" d="M18 207l-4 13M58 207v13M98 207l4 13" />
      </symbol>
    </>
  )
}

function Mansard() {
  return (
    <symbol id="rue-h0">
      <path class="r-brick" d="M86 4h14v16H86z" />
      <path class="r-roof" d="M0 46 9 16h102l9 30z" />
      <path class="r-wall" d="M26 46V32q9-10 18 0v14zM76 46V32q9-10 18 0v14z" />
      <path class="r-pane-up" d="M30 46V35q5-5 10 0v11zM80 46V35q5-5 10 0v11z" />
      <path class="r-wall" d="M0 46h120v80H0z" />
      <path class="r-trim" d="M-2 44h124v6H-2z" />
      <use href="#rue-w" x="7" y="62" />
      <use href="#rue-w" x="45" y="62" />
      <use href="#rue-w" x="83" y="62" />
      <path
        class="r-thin"
        d="M8 95v-6M14 95v-6M20 95v-6M26 95v-6M32 95v-6M5 95h32M83 95h32M86 95v-6M92 95v-6M98 95v-6M104 95v-6M110 95v-6M82 89h33M5 89h33"
      />
    </symbol>
  )
}

function Gable() {
  return (
    <symbol id="rue-h1">
      <path class="r-brick" d="M84 30h12v24H84z" />
      <path class="r-wall" d="M0 126V74L60 24l60 50v52z" />
      <path class="r-roof" d="M-4 80v-10L60 17l64 53v10L60 28z" />
      <circle class="r-pane-up" cx="60" cy="54" r="9" />
      <path class="r-thin" d="M51 54h18M60 45v18" />
      <use href="#rue-w" x="20" y="78" />
      <use href="#rue-w" x="70" y="78" />
    </symbol>
  )
}

function Cornice() {
  return (
    <symbol id="rue-h2">
      <path class="r-wall" d="M0 26h120v100H0z" />
      <path class="r-trim" d="M-2 20h124v9H-2z" />
      <path class="r-thin" d="M10 29v5M22 29v5M34 29v5M46 29v5M58 29v5M70 29v5M82 29v5M94 29v5M106 29v5" />
      <use href="#rue-w" x="8" y="40" />
      <use href="#rue-w" x="45" y="40" />
      <use href="#rue-w" x="82" y="40" />
      <path class="r-trim" d="M-2 73h124v4H-2z" />
      <use href="#rue-w" x="8" y="83" />
      <use href="#rue-w" x="45" y="83" />
      <use href="#rue-w" x="82" y="83" />
    </symbol>
  )
}

function LowRoof() {
  return (
    <symbol id="rue-h3">
      <path class="r-brick" d="M20 44h13v22H20z" />
      <path class="r-tiles" d="M-3 84 12 54h96l15 30z" />
      <path
        class="r-thin"
        d="M22 64q5 5 10 0t10 0 10 0 10 0 10 0 10 0 10 0M14 74q5 5 10 0t10 0 10 0 10 0 10 0 10 0 10 0 10 0"
      />
      <path class="r-wall" d="M0 84h120v42H0z" />
      <path class="r-pane-up" d="M18 92h20v16H18zM50 92h20v16H50zM82 92h20v16H82z" />
      <path class="r-thin" d="M28 92v16M60 92v16M92 92v16" />
    </symbol>
  )
}

function SteppedGable() {
  return (
    <symbol id="rue-h4">
      <path class="r-wall" d="M0 126V66h14V50h14V34h14V18h36v16h14v16h14v16h14v60z" />
      <path
        class="r-trim"
        d="M12 50v-5h18v5zM26 34v-5h18v5zM40 18v-5h40v5zM76 34v-5h18v5zM90 50v-5h18v5zM-2 66v-5h18v5zM104 66v-5h18v5z"
      />
      <path class="r-pane-up" d="M51 60V42q9-11 18 0v18z" />
      <path class="r-thin" d="M60 36v24M51 48h18" />
      <use href="#rue-w" x="15" y="76" />
      <use href="#rue-w" x="75" y="76" />
      <path class="r-pane-up" d="M55 84h10v18H55z" />
    </symbol>
  )
}
