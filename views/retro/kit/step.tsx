interface StepProps {
  to: string
  step: 'up' | 'down'
  label: string
  /** Whether there is no place further that way; the button stays, since it may have the focus. */
  end: boolean
  pressed: 'up' | 'down' | null
}

export function Step({ to, step, label, end, pressed }: StepProps) {
  return (
    <button
      class="quiet small"
      formaction={to}
      data-step={step}
      aria-label={label}
      aria-disabled={end ? 'true' : 'false'}
      autofocus={pressed === step}
    >
      {step === 'up' ? '↑' : '↓'}
    </button>
  )
}
