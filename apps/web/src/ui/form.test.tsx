import { endpoint, localDate, text } from '@regie/contract/kernel'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { LanguageProvider } from '../lib/language.tsx'
import { ProblemError } from '../lib/problem.ts'
import { DurationField } from './duration-field.tsx'
import { Form, FormField, useForm } from './form.tsx'
import { TextField } from './text-field.tsx'

const { body } = endpoint({
  method: 'POST',
  path: '/api/visits',
  tag: 't',
  summary: '',
  body: z.object({
    name: text(10),
    minutes: z.int().min(1),
    on: localDate.optional(),
    address: z.object({ city: z.string() }),
  }),
  returns: z.undefined(),
})

const VisitForm = ({ send }: { send: (values: z.infer<typeof body>) => Promise<unknown> }) => {
  const form = useForm(body, { name: '', minutes: 30, address: { city: '' } })
  return (
    <Form form={form} onSubmit={send}>
      <FormField form={form} name="name">
        {(bind) => <TextField label="Nom" {...bind} />}
      </FormField>
      <FormField form={form} name="minutes">
        {(bind) => <DurationField label="Durée" {...bind} />}
      </FormField>
      <FormField form={form} name="address.city">
        {(bind) => <TextField label="Ville" {...bind} />}
      </FormField>
      <button type="submit">Envoyer</button>
    </Form>
  )
}

const show = (send: (values: z.infer<typeof body>) => Promise<unknown> = async () => undefined) => {
  const spy = vi.fn(send)
  render(
    <LanguageProvider initial="fr">
      <VisitForm send={spy} />
    </LanguageProvider>,
  )
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })
  const press = () => fireEvent.click(screen.getByText('Envoyer'))
  return { spy, type, press }
}

afterEach(cleanup)

describe('a form', () => {
  test('tells every fault at once, in the language in force, and sends nothing', async () => {
    const { spy, type, press } = show()
    type('Nom', 'beaucoup trop long')
    type('Durée', 'bientôt')
    press()
    await screen.findByText('Au plus 10 caractères.')
    await screen.findByText('Un nombre est attendu.')
    expect(spy).not.toHaveBeenCalled()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Nom')))
  })

  test('keeps silent about a field that was left as it was', async () => {
    show()
    fireEvent.focus(screen.getByLabelText('Nom'))
    fireEvent.blur(screen.getByLabelText('Nom'))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(screen.queryByText('À remplir.')).toBeNull()
  })

  test('sends the parsed values', async () => {
    const { spy, type, press } = show()
    type('Nom', '  Bassin  ')
    type('Durée', '1h30')
    press()
    await waitFor(() => expect(spy).toHaveBeenCalled())
    expect(spy.mock.calls[0]?.[0]).toEqual({ name: 'Bassin', minutes: 90, address: { city: '' } })
  })

  test('puts the server’s faults on their fields and lists the others', async () => {
    const { type, press } = show(() => {
      throw new ProblemError('invalid_input', 400, {
        faults: [
          { path: 'address.city', expected: 'Une ville connue.', got: '""' },
          { path: 'colour', expected: 'Une couleur.', got: 'nothing' },
        ],
      })
    })
    type('Nom', 'Bassin')
    press()
    await screen.findByText('Une ville connue.')
    expect(screen.getByRole('alert').textContent).toContain('Certaines valeurs ne conviennent pas.')
    expect(screen.getByText(/Une couleur\./).textContent).toContain('colour')
    expect(screen.getByLabelText('Ville').getAttribute('aria-invalid')).toBe('true')
  })
})
