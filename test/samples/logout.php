<?php
// Logs in with a bot password, logs out again, and prints what the wiki answers.
//
//     MEDIAWIKI_USER=Admin@bot MEDIAWIKI_PASSWORD=… php logout.php

$server = getenv( 'MW_SERVER' ) ?: 'http://127.0.0.1:8080';
$api = $server . getenv( 'MW_SCRIPT_PATH' ) . '/api.php';

// One handle for all requests; an empty cookie file makes it keep cookies in memory.
$curl = curl_init();
curl_setopt_array( $curl, [ CURLOPT_RETURNTRANSFER => true, CURLOPT_COOKIEFILE => '' ] );

/** Returns the answer as the wiki wrote it, or ends with the reason why there is none. */
function ask( CurlHandle $curl, array $options ): string {
	curl_setopt_array( $curl, $options );
	$body = curl_exec( $curl );
	if ( $body === false ) {
		fail( curl_error( $curl ) );
	}
	$error = json_decode( $body, true )['error'] ?? null;
	return $error ? fail( "{$error['code']}: {$error['info']}" ) : $body;
}

function fail( string $reason ): never {
	fwrite( STDERR, "$reason\n" );
	exit( 1 );
}

function getToken( CurlHandle $curl, string $api, string $type ): string {
	$query = [ 'action' => 'query', 'meta' => 'tokens', 'type' => $type, 'format' => 'json' ];
	$url = $api . '?' . http_build_query( $query );
	$answer = ask( $curl, [ CURLOPT_HTTPGET => true, CURLOPT_URL => $url ] );
	return json_decode( $answer, true )['query']['tokens'][$type . 'token'];
}

function post( CurlHandle $curl, string $api, array $params ): string {
	$body = http_build_query( $params + [ 'format' => 'json' ] );
	return ask( $curl, [ CURLOPT_URL => $api, CURLOPT_POSTFIELDS => $body ] );
}

$answer = post( $curl, $api, [
	'action' => 'login',
	'lgname' => getenv( 'MEDIAWIKI_USER' ),
	'lgpassword' => getenv( 'MEDIAWIKI_PASSWORD' ),
	'lgtoken' => getToken( $curl, $api, 'login' ),
] );
$login = json_decode( $answer, true )['login'];
if ( $login['result'] !== 'Success' ) {
	fail( 'Not logged in: ' . ( $login['reason'] ?? $login['result'] ) );
}

echo post( $curl, $api, [
	'action' => 'logout',
	'token' => getToken( $curl, $api, 'csrf' ),
] ), "\n";
