/** The beginnings of addresses that lead out of the wiki: MediaWiki's `$wgUrlProtocols`. */
// biome-ignore format: a table
export const urlProtocols: readonly string[] = [
  'bitcoin:', 'ftp://', 'ftps://', 'geo:', 'git://', 'gopher://', 'http://', 'https://',
  'irc://', 'ircs://', 'magnet:', 'mailto:', 'matrix:', 'mms://', 'news:', 'nntp://',
  'redis://', 'sftp://', 'sip:', 'sips:', 'sms:', 'ssh://', 'svn://', 'tel:', 'telnet://',
  'urn:', 'worldwind://', 'xmpp:', '//',
]
