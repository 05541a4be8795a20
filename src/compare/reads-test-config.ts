import type { Peer } from './peer.ts'

/** Tells whether a wiki reads settings for one request from X-Test-Config, as only one for tests does. */
export async function readsTestConfig(peer: Peer): Promise<boolean> {
  const { headers } = await peer.send({
    method: 'GET',
    target: 'api.php?action=query&format=json',
    headers: { 'x-test-config': '{"ApiFrameOptions":"SAMEORIGIN"}' },
  })
  return headers.get('x-frame-options') === 'SAMEORIGIN'
}
