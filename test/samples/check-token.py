#!/usr/bin/env python3
"""Ask a wiki whether a CSRF token is good, and print what it answers.

    python3 check-token.py [TOKEN]

A token is good only for the visitor that it was given to, so this one is not.
"""

import os
import sys

import requests

SERVER = os.environ.get("MW_SERVER", "http://127.0.0.1:8080")
API = SERVER + os.environ.get("MW_SCRIPT_PATH", "") + "/api.php"
TOKEN = sys.argv[1] if len(sys.argv) > 1 else "123ABC"

question = {"action": "checktoken", "type": "csrf", "token": TOKEN, "format": "json"}
response = requests.get(API, params=question)
response.raise_for_status()
print(response.json())
