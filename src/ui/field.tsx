import type { ComponentChildren } from 'preact'
import type { Language } from '../core/language.ts'
import { uiTexts } from './texts.ts'

/** What every field has. `name` is also its id, to which the error summary links. */
export type FieldProps = {
  language: Language
  name: string
  label: string
  hint?: string | undefined
  /** The message itself, already worded. */
  error?: string | undefined
  /** Says "facultatif" after the label; fields are asked for otherwise. */
  optional?: boolean
}

type TextFieldProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'search' | 'url' | 'password' | 'date'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'url' | undefined
  autocomplete?: string | undefined
  maxLength?: number | undefined
  /** Width by what is awaited: a code of six digits is not as wide as a name. */
  width?: 'full' | 'medium' | 'short'
  /** Takes the keyboard when the page opens: for pages where typing is all there is to do. */
  autofocus?: boolean
}

/** Label above, hint under the label, error between hint and field. Never a placeholder. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', width = 'full', inputMode, autocomplete, maxLength, value = '', autofocus } = props
  const known = { ...controlAttributes(props), class: `control ${width}`, autocomplete, maxLength }
  // Typed loosely: Preact splits inputs by role and type, which a type given by the caller cannot satisfy.
  const input: object = { ...known, type, inputMode, value, autofocus }
  return (
    <FieldFrame {...props}>
      <input {...input} />
    </FieldFrame>
  )
}

/** A text field for an e-mail address, with the keyboard and the memory that phones have for it. */
export function EmailField(props: FieldProps & { value?: string | undefined }) {
  return <TextField {...props} type="email" inputMode="email" autocomplete="email" />
}

/** A file of the person's own. @param accept as in HTML: `.ics,text/calendar`. */
export function FileField(props: FieldProps & { accept: string }) {
  return (
    <FieldFrame {...props}>
      <input type="file" {...controlAttributes(props)} accept={props.accept} class="control" />
    </FieldFrame>
  )
}

export type Choice = { value: string; label: string; hint?: string | undefined }

type SelectFieldProps = FieldProps & {
  choices: readonly Choice[]
  value?: string | undefined
  /** First line, with an empty value: "Choisissez…". */
  empty?: string | undefined
}

/** A list to choose from: for more than seven choices; below, use radios. */
export function SelectField(props: SelectFieldProps) {
  const { choices, value = '', empty } = props
  return (
    <FieldFrame {...props}>
      <select {...controlAttributes(props)} class="control">
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** One choice among few; the group's label is a legend. The first radio has the field's name as id. */
export function RadioGroup(props: FieldProps & { choices: readonly Choice[]; value?: string | undefined }) {
  const { name, choices, value, error } = props
  return (
    <fieldset
      class={frameClass(error)}
      role="radiogroup"
      aria-describedby={describedBy(props)}
      aria-invalid={invalid(error)}
    >
      <legend class="label">
        <LabelWords {...props} />
      </legend>
      <HintAndError {...props} />
      {choices.map((choice, index) => (
        <Tick
          key={choice.value}
          id={index === 0 ? name : `${name}-${choice.value}`}
          name={name}
          choice={choice}
          checked={choice.value === value}
        />
      ))}
    </fieldset>
  )
}

type TickProps = {
  type?: 'radio' | 'checkbox'
  id: string
  name: string
  choice: Choice
  checked: boolean
}

/** One box or dot with its words; a group gives it its place and its legend. */
export function Tick({ type = 'radio', id, name, choice, checked }: TickProps) {
  const hintId = choice.hint === undefined ? undefined : `${id}-more`
  return (
    <div class="tick">
      <input
        type={type}
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
        aria-describedby={hintId}
      />
      <label htmlFor={id}>{choice.label}</label>
      {hintId !== undefined && (
        <p class="hint" id={hintId}>
          {choice.hint}
        </p>
      )}
    </div>
  )
}

/** Label, hint and error around a control; `controlAttributes` ties it to them. */
export function FieldFrame(props: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={frameClass(props.error)}>
      <label class="label" htmlFor={props.name}>
        <LabelWords {...props} />
      </label>
      <HintAndError {...props} />
      {props.children}
    </div>
  )
}

function LabelWords({ label, optional = false, language }: FieldProps) {
  return (
    <>
      {label}
      {optional && <span class="optional"> ({uiTexts[language].field.optional})</span>}
    </>
  )
}

function HintAndError({ name, hint, error, language }: Omit<FieldProps, 'label' | 'optional'>) {
  return (
    <>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="error" id={`${name}-error`}>
          <span class="unseen">{uiTexts[language].field.error} </span>
          {error}
        </p>
      )}
    </>
  )
}

export function controlAttributes(props: FieldProps) {
  return {
    id: props.name,
    name: props.name,
    'aria-describedby': describedBy(props),
    'aria-invalid': invalid(props.error),
  }
}

function describedBy({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>): string | undefined {
  const ids = [hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

function invalid(error: string | undefined): 'true' | undefined {
  return error === undefined ? undefined : 'true'
}

function frameClass(error: string | undefined): string {
  return error === undefined ? 'field' : 'field wrong'
}
