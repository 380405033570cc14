"""What a suite says when it refuses."""

import dataclasses
from typing import Dict, List, Optional

import grpc

from isnad_client import stubs  # noqa: F401  (makes the next imports possible)
from google.rpc import error_details_pb2, status_pb2

_DETAILS_KEY = "grpc-status-details-bin"


@dataclasses.dataclass(frozen=True)
class FieldViolation:
    """What is wrong with one field of a request."""

    field: str
    description: str


class SuiteError(Exception):
    """A call or an article that the suite refused.

    Attributes:
      code: a grpc.StatusCode.
      message: one sentence that says what was wrong and what would be right.
      reason: upper-snake, for programs, for example "EMPTY_CONTENT"; "" when the call did not reach
        a server.
      metadata: what belongs to the reason.
      violations: what is wrong with the fields of the request.
      retry_seconds: how long to wait before trying again; None when the suite did not say.
    """

    def __init__(self, code, message, details=()):
        self.code: grpc.StatusCode = code
        self.message: str = message
        self.reason: str = ""
        self.metadata: Dict[str, str] = {}
        self.violations: List[FieldViolation] = []
        self.retry_seconds: Optional[float] = None
        for detail in details:
            self._take(detail)
        super().__init__(f"{code.name}: {message}" + (f" [{self.reason}]" if self.reason else ""))

    def _take(self, detail):
        info = error_details_pb2.ErrorInfo()
        bad = error_details_pb2.BadRequest()
        retry = error_details_pb2.RetryInfo()
        if detail.Unpack(info):
            self.reason = info.reason
            self.metadata = dict(info.metadata)
        elif detail.Unpack(bad):
            self.violations += [FieldViolation(violation.field, violation.description)
                                for violation in bad.field_violations]
        elif detail.Unpack(retry):
            self.retry_seconds = retry.retry_delay.ToTimedelta().total_seconds()

    @classmethod
    def from_status(cls, status):
        """From a google.rpc.Status, as IngestDocuments sends it."""
        codes = {code.value[0]: code for code in grpc.StatusCode}
        return cls(codes.get(status.code, grpc.StatusCode.UNKNOWN), status.message, status.details)

    @classmethod
    def from_rpc_error(cls, error):
        """From what a stub raised."""
        status = status_pb2.Status()
        for key, value in error.trailing_metadata() or ():
            if key == _DETAILS_KEY:
                status.ParseFromString(value)
        return cls(error.code(), error.details() or "", status.details)
