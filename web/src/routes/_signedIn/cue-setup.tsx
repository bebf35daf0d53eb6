import { createFileRoute } from '@tanstack/react-router'
import { CueSetupPage } from '@/areas/cues/CueSetupPage'

export const Route = createFileRoute('/_signedIn/cue-setup')({ component: CueSetupPage })
