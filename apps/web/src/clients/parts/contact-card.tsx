import type { Contact } from '@regie/contract/clients'
import { phoneText } from '@regie/contract/phone'
import { Mail, Pencil, Phone, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useRemoveContact } from '../api.ts'
import { clientWords } from '../words.ts'
import { ContactDialog } from './contact-dialog.tsx'

type Props = {
  readonly clientId: string
  /** On a site's page: new contacts are of that site. */
  readonly siteId: string | null
  readonly contacts: readonly Contact[]
}

type Asked =
  | { readonly what: 'add' }
  | { readonly what: 'edit' | 'remove'; readonly contact: Contact }

export const ContactCard = ({ clientId, siteId, contacts }: Props) => {
  const words = useWords(clientWords)
  const mayWrite = useCan()('clients.write')
  const { actAsync: remove } = useRemoveContact()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  return (
    <Card
      title={words.contacts}
      actions={
        mayWrite && (
          <Button size="small" icon={Plus} onPress={() => setAsked({ what: 'add' })}>
            {words.addContact}
          </Button>
        )
      }
    >
      {contacts.length === 0 && <p className="text-ink-2">{words.noContacts}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {contacts.map((contact) => (
          <li
            key={contact.id}
            className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1 py-2"
          >
            <Avatar name={contact.name} />
            <div className="min-w-0">
              <p className="truncate font-medium">{contact.name}</p>
              {contact.duty && <p className="truncate text-ink-2 text-xs">{contact.duty}</p>}
            </div>
            {mayWrite && (
              <span className="flex">
                <IconButton
                  size="small"
                  icon={Pencil}
                  label={words.editContact}
                  onPress={() => setAsked({ what: 'edit', contact })}
                />
                <IconButton
                  size="small"
                  icon={Trash2}
                  label={words.removeContact}
                  onPress={() => setAsked({ what: 'remove', contact })}
                />
              </span>
            )}
            <Reach contact={contact} />
          </li>
        ))}
      </ul>
      {asked?.what === 'add' && (
        <ContactDialog clientId={clientId} siteId={siteId} onClose={close} />
      )}
      {asked?.what === 'edit' && (
        <ContactDialog
          clientId={clientId}
          siteId={siteId}
          contact={asked.contact}
          onClose={close}
        />
      )}
      {asked?.what === 'remove' && (
        <ConfirmDialog
          title={words.removeContact}
          confirm={words.remove}
          isOpen
          onClose={close}
          onConfirm={() => remove({ params: { clientId, contactId: asked.contact.id } })}
        >
          <p>{words.removeContactText(asked.contact.name)}</p>
        </ConfirmDialog>
      )}
    </Card>
  )
}

const Reach = ({ contact }: { contact: Contact }) => (
  <span className="col-span-2 col-start-2 flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
    {contact.phone && (
      <a
        href={`tel:${contact.phone}`}
        className="nums inline-flex items-center gap-1.5 hover:underline"
      >
        <Phone aria-hidden className="size-3.5" />
        {phoneText(contact.phone)}
      </a>
    )}
    {contact.email && (
      <a
        href={`mailto:${contact.email}`}
        className="inline-flex items-center gap-1.5 hover:underline"
      >
        <Mail aria-hidden className="size-3.5" />
        {contact.email}
      </a>
    )}
  </span>
)
