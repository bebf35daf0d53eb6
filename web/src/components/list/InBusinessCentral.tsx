import { Link } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useCues } from '@/api/cues'
import { Notice } from '@/components/notice/Notice'
import { useFormat } from '@/i18n/format'

type Props = {
  readonly entity: string
  /** The filter of the tile that led here. */
  readonly odata: string
  /** The shop of which it counts; without one, of all. */
  readonly shop: string | undefined
  readonly onShow: (odata: string) => void
}

/** Of the records behind a tile: how many Business Central would count under its name, where that is something else. */
export function InBusinessCentral({ entity, odata, shop, onShow }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data } = useCues(shop)
  const cue = data?.find((one) => one.entity === entity && one.filter === odata)
  const theirs = cue?.businessCentral
  if (!cue || !theirs || theirs.count === cue.count) return null
  return (
    <Notice intent="info">
      {t('cueSetup.inBusinessCentral', { count: theirs.count, shown: format.number(theirs.count) })}{' '}
      <Link as="button" inline onClick={() => onShow(theirs.filter)}>
        {t('cueSetup.showThose')}
      </Link>
    </Notice>
  )
}
