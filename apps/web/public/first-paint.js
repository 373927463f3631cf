// Runs before the first paint so that neither theme nor language flashes; lib/theme.tsx and lib/language.tsx carry on.
;(() => {
  let theme = null
  let language = null
  try {
    theme = localStorage.getItem('regie.theme')
    language = localStorage.getItem('regie.language')
  } catch {
    // Storage may be forbidden: the system's choice then holds.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  document.documentElement.lang = language ?? (/^fr/i.test(navigator.language) ? 'fr' : 'en')
})()
