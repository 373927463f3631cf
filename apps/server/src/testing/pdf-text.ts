// What can be read on the pages of a PDF, as a viewer reads it.
import { PDFiumLibrary } from '@hyzyla/pdfium'

export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  try {
    return [...document.pages()].map((page) => page.getText())
  } finally {
    document.destroy()
    library.destroy()
  }
}
