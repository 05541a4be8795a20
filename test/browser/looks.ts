/** The languages that pages are in. */
export const languages = ['en', 'fr'] as const

/** By day and by night. */
export const schemes = ['light', 'dark'] as const

/** A narrow phone and a wide screen, in pixels. */
export const widths = [320, 1280] as const
