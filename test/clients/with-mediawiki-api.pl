# Logs in with MediaWiki::API, checks a token, logs out, and prints what it saw, a line for each.
use strict;
use warnings;
use MediaWiki::API;

my ( $api, $user, $password ) = @ARGV;
my $wiki = MediaWiki::API->new( { api_url => $api } );

if ( !$wiki->login( { lgname => $user, lgpassword => $password } ) ) {
    print "$wiki->{error}->{details}\n";
    exit;
}

my $me = $wiki->api( { action => 'query', meta => 'tokens|userinfo' } )->{query};
print "$me->{userinfo}->{name}\n";

my $token = $me->{tokens}->{csrftoken};
my $checked = $wiki->api( { action => 'checktoken', type => 'csrf', token => $token } );
print "$checked->{checktoken}->{result}\n";

$wiki->api( { action => 'logout', token => $token } );
my $nobody = $wiki->api( { action => 'query', meta => 'userinfo' } )->{query}->{userinfo};
print exists $nobody->{anon} ? "anonymous\n" : "logged in\n";
