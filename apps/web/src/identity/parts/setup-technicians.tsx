import { createTechnician } from '@regie/contract/workforce'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../lib/call.ts'
import { makeId } from '../../lib/id.ts'
import { useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { setupWords } from '../setup-words.ts'

type Line = {
  /** Also the idempotency key: pressing again after a fault makes nobody twice. */
  readonly key: string
  readonly name: string
  readonly email: string
}

const emptyLine = (): Line => ({ key: makeId(), name: '', email: '' })

/** Sends the lines one by one; those that were refused stay, with the reason. */
const addAll = async (lines: readonly Line[]) => {
  const refused: { line: Line; message: string }[] = []
  for (const line of lines) {
    try {
      await call(
        createTechnician,
        { body: { name: line.name, email: line.email } },
        { key: line.key },
      )
    } catch (error) {
      const problem = toProblem(error)
      const said = problem.faults.map(({ expected }) => expected).join(' ') || problem.message
      refused.push({ line: { ...line, key: makeId() }, message: said })
    }
  }
  return refused
}

export const SetupTechnicians = ({ onDone }: { onDone: () => Promise<void> }) => {
  const words = useWords(setupWords)
  const [lines, setLines] = useState<readonly Line[]>(() => [emptyLine(), emptyLine(), emptyLine()])
  const [faults, setFaults] = useState<readonly string[]>([])
  const [isPending, setPending] = useState(false)
  const filled = lines.filter(({ name }) => name.trim() !== '')
  const change = (key: string, changes: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...changes } : line)))
  const finish = async () => {
    setPending(true)
    const refused = await addAll(filled)
    setPending(false)
    if (refused.length === 0) return onDone()
    setLines(refused.map(({ line }) => line))
    setFaults(refused.map(({ line, message }) => words.lineFailed(line.name, message)))
  }
  return (
    <div className="flex flex-col gap-4">
      {faults.length > 0 && (
        <Note tone="bad">
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Note>
      )}
      <ul className="flex flex-col gap-2">
        {lines.map((line, index) => (
          <li key={line.key} className="grid gap-2 sm:grid-cols-2">
            <TextField
              label={words.technicianName(index + 1)}
              isLabelHidden
              isOptional
              placeholder={words.nameHint}
              value={line.name}
              onChange={(name) => change(line.key, { name })}
            />
            <TextField
              label={words.technicianEmail(index + 1)}
              isLabelHidden
              isOptional
              type="email"
              placeholder={words.emailHint}
              value={line.email}
              onChange={(email) => change(line.key, { email })}
            />
          </li>
        ))}
      </ul>
      <Button
        icon={Plus}
        tone="quiet"
        className="self-start"
        onPress={() => setLines([...lines, emptyLine()])}
      >
        {words.more}
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button onPress={() => void onDone()}>{words.skip}</Button>
        <Button tone="primary" isPending={isPending} onPress={() => void finish()}>
          {words.finish(filled.length)}
        </Button>
      </div>
    </div>
  )
}
