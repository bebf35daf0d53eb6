import { useEffect, useState } from 'react'

/** A value as it was when it had not changed for `delay` milliseconds: what is asked of the server while one types. */
export function useLater<T>(value: T, delay: number): T {
  const [later, setLater] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setLater(JSON.parse(text) as T), delay)
    return () => clearTimeout(timer)
  }, [text, delay])
  return later
}
