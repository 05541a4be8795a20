/** 80 random bits in hexadecimal. */
export function generateRandomSessionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** An id that a browser keeps until it is closed; it says nothing about who uses it, and no server looks at it. */
export function findSessionId(cookiePrefix: string): string {
  const name = `${cookiePrefix}mwuser-sessionId`
  const known = document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1)
  if (known) return known

  const id = generateRandomSessionId()
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: MediaWiki keeps it so, and not every browser has another way
  document.cookie = `${name}=${id}; Path=/; SameSite=Lax${secure}`
  return id
}
