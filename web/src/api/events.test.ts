import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { concerned, readAgain } from './events'

/** A list that is shown, and whose reads are answered one by one. */
function shown() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const answers: ((value: string) => void)[] = []
  const queryFn = () => new Promise<string>((answer) => answers.push(answer))
  const observer = new QueryObserver(queries, { queryKey: ['jobQueueLogEntries'], queryFn })
  observer.subscribe(() => undefined)
  const settled = () => new Promise((done) => setTimeout(done))
  return { queries, answers, observer, settled }
}

const topics = new Set(['jobQueueLogEntries'])

test('a change while the first answer is under way is read once that is there', async () => {
  const { queries, answers, observer, settled } = shown()
  await settled()
  readAgain(queries, topics)
  answers[0]?.('In Process')
  await settled()
  expect(answers).toHaveLength(2)
  answers[1]?.('Success')
  await settled()
  expect(observer.getCurrentResult().data).toBe('Success')
})

test('a change after an answer is read once', async () => {
  const { queries, answers, settled } = shown()
  await settled()
  answers[0]?.('In Process')
  await settled()
  readAgain(queries, topics)
  await settled()
  answers[1]?.('Success')
  await settled()
  expect(answers).toHaveLength(2)
})

test('a change of one kind does not concern another', () => {
  expect(concerned(topics, ['jobQueueLogEntries'], undefined)).toBe(true)
  expect(concerned(topics, ['items'], undefined)).toBe(false)
})
