// The words of the page that proves a report without network; it stands alone, so it carries its own.
import type { Check } from '@regie/seal'

type Words = {
  readonly title: string
  readonly lead: string
  readonly choose: string
  readonly fingerprint: string
  readonly fingerprintHelp: string
  readonly good: string
  readonly bad: string
  readonly noPdf: string
  readonly sealedBy: (name: string) => string
  readonly version: (number: number) => string
  readonly signedBy: (name: string, when: string) => string
  readonly nobody: string
  readonly other: string
  readonly checks: Readonly<Record<Check['what'], string>>
}

const fr: Words = {
  title: 'Vérifier un rapport, sans réseau',
  lead: 'Cette page se suffit : gardez-la sur un disque, elle ne demande rien à personne. Déposez le PDF scellé, et ses photos d’origine si vous les avez.',
  choose: 'Choisir le PDF et les photos',
  fingerprint: 'Empreinte du certificat (facultatif)',
  fingerprintHelp:
    'Celle que l’entreprise publie : le cachet doit être le sien. Sans elle, comparez celle qui s’affiche.',
  good: 'Authentique : rien n’a été modifié.',
  bad: 'Non authentique : quelque chose a été modifié, ou ce n’est pas un rapport scellé.',
  noPdf: 'Aucun PDF parmi ces fichiers.',
  sealedBy: (name) => `Scellé par ${name}`,
  version: (number) => `version ${number}`,
  signedBy: (name, when) => `Signé par ${name}, le ${when}`,
  nobody: 'Client absent, constaté',
  other: 'English',
  checks: {
    whole_file: 'Le cachet couvre tout le fichier',
    seal: 'Le cachet est intact',
    certificate: 'Le certificat est celui que vous avez donné',
    evidence: 'Le dossier de preuve se lit',
    content: 'Le contenu a bien son empreinte',
    signature: 'La signature est liée au contenu',
    trail: 'Le journal est complet',
    photo: 'Cette photo est l’une de celles qui ont été signées',
  },
}

const en: Words = {
  title: 'Verify a report, without network',
  lead: 'This page stands alone: keep it on a disk, it asks nobody for anything. Drop the sealed PDF, and its original photos if you have them.',
  choose: 'Choose the PDF and the photos',
  fingerprint: 'Fingerprint of the certificate (optional)',
  fingerprintHelp:
    'The one the company publishes: the seal must be its own. Without it, compare the one that is shown.',
  good: 'Genuine: nothing was changed.',
  bad: 'Not genuine: something was changed, or this is no sealed report.',
  noPdf: 'There is no PDF among these files.',
  sealedBy: (name) => `Sealed by ${name}`,
  version: (number) => `version ${number}`,
  signedBy: (name, when) => `Signed by ${name} on ${when}`,
  nobody: 'Client absent, attested',
  other: 'Français',
  checks: {
    whole_file: 'The seal covers the whole file',
    seal: 'The seal is intact',
    certificate: 'The certificate is the one you named',
    evidence: 'The evidence can be read',
    content: 'The content has its fingerprint',
    signature: 'The signature is bound to the content',
    trail: 'The trail is unbroken',
    photo: 'This photo is one of those signed',
  },
}

export const verifierWords = { fr, en } as const
export type VerifierLanguage = keyof typeof verifierWords
