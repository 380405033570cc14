"""The four services as processes of their own, wired by flags."""

import json
import unittest
import urllib.request

import grpc

import demo_corpus
import programs
from command import Command
from generated_corpus import articles
from server_process import ServerProcess
from waiting import wait_until

programs.provide_stubs()

import isnad_client  # noqa: E402
from isnad.v1 import (answer_service_pb2, answer_service_pb2_grpc, ingestion_pb2,  # noqa: E402
                      ingestion_service_pb2)

COMMON = ["--server.address=127.0.0.1:0", "--server.admin_address=127.0.0.1:0",
          "--server.metrics_address=127.0.0.1:0", "--server.drain_pause_ms=-1"]
WAITING_ARTICLES = 20


class FourServicesTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        folder = programs.new_folder("four")
        cls.facts = ServerProcess("isnad_facts", [*COMMON, f"--store=sqlite:{folder}/facts.db"],
                                  folder)
        cls.extraction = ServerProcess("isnad_extraction", COMMON, folder)
        targets = [f"--extraction_target={cls.extraction.wait_ready().address}",
                   f"--facts_target={cls.facts.wait_ready().address}"]
        cls.ingestion = ServerProcess(
            "isnad_ingestion", [*COMMON, *targets, f"--queue=sqlite:{folder}/queue.db"], folder)
        cls.answering = ServerProcess("isnad_answering", [*COMMON, *targets], folder)
        cls.servers = [cls.ingestion.wait_ready(), cls.answering.wait_ready(), cls.extraction,
                       cls.facts]
        # What failed is told by test_every_brief_is_stored.
        result = Command(cls.ingestion.address).run("ingest", programs.DEMO_CORPUS, "--format=json")
        cls.ingested = [json.loads(line) for line in result.stdout.splitlines()]

    @classmethod
    def tearDownClass(cls):
        for server in cls.servers:
            if server.process.poll() is None:
                server.stop()

    def test_every_brief_is_stored(self):
        self.assertEqual([ingestion["state"] for ingestion in self.ingested],
                         ["STATE_STORED"] * demo_corpus.BRIEF_COUNT)

    def test_the_demo_questions_are_answered(self):
        command = Command(self.answering.address)
        for name, expected in demo_corpus.EXPECTED_WORDS.items():
            with self.subTest(name):
                answer = command.json_lines("ask", demo_corpus.questions()[name], "--format=json")[0]
                self.assertEqual(demo_corpus.missing_words(answer.get("text", ""), expected), [],
                                 answer.get("text") or answer.get("refusal"))
                self.assertGreater(len(answer["citations"]), 0)

    def test_facts_are_read_where_they_are_kept(self):
        self.assertGreater(len(Command(self.facts.address).json_lines("facts", "--format=json")), 0)

    def test_the_doctor_finds_each_service_healthy(self):
        for server in self.servers:
            result = Command(server.address).run("doctor")
            self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_each_process_counts_its_calls(self):
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        for server in self.servers:
            Command(server.address).run("doctor")
            with opener.open(f"http://127.0.0.1:{server.port('metrics')}/metrics", timeout=10) as page:
                self.assertIn("grpc_server_call_started_total", page.read().decode())

    def test_answering_names_the_service_that_is_gone_and_recovers_with_it(self):
        folder = programs.new_folder("gone")
        facts = ServerProcess("isnad_facts", [*COMMON, f"--store=sqlite:{folder}/facts.db"],
                              folder).wait_ready()
        port = facts.port()
        answering = ServerProcess(
            "isnad_answering", [*COMMON, f"--extraction_target={self.extraction.address}",
                                f"--facts_target={facts.address}"], folder).wait_ready()
        with grpc.insecure_channel(answering.address) as channel:
            stub = answer_service_pb2_grpc.AnswerServiceStub(channel)
            request = answer_service_pb2.AskRequest(question="من غادر ميتا؟")
            stub.Ask(request, timeout=20)
            facts.kill()
            with self.assertRaises(grpc.RpcError) as caught:
                stub.Ask(request, timeout=20)
            self.assertEqual(caught.exception.code(), grpc.StatusCode.UNAVAILABLE)
            self.assertIn("FactService", caught.exception.details())
            again = ServerProcess(
                "isnad_facts", [*COMMON, f"--server.address=127.0.0.1:{port}",
                                f"--store=sqlite:{folder}/facts.db"], folder).wait_ready()
            wait_until(lambda: self.is_answered(stub, request), 30, "an answer again")
        answering.stop()
        again.stop()

    def test_articles_wait_while_the_store_is_gone(self):
        folder = programs.new_folder("waiting")
        store = f"--store=sqlite:{folder}/facts.db"
        facts = ServerProcess("isnad_facts", [*COMMON, store], folder).wait_ready()
        port = facts.port()
        ingestion = ServerProcess(
            "isnad_ingestion", [*COMMON, f"--extraction_target={self.extraction.address}",
                                f"--facts_target={facts.address}", "--initial_backoff_ms=50",
                                "--max_backoff_ms=200", f"--queue=sqlite:{folder}/queue.db"],
            folder).wait_ready()
        facts.kill()
        with isnad_client.connect(ingestion.address) as suite:
            sent = list(suite.send(articles(ingestion_service_pb2, WAITING_ARTICLES)))
            request = ingestion_service_pb2.GetIngestionRequest(name=sent[0].name)
            wait_until(lambda: suite.ingestion_stub.GetIngestion(request).ingestion.error_reason, 30,
                       "an attempt to fail")
            again = ServerProcess("isnad_facts", [
                *COMMON, f"--server.address=127.0.0.1:{port}", store], folder).wait_ready()
            for ingestion_sent in sent:
                final = suite.await_final(ingestion_sent)
                self.assertEqual(final.state, ingestion_pb2.Ingestion.STATE_STORED, final)
        with isnad_client.connect(again.address) as suite:
            self.assertEqual(len(list(suite.documents())), WAITING_ARTICLES)
        ingestion.stop()
        again.stop()

    @staticmethod
    def is_answered(stub, request):
        try:
            stub.Ask(request, timeout=20)
        except grpc.RpcError as error:
            if error.code() != grpc.StatusCode.UNAVAILABLE:
                raise
            return False
        return True


if __name__ == "__main__":
    unittest.main(verbosity=2)
