#include "guards/own_sockets.h"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hermetic {
namespace {

class Socket {
 public:
  explicit Socket(int fd = socket(AF_INET, SOCK_STREAM, 0)) : fd_(fd) {}
  ~Socket() { close(fd_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  int fd() const { return fd_; }

 private:
  int fd_;
};

TEST(OwnSocketsTest, KnowsASocketUnderEveryDescriptor) {
  OwnSockets own;
  const Socket known;
  const Socket copy(dup(known.fd()));
  const Socket other;
  own.Add(known.fd());
  EXPECT_TRUE(own.Contains(known.fd()));
  EXPECT_TRUE(own.Contains(copy.fd()));
  EXPECT_FALSE(own.Contains(other.fd()));
}

TEST(OwnSocketsTest, ADescriptorThatIsUsedAgainIsAnotherSocket) {
  OwnSockets own;
  const Socket known;
  own.Add(known.fd());
  const Socket other;
  ASSERT_EQ(dup2(other.fd(), known.fd()), known.fd());
  EXPECT_FALSE(own.Contains(known.fd()));
}

TEST(OwnSocketsTest, OnlySocketsCount) {
  OwnSockets own;
  int pipe_ends[2];
  ASSERT_EQ(pipe(pipe_ends), 0);
  const Socket reader(pipe_ends[0]);
  const Socket writer(pipe_ends[1]);
  own.Add(reader.fd());
  EXPECT_FALSE(own.Contains(reader.fd()));
  own.Add(-1);
  EXPECT_FALSE(own.Contains(-1));
}

}  // namespace
}  // namespace hermetic
