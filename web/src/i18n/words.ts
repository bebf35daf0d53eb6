import { useTranslation } from 'react-i18next'

/**
 * The texts of an area, which are loaded with its pages and with nothing else, as a hook that says them with values in
 * their places. What is counted has words of its own for one of it, as `found` and `foundOne`.
 */
export function wordsOf<K extends string>(en: Readonly<Record<K, string>>, nb: Readonly<Record<NoInfer<K>, string>>) {
  const isKey = (key: string): key is K => key in en
  return function useWords() {
    const { i18n } = useTranslation()
    const words = i18n.language === 'nb' ? nb : en
    return (key: K, values: Readonly<Record<string, string | number>> = {}): string => {
      const one = `${key}One`
      const text = values.count === 1 && isKey(one) ? words[one] : words[key]
      return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
    }
  }
}
