"""The interface for programs: what is read, what is asked again, who may write, and what is told when it goes wrong."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest
from django.test import Client

from comity.model.claim import KINDS, Claim
from comity.publishing.wording.templates import table

PROBLEM = "application/problem+json"


class Program:
    """A program with or without a token."""

    def __init__(self, role: str = "") -> None:
        self.client = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1")
        self.headers: dict[str, str] = {}
        if role:
            from comity.web import access
            from comity.web.accounts.models import User

            user = User.objects.create_user(f"owner-{role}", role=role)
            self.headers = {"Authorization": f"Bearer {access.make_token(user, 'test', role)[1]}"}

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(f"/api/v1{path}", headers={**self.headers, **headers})

    def json(self, path: str) -> Any:
        answer = self.get(path)
        assert answer.status_code == 200, answer.content
        return answer.json()

    def post(self, path: str, body: Any) -> Any:
        return self.client.post(
            f"/api/v1{path}", json.dumps(body), content_type="application/json", headers=self.headers
        )


def is_problem(answer: Any, status: int) -> bool:
    said = json.loads(answer.content)
    return (
        answer.status_code == status
        and answer.headers["Content-Type"] == PROBLEM
        and said["status"] == status
        and bool(said["title"])
    )


Held = dict[str, list[Claim]]


class TestReading:
    """Everything can be read by anybody where the register is public."""

    def test_lists_of_a_pair_of_states_answer_for_another_moment(self, held: Held) -> None:
        program = Program()
        for name in ("records", "claims"):
            now = program.json(f"/{name}?dyad=KAZ-ISR&size=200")
            then = program.json(f"/{name}?dyad=KAZ-ISR&size=200&as_of=1995")
            assert 0 < then["total"] < now["total"] and len(then["items"]) == then["total"]
            assert program.json(f"/{name}?dyad=ISR-KAZ&as_of=2100")["total"] == now["total"]
            assert program.json(f"/{name}?dyad=KAZ-ISR&known_at=1999-01-01")["total"] == 0
            kinds = program.json(f"/{name}?dyad=KAZ-ISR&as_of=2100&kind=visit&size=200")
            assert kinds["total"] == program.json(f"/{name}?dyad=KAZ-ISR&kind=visit")["total"]
            assert is_problem(program.get(f"/{name}?as_of=1995"), 422), "of the whole register"
            assert is_problem(program.get(f"/{name}?dyad=KAZ-ISR&known_at=1999-99-01"), 422)
        assert is_problem(program.get("/claims?dyad=KAZ-ISR&as_of=1995&decision=none"), 422)
        del held

    def test_a_parameter_that_is_not_known_is_refused_by_its_name(self, held: Held) -> None:
        for path in ("/claims?limit=5", "/records?size=5&limit=5", "/dyads?limit=5", "/rules?limit=5"):
            answer = Program().get(path)
            assert is_problem(answer, 422), path
            assert ["query", "limit"] in [one["at"] for one in answer.json()["errors"]], answer.content
        del held

    def test_all_that_is_held_can_be_paged_through(self, held: Held) -> None:
        program = Program()
        start = program.json("/")
        for name in ("dyads", "records", "claims", "documents", "entities", "findings"):
            seen: list[Any] = []
            path = f"/{name}?size=7"
            while path:
                answer = program.get(path)
                page = answer.json()
                seen += page["items"]
                links = answer.headers.get("Link", "")
                following = [one for one in links.split(", ") if 'rel="next"' in one]
                path = following[0][1:].split(">")[0].removeprefix("/api/v1") if following else ""
            assert len(seen) == page["total"] > 0, name
            if name != "dyads":
                ids = [one["id"] for one in seen]
                assert len(set(ids)) == len(ids) == start[name], name
                assert program.json(f"/{name}/{ids[0]}"), name
        assert {one["id"] for one in program.json("/claims?size=200")["items"]} == {
            claim.id for claims in held.values() for claim in claims
        }

    def test_filters(self, held: Held) -> None:
        program = Program()
        for kind in KINDS:
            wanted = {claim.id for claims in held.values() for claim in claims if claim.kind == kind}
            found = program.json(f"/claims?kind={kind}&size=200")["items"]
            assert {one["id"] for one in found} == wanted
        assert program.json("/claims?doc=page-en&size=200")["total"] == len(held["page-en"])
        assert (
            program.json("/claims?dyad=ISR-KAZ")["total"] == program.json("/claims?dyad=kaz-isr")["total"] > 0
        )
        assert program.json("/claims?dyad=KAZ-BRA")["total"] == 0
        assert program.json("/records?from=1992&to=1992")["total"] < program.json("/records")["total"]
        assert all(one["kind"] == "visit" for one in program.json("/records?kind=visit")["items"])
        assert {one["kind"] for one in program.json("/entities?kind=person")["items"]} == {"person"}
        assert (
            program.json("/dyads?state=Kazakhstan")["total"] == program.json("/dyads?state=kz")["total"] > 0
        )
        assert program.json("/dyads/KAZ-ISR")["claims"] > 0
        code = program.json("/findings?size=1")["items"][0]["code"]
        assert {one["code"] for one in program.json(f"/findings?code={code}")["items"]} == {code}

    def test_a_claim_has_its_words(self, held: Held) -> None:
        claim = held["page-en"][0]
        document = Program().json("/documents/page-en")
        told = Program().json(f"/claims/{claim.id}")
        assert told["quotes"] == [document["text"][start:end] for start, end in claim.evidence]
        answer = Program().get("/documents/page-en/original")
        assert answer.content == document["text"].encode()
        assert answer.headers["Content-Disposition"] == "attachment"

    def test_the_language_that_is_asked_for(self, held: Held) -> None:
        claim = held["page-en"][0].id
        english, russian = (Program().json(f"/claims/{claim}?lang={lang}")["said"] for lang in ("en", "ru"))
        assert english.isascii() and not russian.isascii()
        assert Program().get(f"/claims/{claim}", **{"Accept-Language": "ru"}).json()["said"] == russian

    def test_search_is_that_of_the_page(self, held: Held) -> None:
        found = Program().json("/search?q=kind:visit state:KAZ")
        assert found["counts"]["claim"] == len(found["claims"]) > 0
        assert is_problem(Program().get("/search?q=colour:red"), 422)

    def test_rules_and_vocabulary(self, held: Held) -> None:
        assert [one["kind"] for one in Program().json("/vocabulary")["kinds"]] == list(KINDS)
        rules = Program().json("/rules?lang=ru")
        assert Program().json(f"/rules/{rules[0]['code']}?lang=ru") == rules[0]


class TestAskingAgain:
    """What has not changed is not answered again."""

    def test_until_somebody_acts(self, held: Held) -> None:
        program = Program("reviewer")
        claim = held["page-en"][0].id
        for path in ("/claims?kind=visit", f"/claims/{claim}", "/findings", "/documents/page-en", "/"):
            first = program.get(path)
            etag, modified = first.headers["ETag"], first.headers["Last-Modified"]
            again = program.get(path, **{"If-None-Match": etag})
            assert (again.status_code, again.content) == (304, b"")
            assert program.get(path, **{"If-Modified-Since": modified}).status_code == 304
            assert program.get(path, **{"If-None-Match": '"other"'}).status_code == 200
            russian = program.get(f"{path}{'&' if '?' in path else '?'}lang=ru", **{"If-None-Match": etag})
            assert russian.status_code == 200
        before = program.get("/claims").headers["ETag"]
        assert program.post(f"/claims/{claim}/decision", {"decision": "accept"}).status_code == 200
        assert program.get("/claims", **{"If-None-Match": before}).status_code == 200
        middle = program.get("/claims").headers["ETag"]
        assert program.post(f"/claims/{claim}/decision", {"decision": "undo"}).status_code == 200
        assert program.get("/claims", **{"If-None-Match": middle}).status_code == 200

    def test_head_is_the_head_of_get(self, held: Held) -> None:
        answer = Program().client.head("/api/v1/claims")
        assert (answer.status_code, answer.content) == (200, b"")
        assert int(answer.headers["Content-Length"]) == len(Program().get("/claims").content)

    @pytest.mark.parametrize("path", ["/claims/nothing", "/nothing"])
    def test_what_is_not_there_is_never_unchanged(self, held: Held, path: str) -> None:
        later = {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT", "If-None-Match": "*"}
        assert is_problem(Program().get(path, **later), 404)


class TestWriting:
    """Writing needs a token of the role."""

    def test_a_claim_is_decided(self, held: Held) -> None:
        program, claim = Program("reviewer"), held["page-en"][0]
        path = f"/claims/{claim.id}/decision"
        seen = program.json(f"/claims/{claim.id}")
        told = program.post(
            path, {"decision": "reject", "reason": "not said", "version": seen["version"]}
        ).json()
        assert (told["decision"], told["decided_by"], told["reason"]) == (
            "rejected",
            "owner-reviewer",
            "not said",
        )
        late = program.post(path, {"decision": "accept", "version": seen["version"]})
        assert is_problem(late, 409) and late.json()["by"] == "owner-reviewer"
        assert program.post(path, {"decision": "undo"}).json()["decision"] == ""
        edited = program.post(path, {"decision": "edit", "slots": seen["slots"], "reason": "as it is"}).json()
        assert edited["decision"] == "edited"
        assert [one["decision"] for one in edited["history"]] == ["rejected", "edited"]
        for slots in (
            {"colour": "red"},
            {"date": "soon"},
            {"date": float("inf")},
            {"form": "\ud800"},
            {"by": 10**400},
        ):
            answer = program.post(path, {"decision": "edit", "slots": slots})
            assert is_problem(answer, 422), (slots, answer.content)
        assert is_problem(program.post(path, {"decision": "edit"}), 422)
        assert is_problem(program.post(path, {"decision": "perhaps"}), 422)
        assert is_problem(program.post("/claims/nothing/decision", {"decision": "accept"}), 404)

    def test_a_name_of_any_length_is_held_or_refused(self, held: Held) -> None:
        program, claim = Program("reviewer"), next(one for one in held["page-en"] if one.kind == "relations")
        slots = {"parties": ["x" * 3000, "KAZ"], "act": "established", "date": "1992"}
        answer = program.post(f"/claims/{claim.id}/decision", {"decision": "edit", "slots": slots})
        assert answer.status_code == 200 or is_problem(answer, 422)
        told = program.json(f"/claims/{claim.id}")
        assert (told["decision"] == "edited") == (answer.status_code == 200)

    def test_a_finding_is_dismissed_and_reopened(self, held: Held) -> None:
        program = Program("reviewer")
        one = program.json("/findings?size=1")["items"][0]
        path = f"/findings/{one['id']}"
        assert is_problem(program.post(f"{path}/dismissal", {"reason": " "}), 422)
        told = program.post(f"{path}/dismissal", {"reason": "checked", "version": one["version"]}).json()
        assert (told["dismissal"]["by"], told["dismissal"]["reason"]) == ("owner-reviewer", "checked")
        assert program.json("/findings?dismissed=true")["total"] == 1
        assert is_problem(program.post(f"{path}/dismissal", {"reason": "again"}), 409)
        assert program.post(f"{path}/reopening", {"reason": "after all"}).json()["dismissal"] is None
        assert program.json("/findings?dismissed=true")["total"] == 0

    def test_a_document_is_handed_over_and_read(self, held: Held) -> None:
        from django.core.files.uploadedfile import SimpleUploadedFile

        from comity.web.adding import worker

        program = Program("editor")
        file = SimpleUploadedFile(
            "note.txt", b"Peru and Brazil established diplomatic relations on 3 May 1921."
        )
        answer = program.client.post(
            "/api/v1/documents", {"file": file, "title": "A note", "language": "en"}, headers=program.headers
        )
        assert answer.status_code == 202, answer.content
        job = answer.json()
        assert not job["finished"] and [one["name"] for one in job["uploads"]] == ["note.txt"]
        worker.work(once=True)
        job = program.json(f"/jobs/{job['id']}")
        assert job["finished"] and job["uploads"][0]["state"] == "added"
        assert program.json(f"/documents/{job['uploads'][0]['doc']}")["title"] == "A note"
        assert program.json("/search?q=state:PER state:BRA in:claim")["counts"]["claim"] == 1
        empty = program.client.post(
            "/api/v1/documents", {"file": SimpleUploadedFile("e.txt", b"")}, headers=program.headers
        )
        assert is_problem(empty, 422)

    @pytest.mark.parametrize(
        ("path", "body", "enough"),
        [
            ("/claims/{claim}/decision", {"decision": "accept"}, {"reviewer", "editor", "administrator"}),
            ("/findings/{finding}/dismissal", {"reason": "checked"}, {"reviewer", "editor", "administrator"}),
            ("/findings/{finding}/reopening", {}, {"reviewer", "editor", "administrator"}),
            ("/documents", {}, {"editor", "administrator"}),
        ],
    )
    def test_roles(self, held: Held, path: str, body: dict[str, str], enough: set[str]) -> None:
        finding = Program().json("/findings?size=1")["items"][0]["id"]
        address = path.format(claim=held["page-en"][0].id, finding=finding)
        assert is_problem(Program().post(address, body), 401)
        for role in ("reader", "reviewer", "editor", "administrator"):
            answer = Program(role).post(address, body)
            assert (answer.status_code == 403) == (role not in enough), (role, answer.content)
            assert answer.status_code == 200 or is_problem(answer, answer.status_code)

    def test_a_session_alone_does_not_write(self, held: Held) -> None:
        from tests.web.people import Person

        person = Person("administrator")
        answer = person.client.post(
            f"/api/v1/claims/{held['page-en'][0].id}/decision", '{"decision": "accept"}', "application/json"
        )
        assert is_problem(answer, 401)


class TestProblems:
    """Whatever goes wrong is told in one form."""

    @pytest.mark.parametrize(
        ("method", "path", "status"),
        [
            ("GET", "/nothing", 404),
            ("GET", "/claims/nothing", 404),
            ("GET", "/records/nothing", 404),
            ("GET", "/documents/nothing", 404),
            ("GET", "/documents/nothing/original", 404),
            ("GET", "/entities/nothing", 404),
            ("GET", "/findings/nothing", 404),
            ("GET", "/rules/C000", 404),
            ("GET", "/dyads/AAA-BBB", 404),
            ("GET", "/claims?page=0", 422),
            ("GET", "/claims?size=201", 422),
            ("GET", "/claims?kind=visitation", 422),
            ("GET", "/claims?dyad=KAZ", 422),
            ("GET", "/claims?from=soon", 422),
            ("GET", "/claims?from=2001/2003", 422),
            ("GET", "/claims?from=2001-02-31", 422),
            ("GET", "/claims?from=2005&to=2001", 422),
            ("GET", "/sheets/visit?from=2005&to=2001", 422),
            ("GET", "/claims?dyad=KAZ-KAZ", 404),
            ("GET", "/records?dyad=QQQ-KAZ", 404),
            ("GET", "/dyads?state=Nowhere", 404),
            ("GET", "/entities?state=Nowhere", 404),
            ("GET", "/claims?doc=%00", 422),
            ("GET", "/claims/%00", 422),
            ("GET", "/search", 422),
            ("GET", "/rules?lang=tlh", 422),
            ("DELETE", "/claims", 405),
            ("PUT", "/claims/x/decision", 405),
            ("PATCH", "/openapi.json", 405),
            ("POST", "/claims/x/decision", 401),
        ],
    )
    def test_all_alike(self, held: Held, method: str, path: str, status: int) -> None:
        answer = Program().client.generic(method, f"/api/v1{path}")
        assert is_problem(answer, status), answer.content
        if status == 405:
            assert "OPTIONS" in answer.headers["Allow"]
        if status == 401:
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")

    @pytest.mark.parametrize(
        "body", ["", "{", "[]", '"x"', "null", '{"decision": "accept", "more": 1}', '{"decision": "\\ud800"}']
    )
    def test_bodies_that_do_not_fit(self, held: Held, body: str) -> None:
        program = Program("reviewer")
        answer = program.client.post(
            f"/api/v1/claims/{held['page-en'][0].id}/decision",
            body,
            "application/json",
            headers=program.headers,
        )
        assert answer.status_code in (400, 422) and is_problem(answer, answer.status_code), answer.content

    def test_a_defect_too(self, held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
        from comity.register import queries

        def broken() -> None:
            raise RuntimeError("secret")

        monkeypatch.setattr(queries, "counts", broken)
        client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
        answer = client.get("/api/v1/")
        assert is_problem(answer, 500) and b"secret" not in answer.content

    def test_a_register_that_is_not_public(self, held: Held, settings_private: None) -> None:
        assert is_problem(Program().get("/claims"), 401)
        assert is_problem(Program().get("/openapi.json"), 401)
        assert Program("reader").get("/claims").status_code == 200


@pytest.fixture
def settings_private() -> Any:
    from django.conf import settings

    settings.COMITY_PUBLIC = False
    yield
    settings.COMITY_PUBLIC = True


class TestDescription:
    """What the description says is what there is."""

    def test_every_operation_is_described_and_on_the_page(self, held: Held) -> None:
        said = Program().json("/openapi.json")
        page = Program().client.get("/api/").content.decode()
        for path, methods in said["paths"].items():
            assert path in page
            for operation in methods.values():
                assert operation["summary"] in page.replace("&#x27;", "'")
                assert PROBLEM in operation["responses"]["default"]["content"]
        allowed = Program().client.options("/api/v1/claims")
        assert (allowed.status_code, allowed.headers["Allow"]) == (204, "GET, HEAD, OPTIONS")

    def test_the_page_is_all_in_russian(self, held: Held) -> None:
        page = html.unescape(Program().client.get("/api/", {"lang": "ru"}).content.decode())
        assert "Интерфейс для программ" in page
        found = {
            line
            for methods in Program().json("/openapi.json")["paths"].values()
            for operation in methods.values()
            for line in (operation.get("summary"), operation.get("description"))
            if line
        }
        known = table("meanings.toml", "interface")
        assert found <= known.keys()
        assert not [line for line in found if line in page]
        assert all(known[line] in page for line in found)
