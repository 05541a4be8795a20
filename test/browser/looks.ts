/** The languages that pages are in. */
export const languages = ['en', 'fr'] as const

/** By day and by night. */
export const schemes = ['light', 'dark'] as const

/** A wide screen and a narrow phone, in pixels. */
export const widths = [1280, 320] as const
