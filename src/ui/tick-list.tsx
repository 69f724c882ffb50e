import { Tick, type Choice } from './field.tsx'

type TickListProps = {
  name: string
  legend: string
  choices: readonly Choice[]
  /** Values of those ticked already. */
  ticked: readonly string[]
  /** Kept for those who cannot see it when what opens the list says the same. */
  legendUnseen?: boolean
}

/** Several yes: each choice is ticked or not. */
export function TickList({ name, legend, choices, ticked, legendUnseen = false }: TickListProps) {
  return (
    <fieldset class="field">
      <legend class={legendUnseen ? 'unseen' : 'label'}>{legend}</legend>
      {choices.map((choice) => (
        <Tick
          key={choice.value}
          type="checkbox"
          id={`${name}-${choice.value}`}
          name={name}
          choice={choice}
          checked={ticked.includes(choice.value)}
        />
      ))}
    </fieldset>
  )
}
