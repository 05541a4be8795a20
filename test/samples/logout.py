#!/usr/bin/env python3
"""Log in with a bot password, log out again, and print what the wiki answers.

    MEDIAWIKI_USER=Admin@bot MEDIAWIKI_PASSWORD=… python3 logout.py
"""

import os
import sys

import requests

SERVER = os.environ.get("MW_SERVER", "http://127.0.0.1:8080")
API = SERVER + os.environ.get("MW_SCRIPT_PATH", "") + "/api.php"
USER = os.environ["MEDIAWIKI_USER"]
PASSWORD = os.environ["MEDIAWIKI_PASSWORD"]


def read(response):
    """Return the wiki's answer, or end with its reason for not answering."""
    response.raise_for_status()
    answer = response.json()
    if "error" in answer:
        sys.exit("{code}: {info}".format(**answer["error"]))
    return answer


def get_token(session, kind):
    query = {"action": "query", "meta": "tokens", "type": kind, "format": "json"}
    return read(session.get(API, params=query))["query"]["tokens"][kind + "token"]


def post(session, token, **params):
    return read(session.post(API, data={**params, **token, "format": "json"}))


# The session keeps the cookies: by them the wiki knows who is asking.
with requests.Session() as session:
    login_token = {"lgtoken": get_token(session, "login")}
    login = post(session, login_token, action="login", lgname=USER, lgpassword=PASSWORD)["login"]
    if login["result"] != "Success":
        sys.exit(f"Not logged in: {login.get('reason', login['result'])}")

    print(post(session, {"token": get_token(session, "csrf")}, action="logout"))
