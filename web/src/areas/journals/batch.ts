/** Lines of a journal that are posted together. */
export type Batch = { readonly id: string; readonly code: string; readonly name: string }
