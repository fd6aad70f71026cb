"""Activation, log-in and session in Python's standard library, written from the OpenAPI document alone.

    python3 portal.py PORT openapi.json [--back-office]

The document says which paths, methods and inputs there are; this file does what six of the operations promise, and
answers not_allowed for the others. It keeps everything in memory: where the dicts are, yours has a database.
`--back-office` opens POST /back-office/invitations, for trying it out: it takes {email, birthdate} and gives {code}.
"""

import datetime
import hashlib
import hmac
import http.cookies
import http.server
import json
import re
import secrets
import sys
import threading
import time
import unicodedata

BASE = "/api/portal"
FEATURES = ["readConfig", "verifyCode", "createAccount", "logIn", "readSession", "logOut"]
SPECIAL = "!@#$%^&*()_+|~-=\\`{}[]:\";'<>,."
CONFIG = {"name": "Larkfield Clinic", "languages": ["en"], "renewal": False, "features": FEATURES}
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MINUTE = 60
IDLE = 30 * MINUTE
LONGEST = 12 * 60 * MINUTE
LARGEST = 64 * 1024
COOKIE = "portal_session"

STATUS = {
    "invalid_input": 400, "session_required": 401, "invalid_credentials": 401, "not_allowed": 403, "not_found": 404,
    "no_records_found": 404, "method_not_allowed": 405, "email_taken": 409, "ticket_expired": 410,
    "payload_too_large": 413, "unsupported_media_type": 415, "email_invalid": 422, "password_policy": 422,
    "too_many_attempts": 429, "server_error": 500,
}  # fmt: skip


class Problem(Exception):
    """An error of the contract. It holds nothing that somebody typed."""

    def __init__(self, code, **more):
        super().__init__(code)
        self.body = {
            "type": f"urn:portal-elements:{code}", "title": code.replace("_", " "),
            "status": STATUS[code], "code": code, **more,
        }  # fmt: skip


# Reading what people type.


def is_invisible(char):
    return char == "\u2800" or unicodedata.category(char) in ("Cc", "Cf", "Zs", "Zl", "Zp")


def trimmed(text):
    while text and is_invisible(text[0]):
        text = text[1:]
    while text and is_invisible(text[-1]):
        text = text[:-1]
    return text


def canonical_code(typed):
    upper = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", typed).upper())
    kept = [c for c in upper if not is_invisible(c) and unicodedata.category(c) != "Pd" and c != "\u2212"]
    return "".join(kept).replace("O", "0").replace("I", "1").replace("L", "1")


ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"


def address_key(typed):
    """The form in which two spellings of an address are equal, or None where the text is no address."""
    local, at, domain = trimmed(typed).partition("@")
    if not at or "@" in domain or not re.fullmatch(rf"{ATOM}(\.{ATOM})*", local) or len(local.encode()) > 64:
        return None
    if not re.fullmatch(r"[\w.-]+", domain):
        return None
    try:
        labels = domain.lower().encode("idna").decode().split(".")
    except UnicodeError:
        return None
    whole = all(re.fullmatch(r"(?!-)[a-z0-9-]{1,63}(?<!-)", label) for label in labels)
    if len(labels) < 2 or not whole or labels[-1].isdigit():
        return None
    return f"{unicodedata.normalize('NFC', local).lower()}@{'.'.join(labels)}"


def name_key(typed):
    return address_key(typed) or unicodedata.normalize("NFC", trimmed(typed)).lower()


def is_birthdate(text):
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) or text < "1900":
        return False
    try:
        return datetime.date.fromisoformat(text) <= datetime.date.today()
    except ValueError:
        return False


def failed_rules(password, username):
    rules = {
        "length": 8 <= len(password) <= 256,
        "digit": any(char.isdecimal() for char in password),
        "special": any(char in SPECIAL for char in password),
        "not_username": trimmed(password).lower() != trimmed(username).lower(),
    }
    return [rule for rule, met in rules.items() if not met]


# What is kept.

lock = threading.RLock()
invitations = {}
tickets = {}
members = {}
sessions = {}
attempts = {}


def hashed(password, salt=None):
    salt = salt or secrets.token_bytes(16)
    return salt, hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)


NOBODY = hashed("nobody")


def is_password(member, password):
    """Takes as long whether or not there is a member."""
    salt, expected = member["secret"] if member else NOBODY
    return hmac.compare_digest(hashed(password, salt)[1], expected) and member is not None


