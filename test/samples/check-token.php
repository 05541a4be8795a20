<?php
// Asks a wiki whether a CSRF token is good, and prints what it answers.
//
//     php check-token.php [TOKEN]
//
// A token is good only for the visitor that it was given to, so this one is not.

$server = getenv( 'MW_SERVER' ) ?: 'http://127.0.0.1:8080';
$question = http_build_query( [
	'action' => 'checktoken',
	'type' => 'csrf',
	'token' => $argv[1] ?? '123ABC',
	'format' => 'json',
] );

$curl = curl_init( $server . getenv( 'MW_SCRIPT_PATH' ) . '/api.php?' . $question );
curl_setopt_array( $curl, [ CURLOPT_RETURNTRANSFER => true, CURLOPT_FAILONERROR => true ] );
$answer = curl_exec( $curl );
if ( $answer === false ) {
	fwrite( STDERR, curl_error( $curl ) . "\n" );
	exit( 1 );
}
echo $answer, "\n";
