"""Gives a deadline to every call that comes without one."""

import grpc

from isnad_client import service_config


class DeadlineInterceptor(grpc.UnaryUnaryClientInterceptor, grpc.UnaryStreamClientInterceptor,
                          grpc.StreamUnaryClientInterceptor, grpc.StreamStreamClientInterceptor):
    """Thread-safe."""

    def __init__(self, timeouts):
        self._timeouts = timeouts

    def seconds(self, full_method):
        """The deadline of "/package.Service/Method"."""
        _, service, method = full_method.split("/")
        by_service = self._timeouts.get((service, ""), service_config.DEFAULT_TIMEOUT_SECONDS)
        return self._timeouts.get((service, method), by_service)

    def _with_deadline(self, details):
        if details.timeout is not None:
            return details
        return _CallDetails(details, self.seconds(details.method))

    def intercept_unary_unary(self, continuation, details, request):
        return continuation(self._with_deadline(details), request)

    def intercept_unary_stream(self, continuation, details, request):
        return continuation(self._with_deadline(details), request)

    def intercept_stream_unary(self, continuation, details, requests):
        return continuation(self._with_deadline(details), requests)

    def intercept_stream_stream(self, continuation, details, requests):
        return continuation(self._with_deadline(details), requests)


class _CallDetails(grpc.ClientCallDetails):

    def __init__(self, other, timeout):
        self.method = other.method
        self.timeout = timeout
        self.metadata = other.metadata
        self.credentials = other.credentials
        self.wait_for_ready = getattr(other, "wait_for_ready", None)
        self.compression = getattr(other, "compression", None)
