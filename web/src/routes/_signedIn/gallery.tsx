import { createFileRoute } from '@tanstack/react-router'
import { Gallery } from '@/areas/gallery/Gallery'

export const Route = createFileRoute('/_signedIn/gallery')({ component: Gallery })
