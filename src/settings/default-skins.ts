/** The skins that MediaWiki 1.39 comes with. */
export const defaultSkins: Readonly<Record<string, string>> = {
  minerva: 'MinervaNeue',
  monobook: 'MonoBook',
  timeless: 'Timeless',
  vector: 'Vector legacy (2010)',
  'vector-2022': 'Vector (2022)',
}
