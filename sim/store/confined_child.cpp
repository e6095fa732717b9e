// Fork, limits, a pipe for the complaint, and a clock.
#include "store/confined_child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <exception>
#include <fstream>

namespace leeway {
namespace {

using Clock = std::chrono::steady_clock;

void set_limit(decltype(RLIMIT_CPU) resource, rlim_t value) {
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0) return;
    limit.rlim_cur = std::min(value, limit.rlim_max);
    setrlimit(resource, &limit);
}

/// Address space that this process has now (sanitizers reserve terabytes); bytes.
rlim_t address_space_now() {
    rlim_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

void confine(const ChildLimits& limits) {
    set_limit(RLIMIT_CORE, 0);
    set_limit(RLIMIT_FSIZE, 0);
    set_limit(RLIMIT_CPU, static_cast<rlim_t>(limits.processor_time.count()));
    set_limit(RLIMIT_AS, address_space_now() + limits.memory);
    const int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) dup2(nowhere, STDERR_FILENO);  // what libraries say while they crash helps nobody
}

void send(int pipe, std::string_view text) {
    while (!text.empty()) {
        const ssize_t sent = write(pipe, text.data(), text.size());
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
}

enum ExitCode : int { accepted = 0, complained = 1, broke = 2 };

/// Never returns: the parent's clean-up (buffers, exit handlers) is not the child's to run.
[[noreturn]] void work_and_exit(const std::function<std::optional<std::string>()>& work, const ChildLimits& limits,
                                int pipe) {
    for (const int signal : {SIGINT, SIGTERM, SIGSEGV, SIGABRT, SIGFPE, SIGBUS}) std::signal(signal, SIG_DFL);
    confine(limits);
    try {
        const std::optional<std::string> complaint = work();
        if (!complaint) _exit(accepted);
        send(pipe, *complaint);
        _exit(complained);
    } catch (const std::exception&) {
        _exit(broke);
    }
}

/// All that the child sends until it closes its end; nothing if its time was over first.
std::optional<std::string> receive(int pipe, Clock::time_point deadline) {
    std::string text;
    std::array<char, 4096> buffer{};
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return std::nullopt;
        pollfd wanted{pipe, POLLIN, 0};
        const int ready = poll(&wanted, 1, static_cast<int>(left));
        if (ready == 0) return std::nullopt;
        const ssize_t got = ready < 0 ? -1 : read(pipe, buffer.data(), buffer.size());
        if (got == 0) return text;
        if (got < 0 && errno != EINTR) return std::nullopt;
        if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return -1;
    }
    return status;
}

}  // namespace

ChildReport run_confined(const std::function<std::optional<std::string>()>& work, const ChildLimits& limits) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return {true, "no pipe could be made for the process that tries the file"};
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        work_and_exit(work, limits, ends[1]);
    }
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return {true, "no process could be started to try the file"};
    }
    const std::optional<std::string> said = receive(ends[0], Clock::now() + limits.wall_clock);
    close(ends[0]);
    if (!said) kill(child, SIGKILL);
    const int status = wait_for(child);
    if (!said || status < 0 || !WIFEXITED(status) || WEXITSTATUS(status) == broke) return {};
    if (WEXITSTATUS(status) == accepted) return {true, std::nullopt};
    return {WEXITSTATUS(status) == complained, said};
}

}  // namespace leeway
