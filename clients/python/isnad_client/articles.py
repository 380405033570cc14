"""Articles as the contract takes them."""

import datetime
import pathlib

from isnad_client import stubs  # noqa: F401  (makes the next imports possible)
from isnad.v1 import ingestion_service_pb2 as ingestion


def article_from_file(path, *, title="", publisher="", url="", publish_time=None):
    """Reads a plain text or HTML file.

    `publish_time` is a datetime.datetime with a time zone, or a datetime.date (midnight UTC).
    Relative dates in the text are resolved against it.
    """
    path = pathlib.Path(path).resolve()
    article = ingestion.Article(content=path.read_bytes(), source_uri=f"file://{path}",
                                title=title, publisher=publisher, url=url)
    if publish_time is not None:
        article.publish_time.FromDatetime(_utc(publish_time))
    return article


def _utc(time):
    if not isinstance(time, datetime.datetime):
        return datetime.datetime(time.year, time.month, time.day)
    if time.tzinfo is None:
        raise ValueError("publish_time needs a time zone")
    return time.astimezone(datetime.timezone.utc).replace(tzinfo=None)
