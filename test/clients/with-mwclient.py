"""Log in with mwclient, check a token, log out, and print what was seen, a line for each."""

import sys
from urllib.parse import urlsplit

import mwclient

api, user, password = sys.argv[1:]
address = urlsplit(api)
path = address.path.removesuffix("api.php")
site = mwclient.Site(address.netloc, path=path, scheme=address.scheme)

try:
    site.login(user, password)
except mwclient.errors.LoginError as error:
    print(f"LoginError: {error.code} - {error.info}")
    sys.exit()
print(site.username)

token = site.get_token("csrf")
print(site.get("checktoken", type="csrf", token=token)["checktoken"]["result"])

site.post("logout", token=token)
site.site_init()
print("logged in" if site.logged_in else "anonymous")
