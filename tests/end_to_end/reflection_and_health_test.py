"""Every service is listed, described, healthy and answers."""

import unittest

import grpc

import programs
from command import Command
from server_process import serve_all
from waiting import wait_until

programs.provide_stubs()

from google.protobuf import descriptor_pb2, descriptor_pool  # noqa: E402
from health.v1 import health_pb2, health_pb2_grpc  # noqa: E402
from isnad.v1 import (answer_service_pb2, answer_service_pb2_grpc,  # noqa: E402
                      extraction_service_pb2, extraction_service_pb2_grpc, fact_service_pb2,
                      fact_service_pb2_grpc, ingestion_service_pb2, ingestion_service_pb2_grpc,
                      server_info_service_pb2, server_info_service_pb2_grpc)
from reflection.v1 import reflection_pb2 as v1_pb2  # noqa: E402
from reflection.v1 import reflection_pb2_grpc as v1_grpc  # noqa: E402
from reflection.v1alpha import reflection_pb2 as v1alpha_pb2  # noqa: E402
from reflection.v1alpha import reflection_pb2_grpc as v1alpha_grpc  # noqa: E402

CALL_SECONDS = 20
SERVICES = {
    "grpc.health.v1.Health",
    "grpc.reflection.v1.ServerReflection",
    "grpc.reflection.v1alpha.ServerReflection",
    "isnad.v1.AnswerService",
    "isnad.v1.ExtractionService",
    "isnad.v1.FactService",
    "isnad.v1.IngestionService",
    "isnad.v1.ServerInfoService",
}
ARTICLE = ("أعلنت شركة ميتا يوم 3 مارس 2025 أنها استثمرت ملياري دولار في شركة أنثروبيك، "
           "وانضمت الباحثة سارة حداد إلى ميتا.\n")


class Reflection:
    """What a server says about itself, through one version of the protocol."""

    def __init__(self, channel, messages, stubs):
        self._messages = messages
        self._stub = stubs.ServerReflectionStub(channel)

    def ask(self, **request):
        message = self._messages.ServerReflectionRequest(**request)
        responses = list(self._stub.ServerReflectionInfo(iter([message]), timeout=CALL_SECONDS))
        assert len(responses) == 1, responses
        return responses[0]

    def services(self):
        response = self.ask(list_services="*").list_services_response
        return {service.name for service in response.service}

    def files(self, symbol):
        """The files that define a symbol, with all that they import."""
        found = {}
        self._add(self.ask(file_containing_symbol=symbol), found)
        missing = True
        while missing:
            missing = {name for file in found.values() for name in file.dependency} - set(found)
            for name in missing:
                self._add(self.ask(file_by_filename=name), found)
        return found

    def _add(self, response, found):
        assert not response.HasField("error_response"), response.error_response
        for serialized in response.file_descriptor_response.file_descriptor_proto:
            file = descriptor_pb2.FileDescriptorProto.FromString(serialized)
            found[file.name] = file

    def pool(self, symbols):
        """A pool that knows nothing but what the server told."""
        files = {}
        for symbol in symbols:
            files.update(self.files(symbol))
        pool = descriptor_pool.DescriptorPool()
        while files:
            name = next(name for name, file in files.items()
                        if not set(file.dependency) & set(files))
            pool.Add(files.pop(name))
        return pool


class ReflectionAndHealthTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = programs.new_folder("reflection")
        cls.server = serve_all(cls.folder / "data", cls.folder,
                               ["--server.admin_address=127.0.0.1:0"])
        cls.channel = grpc.insecure_channel(cls.server.address)

    @classmethod
    def tearDownClass(cls):
        cls.channel.close()
        cls.server.stop()

    def versions(self):
        return {"v1": Reflection(self.channel, v1_pb2, v1_grpc),
                "v1alpha": Reflection(self.channel, v1alpha_pb2, v1alpha_grpc)}

    def test_both_versions_list_the_same_services(self):
        for version, reflection in self.versions().items():
            with self.subTest(version):
                self.assertEqual(reflection.services(), SERVICES)

    def test_every_service_and_method_is_described(self):
        for version, reflection in self.versions().items():
            pool = reflection.pool(SERVICES)
            for name in SERVICES:
                with self.subTest(version=version, service=name):
                    service = pool.FindServiceByName(name)
                    self.assertGreater(len(service.methods), 0)
                    for method in service.methods:
                        self.assertIsNotNone(pool.FindMessageTypeByName(method.input_type.full_name))
                        self.assertIsNotNone(pool.FindMessageTypeByName(method.output_type.full_name))

    def test_messages_and_enums_can_be_described(self):
        for version, reflection in self.versions().items():
            for symbol in ("isnad.v1.Fact", "isnad.v1.Refusal.Reason", "isnad.v1.AnswerService.Ask",
                           "google.protobuf.Timestamp"):
                with self.subTest(version=version, symbol=symbol):
                    self.assertGreater(len(reflection.files(symbol)), 0)

    def test_an_unknown_symbol_is_not_found(self):
        for version, reflection in self.versions().items():
            with self.subTest(version):
                error = reflection.ask(file_containing_symbol="isnad.v1.Nothing").error_response
                self.assertEqual(error.error_code, grpc.StatusCode.NOT_FOUND.value[0])

    def test_the_server_and_each_service_is_serving(self):
        health = health_pb2_grpc.HealthStub(self.channel)
        for service in {""} | SERVICES:
            with self.subTest(service):
                self.assertEqual(self.check(health, service), health_pb2.HealthCheckResponse.SERVING)

    def test_an_unknown_service_has_no_health(self):
        with self.assertRaises(grpc.RpcError) as caught:
            self.check(health_pb2_grpc.HealthStub(self.channel), "isnad.v1.NoService")
        self.assertEqual(caught.exception.code(), grpc.StatusCode.NOT_FOUND)

    def test_the_admin_port_answers_probes(self):
        with grpc.insecure_channel(f"127.0.0.1:{self.server.port('admin')}") as channel:
            health = health_pb2_grpc.HealthStub(channel)
            for service in ("", "liveness"):
                self.assertEqual(self.check(health, service), health_pb2.HealthCheckResponse.SERVING)

    def test_every_unary_read_answers(self):
        requests = self.read_requests()
        pool = self.versions()["v1"].pool(SERVICES)
        reads = {method.full_name for name in SERVICES if name.startswith("isnad.")
                 for method in pool.FindServiceByName(name).methods if self.is_unary_read(method)}
        self.assertEqual(set(requests), reads, "a read is not called here, or is gone")
        for name, (call, request) in requests.items():
            with self.subTest(name):
                call(request, timeout=CALL_SECONDS)

    @staticmethod
    def check(health, service):
        request = health_pb2.HealthCheckRequest(service=service)
        return health.Check(request, timeout=CALL_SECONDS).status

    @staticmethod
    def is_unary_read(method):
        proto = descriptor_pb2.MethodDescriptorProto()
        method.CopyToProto(proto)
        read = descriptor_pb2.MethodOptions.NO_SIDE_EFFECTS
        return (proto.options.idempotency_level == read and not proto.client_streaming and
                not proto.server_streaming)

    def read_requests(self):
        """Maps the full name of each unary read to its stub and a request that has an answer."""
        article = self.folder / "article.txt"
        article.write_text(ARTICLE, encoding="utf-8")
        outcome = Command(self.server.address).json_lines("ingest", article, "--format=json")[0]
        answers = answer_service_pb2_grpc.AnswerServiceStub(self.channel)
        extraction = extraction_service_pb2_grpc.ExtractionServiceStub(self.channel)
        facts = fact_service_pb2_grpc.FactServiceStub(self.channel)
        ingestion = ingestion_service_pb2_grpc.IngestionServiceStub(self.channel)
        info = server_info_service_pb2_grpc.ServerInfoServiceStub(self.channel)
        entity = facts.ListEntities(fact_service_pb2.ListEntitiesRequest(),
                                    timeout=CALL_SECONDS).entities[0].name
        fact = facts.ListFacts(fact_service_pb2.ListFactsRequest(), timeout=CALL_SECONDS).facts[0].name
        terms = extraction.AnalyzeText(
            extraction_service_pb2.AnalyzeTextRequest(
                text="كم استثمرت ميتا في أنثروبيك؟",
                features=[extraction_service_pb2.ANALYSIS_FEATURE_QUESTION]),
            timeout=CALL_SECONDS).question.terms
        self.assertGreater(len(terms), 0)
        question = "How much did Meta invest in Anthropic?"
        f, e, a = fact_service_pb2, extraction_service_pb2, answer_service_pb2
        extract = e.ExtractFactsRequest()
        extract.document.text = ARTICLE
        explain = e.ExplainFactsRequest()
        explain.document.text = ARTICLE
        return {
            "isnad.v1.AnswerService.Ask": (answers.Ask, a.AskRequest(question=question)),
            "isnad.v1.AnswerService.ExplainQuestion":
                (answers.ExplainQuestion, a.ExplainQuestionRequest(question=question)),
            "isnad.v1.ExtractionService.AnalyzeText":
                (extraction.AnalyzeText, e.AnalyzeTextRequest(text=ARTICLE)),
            "isnad.v1.ExtractionService.ExtractFacts": (extraction.ExtractFacts, extract),
            "isnad.v1.ExtractionService.ExplainFacts": (extraction.ExplainFacts, explain),
            "isnad.v1.ExtractionService.ListFactTypes":
                (extraction.ListFactTypes, e.ListFactTypesRequest()),
            "isnad.v1.ExtractionService.GetLexiconInfo":
                (extraction.GetLexiconInfo, e.GetLexiconInfoRequest()),
            "isnad.v1.FactService.GetEntity": (facts.GetEntity, f.GetEntityRequest(name=entity)),
            "isnad.v1.FactService.ListEntities": (facts.ListEntities, f.ListEntitiesRequest()),
            "isnad.v1.FactService.SearchEntities":
                (facts.SearchEntities, f.SearchEntitiesRequest(prefix="مي")),
            "isnad.v1.FactService.GetFact": (facts.GetFact, f.GetFactRequest(name=fact)),
            "isnad.v1.FactService.ListFacts": (facts.ListFacts, f.ListFactsRequest()),
            "isnad.v1.FactService.GetTimeline": (facts.GetTimeline, f.GetTimelineRequest(name=entity)),
            "isnad.v1.FactService.ListConflicts": (facts.ListConflicts, f.ListConflictsRequest()),
            "isnad.v1.FactService.SearchPassages":
                (facts.SearchPassages, f.SearchPassagesRequest(terms=terms)),
            "isnad.v1.FactService.GetDocument":
                (facts.GetDocument, f.GetDocumentRequest(name=outcome["document"])),
            "isnad.v1.FactService.ListDocuments": (facts.ListDocuments, f.ListDocumentsRequest()),
            "isnad.v1.FactService.ListSources": (facts.ListSources, f.ListSourcesRequest()),
            "isnad.v1.FactService.GetStats": (facts.GetStats, f.GetStatsRequest()),
            "isnad.v1.IngestionService.GetIngestion":
                (ingestion.GetIngestion,
                 ingestion_service_pb2.GetIngestionRequest(name=outcome["name"])),
            "isnad.v1.IngestionService.ListIngestions":
                (ingestion.ListIngestions, ingestion_service_pb2.ListIngestionsRequest()),
            "isnad.v1.ServerInfoService.GetServerInfo":
                (info.GetServerInfo, server_info_service_pb2.GetServerInfoRequest()),
        }


class DrainTest(unittest.TestCase):

    def test_a_draining_server_says_so_and_ends_with_success(self):
        folder = programs.new_folder("drain")
        server = serve_all(folder / "data", folder, ["--server.admin_address=127.0.0.1:0",
                                                     "--server.drain_pause_ms=1500"])
        with grpc.insecure_channel(f"127.0.0.1:{server.port('admin')}") as channel:
            health = health_pb2_grpc.HealthStub(channel)
            check = ReflectionAndHealthTest.check
            self.assertEqual(check(health, ""), health_pb2.HealthCheckResponse.SERVING)
            server.process.terminate()
            wait_until(lambda: check(health, "") == health_pb2.HealthCheckResponse.NOT_SERVING, 1.4,
                       "NOT_SERVING in the pause before the drain")
            self.assertEqual(check(health, "liveness"), health_pb2.HealthCheckResponse.SERVING)
        self.assertEqual(server.wait_end(), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
