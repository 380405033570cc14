"""A client of an Isnad suite.

    import isnad_client

    with isnad_client.connect("127.0.0.1:50051") as suite:
        for ingestion in suite.ingest([isnad_client.article_from_file("story.txt")]):
            print(ingestion.source_uri, ingestion.fact_count)
        print(suite.ask("من غادر الشركة؟").text)

Every call has a deadline and is tried again where that is safe, both as the service configs of the
contract say. What fails raises SuiteError. The generated stubs are there for every other method:
`suite.facts_stub.MergeEntities(...)`.
"""

from isnad_client.articles import article_from_file
from isnad_client.errors import FieldViolation, SuiteError
from isnad_client.suite import Suite, connect

__all__ = ["FieldViolation", "Suite", "SuiteError", "article_from_file", "connect"]
