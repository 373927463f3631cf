// What happened, in both languages; `{assignment.title}` comes from the event's payload.
export type EventSentence = { readonly fr: string; readonly en: string }

export const sentence = (fr: string, en: string): EventSentence => ({ fr, en })
