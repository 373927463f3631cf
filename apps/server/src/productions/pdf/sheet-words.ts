// What the paper of a call sheet says around its lines.
import type { SheetChange } from '@regie/contract/call-sheet-content'
import type { Language } from '@regie/contract/roles'

export type PaperWords = {
  readonly preview: string
  readonly published: (at: string, by: string) => string
  readonly unchanged: (since: number) => string
  readonly changed: (count: number) => string
  readonly kinds: Readonly<Record<SheetChange['kind'], string>>
  readonly removed: string
  readonly timeline: string
  readonly phone: string
  readonly plan: (stage: string) => string
  readonly you: string
  readonly page: (page: number, pages: number) => string
  readonly columns: { readonly name: string; readonly role: string; readonly reach: string }
}

export const paperWords: Readonly<Record<Language, PaperWords>> = {
  fr: {
    preview: 'Aperçu, non publié',
    published: (at, by) => `publiée le ${at} par ${by}`,
    unchanged: (since) => `Vos lignes n’ont pas changé depuis la version ${since}.`,
    changed: (count) =>
      count > 1
        ? `${count} lignes ont changé : elles sont marquées.`
        : 'Une ligne a changé : elle est marquée.',
    kinds: { added: 'Nouveau', changed: 'Modifié', removed: 'Retiré' },
    removed: 'N’y est plus',
    timeline: 'Déroulé',
    phone: 'Sur votre téléphone, toujours à jour',
    plan: (stage) => `Plan : ${stage}`,
    you: 'Vous',
    page: (page, pages) => `Page ${page} / ${pages}`,
    columns: { name: 'Nom', role: 'Rôle', reach: 'Téléphone, e-mail' },
  },
  en: {
    preview: 'Preview, not published',
    published: (at, by) => `published on ${at} by ${by}`,
    unchanged: (since) => `Your lines have not changed since version ${since}.`,
    changed: (count) =>
      count > 1 ? `${count} lines changed: they are marked.` : 'One line changed: it is marked.',
    kinds: { added: 'New', changed: 'Changed', removed: 'Removed' },
    removed: 'No longer there',
    timeline: 'Timeline',
    phone: 'On your phone, always up to date',
    plan: (stage) => `Plan: ${stage}`,
    you: 'You',
    page: (page, pages) => `Page ${page} / ${pages}`,
    columns: { name: 'Name', role: 'Role', reach: 'Phone, e-mail' },
  },
}