def in_iso(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


# The operations. Each takes its input and its visitor, and answers or raises a Problem.


def read_config(_, visitor):
    return CONFIG


def verify_code(given, visitor):
    fields = {name: {"code": "unknown"} for name in given if name not in ("code", "birthdate")}
    if "birthdate" not in given:
        fields["birthdate"] = {"code": "missing"}
    elif not is_birthdate(given["birthdate"]):
        fields["birthdate"] = {"code": "invalid"}
    if fields:
        raise Problem("invalid_input", fields=fields)
    with lock:
        invitation = invitations.get(canonical_code(given["code"]))
        if not invitation or invitation["wrong"] >= 5:
            raise Problem("no_records_found")
        if invitation["birthdate"] != given["birthdate"]:
            invitation["wrong"] += 1
            raise Problem("no_records_found")
        if invitation["used_by"]:
            raise Problem("no_records_found", reason="used")
        ticket, until = secrets.token_urlsafe(24), time.time() + 15 * MINUTE
        tickets[ticket] = {"invitation": invitation, "until": until, "addresses": set(), "spent": False}
    return {
        "step": "create-account", "ticket": ticket,
        "expiresAt": in_iso(until), "invitedEmail": invitation["email"],
    }  # fmt: skip


def create_account(given, visitor):
    held = tickets.get(given["ticket"])
    if not held or held["until"] < time.time():
        raise Problem("ticket_expired")
    password = unicodedata.normalize("NFC", given["password"])
    key, invitation = address_key(given["username"]), held["invitation"]
    if invitation["used_by"]:
        # Its answer was lost: the same person with the same password gets the same one.
        again = held["spent"] and invitation["used_by"] == key
        if not again or not is_password(members[key], password):
            raise Problem("ticket_expired")
        return visitor.begin(key)
    if not key:
        raise Problem("email_invalid", fields={"username": {"code": "invalid"}})
    failed = failed_rules(password, given["username"])
    if failed:
        raise Problem("password_policy", fields={"password": {"code": "policy", "failed": failed}})
    with lock:
        held["addresses"].add(key)
        if len(held["addresses"]) > 5:
            raise Problem("too_many_attempts", retryAfter=MINUTE)
    secret = hashed(password)
    with lock:
        if key in members:
            raise Problem("email_taken", fields={"username": {"code": "invalid"}})
        if invitation["used_by"]:
            raise Problem("ticket_expired")
        members[key] = {"username": trimmed(given["username"]), "secret": secret}
        invitation["used_by"], held["spent"] = key, True
    return visitor.begin(key)


def log_in(given, visitor):
    key, now = name_key(given["username"]), time.time()
    with lock:
        count, until = attempts.get(key, (0, 0))
        if until < now:
            count = 0
        if count >= 5:
            raise Problem("too_many_attempts", retryAfter=int(until - now) + 1)
        attempts[key] = (count + 1, now + MINUTE)
    if not is_password(members.get(key), unicodedata.normalize("NFC", given["password"])):
        raise Problem("invalid_credentials")
    with lock:
        attempts.pop(key, None)
    return visitor.begin(key)


def read_session(_, visitor):
    session = visitor.session()
    session["idle"] = time.time() + IDLE
    return {
        "account": {"username": members[session["key"]]["username"], "language": None},
        "step": "landing", "firstVisit": False, "idleSeconds": IDLE, "expiresAt": in_iso(session["until"]),
    }  # fmt: skip


def log_out(_, visitor):
    visitor.end()
    return {}


OPERATIONS = dict(zip(FEATURES, [read_config, verify_code, create_account, log_in, read_session, log_out]))

# HTTP.


def routes_of(document):
    """(pattern, {method: operation}) for each path of the document."""
    for path, methods in document["paths"].items():
        pattern = re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)))
        yield pattern, {method.upper(): operation for method, operation in methods.items()}


def read_input(operation, given):
    """Holds an input to the document: its own keys, all that are required, each a text no longer than allowed."""
    content = operation.get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema", {"properties": {}, "required": []})
    fields = {}
    for name in schema.get("required", []):
        if name not in given:
            fields[name] = {"code": "missing"}
    for name, value in given.items():
        wanted = schema["properties"].get(name)
        shown = name if re.fullmatch(r"[\w.-]{1,100}", name, re.ASCII) else ""
        if wanted is None:
            fields[shown] = {"code": "unknown"}
        elif wanted.get("type") == "string" and not is_text(value, wanted):
            fields[shown] = {"code": "invalid"}
    if fields:
        raise Problem("invalid_input", fields=fields)
    return given


