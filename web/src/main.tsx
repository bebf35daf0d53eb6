import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { applyLook, firstLanguage } from './app/preferences'
import { reloadWhenReplaced } from './app/reload'
import { startLanguage } from './i18n'
import './reset.css'

reloadWhenReplaced()
applyLook()
await startLanguage(firstLanguage())

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
