import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export const Route = createFileRoute('/')({ component: RoleCenter })

function RoleCenter() {
  const { t } = useTranslation()
  return <h1>{t('app.name')}</h1>
}
