export const zipped = "plain"
