// The one place where transport credentials are made.

#ifndef ISNAD_SERVICES_SERVER_SECURITY_CREDENTIALS_H_
#define ISNAD_SERVICES_SERVER_SECURITY_CREDENTIALS_H_

#include <grpcpp/security/credentials.h>
#include <grpcpp/security/server_credentials.h>

#include <memory>

namespace isnad::server {

// Credentials of the server's main port.
std::shared_ptr<grpc::ServerCredentials> MakeServerCredentials();

// Credentials of the plaintext port of health, which carries nothing worth hiding.
std::shared_ptr<grpc::ServerCredentials> MakePlaintextServerCredentials();

// Credentials for calls to other servers of the suite.
std::shared_ptr<grpc::ChannelCredentials> MakeChannelCredentials();

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_SECURITY_CREDENTIALS_H_
