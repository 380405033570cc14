"""Bad input gets a precise error, and the suite goes on serving."""

import subprocess
import unittest

import grpc

import programs
from command import Command
from server_process import ServerProcess, serve_all

programs.provide_stubs()

import isnad_client  # noqa: E402
from isnad.v1 import (answer_service_pb2, answer_service_pb2_grpc, fact_service_pb2,  # noqa: E402
                      fact_service_pb2_grpc, ingestion_service_pb2, ingestion_service_pb2_grpc)

GOOD_ARTICLE = "أعلنت شركة سامسونغ يوم 5 يناير 2025 أنها استثمرت مئة مليون دولار في شركة إنتل.\n"
ENGLISH = "The company said on Monday that it will open a new plant near the coast next year.\n" * 5
# Letters of no Arabic encoding and no UTF-8, more than a few.
NOT_UTF8 = "ميتا".encode() + bytes([0xC3, 0x28, 0xA0, 0xA1]) * 12
CONFIG_SECONDS = 30


def article(content, **fields):
    return ingestion_service_pb2.IngestDocumentRequest(
        article=ingestion_service_pb2.Article(content=content, **fields))


class BadInputTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = programs.new_folder("bad")
        cls.server = serve_all(cls.folder / "data", cls.folder)
        cls.command = Command(cls.server.address)
        # No limits on this side, so that the server's are met.
        cls.channel = grpc.insecure_channel(cls.server.address, [
            ("grpc.max_send_message_length", -1), ("grpc.max_receive_message_length", -1)])
        cls.ingestion = ingestion_service_pb2_grpc.IngestionServiceStub(cls.channel)
        cls.facts = fact_service_pb2_grpc.FactServiceStub(cls.channel)
        cls.answers = answer_service_pb2_grpc.AnswerServiceStub(cls.channel)

    @classmethod
    def tearDownClass(cls):
        cls.channel.close()
        cls.server.stop()

    def tearDown(self):
        """Nothing else suffers: after each case the suite is healthy and takes an article."""
        self.assertEqual(self.command.run("doctor").returncode, 0)
        self.ingestion.IngestDocument(article(GOOD_ARTICLE.encode()), timeout=20)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def assert_refused(self, reason, field, method, request, code=grpc.StatusCode.INVALID_ARGUMENT):
        with self.assertRaises(grpc.RpcError) as caught:
            method(request, timeout=20)
        error = isnad_client.SuiteError.from_rpc_error(caught.exception)
        self.assertEqual(error.code, code, error)
        self.assertEqual(error.reason, reason, error)
        if field:
            self.assertIn(field, [violation.field for violation in error.violations])
        return error

    def assert_file_refused(self, reason, name, content):
        result = self.command.run("ingest", self.file(name, content))
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        self.assertIn(f"[{reason}]", result.stderr)
        self.assertIn("article.content: ", result.stderr)
        self.assertIn(name, result.stderr)

    def test_an_empty_file(self):
        self.assert_file_refused("EMPTY_CONTENT", "empty.txt", b"")

    def test_a_file_of_white_space(self):
        self.assert_file_refused("EMPTY_CONTENT", "blank.txt", b" \n\t\n")

    def test_a_binary_file(self):
        self.assert_file_refused("BINARY_CONTENT", "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(500))
        self.assert_file_refused("BINARY_CONTENT", "zeros.txt", bytes(range(9)) * 90)

    def test_bytes_that_are_text_in_no_encoding(self):
        self.assert_refused("UNDECODABLE_TEXT", "article.content", self.ingestion.IngestDocument,
                            article(NOT_UTF8, charset="utf-8"))

    def test_an_unknown_encoding(self):
        self.assert_refused("INVALID_FIELD", "article.charset", self.ingestion.IngestDocument,
                            article(GOOD_ARTICLE.encode(), charset="klingon-8"))

    def test_a_text_in_another_language(self):
        self.assert_file_refused("UNSUPPORTED_LANGUAGE", "english.txt", ENGLISH.encode())

    def test_a_page_without_text(self):
        page = b"<!doctype html><html><head><title></title></head><body><script>a()</script></body>"
        self.assert_file_refused("NO_TEXT_FOUND", "page.html", page)

    def test_a_file_of_60_megabytes(self):
        result = self.command.run("ingest", self.file("large.txt", "خبر ".encode() * (8 << 20)))
        self.assertEqual(result.returncode, 1)
        self.assertIn("has more than 20971520 bytes", result.stderr)

    def test_a_message_within_the_servers_limit_but_above_the_articles(self):
        self.assert_refused("CONTENT_TOO_LARGE", "article.content", self.ingestion.IngestDocument,
                            article("خبر ".encode() * (3 << 20)))

    def test_a_message_above_the_servers_limit(self):
        with self.assertRaises(grpc.RpcError) as caught:
            self.ingestion.IngestDocument(article(bytes(60 << 20)), timeout=60)
        self.assertEqual(caught.exception.code(), grpc.StatusCode.RESOURCE_EXHAUSTED)

    def test_one_bad_article_among_good_ones(self):
        folder = self.folder / "mixed"
        folder.mkdir()
        (folder / "1.txt").write_text(GOOD_ARTICLE + "وهذا أول.\n", encoding="utf-8")
        (folder / "2.txt").write_bytes(b"")
        (folder / "3.txt").write_text(GOOD_ARTICLE + "وهذا ثالث.\n", encoding="utf-8")
        result = self.command.run("ingest", folder)
        self.assertEqual(result.returncode, 1)
        self.assertIn("REFUSED", result.stdout)
        self.assertEqual(result.stdout.count("STORED"), 2, result.stdout)

    def test_a_path_that_is_not_there(self):
        result = self.command.run("ingest", self.folder / "nothing")
        self.assertEqual(result.returncode, 1)
        self.assertIn("does not exist", result.stderr)

    def test_metadata_with_an_unknown_key(self):
        story = self.file("story.txt", GOOD_ARTICLE.encode())
        metadata = self.file("metadata.jsonl", b'{"file": "story.txt", "author": "x"}\n')
        result = self.command.run("ingest", story, "--metadata", metadata)
        self.assertEqual(result.returncode, 1)
        self.assertIn('metadata.jsonl:1: unknown key "author"', result.stderr)

    def test_a_malformed_filter(self):
        error = self.assert_refused("INVALID_FILTER", "filter", self.facts.ListFacts,
                                    fact_service_pb2.ListFactsRequest(filter="type = LEFT AND ("))
        self.assertIn("^", error.violations[0].description)
        self.assert_refused("INVALID_FILTER", "filter", self.facts.ListFacts,
                            fact_service_pb2.ListFactsRequest(filter="colour = RED"))
        result = self.command.run("facts", "--filter", "type = ")
        self.assertEqual(result.returncode, 1)
        self.assertIn("[INVALID_FILTER]", result.stderr)
        self.assertIn("^", result.stderr)

    def test_a_malformed_order(self):
        with self.assertRaises(grpc.RpcError) as caught:
            self.facts.ListFacts(fact_service_pb2.ListFactsRequest(order_by="colour"), timeout=20)
        error = isnad_client.SuiteError.from_rpc_error(caught.exception)
        self.assertEqual(error.code, grpc.StatusCode.INVALID_ARGUMENT)
        self.assertEqual(error.violations[0].field, "order_by")

    def test_names_that_nothing_has(self):
        gone = grpc.StatusCode.NOT_FOUND
        self.assert_refused("RESOURCE_NOT_FOUND", None, self.facts.GetFact,
                            fact_service_pb2.GetFactRequest(name="facts/nothing"), gone)
        self.assert_refused("RESOURCE_NOT_FOUND", None, self.facts.GetDocument,
                            fact_service_pb2.GetDocumentRequest(name="documents/nothing"), gone)
        self.assert_refused("RESOURCE_NOT_FOUND", None, self.ingestion.GetIngestion,
                            ingestion_service_pb2.GetIngestionRequest(name="ingestions/nothing"),
                            gone)
        result = self.command.run("explain", "facts/nothing")
        self.assertEqual(result.returncode, 1)
        self.assertIn("[RESOURCE_NOT_FOUND]", result.stderr)

    def test_names_that_are_none(self):
        for request in (fact_service_pb2.GetFactRequest(name="documents/x"),
                        fact_service_pb2.GetFactRequest()):
            with self.assertRaises(grpc.RpcError) as caught:
                self.facts.GetFact(request, timeout=20)
            self.assertEqual(caught.exception.code(), grpc.StatusCode.INVALID_ARGUMENT)

    def test_a_negative_page_size(self):
        for method, request in (
                (self.facts.ListFacts, fact_service_pb2.ListFactsRequest(page_size=-1)),
                (self.facts.ListEntities, fact_service_pb2.ListEntitiesRequest(page_size=-1)),
                (self.facts.ListDocuments, fact_service_pb2.ListDocumentsRequest(page_size=-1)),
                (self.ingestion.ListIngestions,
                 ingestion_service_pb2.ListIngestionsRequest(page_size=-1))):
            self.assert_refused("INVALID_FIELD", "page_size", method, request)

    def test_a_page_token_of_another_request(self):
        for number in range(3):
            text = f"{GOOD_ARTICLE} والخبر رقم {number}.\n"
            self.ingestion.IngestDocument(article(text.encode()), timeout=20)
        token = self.ingestion.ListIngestions(
            ingestion_service_pb2.ListIngestionsRequest(page_size=1), timeout=20).next_page_token
        self.assertTrue(token)
        self.assert_refused("INVALID_PAGE_TOKEN", "page_token", self.facts.ListFacts,
                            fact_service_pb2.ListFactsRequest(page_token=token))
        self.assert_refused("INVALID_PAGE_TOKEN", "page_token", self.ingestion.ListIngestions,
                            ingestion_service_pb2.ListIngestionsRequest(
                                page_token=token, filter="state = STORED"))
        self.assert_refused("INVALID_PAGE_TOKEN", "page_token", self.facts.ListFacts,
                            fact_service_pb2.ListFactsRequest(page_token="'; DROP TABLE facts; --"))

    def test_questions_that_are_none(self):
        ask = answer_service_pb2.AskRequest
        for question in ("", "   ", "؟" + "لماذا " * 500):
            with self.assertRaises(grpc.RpcError) as caught:
                self.answers.Ask(ask(question=question), timeout=20)
            error = isnad_client.SuiteError.from_rpc_error(caught.exception)
            self.assertEqual(error.code, grpc.StatusCode.INVALID_ARGUMENT)
            self.assertEqual(error.violations[0].field, "question")
        self.assert_refused("UNKNOWN_LANGUAGE", "language_code", self.answers.Ask,
                            ask(question="من غادر؟", language_code="fr"))

    def test_the_same_id_with_other_content(self):
        first = article((GOOD_ARTICLE + "وهذا نص الخبر الأول.\n").encode())
        first.document_id = "same-id"
        self.ingestion.IngestDocument(first, timeout=20)
        other = article((GOOD_ARTICLE + "وزادت عليه.\n").encode())
        other.document_id = "same-id"
        self.assert_refused("DOCUMENT_CONTENT_DIFFERS", None, self.ingestion.IngestDocument, other,
                            grpc.StatusCode.ALREADY_EXISTS)

    def test_wrong_command_lines(self):
        for arguments in (["ask", "--bogus"], ["dance"], [], ["facts", "--format=xml"],
                          ["timeline"], ["facts", "--limit=0"], ["ask", "x", "--language=fr"]):
            with self.subTest(arguments):
                result = self.command.run(*arguments)
                self.assertEqual(result.returncode, 2, result.stdout + result.stderr)
                self.assertTrue(result.stderr)


class WrongStartTest(unittest.TestCase):
    """A server that cannot start says why and ends."""

    def serve(self, *flags):
        return subprocess.run([programs.program("isnad"), "serve", *flags], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding="utf-8", timeout=CONFIG_SECONDS)

    def test_an_unknown_flag(self):
        result = self.serve("--data_dri=x")
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertIn("did you mean --data_dir?", result.stderr)

    def test_a_number_that_is_none(self):
        result = self.serve("--workers=many")
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertIn("--workers", result.stderr)

    def test_an_unknown_field_in_the_file(self):
        folder = programs.new_folder("config")
        (folder / "config.textproto").write_text('server { port: 1 }\n')
        result = self.serve(f"--config={folder}/config.textproto")
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertIn("config.textproto:1", result.stderr)

    def test_a_port_and_a_folder_in_use(self):
        folder = programs.new_folder("in-use")
        running = serve_all(folder / "data", folder)
        same_port = self.serve(f"--address={running.address}", f"--data_dir={folder}/other")
        self.assertEqual(same_port.returncode, 1, same_port.stderr)
        self.assertIn(f"{running.address} cannot be bound", same_port.stderr)
        same_folder = self.serve("--address=127.0.0.1:0", f"--data_dir={folder}/data")
        self.assertEqual(same_folder.returncode, 1, same_folder.stderr)
        self.assertIn("is in use by another process", same_folder.stderr)
        self.assertEqual(Command(running.address).run("doctor").returncode, 0)
        running.stop()

    def test_services_without_what_they_need(self):
        for name in ("isnad_ingestion", "isnad_answering"):
            with self.subTest(name):
                folder = programs.new_folder("missing")
                server = ServerProcess(name, ["--server.address=127.0.0.1:0"], folder)
                self.assertNotEqual(server.wait_end(CONFIG_SECONDS), 0)
                self.assertIn("extraction_target", server.log_text())


if __name__ == "__main__":
    unittest.main(verbosity=2)
