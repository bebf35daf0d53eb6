export const both = "plain"
