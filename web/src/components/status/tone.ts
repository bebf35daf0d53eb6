/** What a state means to the person who looks. */
export type Tone = 'good' | 'busy' | 'warning' | 'bad' | 'neutral'
