/** The title of the page that a wiki begins with. */
export const mainTitle = 'Main Page'
