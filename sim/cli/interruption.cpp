#include "cli/interruption.hpp"

#include <unistd.h>

#include <atomic>
#include <csignal>

namespace leeway {
namespace {

std::atomic<int> received = 0;
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may touch it");

void receive(int signal) {
    if (received != 0) _exit(128 + signal);
    received = signal;
}

}  // namespace

void listen_to_signals() {
    std::signal(SIGINT, receive);
    std::signal(SIGTERM, receive);
    std::signal(SIGXFSZ, SIG_IGN);
}

bool is_interrupted() { return received != 0; }

int exit_code_of_interruption() { return 128 + received; }

}  // namespace leeway
