"""The connection to a suite."""

import hashlib
import json

import grpc

from isnad_client import service_config, stubs  # noqa: F401  (the next imports need stubs)
from isnad_client.deadlines import DeadlineInterceptor
from isnad_client.errors import SuiteError
from isnad.v1 import (answer_service_pb2, answer_service_pb2_grpc, document_pb2,
                      extraction_service_pb2_grpc, fact_service_pb2, fact_service_pb2_grpc,
                      ingestion_pb2, ingestion_service_pb2, ingestion_service_pb2_grpc,
                      server_info_service_pb2, server_info_service_pb2_grpc)

# Servers permit a ping every 30 s by default.
KEEPALIVE_MS = 60_000
MAX_RECEIVE_BYTES = 16 << 20
MAX_SEND_BYTES = 32 << 20
PAGE_SIZE = 500

_FINAL_STATES = (ingestion_pb2.Ingestion.STATE_STORED, ingestion_pb2.Ingestion.STATE_DUPLICATE,
                 ingestion_pb2.Ingestion.STATE_FAILED)


def connect(address, credentials=None):
    """Opens a Suite at "HOST:PORT" or any gRPC target. Does not wait for a connection.

    `credentials` are grpc.ChannelCredentials for a suite behind a TLS proxy; plaintext without.
    """
    return Suite(address, credentials)


def _options(config):
    return [
        ("grpc.service_config", json.dumps(config)),
        ("grpc.enable_retries", 1),
        ("grpc.keepalive_time_ms", KEEPALIVE_MS),
        ("grpc.max_receive_message_length", MAX_RECEIVE_BYTES),
        ("grpc.max_send_message_length", MAX_SEND_BYTES),
    ]


def _request_id(article):
    """Names a request by its content, so that a repeated run is recognised."""
    digest = hashlib.sha256(article.SerializeToString(deterministic=True)).hexdigest()
    return f"python-{digest}"


class Suite:
    """All services over one channel. Thread-safe. Close it, or use it in a `with` statement."""

    def __init__(self, address, credentials=None):
        config = service_config.merged()
        options = _options(config)
        channel = (grpc.secure_channel(address, credentials, options) if credentials else
                   grpc.insecure_channel(address, options))
        self._channel = channel
        self.channel = grpc.intercept_channel(
            channel, DeadlineInterceptor(service_config.timeouts(config)))
        self.ingestion_stub = ingestion_service_pb2_grpc.IngestionServiceStub(self.channel)
        self.extraction_stub = extraction_service_pb2_grpc.ExtractionServiceStub(self.channel)
        self.facts_stub = fact_service_pb2_grpc.FactServiceStub(self.channel)
        self.answers_stub = answer_service_pb2_grpc.AnswerServiceStub(self.channel)
        self.info_stub = server_info_service_pb2_grpc.ServerInfoServiceStub(self.channel)

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.close()

    def close(self):
        """Ends running calls."""
        self._channel.close()

    def server_info(self):
        """Name, version and limits of the server."""
        return _call(self.info_stub.GetServerInfo, server_info_service_pb2.GetServerInfoRequest())

    def send(self, articles):
        """Sends articles over one stream; yields an Ingestion or a SuiteError for each, in order.

        What was yielded as an Ingestion is on durable storage, though not extracted yet. Safe to
        repeat: what was sent before is found again.
        """
        def requests():
            for article in articles:
                yield ingestion_service_pb2.IngestDocumentsRequest(
                    request=ingestion_service_pb2.IngestDocumentRequest(
                        article=article, request_id=_request_id(article)))

        for response in _stream(self.ingestion_stub.IngestDocuments, requests()):
            if response.HasField("status"):
                yield SuiteError.from_status(response.status)
            else:
                yield response.ingestion

    def await_final(self, ingestion):
        """Waits until an ingestion is stored, found to be a duplicate, or given up."""
        request = ingestion_service_pb2.WatchIngestionRequest(name=ingestion.name)
        while ingestion.state not in _FINAL_STATES:
            for response in _stream(self.ingestion_stub.WatchIngestion, request):
                ingestion = response.ingestion
        return ingestion

    def ingest(self, articles):
        """Sends articles and waits until all are stored.

        Returns an Ingestion for each, in order. Raises the SuiteError of the first that was refused
        or given up, after the others are done.
        """
        outcomes = [outcome if isinstance(outcome, SuiteError) else self.await_final(outcome)
                    for outcome in list(self.send(articles))]
        for outcome in outcomes:
            if isinstance(outcome, SuiteError):
                raise outcome
            if outcome.state == ingestion_pb2.Ingestion.STATE_FAILED:
                raise SuiteError(grpc.StatusCode.FAILED_PRECONDITION,
                                 f"{outcome.name}: {outcome.error} [{outcome.error_reason}]")
        return outcomes

    def ask(self, question, language_code="", as_of=None, include_plan=False):
        """Answers a question in Arabic or English; returns an AskResponse.

        A question that cannot be answered is no error: the response then holds a refusal.
        """
        request = answer_service_pb2.AskRequest(
            question=question, language_code=language_code, include_plan=include_plan)
        if as_of is not None:
            request.as_of.CopyFrom(as_of)
        return _call(self.answers_stub.Ask, request)

    def facts(self, filter="", order_by="", full=True, page_size=PAGE_SIZE):
        """Yields the facts that a filter selects, page after page; with evidence if `full`."""
        request = fact_service_pb2.ListFactsRequest(
            filter=filter, order_by=order_by, page_size=page_size,
            view=document_pb2.VIEW_FULL if full else document_pb2.VIEW_BASIC)
        return _pages(self.facts_stub.ListFacts, request, "facts")

    def entities(self, filter="", order_by="fact_count desc", page_size=PAGE_SIZE):
        """Yields the entities that a filter selects, page after page."""
        request = fact_service_pb2.ListEntitiesRequest(
            filter=filter, order_by=order_by, page_size=page_size)
        return _pages(self.facts_stub.ListEntities, request, "entities")

    def documents(self, filter="", page_size=PAGE_SIZE):
        """Yields documents without their text, newest publication first."""
        request = fact_service_pb2.ListDocumentsRequest(filter=filter, page_size=page_size)
        return _pages(self.facts_stub.ListDocuments, request, "documents")

    def conflicts(self, filter="", page_size=PAGE_SIZE):
        """Yields conflicts, newest first."""
        request = fact_service_pb2.ListConflictsRequest(filter=filter, page_size=page_size)
        return _pages(self.facts_stub.ListConflicts, request, "conflicts")

    def document(self, name):
        """One document with its text."""
        request = fact_service_pb2.GetDocumentRequest(name=name)
        return _call(self.facts_stub.GetDocument, request).document

    def export(self, format=fact_service_pb2.EXPORT_FORMAT_JSONL, filter=""):
        """Yields the bytes of an export, in chunks that end at line ends."""
        request = fact_service_pb2.ExportFactsRequest(format=format, filter=filter)
        for response in _stream(self.facts_stub.ExportFacts, request):
            yield response.data


def _call(method, request):
    try:
        return method(request)
    except grpc.RpcError as error:
        raise SuiteError.from_rpc_error(error) from error


def _stream(method, request):
    try:
        yield from method(request)
    except grpc.RpcError as error:
        raise SuiteError.from_rpc_error(error) from error


def _pages(method, request, field):
    while True:
        response = _call(method, request)
        yield from getattr(response, field)
        if not response.next_page_token:
            return
        request.page_token = response.next_page_token
