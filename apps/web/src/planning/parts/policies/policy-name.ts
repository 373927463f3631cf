import { useWords } from '../../../lib/language.tsx'
import { policyWords } from '../../policy-words.ts'

/** What people call a policy: those that ship have a name in each language. */
export const usePolicyName = (): ((name: string) => string) => {
  const { names } = useWords(policyWords)
  return (name) => (name in names ? names[name as keyof typeof names] : name)
}
