import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { fieldworkWords } from '../words.ts'

export const Back = ({ to = '/' }: { to?: string }) => (
  <Link to={to} className="flex min-h-12 items-center gap-2 px-4 text-accent">
    <ArrowLeft aria-hidden className="size-5" />
    {useWords(fieldworkWords).back}
  </Link>
)
