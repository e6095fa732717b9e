// Fork, limits, a pipe for the answer, and a clock.
#include "store/confined_child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <exception>
#include <fstream>
#include <span>

namespace leeway {
namespace {

using Clock = std::chrono::steady_clock;

constexpr rlim_t most_open_files = 64;

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

#ifdef __linux__
/// System calls that reading a file never needs: sockets (no network), other programs, other processes' memory. They
/// fail as not permitted; the filter holds for good and needs no privilege (Linux, seccomp(2)).
void forbid_calls() {
    constexpr std::array forbidden{SYS_socket, SYS_execve, SYS_execveat, SYS_ptrace, SYS_process_vm_writev};
    std::vector<sock_filter> filter{BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
    for (const long call : forbidden) {
        filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1));
        filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
#else
void forbid_calls() {}
#endif

void confine(const ChildLimits& limits) {
    set_limit(RLIMIT_CORE, 0);
    set_limit(RLIMIT_FSIZE, 0);
    set_limit(RLIMIT_NOFILE, most_open_files);
    set_limit(RLIMIT_CPU, static_cast<rlim_t>(limits.processor_time.count()));
    set_limit(RLIMIT_AS, address_space_now() + limits.memory);
    const int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) dup2(nowhere, STDERR_FILENO);  // what libraries say while they crash helps nobody
    forbid_calls();
}

void send(int pipe, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = write(pipe, bytes.data(), bytes.size());
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return;
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
}

enum ExitCode : int { accepted = 0, complained = 1, broke = 2 };

/// Never returns: the parent's clean-up (buffers, exit handlers) is not the child's to run.
[[noreturn]] void work_and_exit(const std::function<ChildAnswer()>& work, const ChildLimits& limits, int pipe) {
    for (const int signal : {SIGINT, SIGTERM, SIGSEGV, SIGABRT, SIGFPE, SIGBUS}) std::signal(signal, SIG_DFL);
    confine(limits);
    try {
        const ChildAnswer answer = work();
        if (const auto* product = std::get_if<std::vector<std::byte>>(&answer)) {
            send(pipe, *product);
            _exit(accepted);
        }
        send(pipe, std::as_bytes(std::span(std::get<std::string>(answer))));
        _exit(complained);
    } catch (const std::exception&) {
        _exit(broke);
    }
}

/// All that the child sends until it closes its end; nothing if its time was over first.
std::optional<std::vector<std::byte>> receive(int pipe, const ChildLimits& limits) {
    const Clock::time_point deadline = Clock::now() + limits.wall_clock;
    std::vector<std::byte> bytes;
    std::array<std::byte, 65536> buffer{};
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return std::nullopt;
        pollfd wanted{pipe, POLLIN, 0};
        const int ready = poll(&wanted, 1, static_cast<int>(left));
        if (ready == 0) return std::nullopt;
        const ssize_t got = ready < 0 ? -1 : read(pipe, buffer.data(), buffer.size());
        if (got == 0) return bytes;
        if ((got < 0 && errno != EINTR) || bytes.size() > limits.memory) return std::nullopt;
        if (got > 0) bytes.insert(bytes.end(), buffer.begin(), buffer.begin() + got);
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

ChildReport run_confined(const std::function<ChildAnswer()>& work, const ChildLimits& limits) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return {true, "no pipe could be made for the process that reads the file", {}};
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        work_and_exit(work, limits, ends[1]);
    }
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return {true, "no process could be started to read the file", {}};
    }
    std::optional<std::vector<std::byte>> said = receive(ends[0], limits);
    close(ends[0]);
    if (!said) kill(child, SIGKILL);
    const int status = wait_for(child);
    if (!said || status < 0 || !WIFEXITED(status) || WEXITSTATUS(status) == broke) return {};
    if (WEXITSTATUS(status) == accepted) return {true, std::nullopt, *std::move(said)};
    const auto* words = reinterpret_cast<const char*>(said->data());
    return {WEXITSTATUS(status) == complained, std::string(words, said->size()), {}};
}

}  // namespace leeway
