// What makes a new password too easy. Length is what protects; this only refuses what every list of guesses begins with.
import { z } from 'zod'
import { expected } from './fault-sentence.ts'

const rows = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
]
const words = ['password', 'motdepasse', 'mot de passe', 'bonjour', 'bienvenue', 'welcome', 'admin']
const reversed = (text: string): string => [...text].reverse().join('')
const runs = [...rows, ...rows.map(reversed)]

const RUN = 4
const LEAST = 5

/** Length of the run that begins the text and follows a row of the keyboard or the alphabet; 0 below four. */
function runLength(text: string): number {
  let length = RUN
  if (!runs.some((row) => row.includes(text.slice(0, RUN))) || text.length < RUN) return 0
  while (length < text.length && runs.some((row) => row.includes(text.slice(0, length + 1))))
    length++
  return length
}

/** What is left when well-known words and runs such as `azertyuiop` or `12345` are taken out. */
function remainder(password: string): string {
  let text = password.toLowerCase()
  for (const word of words) text = text.replaceAll(word, '')
  let left = ''
  for (let at = 0; at < text.length; ) {
    const run = runLength(text.slice(at))
    if (run === 0) left += text.charAt(at)
    at += Math.max(1, run)
  }
  return left
}

/** True for `aaaaaaaaaaaa`, `motdepasse123`, `azertyuiop12`: nothing of its own is in it. */
export const isTooEasy = (password: string): boolean =>
  new Set(password.toLowerCase()).size < LEAST || new Set(remainder(password)).size < LEAST

/**
 * A new password: 12 to 128 characters of any kind. There are no rules about kinds of characters
 * (ASVS 6.2.5; CNIL 2022-100 with attempts limited); only the commonest guesses are refused.
 */
export const newPassword = z
  .string()
  .min(12)
  .max(128)
  .refine(
    (value) => !isTooEasy(value),
    expected(
      'Ce mot de passe serait deviné parmi les premiers. Quelques mots à vous conviennent bien.',
      'This password would be among the first to be guessed. A few words of your own do well.',
    ),
  )
