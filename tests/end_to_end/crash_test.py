"""Killing the suite at any moment loses nothing that it acknowledged and repeats nothing."""

import json
import os
import random
import unittest

import programs
from command import Command
from generated_corpus import articles
from server_process import serve_all
from waiting import wait_until

programs.provide_stubs()

import isnad_client  # noqa: E402
from isnad.v1 import fact_service_pb2, ingestion_pb2, ingestion_service_pb2  # noqa: E402

ARTICLE_COUNT = 200
ROUNDS_WHILE_SENDING = 4
ROUNDS_WHILE_STORING = 2
STORE_SECONDS = 60


class CrashTest(unittest.TestCase):

    def setUp(self):
        seed = int(os.environ.get("ISNAD_TEST_SEED") or random.SystemRandom().randrange(10**6))
        print(f"ISNAD_TEST_SEED={seed}")
        self.random = random.Random(seed)
        self.folder = programs.new_folder("crash")
        self.articles = articles(ingestion_service_pb2, ARTICLE_COUNT)
        self.acknowledged = {}

    def serve(self):
        return serve_all(self.folder / "data", self.folder)

    def send(self, suite, on_acknowledged=lambda: None):
        """Sends all articles; keeps and checks what each acknowledgement names."""
        for number, outcome in enumerate(suite.send(self.articles)):
            self.assertIsInstance(outcome, ingestion_pb2.Ingestion, outcome)
            self.assertEqual(self.acknowledged.setdefault(number, outcome.name), outcome.name,
                             "a repeated request was answered otherwise than the first time")
            on_acknowledged()

    def kill_while_sending(self):
        server = self.serve()
        moment = self.random.randrange(1, ARTICLE_COUNT)
        count = 0

        def kill_at_the_moment():
            nonlocal count
            count += 1
            if count == moment:
                server.kill()

        with isnad_client.connect(server.address) as suite:
            try:
                self.send(suite, kill_at_the_moment)
            except isnad_client.SuiteError as error:
                self.assertEqual(error.code.name, "UNAVAILABLE", error)
        self.assertIsNotNone(server.process.poll(), "the server outlived the moment")

    def end_while_storing(self, end):
        """Sends everything and calls `end(server)` when a random number of documents is stored."""
        server = self.serve()
        with isnad_client.connect(server.address) as suite:
            self.send(suite)
            present = self.document_count(suite)
            moment = self.random.randrange(present, ARTICLE_COUNT + 1)
            wait_until(lambda: self.document_count(suite) >= moment, STORE_SECONDS,
                       f"{moment} documents to be stored")
            end(server)

    @staticmethod
    def document_count(suite):
        request = fact_service_pb2.GetStatsRequest()
        return suite.facts_stub.GetStats(request).document_count

    def check_every_acknowledged_article_is_stored_once(self, suite):
        self.assertEqual(len(self.acknowledged), ARTICLE_COUNT)
        self.assertEqual(len(set(self.acknowledged.values())), ARTICLE_COUNT)
        request = ingestion_service_pb2.GetIngestionRequest
        stored = [suite.await_final(suite.ingestion_stub.GetIngestion(request(name=name)).ingestion)
                  for name in self.acknowledged.values()]
        for ingestion in stored:
            self.assertEqual(ingestion.state, ingestion_pb2.Ingestion.STATE_STORED, ingestion)
        documents = list(suite.documents())
        self.assertEqual(len(documents), ARTICLE_COUNT)
        self.assertEqual(len({document.content_hash for document in documents}), ARTICLE_COUNT)
        self.assertEqual({ingestion.document for ingestion in stored},
                         {document.name for document in documents})

    def check_no_fact_is_there_twice(self, suite):
        facts = list(suite.facts())
        self.assertGreater(len(facts), ARTICLE_COUNT // 2)
        self.assertEqual(len({fact.fact_key for fact in facts}), len(facts))
        for fact in facts:
            places = [(evidence.document, evidence.quote.begin, evidence.quote.end, evidence.rule)
                      for evidence in fact.evidence]
            self.assertGreater(len(places), 0, "a fact without evidence")
            self.assertEqual(len(set(places)), len(places), "the same evidence twice")

    @staticmethod
    def export(server):
        return sorted(Command(server.address).output("export").splitlines())

    @staticmethod
    def claims(export):
        """What an export says, without what depends on the order of arrival."""
        fields = ("type", "polarity", "modality", "sourceUri", "quote", "rule", "amount", "count",
                  "date")
        return sorted(json.dumps([json.loads(line).get(field) for field in fields])
                      for line in export)

    def export_of_a_suite_that_never_crashed(self):
        server = serve_all(self.folder / "calm", self.folder)
        with isnad_client.connect(server.address) as suite:
            suite.ingest(self.articles)
        export = self.export(server)
        server.stop()
        return export

    def test_kills_lose_nothing_and_repeat_nothing(self):
        for _ in range(ROUNDS_WHILE_SENDING):
            self.kill_while_sending()
        for _ in range(ROUNDS_WHILE_STORING):
            self.end_while_storing(lambda server: server.kill())
        self.end_while_storing(lambda server: self.assertEqual(server.stop(), 0))
        server = self.serve()
        with isnad_client.connect(server.address) as suite:
            self.check_every_acknowledged_article_is_stored_once(suite)
            self.check_no_fact_is_there_twice(suite)
            before = self.export(server)
            self.send(suite)
            self.check_every_acknowledged_article_is_stored_once(suite)
            self.assertEqual(self.export(server), before, "a second ingest changed the facts")
        self.assertEqual(server.stop(), 0)
        self.assertEqual(self.claims(before),
                         self.claims(self.export_of_a_suite_that_never_crashed()))


if __name__ == "__main__":
    unittest.main(verbosity=2)
