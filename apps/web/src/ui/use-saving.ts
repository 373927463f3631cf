import { useRef } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import { orShowCurrent } from '../lib/or-show-current.ts'
import type { FormOf } from './form.tsx'

type Ways<O, T, Saved> = {
  readonly create: (draft: O) => Promise<Saved>
  readonly update: (opened: T, body: O & { version: number }) => Promise<Saved>
  readonly onSaved: (saved: Saved) => void
}

/**
 * What a form's `onSubmit` takes: makes something new, or changes what was opened. When somebody was faster, the form
 * shows what stands now, and saving once more is meant.
 */
export const useSaving = <
  I extends FieldValues,
  O extends FieldValues,
  T extends { readonly version: number },
  Saved,
>(
  form: FormOf<I, O>,
  opened: T | null | undefined,
  { create, update, onSaved }: Ways<O, T, Saved>,
): ((draft: O) => Promise<void>) => {
  const version = useRef(opened?.version ?? 0)
  return async (draft) => {
    const saving = opened ? update(opened, { ...draft, version: version.current }) : create(draft)
    const saved = await orShowCurrent<unknown>(saving, (current) => {
      version.current = (current as T).version
      form.reset(current as DefaultValues<I>)
    })
    onSaved(saved as Saved)
  }
}
