import { defineWords, plural } from '../lib/words.ts'

export const candidateWords = defineWords({
  fr: {
    known: {
      stage: (times: number, at: string) =>
        `${plural('fr', times, { one: 'A déjà travaillé sur cette scène', other: 'A déjà travaillé # fois sur cette scène' })}, dernier jour ${at}`,
      site: (times: number, at: string) =>
        `${plural('fr', times, { one: 'A déjà travaillé sur ce lieu', other: 'A déjà travaillé # fois sur ce lieu' })}, dernier jour ${at}`,
      kind: (times: number, at: string) =>
        `${plural('fr', times, { one: 'A déjà fait ce genre de phase', other: 'A déjà fait # fois ce genre de phase' })}, dernier jour ${at}`,
    },
    withIt: 'Avec ce poste',
    day: (worked: string) => `${worked} ce jour-là`,
    dayOf: (worked: string, most: string) => `${worked} sur ${most} ce jour-là`,
    week: (worked: string) => `${worked} dans la semaine`,
    weekOf: (worked: string, most: string) => `${worked} sur ${most} dans la semaine`,
    average: (mean: string, most: string) => `${mean} sur ${most} en moyenne de 12 semaines`,
    rest: (length: string) => `repos de ${length}`,
    shortRest: (length: string, count: number, most: number) =>
      `repos réduit de ${length} (${count} sur ${most} dans la semaine)`,
    carries: 'Sur la durée de la production',
    nights: (count: number) => plural('fr', count, { one: '# nuit', other: '# nuits' }),
    weekend: (count: number) =>
      plural('fr', count, { one: '# jour de week-end', other: '# jours de week-end' }),
    assign: 'Affecter',
    assignWho: (name: string) => `Affecter ${name}`,
  },
  en: {
    known: {
      stage: (times, at) =>
        `${plural('en', times, { one: 'Has worked on this stage', other: 'Has worked on this stage # times' })}, last on ${at}`,
      site: (times, at) =>
        `${plural('en', times, { one: 'Has worked at this place', other: 'Has worked at this place # times' })}, last on ${at}`,
      kind: (times, at) =>
        `${plural('en', times, { one: 'Has done this kind of phase', other: 'Has done this kind of phase # times' })}, last on ${at}`,
    },
    withIt: 'With this seat',
    day: (worked) => `${worked} that day`,
    dayOf: (worked, most) => `${worked} of ${most} that day`,
    week: (worked) => `${worked} in the week`,
    weekOf: (worked, most) => `${worked} of ${most} in the week`,
    average: (mean, most) => `${mean} of ${most} on average of 12 weeks`,
    rest: (length) => `rest of ${length}`,
    shortRest: (length, count, most) =>
      `reduced rest of ${length} (${count} of ${most} in the week)`,
    carries: 'Over the production',
    nights: (count) => plural('en', count, { one: '# night', other: '# nights' }),
    weekend: (count) => plural('en', count, { one: '# weekend day', other: '# weekend days' }),
    assign: 'Assign',
    assignWho: (name) => `Assign ${name}`,
  },
})
