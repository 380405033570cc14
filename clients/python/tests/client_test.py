"""The client against a running suite."""

import datetime
import json
import subprocess
import sys

import grpc
import pytest

import programs
import isnad_client
from isnad_client import service_config
from isnad_client.deadlines import DeadlineInterceptor
from isnad.v1 import answer_service_pb2, ingestion_pb2, ingestion_service_pb2

STORY = "أعلنت شركة نوكيا يوم 4 فبراير 2025 أنها استحوذت على شركة إنفينيرا مقابل ملياري دولار.\n"
QUESTION = "كم دفعت نوكيا مقابل إنفينيرا؟"


def story(text=STORY, name="nokia.txt"):
    return ingestion_service_pb2.Article(content=text.encode(), source_uri=f"file:{name}")


def test_an_article_is_ingested_and_asked_about(suite):
    ingestion, = suite.ingest([story()])
    assert ingestion.state == ingestion_pb2.Ingestion.STATE_STORED
    assert ingestion.fact_count > 0
    answer = suite.ask(QUESTION)
    assert not answer.HasField("refusal"), answer.refusal
    for citation in answer.citations:
        text = suite.document(citation.document).text.encode()
        assert text[citation.begin:citation.end].decode() == citation.quote


def test_a_repeated_ingest_finds_what_is_stored(suite):
    first, = suite.ingest([story()])
    again, = suite.ingest([story()])
    assert again.name == first.name


def test_pages_are_followed_to_the_end(suite):
    suite.ingest([story(f"{STORY} وهذا الخبر رقم {number}.\n", f"{number}.txt")
                  for number in range(5)])
    documents = [document.name for document in suite.documents(page_size=2)]
    assert len(documents) >= 5
    assert len(set(documents)) == len(documents)
    assert [document.name for document in suite.documents()] == documents
    assert len(list(suite.facts(page_size=1))) == len(list(suite.facts()))


def test_an_export_is_lines_of_json(suite):
    suite.ingest([story()])
    lines = b"".join(suite.export()).decode().splitlines()
    assert lines
    assert all("quote" in json.loads(line) for line in lines)


def test_a_refused_article_raises_with_reason_and_field(suite):
    with pytest.raises(isnad_client.SuiteError) as caught:
        suite.ingest([story(), story("")])
    assert caught.value.code == grpc.StatusCode.INVALID_ARGUMENT
    assert caught.value.reason == "EMPTY_CONTENT"
    assert [violation.field for violation in caught.value.violations] == ["article.content"]


def test_a_refused_call_raises_with_reason_and_field(suite):
    with pytest.raises(isnad_client.SuiteError) as caught:
        list(suite.facts(filter="type ="))
    assert caught.value.reason == "INVALID_FILTER"
    assert caught.value.violations[0].field == "filter"


def test_no_server_is_an_error_and_no_wait():
    with isnad_client.connect("127.0.0.1:1") as suite:
        with pytest.raises(isnad_client.SuiteError) as caught:
            suite.ask(QUESTION)
    assert caught.value.code == grpc.StatusCode.UNAVAILABLE


def test_every_method_has_a_deadline():
    interceptor = DeadlineInterceptor(service_config.timeouts(service_config.merged()))
    assert interceptor.seconds("/isnad.v1.AnswerService/Ask") == 10
    assert interceptor.seconds("/isnad.v1.FactService/GetFact") == 10
    assert interceptor.seconds("/isnad.v1.FactService/ExportFacts") == 600
    assert interceptor.seconds("/grpc.health.v1.Health/Check") > 0


def test_a_shorter_deadline_of_the_caller_holds(suite):
    with pytest.raises(grpc.RpcError) as caught:
        suite.answers_stub.Ask(answer_service_pb2.AskRequest(question=QUESTION), timeout=1e-6)
    assert caught.value.code() == grpc.StatusCode.DEADLINE_EXCEEDED


def test_files_become_articles(tmp_path):
    path = tmp_path / "brief.txt"
    path.write_text(STORY, encoding="utf-8")
    article = isnad_client.article_from_file(path, title="خبر", publish_time=datetime.date(2025, 2, 5))
    assert article.content.decode() == STORY
    assert article.source_uri == f"file://{path}"
    assert article.publish_time.ToJsonString() == "2025-02-05T00:00:00Z"
    with pytest.raises(ValueError):
        isnad_client.article_from_file(path, publish_time=datetime.datetime(2025, 2, 5))


def test_the_example_runs(server, tmp_path):
    path = tmp_path / "example.txt"
    path.write_text(f"{STORY} وهذا خبر المثال.\n", encoding="utf-8")
    example = programs.ROOT / "clients" / "examples" / "ingest_and_ask.py"
    result = subprocess.run(
        [sys.executable, str(example), "--address", server.address, "--ask", QUESTION, str(path)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=60)
    assert result.returncode == 0, result.stderr
    assert f"file://{path}: " in result.stdout
    assert QUESTION in result.stdout
