import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/PasswordInput.css'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Skeleton.css'
import '@fontsource-variable/golos-text/wght.css'
import 'virtual:palette.css'
import './shell/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { ApiError } from './client/api-error.ts'
import { createQueryClient } from './client/queries.ts'
import { speak } from './messages/say.ts'
import { createAppRouter } from './router.tsx'
import { keptLanguage, useLanguage } from './shell/language.ts'
import { cssVariables, theme } from './theme.ts'

/** Styles that are made while running carry the nonce of this answer; all others are files of our own. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

const queryClient = createQueryClient(() => {
  if (router.state.location.pathname === '/sign-in') return
  queryClient.clear()
  void router.invalidate()
})
const router = createAppRouter(queryClient)

// After an update of the server the parts of an open page are gone: the page is fetched anew, once.
window.addEventListener('vite:preloadError', () => window.location.reload())

function App() {
  const language = useLanguage()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider key={language} router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}

await speak(keptLanguage())
createRoot(document.getElementById('root')!, {
  // A refusal of the server is shown as a page of its own; only what broke here belongs in the console.
  onCaughtError: error => {
    if (!(error instanceof ApiError)) console.error(error)
  },
}).render(<App />)
