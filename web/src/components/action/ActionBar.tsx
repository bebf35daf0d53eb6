import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/api/session'
import { useNarrow } from '@/components/page/useNarrow'
import type { Action } from './action'
import { ActionMenu } from './ActionMenu'
import { useRun } from './useRun'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

/** The actions of a page: each a button, those of a group in a menu, on a narrow screen all but the first in one menu. */
export function ActionBar({ actions }: { readonly actions: readonly Action[] }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const can = useCan()
  const narrow = useNarrow()
  const { run, running } = useRun()
  const allowed = actions.filter(({ permission }) => can(permission))
  const shown = narrow ? allowed.filter(({ primary }) => primary).slice(0, 2) : allowed.filter(({ group }) => !group)
  const rest = narrow ? allowed.filter((action) => !shown.includes(action)) : []
  const groups = narrow ? [] : [...new Set(allowed.flatMap(({ group }) => (group ? [group] : [])))]

  if (!allowed.length) return null
  return (
    <div className={styles.bar} role="group" aria-label={t('common.actions')}>
      {shown.map((action) => (
        <Button
          key={action.key}
          appearance={appearanceOf(action, shown)}
          icon={action.icon ?? null}
          disabled={Boolean(action.disabled) || running === action.key}
          onClick={() => run(action)}
        >
          {action.caption}
        </Button>
      ))}
      {groups.map((group) => (
        <ActionMenu
          key={group}
          group={group}
          actions={allowed.filter((action) => action.group === group)}
          onRun={run}
        />
      ))}
      {rest.length > 0 && <ActionMenu actions={rest} onRun={run} />}
    </div>
  )
}

/** Of the actions that stand first, one is what the page is for. */
const appearanceOf = (action: Action, shown: readonly Action[]) =>
  !action.primary ? 'subtle' : action === shown.find(({ primary }) => primary) ? 'primary' : 'secondary'
