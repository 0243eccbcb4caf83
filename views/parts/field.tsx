import type { ComponentChildren, PartialInputHTMLAttributes, TextareaHTMLAttributes } from 'preact'
import type { Messages } from '../messages/catalogues.ts'
import { Notice } from './notice.tsx'
import { useMessages } from '../setting.ts'

export type Typed = Record<string, string | string[]>
export type Faults = Record<string, keyof Messages['faults']>

/** What a page with a form is given to render it again: what was typed, and what was wrong with it. */
export interface FormProps {
  typed: Typed
  faults: Faults
}

export interface LabelProps {
  name: string
  label: string
  hint?: string
  fault?: keyof Messages['faults'] | undefined
  optional?: boolean
}

interface Described extends LabelProps {
  children: ComponentChildren
}

/** A label, its hint, the fault if there is one, and the control they describe. */
export function Field({ name, label, hint, fault, optional, children }: Described) {
  const t = useMessages()
  return (
    <div class={fault ? 'field faulty' : 'field'}>
      <label for={name}>
        {label} {optional && <small>({t.optional})</small>}
      </label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <Fault name={name} fault={fault} />
      {children}
    </div>
  )
}

export function Fault({ name, fault }: Pick<LabelProps, 'name' | 'fault'>) {
  const t = useMessages()
  return fault ? (
    <p class="fault" id={`${name}-fault`}>
      {t.faults[fault]}
    </p>
  ) : null
}

type InputProps = LabelProps & {
  value: string
  /** Id of a list of proposals. */
  list?: string
  type?: 'text' | 'email' | 'number' | 'month' | 'datetime-local' | 'date' | 'time' | 'search' | 'color'
} & Pick<
    PartialInputHTMLAttributes<HTMLInputElement>,
    'required' | 'autocomplete' | 'min' | 'max' | 'pattern'
  >

export function TextField({
  name,
  label,
  hint,
  fault,
  optional = false,
  type = 'text',
  ...input
}: InputProps) {
  return (
    <Field {...{ name, label, fault, optional }} {...(hint ? { hint } : {})}>
      {/* The element's types are a union by kind of input; which kind this is shows only at run time. */}
      <input id={name} name={name} type={type as 'text'} {...input} {...described(name, hint, fault)} />
    </Field>
  )
}

type AreaProps = LabelProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'label' | 'value'> & { value: string }

export function AreaField({ name, label, hint, fault, optional = false, value, ...area }: AreaProps) {
  return (
    <Field {...{ name, label, fault, optional }} {...(hint ? { hint } : {})}>
      <textarea id={name} name={name} {...area} {...described(name, hint, fault)}>
        {value}
      </textarea>
    </Field>
  )
}

type SelectProps = LabelProps & { value: string; choices: { value: string; label: string }[] }

export function SelectField({ name, label, hint, fault, optional = false, value, choices }: SelectProps) {
  return (
    <Field {...{ name, label, fault, optional }} {...(hint ? { hint } : {})}>
      <select id={name} name={name} {...described(name, hint, fault)}>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

interface CheckProps {
  name: string
  label: string
  hint?: string
  checked: boolean
  value?: string
}

export function CheckField({ name, label, hint, checked, value = 'yes' }: CheckProps) {
  const id = value === 'yes' ? name : `${name}-${value}`
  return (
    <div class="check">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        checked={checked}
        aria-describedby={hint && `${id}-hint`}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** Stands above a form that came back. */
export function FormFaults({ faults }: { faults: Faults }) {
  const t = useMessages()
  if (Object.keys(faults).length === 0) return null
  return <Notice kind="problem">{t.formFaulty}</Notice>
}

export const typedText = (typed: Typed, name: string, otherwise = ''): string =>
  String(typed[name] ?? otherwise)

function described(name: string, hint: string | undefined, fault: string | undefined) {
  const ids = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': fault ? ('true' as const) : undefined }
}
