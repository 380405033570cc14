"""How long answers take over many documents, through gRPC.

    clients/python/generate.sh
    isnad serve --data_dir=EMPTY_FOLDER &
    python3 tests/load/answer_latency.py --address=127.0.0.1:8080 --documents=100000

Stores generated articles in the suite at --address, which should hold nothing else, then asks
--rate questions a second for --seconds, each at its time whether earlier ones were answered or not,
and prints the percentiles. --documents=0 leaves the store as it is, for another round over what a
first one stored (--stored says how many).
"""

import argparse
import concurrent.futures
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "clients" / "python"))

import isnad_client  # noqa: E402
from isnad.v1 import ingestion_pb2, ingestion_service_pb2  # noqa: E402

import generated_news  # noqa: E402

BATCH = 1000
CALLERS = 64


def _article(number):
    text, publisher, day = generated_news.article(number)
    article = ingestion_service_pb2.Article(
        content=text.encode(), source_uri=f"file:{number:06}.txt", publisher=publisher)
    article.publish_time.FromDatetime(day.replace(tzinfo=None))
    return article


def store(suite, documents):
    """Stores the articles; returns how many became new documents."""
    stored = 0
    begin = time.monotonic()
    for first in range(0, documents, BATCH):
        numbers = range(first, min(first + BATCH, documents))
        for outcome in suite.ingest(_article(number) for number in numbers):
            stored += outcome.state == ingestion_pb2.Ingestion.STATE_STORED
        print(f"{stored} stored in {time.monotonic() - begin:.0f} s", file=sys.stderr)
    return stored


def _ask(suite, question):
    begin = time.monotonic()
    try:
        answered = not suite.ask(question).HasField("refusal")
    except isnad_client.SuiteError as error:
        return time.monotonic() - begin, str(error)
    return time.monotonic() - begin, "answered" if answered else "refused"


def ask(suite, articles, rate, seconds):
    """Asks at a steady rate; returns the seconds that each answer took, with how it ended."""
    calls = []
    begin = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(CALLERS) as callers:
        for number in range(rate * seconds):
            time.sleep(max(0.0, begin + number / rate - time.monotonic()))
            calls.append(callers.submit(_ask, suite, generated_news.question(number, articles)))
    return [call.result() for call in calls]


def percentile(times, share):
    """The time that this share of answers did not exceed, in milliseconds."""
    ordered = sorted(times)
    return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main():
    parser = argparse.ArgumentParser(description="Measures answers over many documents.")
    parser.add_argument("--address", required=True, help="HOST:PORT of a suite")
    parser.add_argument("--documents", type=int, default=100_000, help="articles to store first")
    parser.add_argument("--stored", type=int, help="articles that questions are about")
    parser.add_argument("--rate", type=int, default=20, help="questions a second")
    parser.add_argument("--seconds", type=int, default=60, help="how long to ask")
    flags = parser.parse_args()
    about = flags.stored or flags.documents
    if about <= 0 or flags.rate <= 0 or flags.seconds <= 0:
        parser.error("--documents or --stored, --rate and --seconds must be above 0")
    with isnad_client.connect(flags.address) as suite:
        if flags.documents:
            store(suite, flags.documents)
        ask(suite, about, flags.rate, 2)  # the first searches read the index
        outcomes = ask(suite, about, flags.rate, flags.seconds)
    times = [taken for taken, _ in outcomes]
    ends = [end for _, end in outcomes]
    failed = sorted({end for end in ends if end not in ("answered", "refused")})
    print(f"{len(times)} questions at {flags.rate} a second: p50 {percentile(times, .5):.1f} ms, "
          f"p90 {percentile(times, .9):.1f} ms, p99 {percentile(times, .99):.1f} ms, "
          f"slowest {1000 * max(times):.1f} ms; {ends.count('answered')} answered, "
          f"{ends.count('refused')} refused")
    for end in failed:
        print(f"failed: {end}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
