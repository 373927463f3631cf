// What people do with forms. Saving makes a new version: nobody's half-filled form changes under the pen.

import { isDeepStrictEqual } from 'node:util'
import { definitionFaults } from '@regie/contract/form-checks'
import type { Form, FormDefinition, FormPack } from '@regie/contract/forms'
import type { Id } from '@regie/contract/kernel'
import { invalid } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { formHappened } from '../events.ts'
import { packDefinition } from '../packs/packs.ts'
import {
  findForm,
  insertForm,
  insertFormVersion,
  markFormArchived,
  saveForm,
} from '../store/forms.ts'

const write = { permission: 'catalog.write' } as const

const nameOf = ({ title }: FormDefinition): string => title.fr || title.en

async function addForm(tx: Tx, definition: FormDefinition): Promise<Form> {
  expectSense(tx, definition, '')
  const formId = tx.newId()
  await insertForm(tx, { formId, definition })
  tx.emit(formHappened.form_changed({ formId, name: nameOf(definition), number: 1 }))
  return found(await findForm(tx, formId), 'form')
}

export const createForm = command('catalog.create-form', write, addForm)

export const installFormPack = command(
  'catalog.install-form-pack',
  write,
  async (tx, { pack }: { pack: FormPack }): Promise<Form> =>
    await addForm(tx, packDefinition(pack)),
)

type Change = { formId: Id; version: number; definition: FormDefinition }

/** A definition that is the same as before makes no version. */
export const updateForm = command(
  'catalog.update-form',
  write,
  async (tx, { formId, version, definition }: Change): Promise<Form> => {
    const before = found(await findForm(tx, formId), 'form')
    expectSense(tx, definition, 'definition.')
    expectCurrent(before.version === version, before)
    if (isDeepStrictEqual(before.definition, definition)) return before
    const number = before.number + 1
    expectCurrent(await saveForm(tx, version, { formId, number, definition }), before)
    await insertFormVersion(tx, { formId, number, definition })
    tx.emit(formHappened.form_changed({ formId, name: nameOf(definition), number }))
    return found(await findForm(tx, formId), 'form')
  },
)

type Archiving = { formId: Id; version: number; archived: boolean }

export const archiveForm = command(
  'catalog.archive-form',
  write,
  async (tx, { formId, version, archived }: Archiving): Promise<Form> => {
    const before = found(await findForm(tx, formId), 'form')
    const archivedAt = archived ? tx.now() : null
    expectCurrent(await markFormArchived(tx, formId, version, archivedAt), before)
    tx.emit(
      formHappened.form_changed({ formId, name: nameOf(before.definition), number: before.number }),
    )
    return found(await findForm(tx, formId), 'form')
  },
)

function expectSense(tx: Tx, definition: FormDefinition, prefix: string): void {
  const faults = definitionFaults(definition)
  if (faults.length)
    throw invalid(
      faults.map(({ path, fr, en }) => ({
        path: `${prefix}${path}`,
        expected: tx.actor.language === 'fr' ? fr : en,
        got: String(at(definition, path) ?? ''),
      })),
    )
}

const at = (whole: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], whole)
