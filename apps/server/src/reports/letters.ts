// The letters of reports.
import type { Language } from '@regie/contract/roles'
import type { Letter } from '../platform/mail.ts'
import { CODE_MINUTES, LINK_DAYS } from './model.ts'

const paragraphs = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`

type About = {
  readonly to: string
  readonly organization: string
  readonly reference: string
  readonly title: string
}

export const invitationLetter = (language: Language, about: About, link: string): Letter =>
  language === 'fr'
    ? {
        to: about.to,
        subject: `${about.organization} : compte rendu à signer (${about.reference})`,
        text: paragraphs(
          'Bonjour,',
          `Le compte rendu de l'intervention « ${about.title} » est prêt. Pour le lire et le signer :\n${link}`,
          `Un code vous sera envoyé à cette adresse au moment de signer. Le lien vaut ${LINK_DAYS} jours.`,
          about.organization,
        ),
      }
    : {
        to: about.to,
        subject: `${about.organization}: a report to sign (${about.reference})`,
        text: paragraphs(
          'Hello,',
          `The report of the job “${about.title}” is ready. To read and sign it:\n${link}`,
          `A code will be sent to this address when you sign. The link is valid for ${LINK_DAYS} days.`,
          about.organization,
        ),
      }

/** `host` stands in the last line as phones look for it: they offer the code on that site alone. */
export const codeText = (
  language: Language,
  { organization, code, reference, host }: CodeAbout,
): string =>
  `${
    language === 'fr'
      ? `${organization} : ${code} est votre code pour signer ${reference}. Valable ${CODE_MINUTES} min, à ne donner à personne.`
      : `${organization}: ${code} is your code to sign ${reference}. Valid for ${CODE_MINUTES} min, give it to nobody.`
  }\n\n@${host} #${code}`

type CodeAbout = {
  readonly organization: string
  readonly code: string
  readonly reference: string
  readonly host: string
}

export const invitationText = (
  language: Language,
  { organization, reference }: Pick<About, 'organization' | 'reference'>,
  link: string,
): string =>
  language === 'fr'
    ? `${organization} : le compte rendu ${reference} est à lire et à signer : ${link}`
    : `${organization}: report ${reference} is ready to read and sign: ${link}`

export const codeLetter = (
  language: Language,
  to: string,
  code: string,
  reference: string,
): Letter =>
  language === 'fr'
    ? {
        to,
        subject: `${code} : votre code de signature`,
        text: paragraphs(
          `Votre code pour signer ${reference} : ${code}`,
          `Il sert une fois et vaut ${CODE_MINUTES} minutes. Si vous ne signez rien, ignorez ce message et ne le donnez à personne.`,
        ),
      }
    : {
        to,
        subject: `${code}: your signing code`,
        text: paragraphs(
          `Your code to sign ${reference}: ${code}`,
          `It works once and for ${CODE_MINUTES} minutes. If you are signing nothing, ignore this message and give it to nobody.`,
        ),
      }

type Attached = About & {
  readonly pdf: Uint8Array
  readonly fileName: string
  readonly verifyAt: string
}

export const reportLetter = (language: Language, about: Attached): Letter => ({
  to: about.to,
  subject:
    language === 'fr'
      ? `${about.organization} : bon d'intervention ${about.reference}`
      : `${about.organization}: job report ${about.reference}`,
  text:
    language === 'fr'
      ? paragraphs(
          'Bonjour,',
          `Veuillez trouver le bon de l'intervention « ${about.title} ».`,
          `Ce document est scellé ; son authenticité se vérifie ici :\n${about.verifyAt}`,
          about.organization,
        )
      : paragraphs(
          'Hello,',
          `Please find attached the report of the job “${about.title}”.`,
          `This document is sealed; verify it here:\n${about.verifyAt}`,
          about.organization,
        ),
  attachments: [
    { filename: about.fileName, content: Buffer.from(about.pdf), contentType: 'application/pdf' },
  ],
})
