import { controlAttributes, FieldFrame, type FieldProps } from './field.tsx'

type LongTextFieldProps = FieldProps & { value?: string | undefined; maxLength?: number; rows?: number }

/** A few sentences, as high as they are long. */
export function LongTextField(props: LongTextFieldProps) {
  const { value = '', maxLength, rows = 4 } = props
  return (
    <FieldFrame {...props}>
      <textarea {...controlAttributes(props)} class="control" maxLength={maxLength} rows={rows}>
        {value}
      </textarea>
    </FieldFrame>
  )
}
