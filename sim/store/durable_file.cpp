// The order of steps is what makes the file durable: data before name, name before folder.
#include "store/durable_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <random>
#include <utility>

namespace leeway {
namespace {

namespace fs = std::filesystem;

constexpr int name_attempts = 16;
constexpr double mebibyte = 1024.0 * 1024.0;

std::string cannot_write(const fs::path& path, const std::string& why, const std::string& remedy) {
    return fmt::format("cannot write {}: {}; {}", path.string(), why, remedy);
}

std::string cannot_write_because_of(int error, const fs::path& path) {
    const bool full = error == ENOSPC || error == EDQUOT;
    return cannot_write(path, std::strerror(error),
                        full ? "free some space or choose another place with -o"
                             : "make the folder exist and writable, or choose another place with -o");
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

std::optional<std::string> find_lack_of_space(std::size_t bytes, const fs::path& path) {
    struct statvfs volume {};
    if (statvfs(folder_of(path).c_str(), &volume) != 0) return cannot_write_because_of(errno, path);
    const double available = static_cast<double>(volume.f_bavail) * static_cast<double>(volume.f_frsize);
    if (static_cast<double>(bytes) + mebibyte <= available) return std::nullopt;
    return cannot_write(path,
                        fmt::format("it needs {:.1f} MiB and {:.1f} MiB are free",
                                    static_cast<double>(bytes) / mebibyte, available / mebibyte),
                        "free some space or choose another place with -o");
}

/// A new file with a name nobody else has; it is removed again unless it was put in place.
class TemporaryFile {
  public:
    explicit TemporaryFile(const fs::path& target) : target_(target) {
        std::random_device entropy;
        for (int attempt = 0; attempt < name_attempts && descriptor_ < 0; ++attempt) {
            path_ = folder_of(target) /
                    fmt::format("{}.{:08x}{:08x}.tmp", target.filename().string(), entropy(), entropy());
            descriptor_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
            if (descriptor_ < 0 && errno != EEXIST) break;
        }
        exists_ = descriptor_ >= 0;
    }
    ~TemporaryFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (exists_) unlink(path_.c_str());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    bool is_open() const { return descriptor_ >= 0; }
    const fs::path& path() const { return path_; }

    bool write_all(std::span<const std::byte> bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return false;
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return true;
    }
    bool sync_and_close() { return fsync(descriptor_) == 0 && ::close(std::exchange(descriptor_, -1)) == 0; }
    bool put_in_place() {
        if (rename(path_.c_str(), target_.c_str()) != 0) return false;
        exists_ = false;
        return true;
    }

  private:
    fs::path target_, path_;
    int descriptor_ = -1;
    bool exists_ = false;
};

/// Some file systems cannot sync a folder (EINVAL); the file is in place there all the same.
bool sync_folder(const fs::path& folder) {
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool synced = fsync(descriptor) == 0 || errno == EINVAL;
    ::close(descriptor);
    return synced;
}

}  // namespace

std::optional<std::string> write_durably(std::span<const std::byte> bytes, const fs::path& path,
                                         const FileCheck& check) {
    if (auto lack = find_lack_of_space(bytes.size(), path)) return lack;
    TemporaryFile temporary(path);
    if (!temporary.is_open() || !temporary.write_all(bytes) || !temporary.sync_and_close()) {
        return cannot_write_because_of(errno, path);
    }
    if (check) {
        if (auto flaw = check(temporary.path())) return flaw;
    }
    if (!temporary.put_in_place() || !sync_folder(folder_of(path))) return cannot_write_because_of(errno, path);
    return std::nullopt;
}

}  // namespace leeway