def is_text(value, wanted):
    if not isinstance(value, str) or re.search("[\ud800-\udfff]", value):
        return False
    length = wanted.get("minLength", 0) <= len(value) <= wanted.get("maxLength", 10_000)
    return length and value in wanted.get("enum", [value])


class Portal(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    routes = []
    back_office = False

    def session(self):
        session = sessions.get(self.token)
        if not session or min(session["until"], session["idle"]) < time.time():
            raise Problem("session_required")
        return session

    def begin(self, key):
        self.end()
        token, now = secrets.token_urlsafe(32), time.time()
        sessions[token] = {"key": key, "until": now + LONGEST, "idle": now + IDLE}
        self.cookie = f"{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax"
        return {"step": "landing"}

    def end(self):
        sessions.pop(self.token, None)
        self.cookie = f"{COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"

    def answer(self):
        self.cookie = None
        morsel = http.cookies.SimpleCookie(self.headers.get("cookie", "")).get(COOKIE)
        self.token = morsel.value if morsel else None
        body = self.read_body()
        if self.back_office and (self.command, self.path) == ("POST", "/back-office/invitations"):
            return invite(json.loads(body))
        if not self.path.startswith(BASE):
            raise Problem("not_found")
        operation = self.operation(self.path.removeprefix(BASE).partition("?")[0])
        if self.command != "GET":
            self.demand_origin()
        if operation["operationId"] not in OPERATIONS:
            raise Problem("not_allowed")
        return OPERATIONS[operation["operationId"]](read_input(operation, self.given(body)), self)

    def operation(self, path):
        for pattern, methods in self.routes:
            if pattern.fullmatch(path):
                if self.command not in methods:
                    raise Problem("method_not_allowed")
                return methods[self.command]
        raise Problem("not_found")

    def read_body(self):
        length = int(self.headers.get("content-length") or 0)
        if length <= LARGEST:
            return self.rfile.read(length)
        # It is read so far as to let its sender hear the answer.
        self.rfile.read(min(length, 4 * 1024 * 1024))
        self.close_connection = True
        raise Problem("payload_too_large")

    def demand_origin(self):
        own = f"http://{self.headers.get('host')}"
        if self.headers.get("origin") != own or self.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            raise Problem("not_allowed")

    def given(self, body):
        if not body:
            return {}
        if self.headers.get_content_type() != "application/json":
            raise Problem("unsupported_media_type")
        try:
            given = json.loads(body)
        except (ValueError, RecursionError):
            given = None
        if not isinstance(given, dict):
            raise Problem("invalid_input")
        return given

    def handle_any(self):
        try:
            body, status, kind = self.answer(), 200, "application/json"
        except Problem as problem:
            body, status, kind = problem.body, problem.body["status"], "application/problem+json"
        except Exception as error:  # What went wrong is for the log; whoever asked learns that something did.
            self.log_error("%r", error)
            body, status, kind = Problem("server_error").body, 500, "application/problem+json"
        said = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(said)))
        self.send_header("Cache-Control", "no-store")
        if "retryAfter" in body:
            self.send_header("Retry-After", str(body["retryAfter"]))
        if self.cookie:
            self.send_header("Set-Cookie", self.cookie)
        self.end_headers()
        self.wfile.write(said)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any

    def log_request(self, code="-", size="-"):
        pass


def invite(person):
    symbols = "".join(secrets.choice(ALPHABET) for _ in range(14))
    code = symbols + check_symbol(symbols)
    invitations[code] = {"email": person["email"], "birthdate": person["birthdate"], "used_by": None, "wrong": 0}
    return {"code": "-".join(code[i : i + 5] for i in (0, 5, 10))}


def check_symbol(symbols):
    """Lets the page tell a typing mistake without asking; see "Activation codes" in the documentation of the contract."""

    def weighted(code):
        total = 0
        for symbol in reversed(code):
            total ^= ALPHABET.index(symbol)
            total = ((total << 1) ^ (0b100101 if total & 16 else 0)) & 31
        return total

    return next(symbol for symbol in ALPHABET if weighted(symbols + symbol) == 0)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


if __name__ == "__main__":
    with open(sys.argv[2], encoding="utf-8") as file:
        Portal.routes = list(routes_of(json.load(file)))
    Portal.back_office = "--back-office" in sys.argv
    Server(("127.0.0.1", int(sys.argv[1])), Portal).serve_forever()
