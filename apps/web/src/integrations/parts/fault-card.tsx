import type { ImportCheck } from '@regie/contract/integrations'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { faultFile, saveFile } from '../fault-file.ts'
import { importWords } from '../words.ts'

const FIRST = 50

/** Every fault: line, column, what was expected, what came. */
export const FaultCard = ({ check, fileName }: { check: ImportCheck; fileName: string }) => {
  const words = useWords(importWords)
  const { language } = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const { faults, faultCount } = check
  const rows = (isWhole ? faults : faults.slice(0, FIRST)).map((fault, index) => ({
    ...fault,
    index,
  }))
  const download = () => {
    const heads = [words.line, words.column, words.expected, words.got]
    const name = fileName.replace(/\.\w+$/, '')
    saveFile(`${name}-${words.faultFile}.csv`, faultFile(faults, heads, language))
  }
  return (
    <div id="faults" className="scroll-mt-4">
      <Card
        title={words.faults(faultCount)}
        description={words.faultsText}
        isFlush
        actions={
          <Button size="small" icon={Download} onPress={download}>
            {words.download}
          </Button>
        }
      >
        <Table
          label={words.faults(faultCount)}
          rows={rows}
          rowKey={({ index }) => String(index)}
          empty={null}
          columns={[
            {
              id: 'line',
              header: words.line,
              width: '5rem',
              align: 'end',
              cell: ({ line }) => line,
            },
            {
              id: 'column',
              header: words.column,
              cell: ({ column }) => column || <span className="text-ink-2">{words.wholeLine}</span>,
            },
            {
              id: 'expected',
              header: words.expected,
              isMain: true,
              cell: ({ expected }) => (
                <span className="block whitespace-normal py-1">{expected[language]}</span>
              ),
            },
            {
              id: 'got',
              header: words.got,
              width: '30%',
              cell: ({ got }) =>
                got ? (
                  <code className="box-decoration-clone break-words rounded bg-bad-soft px-1 text-bad">
                    {got}
                  </code>
                ) : (
                  <span className="text-ink-2">{words.nothing}</span>
                ),
            },
          ]}
        />
        {faultCount > rows.length && (
          <p className="flex items-center gap-3 px-4 py-3 text-ink-2">
            {words.faultsShown(rows.length, faultCount)}
            {!isWhole && (
              <Button size="small" onPress={() => setWhole(true)}>
                {words.showAllFaults}
              </Button>
            )}
          </p>
        )}
      </Card>
    </div>
  )
}
