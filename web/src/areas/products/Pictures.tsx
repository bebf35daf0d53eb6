import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { API, post, remove, sendFile } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { literal, useRecords } from '@/api/record'
import { useCan } from '@/api/session'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { useConfirm } from '@/components/dialog/useConfirm'

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalM, paddingBlockEnd: tokens.spacingVerticalL },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  one: { display: 'grid', gap: tokens.spacingVerticalXS, alignContent: 'start', margin: 0 },
  image: {
    inlineSize: '100%',
    blockSize: '140px',
    objectFit: 'contain',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  caption: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  add: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'end' },
})

/** The pictures of an item, the main one first. */
export function Pictures({ itemNumber }: { readonly itemNumber: string }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const confirm = useConfirm()
  const may = useCan()('BackOffice.Change')
  const [variantCode, setVariantCode] = useState('')
  const [error, setError] = useState<unknown>()
  const filter = `itemNumber eq ${literal(itemNumber)}`
  const pictures = useRecords('itemPictures', { $filter: filter, $top: '1000' })
  const sorted = [...(pictures.data?.value ?? [])].sort((a, b) => (a.position ?? 0) - (b.position ?? 0))

  const change = async (what: () => Promise<unknown>) => {
    setError(undefined)
    try {
      await what()
    } catch (failure) {
      setError(failure)
    } finally {
      await queries.invalidateQueries({ queryKey: ['itemPictures'] })
    }
  }
  const add = async (files: FileList | null) => {
    for (const file of files ?? []) {
      const of = new URLSearchParams({ itemNumber, fileName: file.name, ...(variantCode ? { variantCode } : {}) })
      await sendFile(`/itemPictures?${of}`, file, 'application/octet-stream')
    }
  }
  const drop = async ({ id, '@odata.etag': etag }: Row<'itemPictures'>) => {
    const question = { title: t('upkeep.deleteTitle', { count: 1 }), text: t('stock.deletePicture') }
    if (await confirm({ ...question, confirm: t('common.delete'), danger: true }))
      await remove(`/itemPictures/${id}`, etag)
  }
  return (
    <div className={styles.part}>
      {(error ?? pictures.error) != null && <ErrorMessage error={error ?? pictures.error} />}
      {pictures.data && sorted.length === 0 && <p>{t('lists.nothing')}</p>}
      <div className={styles.list}>
        {sorted.map((picture, at) => (
          <figure key={picture.id} className={styles.one}>
            <img
              className={styles.image}
              loading="lazy"
              src={`${API}/itemPictures/${picture.id}/content`}
              alt={picture.fileName || t('stock.pictureOf', { item: itemNumber })}
            />
            <figcaption className={styles.caption}>
              {[at === 0 && t('stock.mainPicture'), picture.variantCode, picture.fileName].filter(Boolean).join(' · ')}
            </figcaption>
            {may && (
              <div>
                {at > 0 && (
                  <Button
                    size="small"
                    appearance="subtle"
                    onClick={() =>
                      void change(() =>
                        post(`/itemPictures/${picture.id}/Kobling.makeMain`, undefined, picture['@odata.etag']),
                      )
                    }
                  >
                    {t('stock.makeMain')}
                  </Button>
                )}
                <Button size="small" appearance="subtle" onClick={() => void change(() => drop(picture))}>
                  {t('common.delete')}
                </Button>
              </div>
            )}
          </figure>
        ))}
      </div>
      {may && (
        <div className={styles.add}>
          <Field label={t('fields.variantCode')}>
            <Input value={variantCode} onChange={(_, { value }) => setVariantCode(value)} />
          </Field>
          <Field label={t('stock.addPictures')} hint={t('stock.pictureHint')}>
            <input
              type="file"
              multiple
              accept="image/jpeg,image/png,image/gif,image/webp"
              onClick={({ currentTarget }) => (currentTarget.value = '')}
              onChange={({ target }) => void change(() => add(target.files))}
            />
          </Field>
        </div>
      )}
    </div>
  )
}
