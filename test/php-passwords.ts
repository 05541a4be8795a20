import { spawnSync } from 'node:child_process'

/** Why PHP cannot be asked, if so. */
export const noPhp = spawnSync('php', ['-v']).status === 0 ? false : 'php is not installed'

/** A password, and what PHP stores of it in each way that there is, by user 42. */
export interface StoredByPhp {
  readonly password: string
  readonly stored: readonly string[]
}

/** Has PHP store passwords in every way, with little work and fresh salts. */
export function storeByPhp(passwords: readonly string[]): readonly StoredByPhp[] {
  const rows = askPhp(passwords.map(base64), storing)
  return passwords.map((password, index) => ({ password, stored: rows[index]?.map(String) ?? [] }))
}

/** Asks PHP of each password whether it is the one that we stored. */
export function verifyByPhp(
  pairs: readonly { readonly password: string; readonly stored: string }[],
): readonly boolean[] {
  const verdicts = askPhp(
    pairs.map(({ password, stored }) => [base64(password), stored]),
    verifying,
  )
  return verdicts.map(([verdict]) => verdict === true)
}

const storing = `
  foreach ($input as $i) {
    $p = base64_decode($i); $raw = random_bytes(16); $b = base64_encode($raw); $hex = bin2hex(random_bytes(4));
    $derive = fn($algo, $text, $length) => base64_encode(hash_pbkdf2($algo, $text, $raw, 50, $length, true));
    $md5 = md5($hex . '-' . md5($p));
    $setting = '$2y$04$' . substr(strtr(base64_encode(random_bytes(16)), '+', '.'), 0, 22);
    $bcrypt = crypt($p, $setting);
    $argon = ['memory_cost' => 64, 'time_cost' => 2];
    $output[] = [
      md5('42-' . md5($p)), ':A:' . md5($p), ":A:$hex:$md5", ":B:$hex:$md5",
      ":pbkdf2:sha1:50:50:$b:" . $derive('sha1', $p, 50), ":pbkdf2:sha512:50:64:$b:" . $derive('sha512', $p, 64),
      ":pbkdf2-legacyA:!sha512:50:64!!$b!" . $derive('sha512', md5($p), 64),
      ":pbkdf2-legacyB:!sha256:50:32!$hex!$b!" . $derive('sha256', $md5, 32),
      ':bcrypt:4$' . substr($bcrypt, 7, 22) . '$' . substr($bcrypt, 29),
      ':argon2:' . password_hash($p, PASSWORD_ARGON2ID, $argon), ':argon2:' . password_hash($p, PASSWORD_ARGON2I, $argon),
    ];
  }`

const verifying = `
  foreach ($input as [$i, $row]) {
    [, , $algo, $rounds, $length, $salt, $hash] = explode(':', $row);
    $key = hash_pbkdf2($algo, base64_decode($i), base64_decode($salt), (int)$rounds, (int)$length, true);
    $output[] = [hash_equals(base64_encode($key), $hash)];
  }`

/** Runs a program in PHP, which makes `$output` of `$input`. */
function askPhp(input: unknown, program: string): readonly (readonly (string | boolean)[])[] {
  const code = `$input = json_decode(stream_get_contents(STDIN)); ${program} echo json_encode($output);`
  const run = spawnSync('php', ['-r', code], { input: JSON.stringify(input), maxBuffer: 2 ** 28 })
  if (run.status !== 0) throw new Error(`Cannot ask PHP: ${run.stderr.toString()}`)
  return JSON.parse(run.stdout.toString())
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
