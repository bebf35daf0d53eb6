/** The address of the API, on the server that the page came from. */
export const API = '/api/v1'

/** What the server says when it refuses a request. */
type Refusal = {
  error?: {
    code?: string
    message?: string
    target?: string | null
    details?: readonly Detail[]
    requestId?: string
  }
}

/** One of several things that are wrong: with which field, and of which line. */
export type Detail = { readonly message: string; readonly target: string; readonly line?: number }

/** A request that failed: the server's own sentence, and what support needs to find it. */
export class ApiError extends Error {
  /** The HTTP status; 0 when the server was not reached. */
  readonly status: number
  /** One word for programs. */
  readonly code: string
  /** The field or parameter that is meant, if one is. */
  readonly target: string | undefined
  /** Each thing that is wrong, where the server tells several. */
  readonly details: readonly Detail[]
  readonly requestId: string | undefined
  /** The request, as `PATCH /api/v1/items/…`. */
  readonly request: string
  /** When it failed. */
  readonly at: Date

  constructor(
    status: number,
    code: string,
    message: string,
    request: string,
    target?: string,
    requestId?: string,
    details: readonly Detail[] = [],
  ) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.target = target
    this.requestId = requestId
    this.details = details
    this.request = request
    this.at = new Date()
  }
}

/** What a request may carry besides its path. */
export type Options = {
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as a file, in place of a body. */
  readonly file?: Blob
  /** Of which kind the file is; comma-separated values, if nothing is said. */
  readonly type?: string
  /** The version that the change is meant for. */
  readonly etag?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly headers?: Readonly<Record<string, string>>
}

const signedOut = new Set<() => void>()

/** Calls `listener` whenever the server says that nobody is signed in; returns what ends that. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

/** Sends a request to `path` below the API's address and reads its JSON answer. */
export async function send<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const text = await answerTo(method, path, { ...options, headers: { accept: 'application/json', ...options.headers } })
  return (text ? JSON.parse(text) : undefined) as T
}

/** What the server answers to a request, as it stands. */
async function answerTo(
  method: string,
  path: string,
  { body, file, type = 'text/csv', etag, signal, headers: more }: Options,
): Promise<string> {
  const address = path.startsWith(API) ? path : API + path
  const request = `${method} ${address}`
  const headers = new Headers(more)
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (file) headers.set('content-type', type)
  if (etag) headers.set('if-match', etag)

  let response: Response
  try {
    response = await fetch(address, {
      method,
      headers,
      body: file ?? (body === undefined ? null : JSON.stringify(body)),
      signal: signal ?? null,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError(0, 'Unreachable', '', request)
  }
  if (!response.ok) throw await refused(response, request)
  return response.text()
}

async function refused(response: Response, request: string): Promise<ApiError> {
  const said = await response
    .json()
    .then((json) => (json as Refusal).error)
    .catch(() => undefined)
  if (response.status === 401 && !request.endsWith(`${API}/session`)) signedOut.forEach((listener) => listener())
  const id = said?.requestId ?? response.headers.get('x-request-id') ?? undefined
  return new ApiError(
    response.status,
    said?.code ?? String(response.status),
    said?.message ?? '',
    request,
    said?.target ?? undefined,
    id,
    said?.details,
  )
}

export const get = <T>(path: string, signal?: AbortSignal) => send<T>('GET', path, { signal })
/** Reads what is no JSON of ours, as a text that is kept for support. */
export const getText = (path: string, signal?: AbortSignal) => answerTo('GET', path, { signal })
export const post = <T>(path: string, body?: unknown, etag?: string) => send<T>('POST', path, { body, etag })
export const sendFile = <T>(path: string, file: Blob, type?: string) =>
  send<T>('POST', path, { file, ...(type ? { type } : {}) })
export const patch = <T>(path: string, body: unknown, etag?: string) => send<T>('PATCH', path, { body, etag })
export const put = <T>(path: string, body: unknown) => send<T>('PUT', path, { body })
export const remove = (path: string, etag?: string) => send<void>('DELETE', path, { etag })
