import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useImports, useOpenImport } from '../api.ts'
import { ImportTable } from '../parts/import-table.tsx'
import { importWords } from '../words.ts'

// A workbook is no CSV, but the server's answer says what to do with it.
const accepted = ['.csv', '.txt', '.tsv', '.xlsx', '.xls', '.ods']
const MAX_BYTES = 10 * 1_048_576

export const ImportList = () => {
  const words = useWords(importWords)
  const navigate = useNavigate()
  const pages = useImports()
  const { open, isPending, error } = useOpenImport(
    ({ id }) => void navigate({ to: `/imports/${id}` }),
  )
  return (
    <>
      <PageHeader title={words.imports} description={words.intro} />
      <Page>
        <FileDrop
          accept={accepted}
          maxBytes={MAX_BYTES}
          hint={words.hint}
          onFile={(file) => void open(file)}
        />
        {isPending && <ProgressBar label={words.reading} value={null} />}
        {error && <ProblemNote problem={error} />}
        <Card title={words.history} isFlush>
          <ImportTable pages={pages} />
        </Card>
      </Page>
    </>
  )
}
